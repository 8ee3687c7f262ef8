"""Lives through many seeds: ``python -m tests.simulation 100000``, or one: ``--seed 7``.

It stops at the first seed with a fault. ``--first`` goes on where an earlier run has stopped.
"""

import argparse
import gc
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from hashlib import sha256
from multiprocessing import cpu_count, get_context
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.assembly import store_at
from store.opening import keep_in_memory
from tests.simulation.judging import faults
from tests.simulation.life import Life
from tests.simulation.loop import run
from tests.simulation.setting import DAYS, setting_of
from tests.simulation.story import Story

TEN = 10  # of so many months one has an action that cannot be looked at
SHARE = 25  # seeds that a processor is given at a time
SWEPT_AFTER = 100_000  # things made and not done away with
SHOWN = 60.0  # seconds after which it is said again how far it is

type Fault = tuple[int, list[str]]


async def story_of(seed: int, on_sqlite: bool = False) -> Story:
    """Live through a seed, in memory or in a file that is then thrown away."""
    dice, whims = Random(seed), Random(f"whims {seed}")
    setting = setting_of(dice, whims)
    if seed % TEN == TEN - 1:
        faulty = Random(f"faulty {seed}").choice(setting.tasks).name
        setting = replace(setting, faulty=faulty)
    if not on_sqlite:
        return await Life(setting, keep_in_memory(), dice, whims).live()
    with TemporaryDirectory() as folder:
        async with store_at(f"sqlite:///{folder}/simulated.db") as store:
            return await Life(setting, store, dice, whims).live()


def trace_of(story: Story) -> str:
    """The same for the same story, and for no other."""
    return sha256("\n".join(story.platform.log).encode()).hexdigest()


def _sweep_seldom() -> None:
    """Once in a process: frozen again, what earlier seeds have left would be kept for ever."""
    gc.freeze()  # all the code, which need not be looked through again and again
    gc.set_threshold(SWEPT_AFTER)  # and what a seed makes only now and then: it is not much


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

    run(live())
    return found


def first_faulty(seeds: range, on_sqlite: bool) -> list[Fault]:
    """The first of them, in a process that lives through no others."""
    _sweep_seldom()
    return faulty(seeds, on_sqlite, most=1)


def faulty_of(
    seeds: range,
    on_sqlite: bool = False,
    tell: Callable[[int], object] | None = None,
    until_found: bool = False,
) -> list[Fault]:
    """The same on all processors, of all seeds; ``tell`` hears up to which they have been lived."""
    parts = [seeds[start : start + SHARE] for start in range(0, len(seeds), SHARE)]
    judge = partial(faulty, on_sqlite=on_sqlite, most=1 if until_found else SHARE)
    told: list[Fault] = []
    with ProcessPoolExecutor(None, get_context("fork"), _sweep_seldom) as workers:
        for part, found in zip(parts, workers.map(judge, parts), strict=True):
            told += found
            if told and until_found:
                workers.shutdown(cancel_futures=True)
                break
            if tell:
                tell(part.stop)
    return told


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("seeds", type=int, nargs="?", default=2_000)
    parser.add_argument("--first", type=int, default=0, help="the seed to begin with")
    parser.add_argument("--seed", type=int, help="tell the story of one")
    parser.add_argument("--sqlite", action="store_true", help="keep everything in SQLite")
    parser.add_argument("--alone", action="store_true", help="on one processor")
    given = parser.parse_args(arguments)
    if given.seed is not None:
        return tell(given.seed, given.sqlite)
    seeds = range(given.first, given.first + given.seeds)
    progress = _Progress(seeds)
    if given.alone:
        found = first_faulty(seeds, given.sqlite)
        progress(seeds.stop)
    else:
        found = faulty_of(seeds, given.sqlite, progress, until_found=True)
    for seed, told in found:
        sys.stdout.write(f"seed {seed}: {'; '.join(told)}\n")
    if not found:
        sys.stdout.write(f"{len(seeds):,} seeds of {DAYS} days, none with a fault: {progress}\n")
    return 1 if found else 0


class _Progress:
    """Says now and then how far it is, and how to go on from there if it is stopped."""

    def __init__(self, seeds: range) -> None:
        self._seeds, self._start = seeds, perf_counter()
        self._done, self._said = seeds.start, self._start

    def __call__(self, done: int) -> None:
        self._done = done
        if perf_counter() - self._said > SHOWN:
            self._said = perf_counter()
            sys.stderr.write(f"no fault before seed {done} (--first {done} goes on): {self}\n")
            sys.stderr.flush()

    def __str__(self) -> str:
        took = perf_counter() - self._start
        pace = (self._done - self._seeds.start) / took
        return f"{took:,.0f} s, {pace:.1f} seeds a second on {cpu_count()} processors"


def tell(seed: int, on_sqlite: bool) -> int:
    logging.disable(logging.CRITICAL)
    story = run(story_of(seed, on_sqlite))
    found = faults(story)
    sys.stdout.write("\n".join([*story.platform.log, "", *found, trace_of(story), ""]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
