"""What one beat needs to know of a workspace: its people, its plans and its arrangements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.calendar import DAY, Calendar
from domain.events import Tracked
from domain.faults import What
from domain.hours import NEVER, day_to_speak, opens
from domain.instructions import Arrangements, Pause, arranged
from domain.parts import referred_to
from domain.people import LONDON, Person
from domain.points import Context
from domain.ports import UnitOfWork
from domain.reach import Reach, closed_by
from domain.summary import Scope
from domain.work import DueKind, Plan
from scheduler.faults import Faults


@dataclass(frozen=True)
class Office:
    """A workspace as it stands at a moment."""

    now: datetime
    reach: Reach
    plans: Mapping[str, Plan]
    followed: Mapping[str, Sequence[Tracked]] = field(default_factory=dict)  # by plan
    zone: ZoneInfo = LONDON
    faults: Faults = field(default_factory=Faults)
    _chairs: dict[str, tuple[Person, ...]] = field(default_factory=dict)  # by group
    _days: dict[tzinfo, date] = field(default_factory=dict)
    _wakings: dict[tuple[date, tuple[time, ZoneInfo]], datetime] = field(default_factory=dict)
    _listening: dict[str, bool] = field(default_factory=dict)  # by person
    _speaking: dict[tuple[time, tzinfo], date | None] = field(default_factory=dict)

    @property
    def arrangements(self) -> Arrangements:
        return self.reach.arrangements

    @cached_property
    def today(self) -> date:
        """The day it is where the council is."""
        return self.now.astimezone(self.zone).date()

    @cached_property
    def titles(self) -> Mapping[str, str]:
        return {key: plan.title for key, plan in self.plans.items()}

    @cached_property
    def administrators(self) -> tuple[Person, ...]:
        """Those who can be told today."""
        return self.reach.can_be_told(self.reach.directory.administrators(), self.today)

    def chairs(self, group: str) -> tuple[Person, ...]:
        """The chair and vice-chair of a group who can be told today."""
        if group not in self._chairs:
            chairs = self.reach.directory.chairs(group)
            self._chairs[group] = self.reach.can_be_told(chairs, self.today)
        return self._chairs[group]

    def today_of(self, person: Person) -> date:
        zone = person.timezone
        if zone not in self._days:
            self._days[zone] = self.now.astimezone(zone).date()
        return self._days[zone]

    def can_write_to(self, person: Person) -> bool:
        """Whether there is a way to, in a working hour of a day on which the person is there."""
        if person.id not in self._listening:
            self._listening[person.id] = self._listens(person)
        return self._listening[person.id]

    def _listens(self, person: Person) -> bool:
        if person.id not in self.reach.accounts:
            return False
        day = self._day_to_speak(self.arrangements.hour(person.id), person.timezone)
        if day is None or self.reach.leave_of(person, day):
            return False
        return self.reach.calendar_of(person).works(day)

    def _day_to_speak(self, hour: time, zone: tzinfo) -> date | None:
        if (hour, zone) not in self._speaking:
            self._speaking[hour, zone] = day_to_speak(self.now, hour, zone)
        return self._speaking[hour, zone]

    def next_hour(self, person: Person) -> datetime:
        """When the person's hour strikes next on a day they work, or they go on leave."""
        today, calendar = self.today_of(person), self.reach.calendar_of(person)
        hour, zone = self._hour_of(person)
        to_come = self.now < opens(today, hour, zone)
        strikes = _strikes(calendar.on_or_after(today if to_come else today + DAY), hour, zone)
        return min(strikes, self._next(self.reach.turns_of(person)))

    def resumes(self, plan: str) -> datetime:
        """When a paused plan is asked about again."""
        told = self.arrangements.paused[plan].order
        return self.dawn(told.until if isinstance(told, Pause) and told.until else date.max)

    def dawn(self, day: date) -> datetime:
        """When a day begins where the council is; date.max never does."""
        return _strikes(day, time.min, self.zone)

    def wakes(self, person: Person, day: date) -> datetime:
        """When on a day of the person's an hour strikes first: theirs, or that of who may be told.

        Those are asked or told at their own hours, which are then found one by one.
        """
        hour = self._hour_of(person)
        if (day, hour) not in self._wakings:
            hours = {hour, *self._hours_of_others}
            self._wakings[day, hour] = min(_strikes(day, *each) for each in hours)
        return self._wakings[day, hour]

    def changes(self, tracked: Tracked) -> datetime:
        """When next somebody comes who may be asked, or goes: as their day begins."""
        return self._next(self.reach.comings_and_goings(tracked, self.today))

    def _next(self, days: Iterable[tuple[Person, date]]) -> datetime:
        moments = (_strikes(day, time.min, person.timezone) for person, day in days)
        return min((each for each in moments if each > self.now), default=NEVER)

    def _hour_of(self, person: Person) -> tuple[time, ZoneInfo]:
        return self.arrangements.hour(person.id), person.timezone

    @cached_property
    def _hours_of_others(self) -> frozenset[tuple[time, ZoneInfo]]:
        """The hours of chairs and administrators."""
        people = (self.reach.person(each.person) for each in self.reach.directory.appointments)
        return frozenset(self._hour_of(each) for each in people if each)

    def lacks(self, plan: str, tracked: Tracked) -> bool:
        """Whether its plan, or those that an action refers to, could not be read."""
        if plan not in self.plans:
            return True
        return tracked.action.due.kind is DueKind.SEE and plan not in self.followed

    def context(self, plan: str, tracked: Tracked, zone: tzinfo) -> Context:
        """What must be known to tell when an action of a plan wants a word in a zone."""
        policy = self.arrangements.policies.of(plan, tracked)
        followed: tuple[Tracked, ...] = ()
        if tracked.action.due.kind is DueKind.SEE:
            followed = tuple(referred_to(tracked, self.followed.get(plan, ())))
        return Context(self.plans[plan], policy, followed, zone)


def _strikes(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return NEVER if day == date.max else opens(day, hour, zone)


async def open_office(
    unit: UnitOfWork,
    now: datetime,
    calendar: Calendar,
    seen: Iterable[tuple[str, Tracked]] = (),
    zone: ZoneInfo = LONDON,
    faults: Faults | None = None,
) -> Office:
    """Gather what is needed to look at the actions ``seen``, each with its plan's key."""
    faults = faults or Faults().begin(now)
    arrangements = arranged(await unit.instructions.all())
    calendar = calendar.but(closed=closed_by(arrangements.closures))
    directory = await unit.people.directory()
    reach = Reach(directory, await unit.people.reachable(), arrangements, calendar, now)
    plans = {each.key: each for each in await unit.plans.all()}
    referring = {plan for plan, each in seen if each.action.due.kind is DueKind.SEE}
    followed = {}
    for plan in sorted(referring):
        with faults.spared(What.PLAN, plan):
            followed[plan] = await unit.actions.within(Scope(plan=plan))
    return Office(now, reach, plans, followed, zone, faults)
