"""When something that comes round is said: which occasion has come, and which comes next. Pure.

An occasion has the name of the week or month it is for. What falls on a day that is not worked
comes on the next that is, and what was missed comes once, later, in the hours in which people work.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from domain.calendar import Calendar
from domain.value import Value

MONDAY = 0
DAY, WEEK = timedelta(days=1), timedelta(days=7)
EARLIEST, LATEST = time(8), time(17)  # between which something may be set to come round
WORK_BEGINS = time(9, 15)
WRITTEN_BY = time(17, 25)  # what is late waits for the next working day
QUIET_FROM = time(17, 30)  # what is written has to be sent by then
FARTHEST = 9  # weeks or months, between which a day is surely worked
BACK = range(0, -FARTHEST - 1, -1)  # a later one than today's has not come
ON = range(-FARTHEST, FARTHEST)  # an earlier one may have had to wait


class Weekly(Value):
    """A day of the week, Monday being 0, and an hour."""

    day: Annotated[int, Field(ge=0, le=6)] = MONDAY
    at: Annotated[time, Field(ge=EARLIEST, le=LATEST)] = time(9, 30)

    def occasions(
        self, today: date, steps: Iterable[int], zone: ZoneInfo, calendar: Calendar
    ) -> "Iterator[Occasion]":
        """Those of the weeks that are so many ``steps`` from that of a day."""
        monday = today - today.weekday() * DAY
        for week in (monday + n * WEEK for n in steps):
            day = week + self.day * DAY
            yield Occasion.on(f"{week:%G-W%V}", day, self.at, zone, calendar)


class Monthly(Value):
    """The first Monday of each month, or the first working day after it, at an hour."""

    at: Annotated[time, Field(ge=EARLIEST, le=LATEST)] = time(9, 30)

    def occasions(
        self, today: date, steps: Iterable[int], zone: ZoneInfo, calendar: Calendar
    ) -> "Iterator[Occasion]":
        """Those of the months that are so many ``steps`` from that of a day."""
        for month in (_month(today, n) for n in steps):
            day = month + (-month.weekday() % 7) * DAY
            yield Occasion.on(f"{month:%Y-%m}", day, self.at, zone, calendar)


class Occasion(Value):
    """One time that something comes round. ``at`` is aware, in the zone it was asked for."""

    name: str
    at: datetime

    @classmethod
    def on(cls, name: str, day: date, at: time, zone: ZoneInfo, calendar: Calendar) -> "Occasion":
        """On this day, or on the first working day after it."""
        return cls(name=name, at=datetime.combine(calendar.on_or_after(day), at, tzinfo=zone))


class Edition(Value):
    """What came out on an occasion: when, and which event was the newest by then."""

    occasion: str
    at: datetime
    event: int = 0


def key_of(series: str, occasion: str) -> str:
    """The key of the message that comes out on an occasion of a series."""
    return f"{series}:{occasion}"


def named_in(key: str) -> tuple[str, str]:
    """The series and the occasion that a key was made of."""
    series, _, occasion = key.rpartition(":")
    return series, occasion


def last_moment(day: date, zone: ZoneInfo) -> datetime:
    """Until when what comes round may come on a day."""
    return datetime.combine(day, QUIET_FROM, tzinfo=zone).astimezone(UTC)


def at_work(now: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """Whether people are at work, and a channel may be spoken to."""
    local = now.astimezone(zone)
    return calendar.works(local.date()) and WORK_BEGINS <= local.time() < WRITTEN_BY


def may_come(now: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """Whether anything that comes round may be due: at no other moment is any."""
    local = now.astimezone(zone)
    return EARLIEST <= local.time() < WRITTEN_BY and calendar.works(local.date())


type Recurring = Weekly | Monthly


def occasion_due(
    setting: Recurring, now: datetime, zone: ZoneInfo, calendar: Calendar, last: datetime
) -> Occasion | None:
    """The occasion to be met now, if it came after ``last``, when this was last said.

    What was missed waits for the hour at which it is said, on a day that is worked: by then the
    next one may have come, and only that is said.
    """
    local = now.astimezone(zone)
    if not calendar.works(local.date()) or not setting.at <= local.time() < WRITTEN_BY:
        return None
    found = _latest(setting, local.date(), zone, calendar)
    newest = next((each for each in found if each.at <= now), None)
    return newest if newest and newest.at > last else None


@lru_cache(maxsize=4096)  # each minute of a day it is asked for the same
def _latest(
    setting: Recurring, today: date, zone: ZoneInfo, calendar: Calendar
) -> Sequence[Occasion]:
    return tuple(setting.occasions(today, BACK, zone, calendar))


def next_occasion(
    setting: Recurring, now: datetime, zone: ZoneInfo, calendar: Calendar
) -> Occasion:
    """The first occasion after a moment."""
    found = setting.occasions(now.astimezone(zone).date(), ON, zone, calendar)
    return next(each for each in found if each.at > now)


def _month(today: date, step: int) -> date:
    """The first day of the month that is so many steps from that of a day."""
    years, month = divmod(today.month - 1 + step, 12)
    return date(today.year + years, month + 1, 1)
