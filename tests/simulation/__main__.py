"""Lives through many seeds: ``python -m tests.simulation 100000``, or one: ``--seed 7``."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from multiprocessing import cpu_count, get_context
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.assembly import store_at
from store.opening import keep_in_memory
from tests.simulation.judging import faults
from tests.simulation.life import Life, Story
from tests.simulation.setting import DAYS, setting_of

PARTS = 200  # in which the seeds are given to the processors
SHOWN = 20  # times it is said how far it is

type Fault = tuple[int, list[str]]


async def story_of(seed: int, on_sqlite: bool = False) -> Story:
    """Live through a seed, in memory or in a file that is then thrown away."""
    dice = Random(seed)
    setting = setting_of(dice)
    if not on_sqlite:
        return await Life(setting, keep_in_memory(), dice).live()
    with TemporaryDirectory() as folder:
        async with store_at(f"sqlite:///{folder}/simulated.db") as store:
            return await Life(setting, store, dice).live()


def trace_of(story: Story) -> str:
    """The same for the same story, and for no other."""
    return sha256("\n".join(story.platform.log).encode()).hexdigest()


def faulty(seeds: Iterable[int], on_sqlite: bool = False, most: int = 10) -> list[Fault]:
    """The seeds whose story the judges find fault with, ``most`` of them, and what they say."""
    logging.disable(logging.CRITICAL)  # what goes wrong is told by the story
    found: list[Fault] = []

    async def live() -> None:
        for seed in seeds:
            if told := faults(await story_of(seed, on_sqlite)):
                found.append((seed, told))
                if len(found) == most:
                    return

    asyncio.run(live())
    return found


def faulty_of(
    seeds: range, on_sqlite: bool = False, tell: Callable[[int, int], object] | None = None
) -> list[Fault]:
    """The same on all processors, of all seeds; ``tell`` hears how many were lived and faulty."""
    share = max(len(seeds) // PARTS, 1)
    parts = [seeds[start : start + share] for start in range(0, len(seeds), share)]
    judge = partial(faulty, on_sqlite=on_sqlite, most=share)
    told: list[Fault] = []
    with ProcessPoolExecutor(mp_context=get_context("fork")) as workers:
        for part, found in zip(parts, workers.map(judge, parts), strict=True):
            told += found
            if tell:
                tell(part.stop - seeds.start, len(told))
    return sorted(told)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("seeds", type=int, nargs="?", default=2_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, help="tell the story of one")
    parser.add_argument("--sqlite", action="store_true", help="keep everything in SQLite")
    parser.add_argument("--until-found", action="store_true", help="stop at the first fault")
    given = parser.parse_args(arguments)
    if given.seed is not None:
        return tell(given.seed, given.sqlite)
    start = perf_counter()
    seeds = range(given.first, given.first + given.seeds)
    if given.until_found:
        found = faulty(seeds, given.sqlite, most=1)
    else:
        found = faulty_of(seeds, given.sqlite, _Progress(len(seeds)))
    took = perf_counter() - start
    for seed, told in found:
        sys.stdout.write(f"seed {seed}: {'; '.join(told)}\n")
    sys.stdout.write(
        f"{given.seeds:,} seeds of {DAYS} days in {took:,.0f} s on {cpu_count()} processors"
        f" ({given.seeds / took:.0f} a second): {len(found)} with faults\n"
    )
    return 1 if found else 0


class _Progress:
    """Says now and then how far it is."""

    def __init__(self, seeds: int) -> None:
        self._seeds, self._shown = seeds, 0

    def __call__(self, done: int, faulty: int) -> None:
        if (done - self._shown) * SHOWN >= self._seeds:
            self._shown = done
            sys.stderr.write(f"{done:,} of {self._seeds:,} seeds, {faulty} with faults\n")
            sys.stderr.flush()


def tell(seed: int, on_sqlite: bool) -> int:
    logging.disable(logging.CRITICAL)
    story = asyncio.run(story_of(seed, on_sqlite))
    found = faults(story)
    sys.stdout.write("\n".join([*story.platform.log, "", *found, trace_of(story), ""]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
