"""Answering what waits in the inbox: what it changes and the reply to it are kept together.

A crash at any moment loses nothing and answers nothing twice: either the message waits as before,
or it is answered and its reply lies in the outbox.
"""

import logging
from datetime import datetime, timedelta

from domain.calendar import WEEKDAYS, Calendar
from domain.conversation import Items, Kind, Outgoing, Reply, Request
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import Problem, StoreUnavailable
from domain.waiting import PASSED_AFTER, Waiting
from handlers.known_plans import KnownPlans
from handlers.reception import reply_to
from handlers.wording import FAULT, explain

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=5)
LATER_PAUSE = timedelta(hours=1)  # once it holds up nobody any more: until we are mended


async def answer_next(
    workspace: str,
    open_unit: OpenUnit,
    clock: Clock,
    plans: KnownPlans,
    calendar: Calendar = WEEKDAYS,
) -> bool:
    """Answer the message whose turn it is; False where none waits.

    ``plans`` are those that are known from earlier messages to the same store; ``calendar`` says
    which days are worked. Where answering fails the message stays, and its author is told so once.
    Raise StoreUnavailable where the store cannot be used.
    """
    now = clock.now()
    async with open_unit(workspace) as unit:
        waiting = await unit.inbox.take(now)
        if waiting is None:
            return False
        try:
            reply = await reply_to(waiting.request, unit, now, plans, calendar)
            await _settle(waiting.request, reply, unit, now)
            await unit.commit()
            return True
        except StoreUnavailable:
            raise
        except Problem as problem:
            explained = explain(problem)
        except Exception:
            log.exception("not_answered", extra={"request": waiting.request.id})
            explained = None
    async with open_unit(workspace) as unit:
        if explained:
            await _settle(waiting.request, explained, unit, now)
        else:
            await _put_off(waiting, unit, now)
        await unit.commit()
    return True


async def _settle(request: Request, reply: Reply, unit: UnitOfWork, now: datetime) -> None:
    await unit.inbox.answered(request.id, now)
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
    return request.about if shown <= set(request.about) else ()
