"""Actions with their present state, in SQL."""

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import batched, count

from sqlalchemy import delete, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from domain.events import ActionState, Tracked, at_first
from domain.problems import UnknownAction
from domain.summary import SHOWN, Moment, Scope, Summary
from domain.work import Action
from store.keepable import aware, keepable, keepable_key
from store.mark import mark, mark_together, new_mark
from store.sql.plans import SqlPlans, unknown_plan
from store.sql.scopes import standings_within
from store.sql.sound import an_action, sound_rows
from store.sql.standing import counted
from store.sql.summary import passed, staged, summed_up, turning
from store.sql.transaction import Transaction, Values
from store.sql.waking import awake, put_to_sleep, rouse
from store.tables import ActionRow, AnsweringRow, GroupRow, MilestoneRow, PlanRow, StandingRow

BATCH = 1_000  # actions put at once: a statement takes 32,766 values at most

type Placed = tuple[int, Tracked]
"""An action with its place in the plan, counted from 1."""

type Known = dict[str, tuple[int, ActionState]]
"""Place and state of the actions that are there, by ref."""


class SqlActions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return ActionRow.workspace == self._transaction.workspace

    async def get(self, plan: str, ref: str) -> Tracked:
        return (await self._place(plan, ref))[1]

    async def within(self, scope: Scope) -> Sequence[Tracked]:
        rows = await self._transaction.rows(
            select(ActionRow.printed, ActionRow.state)
            .where(self._own, *await self._within(scope))
            .order_by(ActionRow.position)
        )
        found: list[Tracked] = []
        for some in batched(rows, BATCH):
            found += [Tracked(action=row.printed, state=row.state) for row in some]
            await asyncio.sleep(0)  # there may be very many, and others are to be answered
        return found

    async def of(self, plan: str, refs: Collection[str]) -> Sequence[Tracked]:
        found: list[Placed] = []
        for some in batched(refs, BATCH):
            rows = await self._transaction.rows(
                select(ActionRow.position, ActionRow.printed, ActionRow.state).where(
                    self._own, ActionRow.plan == plan, ActionRow.ref.in_(some)
                )
            )
            found += [(row.position, Tracked(action=row.printed, state=row.state)) for row in rows]
        return [tracked for _, tracked in sorted(found, key=lambda each: each[0])]

    async def passed(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return await passed(self._transaction, scope, start, end)

    async def staged(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return await staged(self._transaction, scope, start, end)

    async def turning(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return await turning(self._transaction, scope, start, end)

    async def put(self, plan: str, actions: Sequence[Action]) -> None:
        await self._transaction.take_turn()
        last = before = await self._last_place(plan)
        wanted = {keepable_key(action.ref): keepable(action) for action in actions}
        for some in batched(wanted.values(), BATCH):
            known = await self._known(plan, some) if before else {}
            placed = _placed(some, known, last)
            last += len(some) - len(known)
            await self._put(plan, placed, known)
        await self._reprinted(plan)

    async def settle(self, plan: str, ref: str, state: ActionState) -> None:
        aware(state.at)
        await self._transaction.take_turn()
        position, tracked = await self._place(plan, ref)
        await self._transaction.change(
            update(ActionRow)
            .where(self._own, ActionRow.plan == plan, ActionRow.ref == ref)
            .values(state=keepable(state))
        )
        row = {"plan": plan, "position": position, **counted(tracked.action, state)}
        await self._transaction.put(StandingRow, row)
        if tracked.action.due.milestones:
            await self._reach(plan, ref, state)

    async def settle_all(self, plan: str, states: Mapping[str, ActionState]) -> None:
        aware(*(state.at for state in states.values()))
        await self._transaction.take_turn()
        for refs in batched(states, BATCH):
            rows = await self._transaction.rows(
                select(ActionRow.ref, ActionRow.position, ActionRow.printed).where(
                    self._own, ActionRow.plan == plan, ActionRow.ref.in_(refs)
                )
            )
            if unknown := set(refs) - {row.ref for row in rows}:
                raise UnknownAction(min(unknown))
            placed = [
                (row.position, Tracked(action=row.printed, state=keepable(states[row.ref])))
                for row in rows
            ]
            await self._put(plan, placed, refs)

    async def summary(self, scope: Scope, moment: Moment, shown: int = SHOWN) -> Summary:
        plan = await SqlPlans(self._transaction).get(scope.plan)
        return await summed_up(self._transaction, plan, scope, moment, shown)

    async def _within(self, scope: Scope) -> list[ColumnElement[bool]]:
        conditions = [ActionRow.plan == scope.plan]
        if scope.section is not None:
            conditions.append(ActionRow.section == scope.section)
        if scope.group is not None:
            conditions.append(ActionRow.group == scope.group)
        if scope.partnership_group is not None:
            own = await standings_within(scope, self._transaction)
            conditions.append(ActionRow.ref.in_(select(StandingRow.ref).where(*own)))
        return conditions

    async def states(self, plan: str, refs: Collection[str]) -> Mapping[str, ActionState]:
        asked = select(ActionRow.ref, ActionRow.state).where(
            self._own, ActionRow.plan == plan, ActionRow.ref.in_(refs)
        )
        keys = ActionRow.plan, ActionRow.ref
        rows = await sound_rows(self._transaction, asked, keys, an_action)
        return {row.ref: row.state for row in rows}

    async def awake(self, now: datetime, limit: int) -> Sequence[tuple[str, Tracked]]:
        aware(now)
        return await awake(self._transaction, now, limit)

    async def wake(self, plan: str, moments: Mapping[str, datetime | None]) -> None:
        await self.wake_all({plan: moments})

    async def wake_all(self, moments: Mapping[str, Mapping[str, datetime | None]]) -> None:
        aware(*(moment for own in moments.values() for moment in own.values()))
        await put_to_sleep(self._transaction, moments)

    async def rouse(self, scope: Scope) -> None:
        await rouse(self._transaction, scope)

    async def _place(self, plan: str, ref: str) -> Placed:
        row = await self._transaction.row(
            select(ActionRow.position, ActionRow.printed, ActionRow.state).where(
                self._own, ActionRow.plan == plan, ActionRow.ref == ref
            )
        )
        if row is None:
            raise UnknownAction(ref)
        return row.position, Tracked(action=row.printed, state=row.state)

    async def _last_place(self, plan: str) -> int:
        """The place of the plan's last action, 0 where it has none. Raise UnknownPlan."""
        last = select(func.max(StandingRow.position)).where(
            StandingRow.workspace == self._transaction.workspace, StandingRow.plan == plan
        )
        row = await self._transaction.row(
            select(PlanRow.key, last.scalar_subquery().label("last")).where(
                PlanRow.workspace == self._transaction.workspace, PlanRow.key == plan
            )
        )
        if row is None:
            raise await unknown_plan(self._transaction, plan)
        return row.last or 0

    async def _known(self, plan: str, actions: Sequence[Action]) -> Known:
        """Place and state of those of the actions that are there already."""
        rows = await self._transaction.rows(
            select(ActionRow.ref, ActionRow.position, ActionRow.state).where(
                self._own, ActionRow.plan == plan, ActionRow.ref.in_([each.ref for each in actions])
            )
        )
        return {row.ref: (row.position, row.state) for row in rows}

    async def _put(self, plan: str, placed: Sequence[Placed], known: Collection[str]) -> None:
        groups = {tracked.action.group for _, tracked in placed}
        names = sorted(name for name in groups if name is not None)
        named = [{"plan": plan, "mark": mark(name), "name": name} for name in names]
        await self._transaction.add(GroupRow, *named)
        await self._transaction.add(AnsweringRow, *_answering(plan, placed))
        await self._transaction.put(ActionRow, *(_action(plan, each) for each in placed))
        await self._transaction.put(StandingRow, *(_standing(plan, each) for each in placed))
        await self._forget_milestones(plan, known)
        stages = [row for _, tracked in placed for row in _milestones(plan, tracked)]
        await self._transaction.add(MilestoneRow, *stages)

    async def _reprinted(self, plan: str) -> None:
        await self._transaction.change(
            update(PlanRow)
            .where(PlanRow.workspace == self._transaction.workspace, PlanRow.key == plan)
            .values(printing=new_mark())
        )

    async def _forget_milestones(self, plan: str, refs: Collection[str]) -> None:
        own = (MilestoneRow.workspace == self._transaction.workspace, MilestoneRow.plan == plan)
        if refs:
            forgotten = delete(MilestoneRow).where(*own, MilestoneRow.ref.in_(refs))
            await self._transaction.change(forgotten)

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


def _placed(actions: Sequence[Action], known: Known, last: int) -> list[Placed]:
    """Give each action its place and its state: those it has, or the next and the first."""
    next_places = count(last + 1)
    placed: list[Placed] = []
    for action in actions:
        position, state = known.get(action.ref) or (next(next_places), at_first(action))
        placed.append((position, Tracked(action=action, state=state)))
    return placed


def _answering(plan: str, placed: Sequence[Placed]) -> Iterator[Values]:
    for names in {tracked.action.partnership_groups for _, tracked in placed}:
        if names:
            yield {"plan": plan, "mark": mark_together(names), "names": names}


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
