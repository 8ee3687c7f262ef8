"""Answers what has come in and sends what is to go out, as soon as there is something.

Each workspace has a task of its own for either, so that none waits for another. A process that
stops in the middle loses nothing: what is undone lies in the inbox and the outbox.
"""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from bot.clerk import Clerk
from domain.conversation import Reply, Request
from domain.problems import StoreUnavailable
from handlers.answering import Answering
from scheduler.postman import Sending
from scheduler.sender import send_due
from scheduler.sweeping import unswept

log = logging.getLogger(__name__)

SHORTLY = timedelta(seconds=30)  # what is due later is found by the next beat
SOON = timedelta(milliseconds=60)  # of the hundred in which a platform is acknowledged
QUESTIONS = 8  # at once; who asks meanwhile is answered in turn
BREATH = timedelta(seconds=2)  # after a fault of the store


@dataclass
class Desk:
    sending: Sending
    answering: Answering
    _tasks: dict[tuple[str, str], asyncio.Task[None]] = field(default_factory=dict)
    _wanted: set[tuple[str, str]] = field(default_factory=set)
    _alarms: dict[str, asyncio.TimerHandle] = field(default_factory=dict)
    _clerks: dict[str, Clerk] = field(default_factory=dict)
    _questions: set[asyncio.Task[Reply | None]] = field(default_factory=set)

    @property
    def busy(self) -> bool:
        """Whether anything is being answered or sent at this moment."""
        return bool(self._tasks)

    async def ask(self, request: Request) -> Reply | None:
        """Answer a request on the spot; None where it was answered before.

        Raise NotYet where it is kept and still waits, StoreUnavailable where it was not kept.
        """
        return await self.answering.at_once(request)

    async def question(self, request: Request) -> Reply | None:
        """Answer what only asks something, if that is soon done; None where it is to be kept."""
        if len(self._questions) >= QUESTIONS:
            return None
        asking = asyncio.create_task(self.answering.question(request))
        self._questions.add(asking)  # one that takes longer is not broken off in the midst
        asking.add_done_callback(self._questions.discard)
        done, _ = await asyncio.wait([asking], timeout=SOON.total_seconds())
        if not done:
            return None
        if trouble := asking.exception():
            log.error("question_not_answered", exc_info=trouble)
            return None
        return asking.result()

    def poke(self, workspace: str) -> None:
        """Look now what is to be done in a workspace."""
        self._clerk(workspace).look()
        self._start("answer", workspace, self._answer)
        self._start("send", workspace, self._send)

    def warm(self, workspace: str) -> None:
        """Have in mind what will be asked about."""
        self._start("warm", workspace, self._warm)

    async def idle(self) -> None:
        """Wait until all that could be done by now has been done."""
        while self._tasks:
            await asyncio.gather(*self._tasks.values())

    async def close(self) -> None:
        """Stop; what was begun and not finished is as if it had not been begun."""
        for alarm in self._alarms.values():
            alarm.cancel()
        tasks = [*self._tasks.values(), *self._questions]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, what: str, workspace: str, work: Callable[[str], Awaitable[None]]) -> None:
        key = (what, workspace)
        self._wanted.add(key)
        if key not in self._tasks:
            self._tasks[key] = asyncio.create_task(self._keep_doing(key, work))

    async def _keep_doing(
        self, key: tuple[str, str], work: Callable[[str], Awaitable[None]]
    ) -> None:
        while key in self._wanted:
            self._wanted.discard(key)
            try:
                await work(key[1])
            except StoreUnavailable as problem:
                log.error("store_unavailable", extra={"what": problem.what})
                await asyncio.sleep(BREATH.total_seconds())
            except Exception:
                log.exception("desk_failed", extra={"work": key[0]})
                await asyncio.sleep(BREATH.total_seconds())
        del self._tasks[key]  # at once: whoever wants something from now on starts another

    def _clerk(self, workspace: str) -> Clerk:
        if workspace not in self._clerks:
            send = partial(self._start, "send", workspace, self._send)
            self._clerks[workspace] = Clerk(self.answering, workspace, send)
        return self._clerks[workspace]

    async def _answer(self, workspace: str) -> None:
        await self._clerk(workspace).work()

    async def _warm(self, workspace: str) -> None:
        before = self.answering.plans.read
        with unswept():
            await self.answering.warm(workspace)
            if self.answering.plans.read != before:
                gc.freeze()  # plans stay: the collector need never look through a great one

    async def _send(self, workspace: str) -> None:
        """Send what is due, and look again when the next message will be."""
        while await send_due(self.sending, workspace):
            pass
        pause = await self._pause(workspace)
        if workspace in self._alarms:
            self._alarms.pop(workspace).cancel()
        if pause is not None:
            loop, again = asyncio.get_running_loop(), ("send", workspace, self._send)
            self._alarms[workspace] = loop.call_later(pause.total_seconds(), self._start, *again)

    async def _pause(self, workspace: str) -> timedelta | None:
        """How long until the next message may go; None if nothing is due shortly."""
        now = self.sending.clock.now()
        async with self.sending.open_unit(workspace) as unit:
            due = [await unit.outbox.next_due(name) for name in self.sending.messengers]
        pauses = [max(at - now, timedelta()) for at in due if at]
        soon = [pause for pause in pauses if pause < SHORTLY]
        return max(min(soon), timedelta(milliseconds=50)) if soon else None
