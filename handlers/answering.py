"""Answering what waits in the inbox: what it changes and the reply to it are kept together.

A crash at any moment loses nothing and answers nothing twice: either the message waits as before,
or it is answered and its reply lies in the outbox.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from domain.calendar import WEEKDAYS, Calendar
from domain.conversation import Items, Kind, Outgoing, Reply, Request
from domain.documents import Fetcher
from domain.named import bare
from domain.newcomers import Profile, Roll
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import Problem, StoreUnavailable, UnknownPerson
from domain.waiting import PASSED_AFTER, Waiting
from handlers.acquaintance import Doorkeeper, ask_who
from handlers.known_plans import KnownPlans
from handlers.reception import explained, reply_to, told
from handlers.taking_in import fetched, taken, wanted
from handlers.whose import names
from handlers.wording import FAULT

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=5)
LOOKED_AT = 200  # messages that wait, for an earlier one of the same person
LATER_PAUSE = timedelta(hours=1)  # once it holds up nobody any more: until we are mended
APOLOGY = Reply(summary=FAULT, private=True)


class NotYet(Exception):
    """A request is kept and will be answered, but not now; ``failed`` where that was just tried."""

    def __init__(self, failed: bool) -> None:
        super().__init__("answering failed" if failed else "it waits")
        self.failed = failed


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

    async def due(self, workspace: str) -> Sequence[Waiting]:
        """Of each person the message whose turn it is. Raise StoreUnavailable.

        One that cannot be read waits, whoever wrote it, and keeps nobody else waiting.
        """
        async with self.open_unit(workspace) as unit:
            found = await unit.inbox.due(self.clock.now())
            for each in unit.unread:
                log.error("request_cannot_be_read", extra={"request": each.name})
        return found

    async def warm(self, workspace: str) -> None:
        """Have the plans of a workspace in mind, as they are printed now, before one is asked."""
        async with self.open_unit(workspace) as unit:
            directory = await unit.people.directory()
            for plan in await unit.plans.all():
                await self.plans.of(plan.key, names(directory), unit)

    async def question(self, request: Request) -> Reply | None:
        """Answer on the spot what only asks something, and keep nothing of it.

        None for all that is to be kept before it is answered: what wants more than to be told
        something, comes before earlier words of the same person have been answered, or tells
        that somebody now uses another of their accounts.
        """
        try:
            async with self.open_unit(request.workspace) as unit:
                person = await unit.people.behind(request.account)
                if request.account not in (await unit.people.accounts(person.id))[:1]:
                    return None
                if any(_same_author(each, request) for each in await unit.inbox.waiting(LOOKED_AT)):
                    return None
                return await told(request, unit, self.clock.now(), self.plans, self.calendar)
        except Problem:  # it is explained where it is kept
            return None

    async def at_once(self, request: Request) -> Reply | None:
        """Answer a request as in its turn, but give the reply back; None if that was done before.

        Raise NotYet where it is kept and still waits, StoreUnavailable where it was not kept.
        """
        async with self.open_unit(request.workspace) as unit:
            new = await unit.inbox.receive(request, self.clock.now())
            waits = await unit.inbox.hold(request.id)  # what cannot be answered at once is not kept
            await unit.commit()
        if not new and waits:
            raise NotYet(failed=False)
        return await self._tried(Waiting(request=request)) if new else None

    async def _tried(self, waiting: Waiting) -> Reply | None:
        """Answer what was kept this moment. Raise NotYet where that fails."""
        try:
            reply = await self.answer(waiting, sending=False)
        except StoreUnavailable as problem:
            log.error("put_off", extra={"what": problem.what})
            raise NotYet(failed=True) from None
        if reply == APOLOGY:
            raise NotYet(failed=True)
        return reply

    async def enrol(self, workspace: str, profiles: Sequence[Profile]) -> None:
        """Know accounts that a platform's directory vouches for before they have said anything."""
        async with self.open_unit(workspace) as unit:
            if await self.doorkeeper.enrol(profiles, unit, self.clock.now()):
                await unit.commit()

    async def answer(self, waiting: Waiting, sending: bool = True) -> Reply | None:
        """Answer a message, and send what is said if that is wanted; None if somebody else has.

        Where answering fails the message stays, and its author is told so once. Raise
        StoreUnavailable where the store cannot be used.
        """
        now = self.clock.now()
        try:
            return await self._answered(waiting, now, sending)
        except StoreUnavailable:
            raise
        except Exception:  # also of welcoming and of explaining: the attempt counts
            log.exception("not_answered", extra={"request": waiting.request.id})
            return await self._put_off(waiting, now, sending)

    async def _answered(self, waiting: Waiting, now: datetime, sending: bool) -> Reply | None:
        """Do what is wanted, welcome whoever is new, or explain why it cannot be done."""
        request = waiting.request
        try:
            reply = await self._done(waiting, now, sending)
        except StoreUnavailable:
            raise
        except UnknownPerson:
            return await self._welcomed(waiting, now, sending)
        except Problem as problem:
            why = partial(self._explained, problem, request, now)
            return await self._in_turn(request, now, sending, why)
        if reply and (tell := self.listeners.get(request.account.platform)):
            tell(request)
        return reply

    async def _done(self, waiting: Waiting, now: datetime, sending: bool) -> Reply | None:
        """Do what is wanted. Raise a Problem where it cannot be done."""
        request = waiting.request
        about = wanted(request)
        if about:
            handed = await fetched(request, about, self.open_unit, self.fetchers, now)
            return await self._in_turn(request, now, sending, partial(taken, handed, about, now))
        return await self._asked(waiting, now, sending) or await self._in_turn(
            request, now, sending, partial(self._replied, waiting, now)
        )

    async def _replied(self, waiting: Waiting, now: datetime, unit: UnitOfWork) -> Reply:
        request, since = waiting.request, waiting.received_at
        late = waiting.overtaken
        return await reply_to(request, unit, now, self.plans, self.calendar, since, late)

    async def _explained(
        self, problem: Problem, request: Request, now: datetime, unit: UnitOfWork
    ) -> Reply:
        return await explained(problem, request, unit, now, self.plans)

    async def _asked(self, waiting: Waiting, now: datetime, sending: bool) -> Reply | None:
        """Answer what only asks something, and take the turn just to keep the answer."""
        request, since = waiting.request, waiting.received_at
        async with self.open_unit(request.workspace) as unit:
            reply = await told(request, unit, now, self.plans, self.calendar, since)
            if reply and await unit.inbox.answered(request.id, now):
                await _keep(request, reply, unit, now, sending)
                await unit.commit()
        return reply

    async def _in_turn(
        self,
        request: Request,
        now: datetime,
        sending: bool,
        act: Callable[[UnitOfWork], Awaitable[Reply]],
    ) -> Reply | None:
        """Do something in the workspace's turn, and keep together what was done and the reply."""
        async with self.open_unit(request.workspace) as unit:
            if await unit.inbox.hold(request.id) is None:
                return None
            reply = await act(unit)
            await unit.inbox.answered(request.id, now)
            await _keep(request, reply, unit, now, sending)
            await unit.commit()
        return reply

    async def _put_off(self, waiting: Waiting, now: datetime, sending: bool) -> Reply:
        """Say that it is a fault of ours and will be tried again."""
        request = waiting.request
        passed = waiting.attempts + 1 >= PASSED_AFTER  # and then no power is taken: it would burst
        pause = LATER_PAUSE if passed else FIRST_PAUSE * 4**waiting.attempts
        message = answer_to(request, APOLOGY, now)
        async with self.open_unit(request.workspace) as unit:
            await unit.inbox.retry(request.id, now + pause)
            if sending:
                await unit.outbox.put(message.model_copy(update={"key": f"sorry:{request.id}"}))
            await unit.commit()
        return APOLOGY

    async def _welcomed(self, waiting: Waiting, now: datetime, sending: bool) -> Reply | None:
        """Recognise somebody new by the platform's directory, or ask who they are."""
        request = waiting.request
        roll = self.rolls.get(request.account.platform)
        profile = await roll.profile(request.account) if roll else None
        async with self.open_unit(request.workspace) as unit:
            if await unit.inbox.hold(request.id) is None:
                return None  # another process was faster
            known = profile and await self.doorkeeper.recognise(profile, request.id, unit, now)
            reply = None if known else await ask_who(profile, request, unit, now)
            if reply:
                await unit.inbox.answered(request.id, now)
                await _keep(request, reply, unit, now, sending)
            await unit.commit()
        return reply or await self._answered(waiting, now, sending)


def _same_author(one: Request, other: Request) -> bool:
    return one.account == other.account


async def _keep(
    request: Request, reply: Reply, unit: UnitOfWork, now: datetime, sending: bool
) -> None:
    await unit.people.used(request.account, now)
    if sending:
        await unit.outbox.put(answer_to(request, reply, now))


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
