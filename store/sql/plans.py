"""Plans and the documents they were read from, in SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.sql.elements import ColumnElement

from domain.ports import KeptDocument
from domain.problems import NoPlan, UnknownPlan
from domain.work import Period, Plan, Section
from store.keepable import aware, keepable, keepable_key
from store.mark import new_mark
from store.sql.transaction import Transaction, next_number
from store.tables import PlanRow, ReadingRow, SectionRow


class SqlPlans:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = PlanRow.workspace == transaction.workspace

    async def get(self, key: str) -> Plan:
        found = await self._plans(PlanRow.key == key)
        if not found:
            raise await unknown_plan(self._transaction, key)
        return found[0]

    async def without_sections(self, key: str) -> Plan:
        """As ``get``, for those who want the plan's days only."""
        found = await self._bare(PlanRow.key == key)
        if not found:
            raise await unknown_plan(self._transaction, key)
        return found[0]

    async def default(self) -> Plan:
        first = select(PlanRow.key).where(self._own).order_by(PlanRow.position).limit(1)
        found = await self._plans(PlanRow.key == first.scalar_subquery())
        if not found:
            raise NoPlan
        return found[0]

    async def all(self) -> Sequence[Plan]:
        return await self._plans()

    async def put(self, plan: Plan) -> None:
        aware(plan.read_at)
        keepable_key(plan.key)
        row = {
            **keepable(plan).model_dump(include={"key", "title", "read_at"}),
            "starts": plan.period.start if plan.period else None,
            "ends": plan.period.end if plan.period else None,
            "position": next_number(PlanRow.position, self._own),
            "printing": new_mark(),
        }
        await self._transaction.put(PlanRow, row, keeping=("position",))
        await self._put_sections(plan)

    async def printing(self, key: str) -> str:
        row = await self._transaction.row(
            select(PlanRow.printing).where(self._own, PlanRow.key == key)
        )
        if row is None:
            raise await unknown_plan(self._transaction, key)
        return row[0]

    async def last_document(self, key: str) -> KeptDocument | None:
        row = await self._transaction.row(
            select(
                ReadingRow.name,
                ReadingRow.digest,
                ReadingRow.read_at,
                ReadingRow.as_printed.label("plan"),
                ReadingRow.actions,
            )
            .where(*self._readings(key))
            .order_by(ReadingRow.number.desc())
            .limit(1)
        )
        return KeptDocument.model_construct(**row._asdict()) if row else None

    async def keep_document(self, key: str, document: KeptDocument) -> None:
        aware(document.read_at)
        await self._transaction.take_turn()
        await require_plan(self._transaction, key)
        row = {
            **keepable(document).model_dump(include={"name", "digest", "read_at"}),
            "plan": key,
            "number": next_number(ReadingRow.number, *self._readings(key)),
            "as_printed": document.plan,
            "actions": document.actions,
        }
        await self._transaction.put(ReadingRow, row)

    async def withdraw_document(self, key: str) -> None:
        own = self._readings(key)
        last = select(func.max(ReadingRow.number)).where(*own).scalar_subquery()
        await self._transaction.change(delete(ReadingRow).where(*own, ReadingRow.number == last))

    def _readings(self, key: str) -> tuple[ColumnElement[bool], ...]:
        return (ReadingRow.workspace == self._transaction.workspace, ReadingRow.plan == key)

    async def _put_sections(self, plan: Plan) -> None:
        await self._transaction.change(
            delete(SectionRow).where(
                SectionRow.workspace == self._transaction.workspace, SectionRow.plan == plan.key
            )
        )
        rows = [
            {**dict(section), "plan": plan.key, "position": position}
            for position, section in enumerate(plan.sections)
        ]
        await self._transaction.add(SectionRow, *rows)

    async def _plans(self, *conditions: ColumnElement[bool]) -> list[Plan]:
        plans = await self._bare(*conditions)
        if not plans:
            return []
        sections = await self._sections([plan.key for plan in plans])
        return [
            plan.model_copy(update={"sections": tuple(sections.get(plan.key, ()))})
            for plan in plans
        ]

    async def _bare(self, *conditions: ColumnElement[bool]) -> list[Plan]:
        rows = await self._transaction.rows(
            select(PlanRow.key, PlanRow.title, PlanRow.starts, PlanRow.ends, PlanRow.read_at)
            .where(self._own, *conditions)
            .order_by(PlanRow.position)
        )
        return [_plan(row) for row in rows]

    async def _sections(self, plans: Sequence[str]) -> dict[str, list[Section]]:
        """The sections of these plans, in the order of the document."""
        rows = await self._transaction.rows(
            select(SectionRow.plan, SectionRow.name, SectionRow.slug, SectionRow.partnership_groups)
            .where(SectionRow.workspace == self._transaction.workspace)
            .where(SectionRow.plan.in_(plans))
            .order_by(SectionRow.plan, SectionRow.position)
        )
        sections: dict[str, list[Section]] = {}
        for plan, name, slug, groups in rows:
            section = Section(name=name, slug=slug, partnership_groups=groups)
            sections.setdefault(plan, []).append(section)
        return sections


async def require_plan(transaction: Transaction, key: str) -> None:
    """Raise UnknownPlan unless the workspace has a plan of this key."""
    mine = (PlanRow.workspace == transaction.workspace, PlanRow.key == key)
    if await transaction.row(select(PlanRow.key).where(*mine)) is None:
        raise await unknown_plan(transaction, key)


async def unknown_plan(transaction: Transaction, key: str) -> UnknownPlan:
    rows = await transaction.rows(
        select(PlanRow.key)
        .where(PlanRow.workspace == transaction.workspace)
        .order_by(PlanRow.position)
    )
    return UnknownPlan(key, [row.key for row in rows])


def _plan(row: Row[*tuple[Any, ...]]) -> Plan:
    key, title, starts, ends, read_at = row
    period = Period(start=starts, end=ends) if starts else None
    return Plan(key=key, title=title, period=period, read_at=read_at)
