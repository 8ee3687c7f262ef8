"""One look at all that is due: what concerns a person goes into the outbox, joined, once a day."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.concerns import Concern
from domain.events import Tracked
from domain.people import LONDON, Person
from domain.ports import Clock, OpenUnit, UnitOfWork
from scheduler.joining import Spoken, joined, message
from scheduler.looking import Look, escalated, look_at, overdue
from scheduler.office import Office, open_office

log = logging.getLogger(__name__)

AT_ONCE = 20_000  # actions looked at in one beat; the rest are looked at in the next
DAY = timedelta(days=1)

type Source = Callable[[UnitOfWork, Office], Awaitable[Sequence[Concern]]]
"""Finds what else concerns people today, for their one message."""


async def remind(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    sources: Sequence[Source] = (),
    zone: ZoneInfo = LONDON,
) -> int:
    """Write what is due now and was not written before. Return how many messages that is.

    Each person's message is written under a key that names the day, so that a second process, a
    restart or a late beat adds nothing.
    """
    now = clock.now()
    async with open_unit(workspace) as unit:
        seen = await unit.actions.awake(now.date(), AT_ONCE)
        if not seen and not sources:
            return 0
        office = await open_office(unit, now, calendar, seen, zone)
        beat = Beat(unit, office)
        await beat.look(seen)
        beat.add([concern for source in sources for concern in await source(unit, office)])
        written = await beat.speak()
        await beat.let_sleep()
        await unit.commit()
    log.info("reminded", extra={"workspace": workspace, "messages": written})
    return written


@dataclass
class Beat:
    """What one beat has found, by the person it concerns, and until when actions may sleep."""

    unit: UnitOfWork
    office: Office
    looks: dict[str, list[Look]] = field(default_factory=lambda: defaultdict(list))
    concerns: dict[str, list[Concern]] = field(default_factory=lambda: defaultdict(list))
    until: dict[tuple[str, str], date] = field(default_factory=dict)
    spoken: dict[str, Spoken] = field(default_factory=dict)

    async def look(self, seen: Iterable[tuple[str, Tracked]]) -> None:
        """Look at each action; what nobody need be asked about today may sleep."""
        for plan, tracked in seen:
            if self.office.arrangements.is_paused(plan, self.office.today):
                self.until[plan, tracked.action.ref] = self.office.resumes(plan)
                continue
            look = look_at(plan, tracked, self.office)
            self.until[look.key] = date.max
            if look.person and look.wants(self.office):
                self.looks[look.person.id].append(look)
            else:
                self._sleep(look.key, look.sleeps_until(self.office))
            self.add(look.concerns)
            await self._escalate(look)

    def add(self, concerns: Iterable[Concern]) -> None:
        for concern in concerns:
            self.concerns[concern.person].append(concern)

    async def speak(self) -> int:
        """Write one message to each person there is something for, if it is their hour."""
        everybody = dict.fromkeys([*self.looks, *self.concerns])
        people = [person for id in everybody if (person := self.office.reach.person(id))]
        return sum([await self._speak_to(person) for person in people])

    async def let_sleep(self) -> None:
        """Let what was looked at sleep, where there is nothing to do about it today."""
        awake = self.office.now.date()
        by_plan: dict[str, dict[str, date | None]] = defaultdict(dict)
        for (plan, ref), day in self.until.items():
            if day > awake:
                by_plan[plan][ref] = day
        for plan, days in by_plan.items():
            await self.unit.actions.wake(plan, days)

    async def _speak_to(self, person: Person) -> bool:
        looks, concerns = self.looks[person.id], self.concerns[person.id]
        reachable = person.id in self.office.reach.accounts
        if not reachable or not self.office.speaks_to(person):
            self._wait(person, looks, concerns)
            return False
        spoken = await self._told(person)
        said = joined(person, looks, concerns, spoken, self.office)
        went = said is not None and await self.unit.outbox.put(message(said, self.office))
        if said is not None and went:
            spoken = self.spoken[person.id] = spoken.after(said)
        self._after(person, looks, concerns, spoken)
        return went

    async def _escalate(self, look: Look) -> None:
        """Let a chair or an administrator know of what is late, once its owner was asked."""
        point = overdue(look, self.office)
        if point is None:
            return
        told = await self._told(look.person) if look.person else None
        asked = told.first_asked(*look.key, after=point.day) if told else None
        self.add(escalated(look, point, self.office, asked))

    async def _told(self, person: Person) -> Spoken:
        if person.id not in self.spoken:
            day = self.office.today_of(person)
            self.spoken[person.id] = await Spoken.to(person, day, self.unit)
        return self.spoken[person.id]

    def _after(
        self, person: Person, looks: list[Look], concerns: list[Concern], spoken: Spoken
    ) -> None:
        """What was asked sleeps until its next turn; what is still open is tried another day."""
        for look in looks:
            asked = spoken.asked(look.plan, look.tracked.action.ref)
            if look.wants(self.office, asked):
                self._wait(person, [look], [])
            else:
                self._sleep(look.key, look.sleeps_until(self.office, asked))
        self._wait(person, [], [each for each in concerns if each.once not in spoken.said])

    def _wait(self, person: Person, looks: list[Look], concerns: list[Concern]) -> None:
        """Try again at the person's next hour, which may be today's."""
        day = self.office.next_day(person)
        for look in looks:
            self._sleep(look.key, day)
        for concern in concerns:
            for ref in concern.about:
                self._sleep((str(concern.plan), ref), day)

    def _sleep(self, key: tuple[str, str], until: date) -> None:
        """Sleep no longer than anything about the action allows."""
        if key in self.until:
            self.until[key] = min(self.until[key], until)
