"""Plans and the documents they were read from, in SQL."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, func, select
from sqlalchemy.sql.elements import ColumnElement

from domain.ports import KeptDocument
from domain.problems import NoPlan, UnknownPlan
from domain.work import Period, Plan, Section
from store.keepable import aware, keepable, keepable_key
from store.mark import new_mark
from store.sql.remembered import Kind
from store.sql.sound import a_plan, sound_rows
from store.sql.statements import next_number
from store.sql.transaction import Transaction
from store.tables import PlanRow, ReadingRow, SectionRow


class Printed(NamedTuple):
    plan: Plan
    printing: str


class SqlPlans:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return PlanRow.workspace == self._transaction.workspace

    async def get(self, key: str) -> Plan:
        return (await self._printed(key)).plan

    async def default(self) -> Plan:
        every = await self._every()
        if not every:
            raise NoPlan
        return every[0].plan

    async def all(self) -> Sequence[Plan]:
        return [each.plan for each in await self._every()]

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
        return (await self._printed(key)).printing

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

    async def _printed(self, key: str) -> Printed:
        for each in await self._every():
            if each.plan.key == key:
                return each
        raise await unknown_plan(self._transaction, key)

    async def _every(self) -> Sequence[Printed]:
        return await self._transaction.recall("plans", (Kind.KNOWN,), self._read)

    async def _read(self) -> Sequence[Printed]:
        columns = (PlanRow.key, PlanRow.title, PlanRow.starts, PlanRow.ends, PlanRow.read_at)
        every = select(*columns, PlanRow.printing).where(self._own).order_by(PlanRow.position)
        rows = await sound_rows(self._transaction, every, [PlanRow.key], a_plan)
        sections = await self._sections() if rows else {}
        return tuple(Printed(_plan(row, sections.get(row.key, ())), row.printing) for row in rows)

    async def _sections(self) -> dict[str, list[Section]]:
        """The sections of all plans, in the order of their documents."""
        rows = await self._transaction.rows(
            select(SectionRow.plan, SectionRow.name, SectionRow.slug, SectionRow.partnership_groups)
            .where(SectionRow.workspace == self._transaction.workspace)
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


def _plan(row: Row[*tuple[Any, ...]], sections: Sequence[Section]) -> Plan:
    return Plan(
        key=row.key,
        title=row.title,
        period=Period(start=row.starts, end=row.ends) if row.starts else None,
        read_at=row.read_at,
        sections=tuple(sections),
    )
