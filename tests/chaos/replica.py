"""What each process does until it is killed: send, in one of three orders."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import asyncpg

from domain.conversation import Outgoing
from domain.pacing import Pacing
from domain.ports import Store
from domain.sending import Receipt, Unknown
from scheduler import postman, sender
from scheduler.postman import Sending
from scheduler.sender import send_due
from store.database import open_database
from store.opening import keep_in

WORKSPACE = "chaos"
PLATFORM = "fake"
TAKES = 0.002  # seconds until the platform answers
LOST = 0.01  # of the answers
TIMES = 60  # how often faster its clock runs: the lease of three minutes takes three seconds
AT_ONCE = 10  # messages that the naive orders take, so that a life is long enough for them
IN_FLIGHT = 10  # messages; who is killed with all fifty would leave too many to wait for
CONNECTIONS = 3  # which a replica that lives for a second makes anew each time

type Order = Callable[[Store, "FakePlatform"], Awaitable[int]]


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


async def looks_first(store: Store, platform: FakePlatform) -> int:
    """The product's own sender."""
    sending = Sending(store, {PLATFORM: platform}, QuickClock(), random.random)
    return await send_due(sending, WORKSPACE)


async def marks_after(store: Store, platform: FakePlatform) -> int:
    """Naive: send what is taken, then mark what was answered; the rest is sent again."""
    clock = QuickClock()
    async with store(WORKSPACE) as unit:
        now = clock.now()
        leased = await unit.outbox.lease(PLATFORM, now, now + postman.LEASE, AT_ONCE)
        await unit.commit()
    answered = [each for each in leased if await _answered(platform, each)]
    async with store(WORKSPACE) as unit:
        for each in answered:
            await unit.outbox.sent(each.key, clock.now())
        await unit.commit()
    return len(leased)


async def marks_before(store: Store, platform: FakePlatform) -> int:
    """Naive: mark what is taken, and send it then."""
    clock = QuickClock()
    async with store(WORKSPACE) as unit:
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


async def live(order: str, store_url: str, platform_url: str) -> None:
    """Send until killed."""
    sender.AT_ONCE = IN_FLIGHT
    engine = open_database(store_url, connections=CONNECTIONS)
    pool = await asyncpg.create_pool(platform_url, min_size=1, max_size=2)
    platform = FakePlatform(pool, Pacing())
    store = keep_in(engine)
    while True:
        if not await ORDERS[order](store, platform):
            await asyncio.sleep(0.02)
