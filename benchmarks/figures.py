"""Timing, and how a figure is written."""

from collections.abc import Awaitable, Callable
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the result: what was measured, the figure, and what it is beside."""

    what: str
    value: str
    beside: str = ""


class Spent(NamedTuple):
    """Seconds that passed, and those in which this process computed: others slow the first only."""

    wall: float
    cpu: float


class NotMeasured(Exception):
    """Why something cannot be measured here; in words."""


def timed(act: Callable[[], object], rounds: int) -> list[float]:
    """Seconds that each of ``rounds`` took, after one that does not count."""
    act()
    return [_seconds(act) for _ in range(rounds)]


async def timed_async(
    act: Callable[[int], Awaitable[object]], rounds: int, warm: bool = True
) -> list[float]:
    """The same for something that waits; it is told the number of its round."""
    if warm:
        await act(0)
    took = []
    for number in range(1, rounds + 1):
        start = perf_counter()
        await act(number)
        took.append(perf_counter() - start)
    return took


async def spent_on(act: Callable[[], Awaitable[object]]) -> Spent:
    wall, cpu = perf_counter(), process_time()
    await act()
    return Spent(perf_counter() - wall, process_time() - cpu)


async def by_turns(rounds: int, *acts: Callable[[], Awaitable[object]]) -> list[Spent]:
    """The medians of several acts that are done in turn, A B A B, after one round for nothing."""
    took = [[await spent_on(act) for act in acts] for _ in range(rounds + 1)][1:]
    return [
        Spent(p50([each.wall for each in column]), p50([each.cpu for each in column]))
        for column in zip(*took, strict=True)
    ]


def p50(took: list[float]) -> float:
    return median(took)


def p95(took: list[float]) -> float:
    return quantiles(took, n=20)[-1] if len(took) > 1 else took[0]


def p99(took: list[float]) -> float:
    return quantiles(took, n=100)[-1] if len(took) > 1 else took[0]


def milliseconds(seconds: float) -> str:
    thousandths = seconds * 1000
    return f"{thousandths:.3f} ms" if thousandths < 1 else f"{thousandths:,.1f} ms"


def times(slow: float, fast: float) -> str:
    """How often the fast one goes into the slow one: "25 x"."""
    ratio = slow / fast
    return f"{ratio:.1f} x" if ratio < 10 else f"{ratio:,.0f} x"


def _seconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start
