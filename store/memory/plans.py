"""Plans and their actions, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime

from domain.ahead import STARTS
from domain.events import ActionState, Tracked, at_first
from domain.ports import KeptDocument
from domain.problems import NoPlan, UnknownAction, UnknownPlan
from domain.summary import SHOWN, Moment, Scope, Summary, summarise
from domain.work import Action, Due, DueKind, Plan
from store.keepable import aware, keepable, keepable_key
from store.mark import new_mark
from store.memory.kept import Draft, Kept

AWAKE = datetime.min.replace(tzinfo=UTC)


class MemoryPlans:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def get(self, key: str) -> Plan:
        return _plan(self._draft.read(), key)

    async def default(self) -> Plan:
        first = next(iter(self._draft.read().plans.values()), None)
        if first is None:
            raise NoPlan
        return first

    async def all(self) -> Sequence[Plan]:
        return list(self._draft.read().plans.values())

    async def put(self, plan: Plan) -> None:
        aware(plan.read_at)
        kept = await self._draft.write()
        kept.plans[keepable_key(plan.key)] = keepable(plan)
        kept.printings[plan.key] = new_mark()

    async def printing(self, key: str) -> str:
        kept = self._draft.read()
        return kept.printings[_plan(kept, key).key]

    async def last_document(self, key: str) -> KeptDocument | None:
        return next(reversed(self._draft.read().documents.get(key, ())), None)

    async def keep_document(self, key: str, document: KeptDocument) -> None:
        aware(document.read_at)
        kept = await self._draft.write()
        before = kept.documents.get(_plan(kept, key).key, ())
        kept.documents[key] = (*before, keepable(document))

    async def withdraw_document(self, key: str) -> None:
        kept = await self._draft.write()
        kept.documents[key] = kept.documents.get(key, ())[:-1]


class MemoryActions:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def get(self, plan: str, ref: str) -> Tracked:
        return _tracked(self._draft.read(), plan, ref)

    async def within(self, scope: Scope) -> Sequence[Tracked]:
        there = self._draft.read().actions.get(scope.plan, {})
        return [each for each in there.values() if scope.holds(each)]

    async def of(self, plan: str, refs: Collection[str]) -> Sequence[Tracked]:
        there = self._draft.read().actions.get(plan, {})
        return [each for each in there.values() if each.action.ref in refs]

    async def passed(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return [
            each
            for each in await self.within(scope)
            if not each.state.finished
            and each.state.accepted is not None
            and start <= each.state.accepted < end
        ]

    async def staged(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return [
            each
            for each in await self.within(scope)
            if not each.state.finished
            and (stage := each.next_stage) is not None
            and start <= stage.end < end
        ]

    async def turning(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        return [
            each
            for each in await self.within(scope)
            if not each.state.finished and _turns(each.action.due, start, end)
        ]

    async def put(self, plan: str, actions: Sequence[Action]) -> None:
        kept = await self._draft.write()
        there = kept.actions.setdefault(_plan(kept, plan).key, {})
        for action in actions:
            before = there.get(keepable_key(keepable(action).ref))
            state = before.state if before else at_first(action)
            there[action.ref] = Tracked(action=action, state=state)
            kept.asleep.get(plan, {}).pop(action.ref, None)
        kept.printings[plan] = new_mark()

    async def settle(self, plan: str, ref: str, state: ActionState) -> None:
        aware(state.at)
        kept = await self._draft.write()
        action = _tracked(kept, plan, ref).action
        kept.actions[plan][ref] = Tracked(action=action, state=keepable(state))
        kept.asleep.get(plan, {}).pop(ref, None)

    async def settle_all(self, plan: str, states: Mapping[str, ActionState]) -> None:
        for ref, state in states.items():
            await self.settle(plan, ref, state)

    async def summary(self, scope: Scope, moment: Moment, shown: int = SHOWN) -> Summary:
        plan = _plan(self._draft.read(), scope.plan)
        return summarise(await self.within(scope), moment, plan.period, plan.read_at, shown)

    async def states(self, plan: str, refs: Collection[str]) -> Mapping[str, ActionState]:
        there = self._draft.read().actions.get(plan, {})
        return {ref: there[ref].state for ref in refs if ref in there}

    async def awake(self, now: datetime, limit: int) -> Sequence[tuple[str, Tracked]]:
        aware(now)
        kept = self._draft.read()
        moments = [
            (kept.asleep.get(plan, {}).get(ref, AWAKE), plan, place, tracked)
            for plan in sorted(kept.actions)
            for place, (ref, tracked) in enumerate(kept.actions[plan].items())
        ]
        due = sorted((each for each in moments if each[0] <= now), key=lambda each: each[:3])
        return [(plan, tracked) for _, plan, _, tracked in due[:limit]]

    async def wake(self, plan: str, moments: Mapping[str, datetime | None]) -> None:
        aware(*moments.values())
        asleep = (await self._draft.write()).asleep.setdefault(plan, {})
        asleep.update({ref: moment or AWAKE for ref, moment in moments.items()})

    async def wake_all(self, moments: Mapping[str, Mapping[str, datetime | None]]) -> None:
        for plan, own in moments.items():
            await self.wake(plan, own)

    async def rouse(self, scope: Scope) -> None:
        asleep = (await self._draft.write()).asleep.get(scope.plan, {})
        for tracked in await self.within(scope):
            asleep.pop(tracked.action.ref, None)


def _turns(due: Due, start: date, end: date) -> bool:
    begins = due.start if due.kind in STARTS else None
    return due.kind is DueKind.RECURRING or bool(begins and start <= begins < end)


def _plan(kept: Kept, key: str) -> Plan:
    if key not in kept.plans:
        raise UnknownPlan(key, tuple(kept.plans))
    return kept.plans[key]


def _tracked(kept: Kept, plan: str, ref: str) -> Tracked:
    if ref not in kept.actions.get(plan, {}):
        raise UnknownAction(ref)
    return kept.actions[plan][ref]
