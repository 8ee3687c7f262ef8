"""Prints every figure: ``make bench``, or ``python -m benchmarks NAME ...`` for some of them.

Absolute figures move with the machine; the ratios hold, because both sides run in one process
and in turn.
"""

import sys
import warnings
from collections.abc import Callable, Iterable

from benchmarks import (
    beats,
    code,
    digests,
    formats,
    messages,
    plans_in,
    slack,
    starting,
    status,
    waiting,
)
from benchmarks.figures import Figure, NotMeasured

PARTS: dict[str, Callable[[], Iterable[Figure]]] = {
    "starting": starting.figures,  # first, while this process is still small
    "plans_in": plans_in.figures,
    "formats": formats.figures,
    "messages": messages.figures,
    "status": status.figures,
    "digests": digests.figures,
    "beats": beats.figures,
    "slack": slack.figures,
    "waiting": waiting.figures,
    "code": code.figures,
}


def main(wanted: list[str]) -> None:
    warnings.simplefilter("ignore")  # of the libraries that are set beside ours
    for name in wanted or PARTS:
        say(f"\n{PARTS[name].__module__}: {sys.modules[PARTS[name].__module__].__doc__}")
        try:
            for figure in PARTS[name]():
                say(f"  {figure.what:<58} {figure.value:>14}   {figure.beside}".rstrip())
        except NotMeasured as reason:
            say(f"  not measured: {reason}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
