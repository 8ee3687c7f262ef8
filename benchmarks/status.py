"""How a plan of 100,000 actions stands: counted in SQL, beside loading them all and counting."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime
from time import perf_counter

from benchmarks.databases import SECTIONS, Database, an_action, gather_statistics, on_each
from benchmarks.figures import Figure, milliseconds, p50, timed_async, times
from bot.assembly import Answer, answerer
from domain.conversation import Address, Request
from domain.people import Account, Appointment, Office, Person
from domain.ports import OpenUnit
from domain.summary import Moment, Scope, summarise
from domain.work import Period, Plan

ACTIONS = 100_000
FEW = 200  # as many as a large partnership has
ROUNDS = 5
LARGE, SMALL = "large", "small"  # workspaces
PLAN = "children-2026"
TODAY = date(2027, 2, 9)
NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)
MOMENT = Moment(now=NOW, today=TODAY)
HELLO, NEWS = "status outcome-1", "1.1 is delayed, the room is not ready"
CHAIR = Person(id="chair", name="Winifred Oakenshaw")
type Measure = Callable[[int], Awaitable[object]]


class FixedClock:
    def now(self) -> datetime:
        return NOW


def figures() -> Iterator[Figure]:
    yield from on_each(_figures)


async def _figures(database: Database) -> list[Figure]:
    open_unit = database.store
    filling = perf_counter()
    await fill(open_unit, LARGE, ACTIONS)
    filling = perf_counter() - filling
    await fill(open_unit, SMALL, FEW)
    await gather_statistics(database.url)
    plan = await timed_async(_summary(open_unit, Scope(plan=PLAN)), ROUNDS)
    section = Scope(plan=PLAN, section=SECTIONS[0].name)
    part = await timed_async(_summary(open_unit, section), ROUNDS)
    plainly = await timed_async(_plainly(open_unit), 1)
    chat = await _chat(open_unit)
    beside = f"loading and counting takes {times(p50(plainly), p50(plan))} as long"
    return [
        Figure(f"{database.name}: counting a plan of {ACTIONS:,}", _p50(plan), beside),
        Figure(f"{database.name}: counting one section of {ACTIONS // 5:,}", _p50(part)),
        *(Figure(f"{database.name}: {what}", *figure) for what, *figure in chat),
        Figure(f"{database.name}: storing them", f"{ACTIONS / filling:,.0f} a second"),
    ]


def _p50(took: list[float]) -> str:
    return milliseconds(p50(took))


def _summary(open_unit: OpenUnit, scope: Scope) -> Measure:
    async def count(number: int) -> object:
        async with open_unit(LARGE) as unit:
            return await unit.actions.summary(scope, MOMENT)

    return count


def _plainly(open_unit: OpenUnit) -> Measure:
    async def count(number: int) -> object:
        async with open_unit(LARGE) as unit:
            plan = await unit.plans.get(PLAN)
            return summarise(
                await unit.actions.within(Scope(plan=PLAN)), MOMENT, plan.period, plan.read_at
            )

    return count


async def _chat(open_unit: OpenUnit) -> list[tuple[str, str, str]]:
    """What is said to one that has spoken of the plans before, beside the plainest query."""
    answer = answerer(open_unit, FixedClock())
    plainest = p50(await timed_async(_plainest(open_unit), ROUNDS))
    found = [("one action, the plainest query", milliseconds(plainest), "")]
    for workspace, count in ((SMALL, FEW), (LARGE, ACTIONS)):
        first = await timed_async(_said(answer, workspace, HELLO), 1, warm=False)
        found.append((f"first message of all, a plan of {count:,}", _p50(first), ""))
        for words in (HELLO, NEWS):
            took = p50(await timed_async(_said(answer, workspace, words), ROUNDS))
            beside = f"{times(took, plainest)} the plainest query"
            found.append((f"“{words}” said, a plan of {count:,}", milliseconds(took), beside))
    return found


def _plainest(open_unit: OpenUnit) -> Measure:
    async def look_up(number: int) -> object:
        async with open_unit(LARGE) as unit:
            return await unit.actions.get(PLAN, "1.1")

    return look_up


def _account(workspace: str) -> Account:
    return Account(platform="benchmark", workspace=workspace, user=CHAIR.id)


def _said(answer: Answer, workspace: str, text: str) -> Measure:
    async def say(number: int) -> object:
        request = Request(
            id=f"{text} {number}",
            workspace=workspace,
            account=_account(workspace),
            address=Address(platform="benchmark", workspace=workspace, conversation=CHAIR.id),
            text=text,
        )
        return await answer(request)

    return say


async def fill(open_unit: OpenUnit, workspace: str, count: int) -> None:
    """Put one plan into a workspace, and a chair who may ask about it."""
    async with open_unit(workspace) as unit:
        await unit.people.put(CHAIR)
        await unit.people.link(_account(workspace), CHAIR.id)
        await unit.people.appoint(Appointment(person=CHAIR.id, office=Office.ADMINISTRATOR))
        period = Period(start=date(2026, 4, 1), end=date(2027, 3, 31))
        plan = Plan(key=PLAN, title="A plan", period=period, sections=SECTIONS, read_at=NOW)
        await unit.plans.put(plan)
        await unit.actions.put(PLAN, [an_action(number, count) for number in range(count)])
        await unit.commit()
