"""Reading plans into the database: bytes to a committed plan on SQLite, warm."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, milliseconds, p50, p95, timed, timed_async, times
from bot.assembly import store_at
from domain.ports import OpenUnit
from handlers.intake import File, consider, take_in
from plans.read import read
from tests.shared import SHARED
from tests.tree import ROOT

ROUNDS = 15
NOW = datetime(2027, 2, 9, 9, tzinfo=UTC)
SAMPLE = ROOT / "bot" / "console" / "sample" / "plan.csv"


def figures() -> Iterator[Figure]:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    files = seeds or [SAMPLE]
    if not seeds:
        yield Figure("the real plans", "not measured", "no ../shared beside the repository")
    stored = asyncio.run(_import_times(files))
    bytes_alone = p50(timed(lambda: [file.read_bytes() for file in files], ROUNDS))
    read_alone = p50(timed(lambda: [read(file.name, file.read_bytes()) for file in files], ROUNDS))
    whole = p50(stored)
    what = f"{len(files)} plans, read and committed" if seeds else "the sample, read and committed"
    yield Figure(what, milliseconds(whole), f"p95 {milliseconds(p95(stored))}")
    yield Figure("of that reading them into actions", milliseconds(read_alone))
    beside = f"importing takes {times(whole, bytes_alone)} as long"
    yield Figure("reading their bytes alone", milliseconds(bytes_alone), beside)


async def _import_times(files: list[Path]) -> list[float]:
    with TemporaryDirectory() as folder:
        async with store_at(f"sqlite:///{folder}/plans.db") as open_unit:
            return await timed_async(lambda number: _import(files, number, open_unit), ROUNDS)


async def _import(files: list[Path], number: int, open_unit: OpenUnit) -> None:
    """Import each file in a transaction of its own, into a workspace that knows none of them."""
    for file in files:
        content = file.read_bytes()
        document = read(file.name, content)
        async with open_unit(f"round {number}") as unit:
            named = File(name=file.name, digest=sha256(content).hexdigest())
            await take_in(await consider(named, document, unit), unit, NOW)
            await unit.commit()
