"""Answering what waits in the inbox: what it changes and the reply to it are kept together.

A crash at any moment loses nothing and answers nothing twice: either the message waits as before,
or it is answered and its reply lies in the outbox.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.calendar import WEEKDAYS, Calendar
from domain.conversation import Items, Kind, Outgoing, Reply, Request
from domain.documents import Fetcher
from domain.named import bare
from domain.newcomers import Roll
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import Problem, StoreUnavailable, UnknownPerson
from domain.waiting import PASSED_AFTER, Waiting
from handlers.acquaintance import Doorkeeper, ask_who
from handlers.known_plans import KnownPlans
from handlers.reception import answer, reply_to
from handlers.taking_in import Wanted, fetched, taken, wanted
from handlers.wording import FAULT, explain

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=5)
LATER_PAUSE = timedelta(hours=1)  # once it holds up nobody any more: until we are mended


@dataclass(frozen=True, slots=True)
class Answering:
    """What answering needs. ``plans`` are those known from earlier messages to the same store;
    ``rolls`` are the platforms' own directories and ``fetchers`` their files, by platform;
    ``calendar`` says which days are worked; ``listeners`` are told, by platform, what was answered.
    """

    open_unit: OpenUnit
    clock: Clock
    plans: KnownPlans
    rolls: Mapping[str, Roll]
    doorkeeper: Doorkeeper
    fetchers: Mapping[str, Fetcher] = field(default_factory=dict)
    calendar: Calendar = WEEKDAYS
    listeners: dict[str, Callable[[Request], None]] = field(default_factory=dict)

    async def at_once(self, request: Request) -> Reply | None:
        """Answer a request without keeping it first; None where it was answered before."""
        return await answer(request, self.open_unit, self.clock, self.plans, self.calendar)

    async def next(self, workspace: str) -> bool:
        """Answer the message whose turn it is; False where none waits.

        Where answering fails the message stays, and its author is told so once. Raise
        StoreUnavailable where the store cannot be used.
        """
        now = self.clock.now()
        async with self.open_unit(workspace) as unit:
            waiting = await unit.inbox.take(now)
            if waiting is None:
                return False
            about = wanted(waiting.request)
            trouble = None if about else await self._attempt(waiting.request, unit, now)
        if about:
            trouble = await self._take_in(waiting.request, about, now)
        if isinstance(trouble, UnknownPerson):
            await self._welcome(waiting.request, workspace, now)
        elif trouble:
            await self._explain(waiting, trouble, workspace, now)
        elif tell := self.listeners.get(waiting.request.account.platform):
            tell(waiting.request)
        return True

    async def _attempt(self, request: Request, unit: UnitOfWork, now: datetime) -> Exception | None:
        """Answer, and keep what came of it; return what stood in the way."""
        try:
            reply = await reply_to(request, unit, now, self.plans, self.calendar)
            await _settle(request, reply, unit, now)
            await unit.commit()
        except StoreUnavailable:
            raise
        except Problem as problem:
            return problem
        except Exception as error:
            log.exception("not_answered", extra={"request": request.id})
            return error
        return None

    async def _take_in(self, request: Request, about: Wanted, now: datetime) -> Exception | None:
        """Fetch a document, and show or store it; return what stood in the way."""
        try:
            handed = await fetched(request, about, self.open_unit, self.fetchers)
            async with self.open_unit(request.workspace) as unit:
                waiting = await unit.inbox.take(now)
                if waiting and waiting.request.id == request.id:
                    reply = await taken(handed, about, unit, now)
                    await _settle(request, reply, unit, now)
                    await unit.commit()
        except StoreUnavailable:
            raise
        except Problem as problem:
            return problem
        except Exception as error:
            log.exception("document_not_taken_in", extra={"request": request.id})
            return error
        return None

    async def _explain(
        self, waiting: Waiting, trouble: Exception, workspace: str, now: datetime
    ) -> None:
        """Say what cannot be done, or that it is a fault of ours and will be tried again."""
        async with self.open_unit(workspace) as unit:
            if isinstance(trouble, Problem):
                await _settle(waiting.request, explain(trouble), unit, now)
            else:
                await _put_off(waiting, unit, now)
            await unit.commit()

    async def _welcome(self, request: Request, workspace: str, now: datetime) -> None:
        """Recognise somebody new by the platform's directory, or ask who they are.

        One who is recognised is answered in the next turn.
        """
        roll = self.rolls.get(request.account.platform)
        profile = await roll.profile(request.account) if roll else None
        async with self.open_unit(workspace) as unit:
            waiting = await unit.inbox.take(now)
            if waiting is None or waiting.request.id != request.id:
                return  # another process was faster
            known = profile and await self.doorkeeper.recognise(profile, request, unit, now)
            if not known:
                await _settle(request, await ask_who(profile, request, unit, now), unit, now)
            await unit.commit()


async def _settle(request: Request, reply: Reply, unit: UnitOfWork, now: datetime) -> None:
    await unit.inbox.answered(request.id, now)
    await unit.people.used(request.account, now)
    await unit.outbox.put(answer_to(request, reply, now))


async def _put_off(waiting: Waiting, unit: UnitOfWork, now: datetime) -> None:
    request = waiting.request
    soon = FIRST_PAUSE * 4**waiting.attempts
    pause = soon if waiting.attempts + 1 < PASSED_AFTER else LATER_PAUSE
    await unit.inbox.retry(request.id, now + pause)
    apology = answer_to(request, Reply(summary=FAULT, private=True), now)
    await unit.outbox.put(apology.model_copy(update={"key": f"sorry:{request.id}"}))


def answer_to(request: Request, reply: Reply, now: datetime) -> Outgoing:
    """The reply as a message to where the request came from; what is private for its author."""
    address = request.address
    if reply.private:
        address = address.model_copy(update={"only_for": request.account.user})
    return Outgoing(
        key=f"answer:{request.id}",
        kind=Kind.ANSWER,
        address=address,
        reply=reply,
        about=_about(request, reply),
        day=now.astimezone(LONDON).date(),
        not_before=now,
    )


def _about(request: Request, reply: Reply) -> tuple[str, ...]:
    """What an answer to the answer may be about: the same, as long as nothing else was shown."""
    lists = [part.items for part in reply.parts if isinstance(part, Items)]
    shown = {item.ref for items in lists for item in items}
    return request.about if shown <= set(map(bare, request.about)) else ()
