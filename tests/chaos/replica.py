"""What each process does until it is killed: send, in one of three orders."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.conversation import Address, Kind, Outgoing, Reply
from domain.pacing import Pacing
from domain.ports import Store
from domain.sending import Receipt, Unknown
from scheduler import postman, sender
from scheduler.postman import Sending
from scheduler.sender import send_due
from store.opening import keep_in

WORKSPACE, ASIDE = "chaos", "aside"
PLATFORM = "fake"
TAKES = 0.002  # seconds until the platform answers
LOST = 0.01  # of the answers
TIMES = 60  # how often faster its clock runs: the lease of three minutes takes three seconds
NEVER = timedelta(days=365)  # is a message given up here, where a day takes 24 minutes
AT_ONCE = 10  # messages that the naive orders take, so that a life is long enough for them
IN_FLIGHT = 10  # messages; who is killed with all fifty would leave too many to wait for
WARMING = 3  # messages

type Order = Callable[[Store, "FakePlatform", str], Awaitable[int]]


class QuickClock:
    """Runs faster than the day, the same in all processes."""

    def now(self) -> datetime:
        real = datetime.now(UTC)  # noqa: TID251 - what the processes share
        midnight = real.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + (real - midnight) * TIMES


@dataclass
class FakePlatform:
    """Keeps what was delivered in a database of its own, and sometimes loses its answer."""

    pool: "asyncpg.Pool[asyncpg.Record]"
    pacing: Pacing

    async def send(self, outgoing: Outgoing) -> Receipt:
        await self.pool.execute("INSERT INTO delivered (key) VALUES ($1)", outgoing.key)
        await asyncio.sleep(TAKES)
        if random.random() < LOST:
            raise Unknown
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        there = "SELECT 1 FROM delivered WHERE key = $1 LIMIT 1"
        found = await self.pool.fetchrow(there, outgoing.key)
        return Receipt(message=outgoing.key) if found else None


async def looks_first(store: Store, platform: FakePlatform, workspace: str) -> int:
    """The product's own sender."""
    sending = Sending(store, {PLATFORM: platform}, QuickClock(), random.random)
    return await send_due(sending, workspace)


async def marks_after(store: Store, platform: FakePlatform, workspace: str) -> int:
    """Naive: send what is taken, then mark what was answered; the rest is sent again."""
    clock = QuickClock()
    async with store(workspace) as unit:
        now = clock.now()
        leased = await unit.outbox.lease(PLATFORM, now, now + postman.LEASE, AT_ONCE)
        await unit.commit()
    answered = [each for each in leased if await _answered(platform, each)]
    async with store(workspace) as unit:
        for each in answered:
            await unit.outbox.sent(each.key, clock.now())
        await unit.commit()
    return len(leased)


async def marks_before(store: Store, platform: FakePlatform, workspace: str) -> int:
    """Naive: mark what is taken, and send it then."""
    clock = QuickClock()
    async with store(workspace) as unit:
        now = clock.now()
        leased = await unit.outbox.lease(PLATFORM, now, now + postman.LEASE, AT_ONCE)
        for each in leased:
            await unit.outbox.sent(each.key, now)
        await unit.commit()
    for each in leased:
        await _answered(platform, each)
    return len(leased)


ORDERS: dict[str, Order] = {
    "looks first": looks_first,
    "marks after": marks_after,
    "marks before": marks_before,
}


async def _answered(platform: FakePlatform, message: Outgoing) -> bool:
    try:
        await platform.send(message)
    except Unknown:
        return False
    return True


async def live(order: str, engine: AsyncEngine, platform_url: str) -> None:
    """Send until killed."""
    sender.AT_ONCE = IN_FLIGHT
    postman.GIVEN_UP_AFTER = NEVER
    pool = await asyncpg.create_pool(platform_url, min_size=1, max_size=2)
    platform = FakePlatform(pool, Pacing())
    store = keep_in(engine)
    while True:
        if not await ORDERS[order](store, platform, WORKSPACE):
            await asyncio.sleep(0.02)


async def warm(order: str, engine: AsyncEngine, platform_url: str) -> None:
    """Send a little aside, before any replica begins: what it learns on it all of them know.

    They live for a second, and would spend it on building statements with the locks in hand.
    """
    pool = await asyncpg.create_pool(platform_url, min_size=1, max_size=2)
    store = keep_in(engine)
    await put(store, ASIDE, WARMING)
    while await ORDERS[order](store, FakePlatform(pool, Pacing()), ASIDE):
        pass
    await pool.execute("DELETE FROM delivered")
    await pool.close()
    await engine.dispose()  # a connection is for one process


async def put(store: Store, workspace: str, messages: int) -> None:
    """Let so many reminders wait, each for another officer."""
    now = QuickClock().now()
    async with store(workspace) as unit:
        await unit.outbox.put_all([_message(number, now) for number in range(messages)])
        await unit.commit()


def _message(number: int, now: datetime) -> Outgoing:
    where = Address(platform=PLATFORM, workspace=WORKSPACE, conversation=f"officer {number}")
    return Outgoing(
        key=f"{number}",
        kind=Kind.REMINDER,
        address=where,
        reply=Reply(summary="How is 1.1?"),
        day=now.date(),
        not_before=now,
    )
