"""Actions with their present state, in SQL."""

from collections.abc import Iterator, Sequence
from itertools import batched

from sqlalchemy import delete, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from domain.events import ActionState, Tracked, at_first
from domain.problems import UnknownAction
from domain.summary import Moment, Scope, Summary
from domain.work import Action
from store.keepable import aware, keepable
from store.sql.plans import SqlPlans, require_plan
from store.sql.standing import counted
from store.sql.summary import summed_up
from store.sql.transaction import Transaction, Values
from store.tables import ActionRow, GroupRow, MilestoneRow, StandingRow

BATCH = 1_000  # actions put at once: a statement takes 32,766 values at most

type Placed = tuple[int, Tracked]
"""An action with its place in the plan, counted from 1."""


class SqlActions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = ActionRow.workspace == transaction.workspace

    async def get(self, plan: str, ref: str) -> Tracked:
        return (await self._placed(plan, ref))[1]

    async def within(self, scope: Scope) -> Sequence[Tracked]:
        rows = await self._transaction.rows(
            select(ActionRow.printed, ActionRow.state)
            .where(self._own, *_within(scope))
            .order_by(ActionRow.position)
        )
        return [Tracked.model_construct(action=row.printed, state=row.state) for row in rows]

    async def put(self, plan: str, actions: Sequence[Action]) -> None:
        await self._transaction.take_turn()
        await require_plan(self._transaction, plan)
        wanted = {action.ref: keepable(action) for action in actions}
        for some in batched(wanted.values(), BATCH):
            await self._put(plan, some)

    async def settle(self, plan: str, ref: str, state: ActionState) -> None:
        aware(state.at)
        await self._transaction.take_turn()
        position, tracked = await self._placed(plan, ref)
        await self._transaction.change(
            update(ActionRow)
            .where(self._own, ActionRow.plan == plan, ActionRow.ref == ref)
            .values(state=keepable(state))
        )
        row = {"plan": plan, "position": position, **counted(tracked.action, state)}
        await self._transaction.put(StandingRow, row)
        if tracked.action.due.milestones:
            await self._reach(plan, ref, state)

    async def summary(self, scope: Scope, moment: Moment) -> Summary:
        plan = await SqlPlans(self._transaction).get(scope.plan)
        return await summed_up(self._transaction, plan, scope, moment)

    async def _placed(self, plan: str, ref: str) -> Placed:
        row = await self._transaction.row(
            select(ActionRow.position, ActionRow.printed, ActionRow.state).where(
                self._own, ActionRow.plan == plan, ActionRow.ref == ref
            )
        )
        if row is None:
            raise UnknownAction(ref)
        return row.position, Tracked.model_construct(action=row.printed, state=row.state)

    async def _put(self, plan: str, actions: Sequence[Action]) -> None:
        placed = await self._place(plan, actions)
        groups = dict.fromkeys(each.group for each in actions if each.group is not None)
        await self._transaction.add(GroupRow, *({"plan": plan, "name": each} for each in groups))
        await self._transaction.put(ActionRow, *(_action(plan, each) for each in placed))
        await self._transaction.put(StandingRow, *(_standing(plan, each) for each in placed))
        await self._put_milestones(plan, placed)

    async def _place(self, plan: str, actions: Sequence[Action]) -> list[Placed]:
        """Give each action its place and its state: those it has, or the next and the first."""
        refs = [each.ref for each in actions]
        mine = (self._own, ActionRow.plan == plan)
        rows = await self._transaction.rows(
            select(ActionRow.ref, ActionRow.position, ActionRow.state).where(
                *mine, ActionRow.ref.in_(refs)
            )
        )
        known = {row.ref: (row.position, row.state) for row in rows}
        last = await self._transaction.row(select(func.max(ActionRow.position)).where(*mine))
        place = (last[0] if last else None) or 0
        placed: list[Placed] = []
        for action in actions:
            position, state = known.get(action.ref) or (place := place + 1, at_first(action))
            placed.append((position, Tracked(action=action, state=state)))
        return placed

    async def _put_milestones(self, plan: str, placed: Sequence[Placed]) -> None:
        own = (MilestoneRow.workspace == self._transaction.workspace, MilestoneRow.plan == plan)
        refs = [tracked.action.ref for _, tracked in placed]
        await self._transaction.change(delete(MilestoneRow).where(*own, MilestoneRow.ref.in_(refs)))
        rows = [row for _, tracked in placed for row in _milestones(plan, tracked)]
        await self._transaction.add(MilestoneRow, *rows)

    async def _reach(self, plan: str, ref: str, state: ActionState) -> None:
        await self._transaction.change(
            update(MilestoneRow)
            .where(
                MilestoneRow.workspace == self._transaction.workspace,
                MilestoneRow.plan == plan,
                MilestoneRow.ref == ref,
            )
            .values(reached=MilestoneRow.label.in_(state.done))
        )


def _within(scope: Scope) -> Iterator[ColumnElement[bool]]:
    yield ActionRow.plan == scope.plan
    if scope.section is not None:
        yield ActionRow.section == scope.section
    if scope.group is not None:
        yield ActionRow.group == scope.group


def _action(plan: str, placed: Placed) -> Values:
    position, tracked = placed
    action = tracked.action
    return {
        "plan": plan,
        "ref": action.ref,
        "position": position,
        "section": action.section,
        "group": action.group,
        "printed": action,
        "state": tracked.state,
    }


def _standing(plan: str, placed: Placed) -> Values:
    position, tracked = placed
    return {"plan": plan, "position": position, **counted(tracked.action, tracked.state)}


def _milestones(plan: str, tracked: Tracked) -> Iterator[Values]:
    for position, milestone in enumerate(tracked.action.due.milestones):
        yield {
            "plan": plan,
            "ref": tracked.action.ref,
            "position": position,
            "label": milestone.label,
            "ends": milestone.end,
            "reached": milestone.label in tracked.state.done,
        }
