"""What reporting rounds have to say today: to those asked, to those not heard, and to the chair.

A source for scheduler.reminders: all of it joins the one message of each person's day.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.concerns import Concern
from domain.conversation import Kind
from domain.events import Tracked
from domain.faults import What
from domain.people import Person
from domain.ports import UnitOfWork
from domain.reach import Asked
from domain.rounds import Return, Returns, Round, Stage, rounds_in
from handlers import round_wording
from handlers.rounds import answering_groups, returns_in
from scheduler.office import Office

HANDED_OVER_WITHIN = timedelta(days=30)  # after it closed: who cannot be told till then knows

type Mark = tuple[int, str, int | None]


class Rounds:
    """Finds what the rounds have to say.

    What has come in is remembered until anything was said or read again, so that a great round
    costs nothing at most beats.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[Mark, Returns]] = {}

    async def __call__(self, unit: UnitOfWork, office: Office) -> Sequence[Concern]:
        """What concerns people today; the same again until it is said."""
        found: list[Concern] = []
        for held in rounds_in(await unit.instructions.all()):
            paused = office.arrangements.is_paused(held.scope.plan, office.today)
            if not paused and speaks(held, office.today, office.zone):
                with office.faults.spared(What.TASK, f"round {held.id}", held.scope.plan):
                    found += concerns(await self._returns(held, unit, office), office)
        return found

    async def _returns(self, held: Round, unit: UnitOfWork, office: Office) -> Returns:
        key = unit.workspace, held.id
        mark = await _mark(held, unit)
        known = self._known.get(key)
        if known is None or known[0] != mark:
            known = self._known[key] = mark, await returns_in(held, unit, office.zone)
        return known[1]


async def _mark(held: Round, unit: UnitOfWork) -> Mark:
    """What is another one as soon as anything about the round may have changed."""
    ended = held.ended.id if held.ended else None
    return await unit.events.newest(), await unit.plans.printing(held.scope.plan), ended


def concerns(returns: Returns, office: Office) -> list[Concern]:
    """What a round has to say: while it is open to its owners, then to those who report on it."""
    if _asks(returns.round, office.today, office.zone):
        return _asking(returns, office)
    return _handing_over(returns, office)


def speaks(held: Round, today: date, zone: ZoneInfo) -> bool:
    """Whether a round that is not paused may have something to say on a day."""
    return _asks(held, today, zone) or _reports(held, today, zone)


def _asks(held: Round, today: date, zone: ZoneInfo) -> bool:
    return held.stage(today, zone) is Stage.OPEN


def _reports(held: Round, today: date, zone: ZoneInfo) -> bool:
    closed = held.stage(today, zone) is Stage.CLOSED
    return closed and today - held.closed_on(zone) <= HANDED_OVER_WITHIN


def _asking(returns: Returns, office: Office) -> list[Concern]:
    """One concern for each person who is to answer: the opening, then the chasers."""
    held = returns.round
    chase = held.step(office.today)
    once = f"round {held.id} chased {chase}" if chase else f"round {held.id} opened"
    put = round_wording.chaser if chase else round_wording.opening
    words = put(held, office.plans[held.scope.plan], office.today)
    return [
        Concern(
            person=person,
            kind=Kind.ROUND,
            once=once,
            plan=held.scope.plan,
            opening=words,
            asked=tuple(tracked),
            urgent=chase is None,
            whole=True,
        )
        for person, tracked in _by_person(returns.unanswered, office).items()
    ]


def _by_person(some: Iterable[Return], office: Office) -> dict[str, list[Tracked]]:
    """Who is asked about what; not about what is to be left in peace for now."""
    found: dict[str, list[Tracked]] = defaultdict(list)
    for each in some:
        until = each.tracked.state.snoozed_until
        asked = office.reach.asked(each.tracked, office.today)
        if isinstance(asked, Asked) and not (until and office.today < until):
            found[asked.person.id].append(each.tracked)
    return found


def _handing_over(returns: Returns, office: Office) -> list[Concern]:
    """The summary, for the chairs of what it was held for and for the administrators."""
    held = returns.round
    plan = office.plans[held.scope.plan]
    parts = round_wording.report(returns, plan, office.reach.directory, office.today)
    name = round_wording.name_of(held.scope, plan)
    return [
        Concern(
            person=person.id,
            kind=Kind.HANDOVER,
            once=f"round {held.id} handed over",
            plan=plan.key,
            opening=f"The reporting round for {name} has closed: here is what it brought.",
            parts=tuple(parts),
            urgent=True,
        )
        for person in _reporting(returns, office)
    ]


def _reporting(returns: Returns, office: Office) -> Sequence[Person]:
    plan = office.plans[returns.round.scope.plan]
    tracked = [each.tracked for each in returns.all]
    chairs = [each for name in answering_groups(tracked, plan) for each in office.chairs(name)]
    return list(dict.fromkeys([*chairs, *office.administrators]))
