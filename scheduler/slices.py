"""Writing very much in slices, so that nobody waits long for the workspace's turn.

Two go at a time: while the database writes one the next is worded.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from itertools import batched

AT_ONCE = 2

type Write[Thing] = Callable[[tuple[Thing, ...]], Awaitable[bool]]
"""Writes a slice; False where none should be written any more."""


async def write_in_slices[Thing](things: Iterable[Thing], size: int, write: Write[Thing]) -> bool:
    """Whether all of it was written. What one slice raises is raised when the other has ended."""
    slices = batched(things, size)
    stopped = False

    async def go_on() -> None:
        nonlocal stopped
        for some in slices:
            try:
                stopped = not await write(some) or stopped
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
