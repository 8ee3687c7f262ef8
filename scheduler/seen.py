"""What one beat has seen, by the person it concerns: who is written to, and what may sleep."""

import asyncio
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched
from typing import NamedTuple

from domain.calendar import DAY
from domain.concerns import TOLD_AGAIN, Concern, Joined
from domain.events import Tracked
from domain.faults import Subject, What
from domain.hours import NEVER
from domain.people import Person
from domain.points import Point
from domain.ports import UnitOfWork
from scheduler.faults import ours
from scheduler.joining import Spoken, joined
from scheduler.letters import Letter, letter
from scheduler.looking import Look, escalated, look_at, overdue
from scheduler.office import Office
from scheduler.sleep import Key, Sleep

A_BREATH = 100  # actions or people looked at before others go on


class Grounds(NamedTuple):
    """What all is worked out from, as it was before anything was looked at."""

    known: Hashable  # domain.ports.UnitOfWork.known
    heard: int  # the newest event


@dataclass
class Beat:
    """What one beat has found, by the person it concerns."""

    office: Office
    grounds: Grounds
    sleep: Sleep
    looks: dict[str, list[Look]] = field(default_factory=lambda: defaultdict(list))
    concerns: dict[str, list[Concern]] = field(default_factory=lambda: defaultdict(list))
    overdue: list[tuple[Look, Point]] = field(default_factory=list)
    spoken: dict[str, Spoken] = field(default_factory=dict)
    aside: Mapping[str, Sequence[Concern]] = field(default_factory=dict)
    _wording: asyncio.Lock = field(default_factory=asyncio.Lock)
    _unsaid_until: datetime = NEVER

    def look(self, seen: Iterable[tuple[str, Tracked]]) -> None:
        """Look at each action; what nobody need be asked about today may sleep."""
        for plan, tracked in seen:
            if self.office.arrangements.is_paused(plan, self.office.today):
                self.sleep.until[plan, tracked.action.ref] = self.office.resumes(plan)
            elif self.office.lacks(plan, tracked):
                faults = self.office.faults
                self.sleep.until[plan, tracked.action.ref] = faults.again(What.PLAN, plan)
            else:
                self._look(plan, tracked)

    def _look(self, plan: str, tracked: Tracked) -> None:
        """One that cannot be looked at sleeps until it is tried again."""
        faults, key = self.office.faults, (plan, tracked.action.ref)
        with faults.spared(What.ACTION, tracked.action.ref, plan):
            self._see(look_at(plan, tracked, self.office))
            return
        self.sleep.until[key] = faults.again(What.ACTION, tracked.action.ref, plan)

    def _see(self, look: Look) -> None:
        wants = look.person and look.wants(self.office)
        until = NEVER if wants else look.sleeps_until(self.office)
        point = overdue(look, self.office)
        self.sleep.until[look.key] = until
        if look.person and wants:
            self.looks[look.person.id].append(look)
        if point is not None:
            self.overdue.append((look, point))
        self.add(look.concerns)

    def add(self, concerns: Iterable[Concern]) -> None:
        for concern in concerns:
            self.concerns[concern.person].append(concern)

    async def escalate(self, unit: UnitOfWork) -> None:
        """Let chairs and administrators know of what is late, once its owner was asked."""
        owners = {look.person.id: look.person for look, _ in self.overdue if look.person}
        await self._remember(unit, owners.values())
        for look, point in self.overdue:
            with self.office.faults.spared(What.ACTION, look.tracked.action.ref, look.plan):
                self.add([*self._escalated(look, point)])

    def _escalated(self, look: Look, point: Point) -> Iterator[Concern]:
        asked = None
        if look.person:
            asked = self.spoken[look.person.id].first_asked(*look.key, after=point.day)
        return escalated(look, point, self.office, asked)

    def people(self) -> list[Person]:
        """Those whom anything concerns."""
        everybody = dict.fromkeys([*self.looks, *self.concerns])
        return [person for id in everybody if (person := self.office.reach.person(id))]

    async def speaks(self, unit: UnitOfWork, people: Iterable[Person]) -> bool:
        """Whether there is anything to say now to any of them."""
        listening = [each for each in people if self._listens(each)]
        await self._remember(unit, listening)
        return any(map(self._said, listening))

    async def speak(self, unit: UnitOfWork, people: Sequence[Person]) -> Sequence[Letter]:
        """Write one message to each person there is something for, if it is their hour.

        Nothing that was found is changed by that: it may have to be done again.
        """
        listening = [each for each in people if self._listens(each)]
        await self._remember(unit, listening)
        letters: list[Letter] = []
        async with self._wording:  # one after the other, so that the database is not left idle
            for some in batched(listening, A_BREATH):
                letters += [each for person in some if (each := self._letter(person))]
                await asyncio.sleep(0)
        written = await unit.outbox.put_all([each.message for each in letters]) if letters else 0
        return letters if written == len(letters) else ()

    def told(self, people: Iterable[Person], said: Iterable[Joined]) -> None:
        """Let what these people were asked sleep until its next turn."""
        for each in said:
            id = each.person.id
            self.spoken[id] = self.spoken[id].after(each)
        for person in people:
            self._after(person)

    def spare_person(self, person: Person, error: BaseException) -> bool:
        """Leave out somebody who cannot be written to, where it is a fault of ours."""
        if ours(error):
            self.office.faults.met(Subject(What.PERSON, person.id), error)
            self._after(person)
        return ours(error)

    def spare_action(self, key: Key, error: BaseException) -> bool:
        """Leave out an action that cannot be put to sleep, where it is a fault of ours."""
        plan, ref = key
        if ours(error):
            self.office.faults.met(Subject(What.ACTION, ref, plan), error)
        return ours(error)

    def tried(self) -> Iterator[Subject]:
        """All that was looked after."""
        for plan, ref in self.sleep.until:
            yield Subject(What.ACTION, ref, plan)
        for person in self.people():
            if self._listens(person):
                yield Subject(What.PERSON, person.id)

    async def let_sleep(self, unit: UnitOfWork, keys: Iterable[Key]) -> None:
        """Let them sleep, but for those of which something was said since they were looked at."""
        moments = self.sleep.moments(keys)
        await unit.actions.wake_all(moments)
        if await unit.events.newest() != self.grounds.heard:
            for plan in moments:
                said = await unit.events.after(plan, self.grounds.heard)
                await unit.actions.wake(plan, {each.ref: None for each in said})

    def news_at(self) -> datetime:
        """When there may be something to say of what was found, if nothing changes till then."""
        dawn = self.office.dawn(self.office.today + DAY)
        return min(self._unsaid_until, dawn, self.office.faults.next_try())

    async def holds(self, unit: UnitOfWork) -> bool:
        """Whether nothing has changed that all of this was worked out from."""
        return await unit.known() == self.grounds.known

    async def _remember(self, unit: UnitOfWork, people: Iterable[Person]) -> None:
        """What these people were told lately, all at once."""
        unknown = {each.id: each for each in people if each.id not in self.spoken}
        if not unknown:
            return
        days = {id: self.office.today_of(person) for id, person in unknown.items()}
        since = min(days.values()) - timedelta(days=TOLD_AGAIN)
        told = await unit.outbox.told(unknown, since)
        self.spoken |= {id: Spoken.of(day, told.get(id, ())) for id, day in days.items()}

    def _listens(self, person: Person) -> bool:
        """Whether it is their hour, and nothing is known that keeps us from writing to them."""
        resting = self.office.faults.rests_until(What.PERSON, person.id)
        return resting is None and self.office.can_write_to(person)

    def _letter(self, person: Person) -> Letter | None:
        said = self._said(person)
        return letter(said, self.office) if said else None

    def _said(self, person: Person) -> Joined | None:
        looks, concerns = self.looks[person.id], self.concerns[person.id]
        told, spoken = [*concerns, *self.aside.get(person.id, ())], self.spoken[person.id]
        with self.office.faults.spared(What.PERSON, person.id):
            return joined(person, looks, told, spoken, self.office)
        return None

    def _after(self, person: Person) -> None:
        """What was asked sleeps until its next turn; what is still open is tried another day."""
        looks, concerns = self.looks[person.id], self.concerns[person.id]
        again = self.office.faults.rests_until(What.PERSON, person.id)
        if again or not self._listens(person):
            return self._wait(again or self.office.next_hour(person), looks, concerns)
        spoken, wanted = self.spoken[person.id], []
        for look in looks:
            asked = spoken.asked(look.plan, look.tracked.action.ref)
            if look.wants(self.office, asked):
                wanted.append(look)
            else:
                self.sleep.no_longer_than(look.sleeps_until(self.office, asked), look.key)
        unsaid = [each for each in concerns if each.once not in spoken.said]
        if wanted or unsaid:
            self._wait(self.office.next_hour(person), wanted, unsaid)

    def _wait(self, until: datetime, looks: Iterable[Look], concerns: Iterable[Concern]) -> None:
        """Try again then: at the person's next hour, which may be today's, or after a fault."""
        for look in looks:
            changes = self.office.changes(look.tracked)
            self.sleep.no_longer_than(min(until, changes), look.key)
        for concern in concerns:
            self._unsaid_until = min(self._unsaid_until, until)
            for ref in concern.about:
                self.sleep.no_longer_than(until, (str(concern.plan), ref))
