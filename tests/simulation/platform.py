"""A platform that fails as platforms do, and remembers what people have seen of it."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from random import Random
from typing import NamedTuple

from bot.clock import SetClock
from domain.conversation import Items, Outgoing
from domain.named import in_full
from domain.pacing import Limit, Pacing
from domain.sending import CannotTell, Receipt, Refused, Unknown, Unreachable
from tests.simulation.setting import Setting

SHOWN_AFTER = timedelta(seconds=30)  # until a message can be found by looking
PACING = Pacing(
    in_conversation=(Limit(messages=1, per=timedelta(seconds=1)),),
    in_workspace=(Limit(messages=3, per=timedelta(seconds=10), at_once=2),),
)


class Crash(BaseException):
    """The process has been killed: nothing of it runs on."""


@dataclass(frozen=True)
class Delivery:
    """A message that somebody has seen, when it was handed over and when it came."""

    message: Outgoing
    begun: datetime
    at: datetime

    @cached_property
    def shown(self) -> frozenset[str]:
        """The actions it shows, in whatever part, named with their plans."""
        lists = [part for part in self.message.reply.parts if isinstance(part, Items)]
        lines = {item.ref for part in lists for item in part.items}
        about = self.message.actions.items()
        return frozenset(in_full(plan, ref) for plan, refs in about for ref in refs if ref in lines)


class Silence(NamedTuple):
    """What the platform asked for: in one conversation, or everywhere."""

    asked_at: datetime
    until: datetime
    conversation: str | None


@dataclass
class Platform:
    setting: Setting
    clock: SetClock
    dice: Random
    deliveries: list[Delivery] = field(default_factory=list)
    calls: list[tuple[datetime, str]] = field(default_factory=list)  # when, conversation
    silences: list[Silence] = field(default_factory=list)
    vanished: list[tuple[datetime, Outgoing]] = field(default_factory=list)  # nobody was told
    failed: list[Outgoing] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    pacing: Pacing = PACING

    @property
    def down(self) -> bool:
        return any(span.holds(self.clock.moment) for span in self.setting.platform_down)

    def forgive(self, moment: datetime) -> None:
        """Nobody is left who heard what was asked at this moment, before it could be kept."""
        self.silences = [each for each in self.silences if each.asked_at < moment]

    async def send(self, outgoing: Outgoing) -> Receipt:
        for _ in range(self.dice.randint(0, 2)):
            await asyncio.sleep(0)  # others get their turn meanwhile
        self.log.append(f"{utc(self.clock.moment)} send {outgoing.key}")
        if self.down:
            self.failed.append(outgoing)
            raise Unreachable
        self.calls.append((self.clock.moment, outgoing.address.conversation))
        if self.dice.random() < self.setting.trouble:
            self.failed.append(outgoing)
            return self._amiss(outgoing)
        if self.dice.random() < self.setting.crashes:
            if self.dice.random() < 0.5:
                self._deliver(outgoing)
            raise Crash
        return self._deliver(outgoing)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        if self.setting.blind:
            raise CannotTell
        if self.down or self.dice.random() < self.setting.trouble / 4:
            raise Unreachable
        now = self.clock.moment
        for each in self.deliveries:
            if each.message.key == outgoing.key and each.at + SHOWN_AFTER <= now:
                return _receipt(outgoing)
        return None

    def _amiss(self, outgoing: Outgoing) -> Receipt:
        """One of the ways in which it goes wrong."""
        match self.dice.randint(0, 5):
            case 0:
                pause = timedelta(seconds=self.dice.randint(1, 60))
                where = None if self.dice.random() < 0.3 else outgoing.address.conversation
                now = self.clock.moment
                self.silences.append(Silence(now, now + pause, where))
                raise Refused(pause, everywhere=where is None)
            case 1:
                raise Unreachable  # refused at the door
            case 2:
                self.vanished.append((self.clock.moment, outgoing))
                raise Unknown  # an error of the server, which had not taken it
            case 3:
                self._deliver(outgoing)
                raise Unknown  # the answer was lost
            case 4:
                late = timedelta(seconds=self.dice.randint(1, 14))
                self._deliver(outgoing, late)
                raise Unknown  # the answer took too long
            case _:
                self.vanished.append((self.clock.moment, outgoing))
                raise ConnectionResetError  # what the platform's folder did not foresee

    def _deliver(self, outgoing: Outgoing, late: timedelta = timedelta(0)) -> Receipt:
        now = self.clock.moment
        self.deliveries.append(Delivery(outgoing, now, now + late))
        self.log.append(f"{utc(now + late)} seen {outgoing.key}")
        return _receipt(outgoing)


def _receipt(outgoing: Outgoing) -> Receipt:
    return Receipt(message=f"m {outgoing.key}", thread=f"t {outgoing.key}")


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%d %H:%M:%S}"
