"""Which actions a person needs a word on, on a day. Pure: the day and its calendar are arguments.

A first policy: ahead of a date, on it, and weekly once it has passed. All that concerns a person
comes on one day together; nothing on days that are not worked, and nothing soon after an update.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.calendar import DAY, Calendar
from domain.events import Tracked
from domain.people import Directory, Person
from domain.value import Value

LEADS = frozenset({28, 14, 7, 2, 0})  # days ahead of a date
CHASE_EVERY = 7  # days, once a date has passed
PEACE_AFTER_UPDATE = timedelta(days=5)


class Reminder(Value):
    """One message for one person on one day, the most urgent action first."""

    person: Person
    day: date
    tracked: tuple[Tracked, ...]

    @property
    def key(self) -> str:
        """Names the day, not the attempt: whoever comes second finds it taken."""
        return f"reminder:{self.person.id}:{self.day.isoformat()}"


def due_reminders(
    tracked: Iterable[Tracked], directory: Directory, today: date, calendar: Calendar
) -> list[Reminder]:
    """One reminder for each person who leads an action that needs a word today."""
    if not calendar.works(today):
        return []
    days = _until_next(today, calendar)
    asked: dict[Person, list[Tracked]] = {}
    for each in tracked:
        if needs_a_word(each, today, days):
            person = leads(each, directory, today)
            if person:
                asked.setdefault(person, []).append(each)
    return [
        Reminder(person=person, day=today, tracked=tuple(sorted(found, key=_urgency)))
        for person, found in asked.items()
    ]


def needs_a_word(tracked: Tracked, today: date, days: Iterable[date]) -> bool:
    """Whether a lead time or a chaser falls on one of ``days``, and nothing says to be quiet."""
    state = tracked.state
    snoozed = state.snoozed_until is not None and today < state.snoozed_until
    fresh = state.at is not None and today - state.at.date() < PEACE_AFTER_UPDATE
    if state.finished or snoozed or fresh or state.expected is None:
        return False
    return any(_falls_on(day, state.expected) for day in days)


def leads(tracked: Tracked, directory: Directory, today: date) -> Person | None:
    """Who is asked first about an action: the first owner who can be, or who covers for them."""
    for owner in tracked.action.owners:
        for person in directory.behind(owner, today):
            there = _or_delegate(person, directory, today)
            if there:
                return there
    return None


def _or_delegate(person: Person, directory: Directory, today: date) -> Person | None:
    away = [each for each in directory.leave if each.person == person.id]
    away = [each for each in away if each.start <= today <= each.end]
    if not away:
        return person
    delegate = away[-1].delegate
    return directory.person(delegate) if delegate else None


def _until_next(day: date, calendar: Calendar) -> list[date]:
    """The day and those not worked that follow it: what falls on them is said on the day."""
    ahead = calendar.on_or_after(day + DAY)
    return [day + n * DAY for n in range((ahead - day).days)]


def _falls_on(day: date, expected: date) -> bool:
    ahead = (expected - day).days
    return ahead in LEADS or (ahead < 0 and (-ahead - 1) % CHASE_EVERY == 0)


def _urgency(tracked: Tracked) -> date:
    return tracked.state.expected or date.max
