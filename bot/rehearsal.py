"""A span of time played through: the bot as it runs, on a set clock and a store that forgets.

What is written and sent is decided by the very code that planbot run has; only the platform is
not there, and keeps what it would have shown.
"""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.assembly import Answer, answerer, store_in_memory
from bot.clock import SetClock
from bot.console.casting import (
    PLATFORM,
    WORKSPACE,
    account_of,
    introduce,
    sample_cast,
    stand_in,
)
from bot.console.whois import Nobody, meant
from domain.calendar import DAY, Calendar
from domain.conversation import Outgoing, Reply, Request
from domain.hours import opens
from domain.instructions import arranged
from domain.pacing import Pacing
from domain.people import Directory, Person
from domain.places import Address
from domain.ports import OpenUnit
from domain.problems import Unreadable
from domain.sending import Receipt
from domain.text import Words
from domain.value import Value
from handlers.intake import File, consider, take_in
from plans.document import PlanDocument
from scheduler.beat import beat
from scheduler.postman import Sending
from scheduler.sender import send_due

ANY_PACE = Pacing()
SHORTLY = timedelta(minutes=5)  # after something came, to see what follows from it
LATER_BEATS = (time(9, 30), time(12), time(15), time(17))


class Line(Value):
    """Something an officer says at a moment; ``reply_to`` are the refs it is said under."""

    at: datetime
    who: str
    text: Words
    reply_to: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, and when."""

    at: datetime
    message: Outgoing


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, and what they were answered."""

    line: Line
    name: str
    reply: Reply | None


@dataclass
class Shelf:
    """A messenger that keeps what was sent."""

    clock: SetClock
    sent: list[Sent] = field(default_factory=list)
    pacing: Pacing = ANY_PACE

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.sent.append(Sent(self.clock.now(), outgoing))
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        return None  # it is always known

    def emptied(self) -> list[Sent]:
        sent, self.sent = self.sent, []
        return sent


@dataclass
class Rehearsal:
    """A workspace of its own, with a clock that goes from one moment to the next that matters."""

    open_unit: OpenUnit
    clock: SetClock
    calendar: Calendar
    zone: ZoneInfo
    answer: Answer
    shelf: Shelf
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)  # under which refs one answers
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def play(self, script: "Script") -> AsyncIterator[Sent | Said]:
        """All that is said and sent from the first day to the end of the last one, in order."""
        day = script.first
        while day <= script.last:
            for moment, line in await self._turns(day, script.lines):
                self.clock.moment = moment
                if line is not None:
                    yield await self._say(line)
                for each in await self._beat():
                    yield each
            day += DAY

    async def _turns(self, day: date, lines: Iterable[Line]) -> list[tuple[datetime, Line | None]]:
        """What happens on a day, in order: a beat, or somebody says something."""
        said = [each for each in lines if each.at.astimezone(self.zone).date() == day]
        beats = [(moment, None) for moment in await self._moments(day, said)]
        return sorted([*beats, *((each.at, each) for each in said)], key=lambda turn: turn[0])

    async def directory(self) -> Directory:
        async with self.open_unit(WORKSPACE) as unit:
            return await unit.people.directory()

    async def _moments(self, day: date, lines: Iterable[Line]) -> list[datetime]:
        """The moments of a day on which something may come."""
        async with self.open_unit(WORKSPACE) as unit:
            directory = await unit.people.directory()
            stands = arranged(await unit.instructions.all())
        hours = {opens(day, stands.hour(p.id), p.timezone) for p in directory.people}
        digests = {opens(day, each.digest.at, self.zone) for each in directory.partnership_groups}
        later = {opens(day, each, self.zone) for each in LATER_BEATS}
        after = {each.at + SHORTLY for each in lines}
        return sorted(hours | digests | later | after)

    async def _beat(self) -> list[Sent]:
        await beat(self.open_unit, WORKSPACE, self.clock, self.calendar, self.zone)
        sending = Sending(self.open_unit, {PLATFORM: self.shelf}, self.clock, lambda: 0.5)
        while await send_due(sending, WORKSPACE):
            pass
        sent = self.shelf.emptied()
        for each in sent:
            if each.message.to:
                self.asked[each.message.to] = each.message.about
        return sent

    async def _say(self, line: Line) -> Said:
        person = _meant(line, await self.directory(), self.zone)
        under = self.asked.pop(person.id, ())
        reply = await self.answer(
            Request(
                id=f"{PLATFORM}:{next(self._numbers)}",
                workspace=WORKSPACE,
                account=account_of(person.id),
                address=Address(platform=PLATFORM, workspace=WORKSPACE, conversation=person.id),
                text=line.text,
                about=under if line.reply_to is None else line.reply_to,
            )
        )
        return Said(line, person.name, reply)


@dataclass(frozen=True, slots=True)
class Script:
    """What is played: a plan as it came, the sample or somebody's own, from a day to a day."""

    file: File
    document: PlanDocument
    sample: bool
    first: date
    last: date
    lines: tuple[Line, ...] = ()


@asynccontextmanager
async def rehearsal(script: Script, calendar: Calendar, zone: ZoneInfo) -> AsyncIterator[Rehearsal]:
    """Read the plan at the beginning of a day, with everybody in it there to be spoken to.

    Where the plan is not the sample, somebody is in every post, and there is a chair of all groups.
    """
    clock = SetClock(datetime.combine(script.first, time(), tzinfo=zone))
    open_unit = store_in_memory()
    async with open_unit(WORKSPACE) as unit:
        if script.sample:
            await introduce(sample_cast(), unit)
        await take_in(await consider(script.file, script.document, unit), unit, clock.now())
        if not script.sample:
            await stand_in(unit)
        await unit.commit()
    answer = answerer(open_unit, clock)
    yield Rehearsal(open_unit, clock, calendar, zone, answer, Shelf(clock))


def _meant(line: Line, directory: Directory, zone: ZoneInfo) -> Person:
    try:
        return meant(line.who, directory, line.at.astimezone(zone).date())
    except Nobody as nobody:
        raise Unreadable(f"“{line.who}” cannot speak: {nobody}") from nobody
