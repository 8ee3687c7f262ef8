"""Delivering one message, and recording what came of it: sent, again later, in doubt, given up."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from domain.conversation import COMES_ROUND, Address, Outgoing
from domain.occasions import named_in
from domain.pacing import EVERYWHERE, Flow, lane
from domain.ports import Clock, Messenger, OpenUnit, UnitOfWork
from domain.sending import (
    TOO_LATE,
    CannotTell,
    Leased,
    Receipt,
    Refused,
    Rejected,
    Unknown,
    Unreachable,
)
from domain.stale import Stale
from handlers.amends import with_amends

log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=20)  # a platform that takes longer has an unknown outcome
SETTLED = timedelta(seconds=45)  # until what was delivered can be seen by looking for it
LEASE = timedelta(minutes=3)  # longer than looking, sending and settling take together
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(minutes=30)
GIVEN_UP_AFTER = timedelta(hours=24)
LOOKED_FOR = timedelta(days=10)  # what comes round waits to be looked for: it is written once

TOO_LONG = "The platform could not be reached for 24 hours."

type Outcome = Receipt | Refused | Unreachable | Unknown | Rejected | CannotTell


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending needs. ``chance`` gives numbers from 0 to 1, which spread the attempts."""

    open_unit: OpenUnit
    messengers: Mapping[str, Messenger]
    clock: Clock
    chance: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Postman:
    """Delivers to one platform what was leased; ``doubtful`` is what it may never have had."""

    sending: Sending
    workspace: str
    messenger: Messenger
    stale: Mapping[str, Stale]
    doubtful: Sequence[Outgoing]

    async def deliver(self, messages: Sequence[Leased]) -> None:
        """Deliver those for one conversation, one after the other."""
        for message in messages:
            try:
                await self._deliver(message)
            except Exception:  # of the store, say: the lease ends, and the message is looked for
                log.exception("outcome_not_recorded", extra={"key": message.key})

    async def _deliver(self, message: Leased) -> None:
        if message.until - self.sending.clock.now() < 2 * ANSWER_WITHIN + SETTLED:
            return  # whoever takes it next looks for it first
        if message.in_doubt:
            seen = await _outcome(self.messenger.was_it_delivered(message))
            if seen is not None:
                return await self._record(message, seen, still_in_doubt=True)
        if message.key in self.stale:
            return await self._drop(message, self.stale[message.key])
        amends = [each for each in self.doubtful if _same_place(each, message)]
        outcome = await _outcome(self.messenger.send(with_amends(message, amends)))
        assert outcome is not None
        await self._record(message, outcome, amends)

    async def _record(
        self,
        message: Leased,
        outcome: Outcome,
        amends: Sequence[Outgoing] = (),
        still_in_doubt: bool = False,
    ) -> None:
        match outcome:
            case Receipt():
                await self._sent(message, outcome, amends)
            case Refused():
                await self._hold(message, outcome, still_in_doubt)
            case Unreachable():
                await self._again(message, still_in_doubt)
            case Unknown():
                await self._again(message, in_doubt=True)
            case Rejected(why=why):
                await self._give_up(message, why)
            case CannotTell():
                await self._doubt(message)
            case _:
                assert_never(outcome)

    async def _sent(self, message: Leased, receipt: Receipt, amends: Sequence[Outgoing]) -> None:
        now = self.sending.clock.now()
        async with self.sending.open_unit(self.workspace) as unit:
            await unit.outbox.sent(message.key, now, receipt)
            for place in places_of(message, receipt):
                await unit.talks.show(place, message.about, now)
            for each in amends:
                await unit.outbox.sent(each.key, now)
            await unit.commit()

    async def _again(self, message: Leased, in_doubt: bool) -> None:
        now = self.sending.clock.now()
        if now - message.first_try > _patience(message):
            return await self._give_up(message, TOO_LONG)
        pause = pause_after(message.attempts, self.sending.chance())
        at = now + (max(pause, SETTLED) if in_doubt else pause)
        log.info("tried_again_later", extra={"key": message.key, "in_doubt": in_doubt})
        async with self.sending.open_unit(self.workspace) as unit:
            await unit.outbox.retry(message, at, in_doubt)
            await unit.commit()

    async def _hold(self, message: Leased, refusal: Refused, in_doubt: bool) -> None:
        """Keep silent as long as the platform asks, in all replicas."""
        now = self.sending.clock.now()
        if now - message.first_try > _patience(message):
            return await self._give_up(message, TOO_LONG)
        until = now + refusal.retry_after
        platform = message.address.platform
        where = EVERYWHERE if refusal.everywhere else lane(message)
        async with self.sending.open_unit(self.workspace) as unit:
            flows = await unit.traffic.flows(platform, [where])
            held = flows.get(where, Flow()).held(until)
            await unit.traffic.keep(platform, {where: held})
            await unit.outbox.retry(message, until, in_doubt)
            await unit.commit()
        log.info("held", extra={"key": message.key, "until": until.isoformat()})

    async def _doubt(self, message: Leased) -> None:
        log.warning("outcome_unknown", extra={"key": message.key})
        async with self.sending.open_unit(self.workspace) as unit:
            await unit.outbox.doubt(message, self.sending.clock.now())
            await unit.commit()

    async def _give_up(self, message: Leased, why: str) -> None:
        """Try it no more. What a platform that is reached again may take is asked anew.

        What it has refused waits for its next turn: it would be refused each day.
        """
        log.error("given_up", extra={"key": message.key, "why": why})
        async with self.sending.open_unit(self.workspace) as unit:
            await unit.outbox.give_up(message, self.sending.clock.now(), why)
            if why == TOO_LONG:
                await _rouse(message, unit)
            await unit.commit()

    async def _drop(self, message: Leased, why: Stale) -> None:
        """Say it no more, and let what it asks about be looked at again."""
        async with self.sending.open_unit(self.workspace) as unit:
            match why:
                case Stale.LATE if message.kind in COMES_ROUND and message.under is None:
                    await _recall(message, unit)
                case Stale.LATE:
                    await unit.outbox.give_up(message, self.sending.clock.now(), TOO_LATE)
                case Stale.ANSWERED:
                    await unit.outbox.withdraw(message)
                case _:
                    assert_never(why)
            await _rouse(message, unit)
            await unit.commit()
        log.info("not_sent", extra={"key": message.key, "why": why.value})


async def _rouse(message: Leased, unit: UnitOfWork) -> None:
    for plan, refs in message.actions.items():
        await unit.actions.wake(plan, dict.fromkeys(refs))


async def _recall(message: Leased, unit: UnitOfWork) -> None:
    """Let it come out anew in the next working hours, with what has happened by then."""
    if await unit.outbox.withdraw(message):
        await unit.editions.recall(*named_in(message.key))


def _patience(message: Leased) -> timedelta:
    return LOOKED_FOR if message.kind in COMES_ROUND else GIVEN_UP_AFTER


def places_of(message: Outgoing, receipt: Receipt) -> list[Address]:
    """Where an answer to the message would come: in its thread, and in a private conversation."""
    if message.address.only_for and not receipt.conversation:
        return []  # only one person has seen it, and there is nothing to answer under
    conversation = receipt.conversation or message.address.conversation
    place = message.address.model_copy(update={"conversation": conversation})
    thread = receipt.thread or place.thread
    if receipt.conversation and not place.thread and not message.about:
        thread = None  # whatever is said there is for us anyway
    threads: list[str | None] = [thread] if thread else []
    if receipt.conversation:
        threads.append(None)
    return [place.model_copy(update={"thread": each}) for each in threads]


def pause_after(attempts: int, chance: float) -> timedelta:
    """How long to wait before the next attempt: twice as long each time, spread by ``chance``."""
    longest: timedelta = min(FIRST_PAUSE * (1 << min(attempts, 20)), LONGEST_PAUSE)
    return longest * (0.5 + chance / 2)


async def _outcome(attempt: Awaitable[Receipt | None]) -> Outcome | None:
    """What came of asking the platform; None if it was looked for and is not there."""
    try:
        return await asyncio.wait_for(attempt, ANSWER_WITHIN.total_seconds())
    except (Refused, Unreachable, Unknown, Rejected, CannotTell) as outcome:
        return outcome
    except TimeoutError:
        return Unknown()
    except Exception:  # a platform's folder is to tell; what it did not foresee may have gone
        log.exception("unforeseen")
        return Unknown()


def _same_place(one: Outgoing, other: Outgoing) -> bool:
    """Where the same people read: what one person alone was told stays with them."""
    here, there = one.address, other.address
    return (here.conversation, here.only_for) == (there.conversation, there.only_for)
