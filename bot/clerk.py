"""Answers what waits in a workspace: several people at once, each of them in the order they spoke.

What takes long, such as fetching a document, holds up nobody but who asked for it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from domain.problems import StoreUnavailable
from domain.waiting import Waiting
from handlers.answering import Answering

log = logging.getLogger(__name__)

AT_ONCE = 8  # people


@dataclass
class Clerk:
    """``said`` is called whenever something has been answered."""

    answering: Answering
    workspace: str
    said: Callable[[], None]
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _in_hand: dict[str, asyncio.Task[object]] = field(default_factory=dict)
    _next: deque[Waiting] = field(default_factory=deque)
    _left: set[str] = field(default_factory=set)  # what failed unforeseen, until the next beat

    def look(self) -> None:
        """Look again what waits, also in the midst of work."""
        self._news.set()

    async def work(self) -> None:
        """Answer until nothing is left that can be answered now. Raise StoreUnavailable.

        A message whose answering fails unforeseen is logged and left to the next beat.
        """
        try:
            while await self._take_up():
                await self._something_happens()
                self._put_away()
        finally:
            for task in self._in_hand.values():
                task.cancel()
            await asyncio.gather(*self._in_hand.values(), return_exceptions=True)
            self._in_hand.clear()
            self._next.clear()
            self._left.clear()

    async def _take_up(self) -> bool:
        """Begin with as many as can be in hand; False where there is nothing to do."""
        if len(self._in_hand) < AT_ONCE and (self._news.is_set() or not self._next):
            self._news.clear()
            self._next = deque(await self.answering.due(self.workspace))
        while self._next and len(self._in_hand) < AT_ONCE:
            waiting = self._next.popleft()
            if waiting.request.id not in self._in_hand.keys() | self._left:
                doing = self.answering.answer(waiting)
                self._in_hand[waiting.request.id] = asyncio.create_task(doing)
        return bool(self._in_hand)

    async def _something_happens(self) -> None:
        """Wait until something is answered or there is news."""
        news = asyncio.create_task(self._news.wait())
        try:
            await asyncio.wait([news, *self._in_hand.values()], return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()

    def _put_away(self) -> None:
        done = [id for id, task in self._in_hand.items() if task.done()]
        for id, task in [(id, self._in_hand.pop(id)) for id in done]:
            fault = task.exception()
            if isinstance(fault, StoreUnavailable):
                raise fault
            if fault:
                self._left.add(id)
                log.error("not_put_off", extra={"request": id}, exc_info=fault)
        if done:
            self.said()
