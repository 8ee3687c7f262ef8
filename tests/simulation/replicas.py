"""Replicas at work at the same time, which may fall asleep at any step as suspended machines do."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Self

from bot.clock import SetClock

NAPS = (1, 10, 60, 600, 10_080)  # minutes at most: a machine may be suspended for a week
LATER = timedelta(hours=1)  # until one whose machine is down is tried to be woken again
ANOTHER = timedelta(minutes=1)  # until the next beat of another
A_MOMENT = 0.001  # seconds that a database is given
AT_REST = 30  # turns of the loop after which nobody is at work who is not asleep

type Act = Callable[[], Awaitable[None]]


@dataclass
class Replicas:
    """Opens units of work for them, and lets them work until each is at its end or asleep."""

    store: Callable[[str], Any]
    clock: SetClock
    dice: Random
    chance: float  # of falling asleep before a unit of work is begun
    at: Callable[[datetime, Act], None]  # puts an event into the story
    up: Callable[[], bool]
    beat: Act  # of another, while one is asleep
    awake_by: datetime  # when all are awake again
    _steps: int = 0  # taken by anybody
    _open: int = 0  # units of work
    _sleeping: set[asyncio.Event] = field(default_factory=set)

    def __call__(self, workspace: str) -> Any:
        unit = self.store(workspace)
        return Dozing(unit, self) if self.chance else unit

    async def work(self, *acts: Awaitable[object]) -> None:
        """Run at the same time; if the process is killed, all of it ends before going on."""
        if self.chance:
            await self._rest([asyncio.ensure_future(each) for each in acts])
        elif len(acts) == 1:
            await acts[0]
        else:
            ends = await asyncio.gather(*acts, return_exceptions=True)
            for end in ends:
                if isinstance(end, BaseException):
                    raise end

    async def begin(self) -> None:
        """A unit of work is begun, now or after a sleep."""
        self._steps += 1
        if self.dice.random() < self.chance and self.clock.moment < self.awake_by:
            await self._sleep()
        self._open += 1

    def end(self) -> None:
        self._open -= 1

    def begin_anew(self) -> None:
        """Nobody is left who was asleep."""
        self._sleeping.clear()
        self._open = 0

    async def _sleep(self) -> None:
        woken = asyncio.Event()
        self._sleeping.add(woken)
        nap = timedelta(minutes=self.dice.randint(1, self.dice.choice(NAPS)))
        self.at(self.clock.moment + ANOTHER, self.beat)
        self._wake_at(min(self.clock.moment + nap, self.awake_by), woken)
        await woken.wait()

    def _wake_at(self, when: datetime, woken: asyncio.Event) -> None:
        async def wake() -> None:
            if woken not in self._sleeping:
                return
            if not self.up():
                return self._wake_at(self.clock.moment + LATER, woken)
            self._sleeping.discard(woken)
            woken.set()
            await self._rest(list(asyncio.all_tasks() - {asyncio.current_task()}))

        self.at(when, wake)

    async def _rest(self, tasks: "list[asyncio.Future[Any]]") -> None:
        """Until all are done, or none goes on that is not asleep."""
        still = 0
        while not all(each.done() for each in tasks):
            before = self._steps
            await asyncio.sleep(0 if still < AT_REST else A_MOMENT)
            still = still + 1 if self._steps == before else 0
            if still >= AT_REST and self._sleeping and not self._open:
                break
        for each in tasks:
            if each.done() and not each.cancelled() and (end := each.exception()):
                raise end


class Dozing:
    """A unit of work in a replica that may fall asleep before it is begun, and not know of it."""

    def __init__(self, unit: Any, replicas: Replicas) -> None:
        self._unit = unit
        self._replicas = replicas

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    async def __aenter__(self) -> Self:
        await self._replicas.begin()
        try:
            await self._unit.__aenter__()
        except BaseException:
            self._replicas.end()
            raise
        return self

    async def __aexit__(self, *error: Any) -> None:
        try:
            await self._unit.__aexit__(*error)
        finally:
            self._replicas.end()
