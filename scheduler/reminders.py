"""One look at all that is due: what concerns a person goes into the outbox, joined, once a day."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.calendar import DAY, Calendar
from domain.concerns import TOLD_AGAIN, Concern, Joined
from domain.events import Tracked
from domain.hours import NEVER
from domain.people import LONDON, Person
from domain.points import Point
from domain.ports import Clock, OpenUnit, UnitOfWork
from scheduler.diary import Silence
from scheduler.joining import Spoken, joined, message
from scheduler.looking import Look, escalated, look_at, overdue
from scheduler.office import Office, open_office
from scheduler.slices import write_in_slices

log = logging.getLogger(__name__)

A_BREATH = 100  # actions looked at before others go on
PEOPLE = 1_000  # who are written to in one transaction
ACTIONS = 2_500  # that are put to sleep in one
AT_ONCE = 20_000  # actions looked at in one beat; the rest are looked at in the next

type Source = Callable[[UnitOfWork, Office], Awaitable[Sequence[Concern]]]
"""Finds what else concerns people today, for their one message."""

type Finder = Callable[[UnitOfWork], Awaitable[Sequence[Source]]]
"""Finds the sources that may have something to say today."""

type Sleeper = tuple[str, str, datetime]
"""The plan and ref of an action, and until when it may sleep."""


async def remind(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    sources: Sequence[Source] | Finder = (),
    zone: ZoneInfo = LONDON,
    asides: Sequence[Source] = (),
    silence: Silence | None = None,
) -> int:
    """Write what is due now and was not written before. Return how many messages that is.

    Where a ``silence`` is kept from beat to beat, the ``sources`` are asked only when something
    is due or they may have something new to say. What the ``asides`` find comes with what there is
    otherwise: they are asked where that is.
    Each person's message is written under a key that names the day, so that a second process, a
    restart or a late beat adds nothing.
    """
    now = clock.now()
    async with open_unit(workspace) as unit:
        grounds = Grounds(await unit.known(), await unit.events.newest())
        speaking = await sources(unit) if callable(sources) else sources
        mark = grounds, await unit.outbox.last_given_up() if speaking else None
        seen = await unit.actions.awake(now, AT_ONCE)
        if not seen and (not speaking or (silence and silence.lasts(mark, now))):
            return 0
        office = await open_office(unit, now, calendar, seen, zone)
        beat = Beat(office, grounds, asides)
        for some in batched(seen, A_BREATH):
            beat.look(some)
            await asyncio.sleep(0)  # there may be very many, and people want to be answered
        await beat.escalate(unit)
        beat.add([concern for source in speaking for concern in await source(unit, office)])
    written, finished = await _all_said(beat, open_unit, workspace)
    if silence and finished:
        silence.begin(mark, beat.news_at())
    log.info("reminded", extra={"workspace": workspace, "messages": written})
    return written


async def _all_said(beat: "Beat", open_unit: OpenUnit, workspace: str) -> tuple[int, bool]:
    """Return how many messages were written, and whether all were.

    Where it changes meanwhile who is who or what was agreed, the rest is looked at anew by the next
    beat. What was looked at sleeps last: until then it would only be looked at again.
    """
    written = 0

    async def speak(people: Sequence[Person]) -> bool:
        nonlocal written
        async with open_unit(workspace) as unit:
            said = await beat.speak(unit, people)
            if holds := await beat.holds(unit):
                await unit.commit()
                written += said
            return holds

    async def let_sleep(some: Sequence[Sleeper]) -> bool:
        async with open_unit(workspace) as unit:
            await beat.let_sleep(unit, some)
            if holds := await beat.holds(unit):
                await unit.commit()
            return holds

    finished = await write_in_slices(beat.people(), PEOPLE, speak)
    return written, finished and await write_in_slices(beat.sleepers(), ACTIONS, let_sleep)


class Grounds(NamedTuple):
    """What all is worked out from, as it was before anything was looked at."""

    known: Hashable  # domain.ports.UnitOfWork.known
    heard: int  # the newest event


@dataclass
class Beat:
    """What one beat has found, by the person it concerns, and until when actions may sleep."""

    office: Office
    grounds: Grounds
    asides: Sequence[Source] = ()
    looks: dict[str, list[Look]] = field(default_factory=lambda: defaultdict(list))
    concerns: dict[str, list[Concern]] = field(default_factory=lambda: defaultdict(list))
    overdue: list[tuple[Look, Point]] = field(default_factory=list)
    until: dict[tuple[str, str], datetime] = field(default_factory=dict)
    spoken: dict[str, Spoken] = field(default_factory=dict)
    _aside: list[Concern] | None = None
    _unsaid_until: datetime = NEVER

    def look(self, seen: Iterable[tuple[str, Tracked]]) -> None:
        """Look at each action; what nobody need be asked about today may sleep."""
        for plan, tracked in seen:
            if self.office.arrangements.is_paused(plan, self.office.today):
                self.until[plan, tracked.action.ref] = self.office.resumes(plan)
            else:
                self._look(look_at(plan, tracked, self.office))

    def _look(self, look: Look) -> None:
        self.until[look.key] = NEVER
        if look.person and look.wants(self.office):
            self.looks[look.person.id].append(look)
        else:
            self._sleep(look.key, look.sleeps_until(self.office))
        self.add(look.concerns)
        point = overdue(look, self.office)
        if point is not None:
            self.overdue.append((look, point))

    def add(self, concerns: Iterable[Concern]) -> None:
        for concern in concerns:
            self.concerns[concern.person].append(concern)

    async def escalate(self, unit: UnitOfWork) -> None:
        """Let chairs and administrators know of what is late, once its owner was asked."""
        owners = {look.person.id: look.person for look, _ in self.overdue if look.person}
        await self._remember(unit, owners.values())
        for look, point in self.overdue:
            asked = None
            if look.person:
                asked = self.spoken[look.person.id].first_asked(*look.key, after=point.day)
            self.add(escalated(look, point, self.office, asked))

    def people(self) -> list[Person]:
        """Those whom anything concerns."""
        everybody = dict.fromkeys([*self.looks, *self.concerns])
        return [person for id in everybody if (person := self.office.reach.person(id))]

    async def speak(self, unit: UnitOfWork, people: Sequence[Person]) -> int:
        """Write one message to each person there is something for, if it is their hour."""
        listening = [each for each in people if self.office.can_write_to(each)]
        await self._remember(unit, listening)
        said = [each for person in listening if (each := self._joined(person))]
        if said and self.asides:
            said = await self._with_asides(said, unit)
        written = await self._write(said, unit) if said else 0
        heard = {each.id for each in listening}
        for person in people:
            self._after(person, person.id in heard)
        return written

    def sleepers(self) -> list[Sleeper]:
        """What was looked at and may sleep: there is nothing to do about it now."""
        return [
            (plan, ref, until)
            for (plan, ref), until in self.until.items()
            if until > self.office.now
        ]

    async def let_sleep(self, unit: UnitOfWork, sleepers: Iterable[Sleeper]) -> None:
        """Let them sleep, but for those of which something was said since they were looked at."""
        by_plan: dict[str, dict[str, datetime | None]] = defaultdict(dict)
        for plan, ref, until in sleepers:
            by_plan[plan][ref] = until
        for plan, moments in by_plan.items():
            await unit.actions.wake(plan, moments)
        if await unit.events.newest() != self.grounds.heard:
            for plan in by_plan:
                said = await unit.events.after(plan, self.grounds.heard)
                await unit.actions.wake(plan, {each.ref: None for each in said})

    def news_at(self) -> datetime:
        """When there may be something to say of what was found, if nothing changes till then."""
        return min(self._unsaid_until, self.office.dawn(self.office.today + DAY))

    async def holds(self, unit: UnitOfWork) -> bool:
        """Whether nothing has changed that all of this was worked out from."""
        return await unit.known() == self.grounds.known

    async def _write(self, said: Sequence[Joined], unit: UnitOfWork) -> int:
        messages = []
        for some in batched(said, A_BREATH):
            messages += [message(each, self.office) for each in some]
            await asyncio.sleep(0)
        written = await unit.outbox.put_all(messages)
        if written == len(said):
            for each in said:
                self.spoken[each.person.id] = self.spoken[each.person.id].after(each)
        return written

    async def _with_asides(self, said: Sequence[Joined], unit: UnitOfWork) -> list[Joined]:
        if self._aside is None:
            sources = [await source(unit, self.office) for source in self.asides]
            self._aside = [each for found in sources for each in found]
        reading = {each.person.id for each in said}
        more = [each for each in self._aside if each.person in reading]
        self.add(more)
        told = {each.person for each in more}
        return [
            each if each.person.id not in told else self._joined(each.person) or each
            for each in said
        ]

    async def _remember(self, unit: UnitOfWork, people: Iterable[Person]) -> None:
        """What these people were told lately, all at once."""
        unknown = {each.id: each for each in people if each.id not in self.spoken}
        if not unknown:
            return
        days = {id: self.office.today_of(person) for id, person in unknown.items()}
        since = min(days.values()) - timedelta(days=TOLD_AGAIN)
        told = await unit.outbox.told(unknown, since)
        self.spoken |= {id: Spoken.of(day, told.get(id, ())) for id, day in days.items()}

    def _joined(self, person: Person) -> Joined | None:
        looks, concerns = self.looks[person.id], self.concerns[person.id]
        return joined(person, looks, concerns, self.spoken[person.id], self.office)

    def _after(self, person: Person, listening: bool) -> None:
        """What was asked sleeps until its next turn; what is still open is tried another day."""
        looks, concerns = self.looks[person.id], self.concerns[person.id]
        if not listening:
            return self._wait(person, looks, concerns)
        spoken = self.spoken[person.id]
        for look in looks:
            asked = spoken.asked(look.plan, look.tracked.action.ref)
            if look.wants(self.office, asked):
                self._wait(person, [look], [])
            else:
                self._sleep(look.key, look.sleeps_until(self.office, asked))
        self._wait(person, [], [each for each in concerns if each.once not in spoken.said])

    def _wait(self, person: Person, looks: Iterable[Look], concerns: Iterable[Concern]) -> None:
        """Try again at the person's next hour, which may be today's."""
        hour = self.office.next_hour(person)
        for look in looks:
            self._sleep(look.key, min(hour, self.office.changes(look.tracked)))
        for concern in concerns:
            self._unsaid_until = min(self._unsaid_until, hour)
            for ref in concern.about:
                self._sleep((str(concern.plan), ref), hour)

    def _sleep(self, key: tuple[str, str], until: datetime) -> None:
        """Sleep no longer than anything about the action allows."""
        if key in self.until:
            self.until[key] = min(self.until[key], until)
