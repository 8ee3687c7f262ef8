"""Looking at one action: who is to be asked about it, and who else is to be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from domain.calendar import Calendar
from domain.concerns import Concern
from domain.events import Tracked
from domain.findings import findings
from domain.hours import NEVER
from domain.people import Person
from domain.points import Context, Point, Sort
from domain.reach import Asked, Hindrance, Unasked
from domain.reminders import asleep_until, due_on, escalation_days, next_look, slipped, wanted
from domain.rights import answerable_groups
from handlers import escalating
from scheduler.office import Office

FINDINGS_AGAIN = timedelta(days=7)  # how long what is lacking sleeps: it may have been put right

type Question = tuple[date, date | None, Calendar]
"""A day, when the person was last asked, and the days they work."""


@dataclass(frozen=True)
class Look:
    """An action as it is seen today: whom to ask, if anybody, and what concerns others."""

    plan: str
    tracked: Tracked
    context: Context
    asked: Asked | Unasked
    concerns: tuple[Concern, ...] = ()
    _wanted: list[tuple[Question, Point | None]] = field(default_factory=list)

    @cached_property
    def key(self) -> tuple[str, str]:
        return self.plan, self.tracked.action.ref

    @cached_property
    def person(self) -> Person | None:
        return self.asked.person if isinstance(self.asked, Asked) else None

    def wants(self, office: Office, asked: date | None = None) -> Point | None:
        """What the person is to be asked about on their day, if they were last asked on a day."""
        person = self.person
        if person is None:
            return None
        day = office.today_of(person)
        if asked == day:
            return None  # nobody is asked twice on a day
        return self.wanted(day, office.reach.calendar_of(person), asked)

    def wanted(self, day: date, calendar: Calendar, asked: date | None = None) -> Point | None:
        """As domain.reminders.wanted, worked out once."""
        question = day, asked, calendar
        for known, point in self._wanted:  # two or three: looking a calendar up takes longer
            if known == question:
                return point
        found = wanted(self.tracked, self.context, day, calendar, asked)
        self._wanted.append((question, found))
        return found

    def sleeps_until(self, office: Office, asked: date | None = None) -> datetime:
        """The moment until which nothing new can be wanted, if nobody says anything."""
        if self.tracked.state.finished:
            return NEVER
        return min(office.changes(self.tracked), self._next(office, asked))

    def _next(self, office: Office, asked: date | None) -> datetime:
        """The same where those who answer for it stay the same."""
        person, reach = self.person, office.reach
        if person is None:
            day = next_look(self.tracked, self.context, office.today, reach.calendar)
            return office.dawn(min(day, office.today + FINDINGS_AGAIN))
        day, calendar = office.today_of(person), reach.calendar_of(person)
        again = next_look(self.tracked, self.context, day, calendar, asked)
        covered = self.asked.covers if isinstance(self.asked, Asked) else None
        return min(office.wakes(each, again) for each in (person, covered) if each)


def look_at(plan: str, tracked: Tracked, office: Office) -> Look:
    """See what an action needs today, whenever somebody was last asked about it."""
    asked = office.reach.asked(tracked, office.today)
    zone = asked.person.timezone if isinstance(asked, Asked) else office.zone
    context = office.context(plan, tracked, zone)
    look = Look(plan, tracked, context, asked)
    if asleep_until(tracked, office.reach.calendar) > office.today:
        return look
    concerns = (*_lacking(look, office), *_uncovered(look, office), *_slipped(look, office))
    return replace(look, concerns=concerns) if concerns else look


def _lacking(look: Look, office: Office) -> Iterator[Concern]:
    """Every administrator is told what only they can put right."""
    for finding in findings(look.tracked, look.asked):
        for reader in office.administrators:
            yield escalating.listed(finding, look.plan, reader, office.today)


def _uncovered(look: Look, office: Office) -> Iterator[Concern]:
    """Without a delegate the chair sees what the owner would have been asked.

    On the day it is due that comes whatever the week has brought, as the question would have.
    """
    if not isinstance(look.asked, Unasked) or look.asked.why is not Hindrance.AWAY:
        return
    point = look.wanted(office.today, office.reach.calendar)
    if point is None or point.sort is Sort.CHECK:
        return
    last = {"urgent": due_on(point, office.today, office.reach.calendar)}
    for reader in _chairs(look, office) or office.administrators:
        told = escalating.uncovered(
            look.tracked, point, look.plan, look.asked, reader, office.today
        )
        yield told.model_copy(update=last)


def _slipped(look: Look, office: Office) -> Iterator[Concern]:
    """Late is late whatever is forecast: the chair is told, however often the forecast moves."""
    point = slipped(look.tracked, look.context, office.today, office.reach.calendar)
    if point is None:
        return
    chairs = _chairs(look, office)
    for reader in chairs or office.administrators:
        if reader != look.person:
            yield _late(look, point, reader, chairs, office)


def _late(
    look: Look, point: Point, reader: Person, chairs: Sequence[Person], office: Office
) -> Concern:
    told = reader in chairs
    return escalating.late(look.tracked, point, look.plan, reader, office.today, told)


def overdue(look: Look, office: Office) -> Point | None:
    """The day of the action that has passed so long ago that somebody else is to be told."""
    if asleep_until(look.tracked, office.reach.calendar) > office.today:
        return None
    point = look.wanted(office.today, office.reach.calendar)
    if point is None or point.sort is Sort.CHECK or point.day >= office.today:
        return None
    chair, _ = escalation_days(point, look.context, office.reach.calendar)
    return point if chair <= office.today else None


def escalated(
    look: Look, point: Point, office: Office, asked: date | None = None
) -> Iterator[Concern]:
    """What is late is told to the chair first, and later to the administrators.

    Nobody is told before the owner had as long to answer as lies between two chasers, from the
    day on which they were first ``asked`` about it since.
    """
    if look.person and not _had_time(look, asked, office):
        return
    _, administrator = escalation_days(point, look.context, office.reach.calendar)
    chairs = _chairs(look, office)
    readers = chairs or office.administrators
    if administrator <= office.today:
        readers += office.administrators
    for reader in dict.fromkeys(readers):
        if reader != look.person:
            yield _late(look, point, reader, chairs, office)


def _had_time(look: Look, asked: date | None, office: Office) -> bool:
    if asked is None:
        return False
    answer_by = asked + timedelta(days=look.context.policy.chase)
    return office.reach.calendar.on_or_before(answer_by) <= office.today


def _chairs(look: Look, office: Office) -> tuple[Person, ...]:
    """The chair of each group that the action answers to, or the vice-chair where need be."""
    groups = answerable_groups(look.tracked.action, look.context.plan)
    return tuple(chair for group in groups for chair in office.chairs(group)[:1])
