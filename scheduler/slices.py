"""Writing very much in slices, so that nobody waits long for the workspace's turn.

Two go at a time: while the database writes one the next is worded. One thing that cannot be
written keeps none of the others from being written.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from itertools import batched, chain, islice

from scheduler.faults import ours

AT_ONCE = 2
FEW = 100  # that may fail alone; the rest is left to the next time

type Write[Thing] = Callable[[tuple[Thing, ...]], Awaitable[bool]]
"""Writes a slice; False where none should be written any more."""

type Spare[Thing] = Callable[[Thing, BaseException], bool]
"""Takes what cannot be written even alone; False where that is no fault of this one thing."""


async def write_in_slices[Thing](
    things: Iterable[Thing], size: int, write: Write[Thing], spare: Spare[Thing]
) -> bool:
    """Whether all of it was written, but for what was spared; of that only a few at a time.

    What one slice raises is raised when the other has ended.
    """
    slices = batched(things, size)
    apart = _Apart(write, spare)
    begun = [*islice(slices, AT_ONCE)]
    if len(begun) < AT_ONCE:  # as almost always
        return all([await apart.write(some) for some in begun])
    ahead, stopped = chain(begun, slices), False

    async def go_on() -> None:
        nonlocal stopped
        for some in ahead:
            try:
                stopped = not await apart.write(some) or stopped
            except BaseException:
                stopped = True
                raise
            if stopped:
                return

    ended = await asyncio.gather(*(go_on() for _ in range(AT_ONCE)), return_exceptions=True)
    for each in ended:
        if isinstance(each, BaseException):
            raise each
    return not stopped


@dataclass
class _Apart[Thing]:
    """Writes a slice whose writing fails in halves, until what makes it fail is alone."""

    whole: Write[Thing]
    spare: Spare[Thing]
    left: int = FEW

    async def write(self, things: tuple[Thing, ...]) -> bool:
        try:
            return await self.whole(things)
        except Exception as error:
            if len(things) == 1:
                if not self.spare(things[0], error):
                    raise
                self.left -= 1
                return self.left > 0
            if not ours(error):
                raise
        half = len(things) // 2
        return await self.write(things[:half]) and await self.write(things[half:])
