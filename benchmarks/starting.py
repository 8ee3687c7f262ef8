"""How long `planbot demo` takes to its last answer and `planbot run` to listen, and their memory.

`planbot run` is started with no platform, with each alone and with both, in turn.
"""

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from cryptography.fernet import Fernet

from benchmarks.figures import Figure, NotMeasured, times
from tests.tree import ROOT

ROUNDS = 5
SCRIPT = "/as RT\n7.3 on track, the first payments were tested last week\nstatus staying-safe\n"
SECRET = "s" * 32
SLACK = {
    "PLANBOT_SLACK_SIGNING_SECRET": SECRET,
    "PLANBOT_SLACK_CLIENT_ID": "1.1",
    "PLANBOT_SLACK_CLIENT_SECRET": SECRET,
    "PLANBOT_PUBLIC_URL": "https://planbot.example",
}
TEAMS = {
    "PLANBOT_TEAMS_CLIENT_ID": "bot-1",
    "PLANBOT_TEAMS_CLIENT_SECRET": SECRET,
    "PLANBOT_TEAMS_TENANT_ID": "tenant-1",
}
PLATFORMS = {"no platform": {}, "Slack": SLACK, "Teams": TEAMS, "both": SLACK | TEAMS}
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
    yield from _served()


def _served() -> Iterator[Figure]:
    """From nothing to listening; with the SDK of Teams loaded only where that is set."""
    runs: dict[str, list[Run]] = {name: [] for name in PLATFORMS}
    for _ in range(ROUNDS):
        for name, settings in PLATFORMS.items():
            runs[name].append(_listening(settings))
    medians = {name: _median(those) for name, those in runs.items()}
    alone = medians["no platform"]
    for name, run in medians.items():
        seconds, megabytes = _shown(run)
        beside = f"{megabytes}, {times(run.seconds, alone.seconds)} that of no platform"
        yield Figure(f"planbot run until it listens: {name}", seconds, beside)


def _listening(settings: Mapping[str, str]) -> Run:
    with TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environment = {
            "PLANBOT_PORT": str(port),
            "PLANBOT_HOST": "127.0.0.1",
            "PLANBOT_DATABASE_URL": f"sqlite:///{folder}/planbot.db",
            "PLANBOT_KEY": Fernet.generate_key().decode(),
            "PYTHONPATH": str(ROOT),
            **settings,
        }
        start = perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert process.stdout is not None
            if not any("Listening" in line for line in process.stdout):
                raise NotMeasured("planbot run did not start")
            return Run(perf_counter() - start, _resident(process.pid))
        finally:
            process.kill()
            process.communicate()


def _resident(process: int) -> float:
    """Megabytes that a process holds at this moment."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=True)
    return int(told.stdout) / 1024


def _shown(run: Run) -> tuple[str, str]:
    return f"{run.seconds:.2f} s", f"{run.megabytes:.0f} MB"


def _median_run(*arguments: str) -> Run:
    return _median([_run(*arguments) for _ in range(ROUNDS + 1)][1:])


def _median(runs: Sequence[Run]) -> Run:
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
