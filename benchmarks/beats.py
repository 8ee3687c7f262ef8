"""A look at a million actions of which a hundred are due, and ten thousand messages at once."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

from sqlalchemy import text

from benchmarks.databases import (
    PLATFORM,
    Database,
    copy_plan,
    gather_statistics,
    on_each,
    put_officers,
)
from benchmarks.figures import Figure, Spent, by_turns, milliseconds, p50, spent_on, times
from benchmarks.kept import Noting
from bot.clock import SetClock
from domain.calendar import Calendar
from domain.conversation import Address, Outgoing, Request
from domain.instructions import Instruction
from domain.pacing import Pacing
from domain.people import Account
from domain.sending import Receipt
from domain.summary import Scope
from domain.timetable import RoundOpened, Timetable
from domain.work import Action, Due, DueKind, Period, Plan
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.postman import Sending
from scheduler.sender import send_due
from store.database import open_database

ACTIONS = 1_000_000
IN_A_PLAN = 10_000
DUE = 100
OFFICERS = 50  # who have those to answer for
AT_ONCE = 10_000  # officers who are all asked in one instant
ROUNDS = 9
MANY, CROWD = "many", "crowd"  # workspaces
TODAY = date(2027, 2, 9)
CLOCK = SetClock(datetime(2027, 2, 9, 10, tzinfo=UTC))
EARLIER = SetClock(datetime(2027, 2, 9, 8, tzinfo=UTC))
WEEK = timedelta(days=7)
EVERY_DAY = Calendar()
PLAIN = (
    "SELECT a.printed, a.state FROM standings s JOIN actions a ON a.workspace = s.workspace"
    " AND a.plan = s.plan AND a.ref = s.ref WHERE s.workspace = 'many' AND s.wakes_at <= '{now}'"
    " ORDER BY s.wakes_at, s.plan, s.position LIMIT 20000"
)
type Act = Callable[[], Awaitable[object]]


class Counter:
    """A platform that answers at once."""

    pacing = Pacing()
    sent = 0

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.sent += 1
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        return None


class Ringing:
    """Somebody says something again and again, while something else is done."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.took: list[float] = []

    async def during(self, act: Act) -> None:
        doing = asyncio.ensure_future(act())
        while not doing.done():
            self.took.append((await spent_on(self._say)).wall)
            await asyncio.sleep(0.02)
        await doing

    async def _say(self) -> None:
        account = Account(platform=PLATFORM, workspace=CROWD, user="p1")
        place = Address(platform=PLATFORM, workspace=CROWD, conversation="p1")
        id = f"said {len(self.took)}"
        said = Request(id=id, workspace=CROWD, account=account, address=place, text="1 done")
        async with self._database.store(CROWD) as unit:
            await unit.inbox.receive(said, CLOCK.moment)
            await unit.commit()


def figures() -> Iterator[Figure]:
    yield from on_each(_figures)


async def _figures(database: Database) -> list[Figure]:
    filling = await spent_on(lambda: _fill(database))
    many = await _among_many(database)
    crowd = await _at_once(database)
    stored = Figure("storing a million actions", f"{filling.wall:,.0f} s")
    found = [stored, *many, *crowd]
    return [each._replace(what=f"{database.name}: {each.what}") for each in found]


async def _among_many(database: Database) -> list[Figure]:
    """Looking for what is due of a million, and a beat over them, beside the plain query."""
    engine = open_database(database.url)
    async with engine.connect() as connection:

        async def ask() -> object:
            return (await connection.execute(text(PLAIN.format(now=f"{CLOCK.moment:%F %T}")))).all()

        looked, plain = await by_turns(ROUNDS, _look(database), ask)
        first = await spent_on(_beat(database, MANY))
        again, plain_again = await by_turns(ROUNDS, _beat(database, MANY), ask)
    await engine.dispose()
    return [
        Figure(
            f"what is due of {ACTIONS:,}, {DUE} of them",
            milliseconds(looked.wall),
            f"CPU {milliseconds(looked.cpu)}; the plain query takes {milliseconds(plain.wall)}",
        ),
        Figure(
            f"a beat over them, first ({OFFICERS} messages)",
            *_beside(first, plain),
        ),
        Figure("a beat over them, again", *_beside(again, plain_again)),
    ]


async def _at_once(database: Database) -> list[Figure]:
    """Everybody is asked in one instant; then nobody is; then all of it is sent."""
    too_early = await spent_on(_beat(database, CROWD, EARLIER))
    [early] = await by_turns(ROUNDS, _beat(database, CROWD, EARLIER))
    ringing, noting = Ringing(database), Noting(database.store)
    noted, began = database._replace(store=noting), perf_counter()
    crowd = await spent_on(lambda: ringing.during(_beat(noted, CROWD)))
    written = await _waiting(database)
    [idle] = await by_turns(ROUNDS, _beat(database, CROWD))
    await _open_a_round(database)
    [round_open] = await by_turns(ROUNDS, _beat(database, CROWD, diary=Diary()))
    platform = Counter()
    posted = await spent_on(_post(database, platform))
    return [
        Figure(
            f"a beat before the hour of {AT_ONCE:,} officers, first",
            milliseconds(too_early.wall),
            f"CPU {milliseconds(too_early.cpu)}; again {milliseconds(early.cpu)}",
        ),
        Figure(
            f"{written:,} of {AT_ONCE:,} due in one instant, in the outbox",
            milliseconds(noting.last - began),
            f"the whole beat {milliseconds(crowd.wall)}, CPU {milliseconds(crowd.cpu)};"
            f" {milliseconds(crowd.cpu / AT_ONCE)} for each",
        ),
        Figure(
            "meanwhile what comes in is kept, at worst within",
            milliseconds(max(ringing.took)),
            f"median {milliseconds(p50(ringing.took))} of {len(ringing.took)}",
        ),
        Figure(
            f"a beat over those {AT_ONCE:,} officers, again",
            milliseconds(idle.wall),
            f"CPU {milliseconds(idle.cpu)}; the first goes {times(crowd.cpu, idle.cpu)} into it",
        ),
        Figure(
            "the same while a reporting round asks all of them",
            milliseconds(round_open.wall),
            f"CPU {milliseconds(round_open.cpu)}",
        ),
        Figure(
            f"{platform.sent:,} of them sent",
            f"{AT_ONCE / posted.wall:,.0f} a second",
            f"CPU {milliseconds(posted.cpu / AT_ONCE)} for each",
        ),
    ]


def _beside(took: Spent, plain: Spent) -> tuple[str, str]:
    plainly = f"{times(took.wall, plain.wall)} the plain query"
    return milliseconds(took.wall), f"CPU {milliseconds(took.cpu)}; {plainly}"


def _look(database: Database) -> Act:
    async def look() -> None:
        async with database.store(MANY) as unit:
            assert len(await unit.actions.awake(CLOCK.moment, 20_000)) == DUE

    return look


def _beat(
    database: Database, workspace: str, clock: SetClock = CLOCK, diary: Diary | None = None
) -> Act:
    async def go_round() -> None:
        await beat(database.store, workspace, clock, EVERY_DAY, diary=diary)

    return go_round


def _post(database: Database, platform: Counter) -> Act:
    async def post() -> None:
        sending = Sending(database.store, {PLATFORM: platform}, CLOCK, random.random)
        while await send_due(sending, CROWD):
            pass

    return post


async def _open_a_round(database: Database) -> None:
    days = Timetable(opens=TODAY, closes=TODAY + WEEK, papers=TODAY + 2 * WEEK)
    opened = RoundOpened(scope=Scope(plan="plan"), days=days)
    told = Instruction(
        at=CLOCK.moment,
        by="p0",
        by_name="Officer 0",
        where=PLATFORM,
        message="round",
        words="open a round",
        plan="plan",
        order=opened,
    )
    async with database.store(CROWD) as unit:
        await unit.instructions.append(told)
        await unit.commit()


async def _waiting(database: Database) -> int:
    engine = open_database(database.url)
    async with engine.connect() as connection:
        asked = text("SELECT count(*) FROM outbox WHERE workspace = :crowd AND state = 'waiting'")
        count = (await connection.execute(asked, {"crowd": CROWD})).scalar_one()
    await engine.dispose()
    return int(count)


async def _fill(database: Database) -> None:
    """A hundred plans, in one of which some actions are due; and one that asks everybody."""
    await put_officers(database, MANY, OFFICERS)
    await _put_plan(database, MANY, "plan-0", OFFICERS, CLOCK.moment + timedelta(days=40))
    copies = [f"plan-{number}" for number in range(1, ACTIONS // IN_A_PLAN)]
    await copy_plan(database, MANY, "plan-0", copies)
    async with database.store(MANY) as unit:
        await unit.actions.wake("plan-0", dict.fromkeys(map(str, range(DUE))))
        await unit.commit()
    await put_officers(database, CROWD, AT_ONCE)
    await _put_plan(database, CROWD, "plan", AT_ONCE, None)
    await gather_statistics(database.url)


async def _put_plan(
    database: Database, workspace: str, key: str, officers: int, until: datetime | None
) -> None:
    """A plan that is due today, all of which sleeps until a moment, or none of it."""
    period = Period(start=date(2026, 4, 1), end=date(2028, 3, 31))
    plan = Plan(key=key, title=key, period=period, read_at=CLOCK.moment)
    async with database.store(workspace) as unit:
        await unit.plans.put(plan)
        actions = [_action(number, officers) for number in range(IN_A_PLAN)]
        await unit.actions.put(key, actions)
        await unit.actions.wake(key, {each.ref: until for each in actions})
        await unit.commit()


def _action(number: int, officers: int) -> Action:
    return Action(
        ref=f"{number}",
        text=f"Deliver part {number} of the programme",
        due=Due(kind=DueKind.BY, end=TODAY),
        owners=(f"Officer {number % officers}",),
    )
