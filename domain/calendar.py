"""Which days are worked, and counting in them."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from domain.value import Value

MONDAY_TO_FRIDAY = frozenset(range(5))
DAY = timedelta(days=1)
FARTHEST = 400  # days that are looked through for one that is worked
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Between which a plan speaks: what is typed or picked beyond is a slip of the hand."""


class Calendar(Value):
    """Which days are worked: those of the week that are, but not bank holidays or closures.

    ``week`` has the weekdays that are worked, Monday as 0.
    """

    closed: frozenset[date] = frozenset()
    week: frozenset[int] = MONDAY_TO_FRIDAY

    def __hash__(self) -> int:
        """What is worked out by days is remembered by calendar, and asked for very often."""
        return hash((self.closed, self.week))

    def works(self, day: date) -> bool:
        return day.weekday() in self.week and day not in self.closed

    def but(self, closed: Iterable[date] = (), week: frozenset[int] | None = None) -> "Calendar":
        """This calendar with more days off, or for somebody who works other days of the week."""
        return _changed(self, frozenset(closed), week or self.week)

    def on_or_before(self, day: date) -> date:
        """The day, or the last one worked before it."""
        return day if self.works(day) else self.next_worked(day, -DAY)

    def on_or_after(self, day: date) -> date:
        """The day, or the first one worked after it."""
        return day if self.works(day) else self.next_worked(day, DAY)

    def ahead(self, day: date, count: int) -> date:
        """The day that is ``count`` working days after ``day``."""
        return _counted(self, day, count, DAY)

    def back(self, day: date, count: int) -> date:
        """The day that is ``count`` working days before ``day``."""
        return _counted(self, day, count, -DAY)

    def next_worked(self, day: date, step: timedelta) -> date:
        """Look from ``day`` on; where nothing is worked for a year and more, stay on it."""
        looked = day
        for _ in range(FARTHEST):
            if self.works(looked) or looked in (date.min, date.max):
                return looked
            looked += step
        return day


@lru_cache(maxsize=256)  # the same one each time: comparing two looks at all their days
def _changed(calendar: Calendar, closed: frozenset[date], week: frozenset[int]) -> Calendar:
    if closed <= calendar.closed and week == calendar.week:
        return calendar
    return Calendar(closed=calendar.closed | closed, week=week)


@lru_cache(maxsize=4096)  # ten thousand actions of one day are asked for the same few
def _counted(calendar: Calendar, day: date, count: int, step: timedelta) -> date:
    for _ in range(count):
        day = calendar.next_worked(day + step, step)
    return day


def within_reach(day: date) -> bool:
    """Whether a plan may speak of the day, and days can be counted from it to either side."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


WEEKDAYS = Calendar()
"""Every weekday is worked: for where nobody has said otherwise."""
