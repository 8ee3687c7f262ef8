"""Digests of 50 groups of a plan of 100,000 actions, beside loading what one answers for."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta

from benchmarks.databases import Database, an_action, gather_statistics, on_each
from benchmarks.figures import Figure, by_turns, milliseconds, times
from bot.clock import SetClock
from domain.calendar import WEEKDAYS
from domain.events import ActionState, Change, Event, EventKind
from domain.people import PartnershipGroup
from domain.places import Address
from domain.ports import OpenUnit
from domain.rights import Capacity
from domain.summary import Moment, answering_to, summarise
from domain.work import Action, Plan, Status
from scheduler.digests import digest

GROUPS, ACTIONS, UPDATES = 50, 100_000, 2_000
PLAN = "children-2026"
READ = datetime(2026, 11, 2, 9, tzinfo=UTC)
MONDAY = datetime(2027, 1, 25, 9, 30, tzinfo=UTC)
WEEK = timedelta(days=7)
ROUNDS = 3
HOME = "digests"
type Act = Callable[[], Awaitable[object]]


def figures() -> Iterator[Figure]:
    yield from on_each(_figures)


async def _figures(database: Database) -> list[Figure]:
    await _fill(database.store)
    await gather_statistics(database.url)
    clock = SetClock(MONDAY)
    week, _, idle, loaded = await by_turns(
        ROUNDS,
        _week(database.store, clock),
        _sent(database.store, clock),
        _idle(database.store, clock),
        _loaded(database.store),
    )
    per_group = times(loaded.wall, week.wall / GROUPS)
    return [
        Figure(
            f"{database.name}: digests of {GROUPS} groups, {ACTIONS:,} actions",
            milliseconds(week.wall),
            f"CPU {milliseconds(week.cpu)}; loading a group’s and counting takes {per_group} one",
        ),
        Figure(
            f"{database.name}: a tick with none due",
            milliseconds(idle.wall),
            f"CPU {milliseconds(idle.cpu)}",
        ),
    ]


def _week(open_unit: OpenUnit, clock: SetClock) -> Act:
    """The digests of one more week, the first of which tells of UPDATES."""

    async def write() -> None:
        clock.moment += WEEK
        assert await digest(open_unit, HOME, clock, WEEKDAYS) == GROUPS

    return write


def _sent(open_unit: OpenUnit, clock: SetClock) -> Act:
    """What was written goes out: until then there is no next."""

    async def send() -> None:
        async with open_unit(HOME) as unit:
            outbox, until = unit.outbox, clock.now() + WEEK
            while leased := await outbox.lease("benchmark", clock.now(), until, GROUPS):
                for each in leased:
                    await outbox.sent(each.key, clock.now())
            await unit.commit()

    return send


def _idle(open_unit: OpenUnit, clock: SetClock) -> Act:
    async def look() -> None:
        assert await digest(open_unit, HOME, clock, WEEKDAYS) == 0

    return look


def _loaded(open_unit: OpenUnit) -> Act:
    async def count() -> object:
        async with open_unit(HOME) as unit:
            plan = await unit.plans.get(PLAN)
            tracked = await unit.actions.within(answering_to("Group 1", plan))
            moment = Moment(now=MONDAY, today=MONDAY.date())
            return summarise(tracked, moment, plan.period, plan.read_at)

    return count


async def _fill(open_unit: OpenUnit) -> None:
    """A plan whose actions answer to 50 groups in turn, and news of some of them."""
    async with open_unit(HOME) as unit:
        await unit.plans.put(Plan(key=PLAN, title="A plan", read_at=READ))
        actions = [_action(number) for number in range(ACTIONS)]
        await unit.actions.put(PLAN, actions)
        for number in range(GROUPS):
            name = f"Group {number}"
            address = Address(platform="benchmark", workspace=HOME, conversation=name)
            group = PartnershipGroup(name=name, slug=f"group-{number}", address=address)
            await unit.people.put_group(group)
        await unit.events.append_all([_event(each) for each in actions[:UPDATES]])
        await unit.commit()


def _action(number: int) -> Action:
    plain = an_action(number, ACTIONS)
    return plain.model_copy(update={"partnership_groups": (f"Group {number % GROUPS}",)})


def _event(action: Action) -> Event:
    return Event(
        plan=PLAN,
        ref=action.ref,
        kind=EventKind.UPDATED,
        at=MONDAY - timedelta(days=2),
        by="officer",
        by_name="An Officer",
        capacity=Capacity.OWNER,
        where="benchmark",
        message=f"about {action.ref}",
        words="it goes well",
        change=Change(status=Status.ON_TRACK),
        before=ActionState(status=Status.AT_RISK),
    )
