"""How long `planbot demo` takes from nothing to its last answer, and how much memory at most."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.figures import Figure, NotMeasured, times
from tests.tree import ROOT

ROUNDS = 5
SCRIPT = "/as RT\n7.3 on track, the first payments were tested last week\nstatus staying-safe\n"
LIBRARIES = "import pydantic, sqlalchemy.ext.asyncio, aiosqlite, asyncio"

# A child begins with the memory of whoever forks it, so the one that forks must be small.
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, outcome, used = os.wait4(child, 0)
print(time.perf_counter() - start, used.ru_maxrss, os.waitstatus_to_exitcode(outcome))
"""


class Run(NamedTuple):
    seconds: float
    megabytes: float


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        script = Path(folder) / "script.txt"
        script.write_text(SCRIPT, encoding="utf-8")
        demo = _median_run("-m", "bot", "demo", "--script", str(script))
    libraries = _median_run("-c", LIBRARIES)
    bare = _median_run("-c", "pass")
    beside = f"{times(demo.seconds, libraries.seconds)} importing its libraries"
    yield Figure("planbot demo, two sentences, to the end", f"{demo.seconds:.2f} s", beside)
    beside = f"{times(demo.megabytes, libraries.megabytes)} its libraries"
    yield Figure("most memory it held", f"{demo.megabytes:.0f} MB", beside)
    yield Figure("importing its libraries alone", *_shown(libraries))
    yield Figure("Python alone", *_shown(bare))


def _shown(run: Run) -> tuple[str, str]:
    return f"{run.seconds:.2f} s", f"{run.megabytes:.0f} MB"


def _median_run(*arguments: str) -> Run:
    runs = [_run(*arguments) for _ in range(ROUNDS + 1)][1:]
    return Run(median(each.seconds for each in runs), median(each.megabytes for each in runs))


def _run(*arguments: str) -> Run:
    launched = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LAUNCHER, sys.executable, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory, outcome = launched.stdout.split()
    if int(outcome):
        raise NotMeasured(f"{' '.join(arguments[:3])} ended with {outcome}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(float(seconds), int(memory) / unit)
