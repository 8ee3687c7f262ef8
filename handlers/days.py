"""How days and lengths of time are put in words."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from domain.people import Person

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@lru_cache(maxsize=4096)  # of ten thousand lines most name the same few days
def day(when: date, today: date) -> str:
    """ "Tue 31 March", with the year where it is not this one."""
    year = f" {when.year}" if when.year != today.year else ""
    return f"{when:%a} {when.day} {when:%B}{year}"


def short_day(when: date, today: date) -> str:
    """ "31 March", with the year where it is not this one."""
    return day(when, today).split(" ", 1)[1]


def local_day(at: datetime, person: Person) -> date:
    return at.astimezone(person.timezone).date()


def days(count: int) -> str:
    return "1 day" if abs(count) == 1 else f"{count} days"


def times(count: int) -> str:
    """How often a date has moved: "moved once", "moved 3 times"."""
    return {1: "moved once", 2: "moved twice"}.get(count, f"moved {count} times")


def listed(names: Sequence[str]) -> str:
    """ "Nia, Odo and Sam"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def weekdays(days: Iterable[int]) -> str:
    """ "Monday, Tuesday and Friday"."""
    return listed([WEEKDAYS[each] for each in sorted(days)])


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
