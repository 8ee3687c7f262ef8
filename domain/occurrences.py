"""Recurring work: each week, month, quarter or year is an occurrence with an answer of its own."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from domain.calendar import DAY
from domain.value import Value
from domain.work import Due, Every, Period

YEAR_ENDS = (3, 31)  # the financial year, where neither the action nor the plan says otherwise


class Occurrence(Value):
    """One round of recurring work. ``label`` is how it is spoken of: "May 2031"."""

    label: str
    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def occurrence_on(due: Due, period: Period | None, day: date) -> Occurrence | None:
    """The occurrence that a day falls into; None where the work has not begun or is over."""
    if due.every is None or not _within(due, period, day):
        return None
    return _ROUNDS[due.every](day, _year_end(due, period))


def occurrence_before(due: Due, period: Period | None, day: date) -> Occurrence | None:
    """The last occurrence that has ended before a day."""
    if due.every is None:
        return None
    present = _ROUNDS[due.every](day, _year_end(due, period))
    return occurrence_on(due, period, present.start - DAY)


def ended(due: Due, period: Period | None, first: date, last: date) -> Iterator[Occurrence]:
    """The occurrences that end from one day to another, the earliest first."""
    day = first
    while due.every is not None and day <= last:
        found = _ROUNDS[due.every](day, _year_end(due, period))
        if found.end <= last and _within(due, period, found.end):
            yield found
        day = found.end + DAY


def answered(
    due: Due, period: Period | None, done: frozenset[str], day: date, since: date = date.min
) -> Occurrence | None:
    """Which occurrence "complete" answers on a day: the one just past if it is open, or this.

    What had ended before ``since`` was never asked for, and is not what is answered.
    """
    before, present = occurrence_before(due, period, day), occurrence_on(due, period, day)
    found = (before if before and before.end >= since else None, present)
    return next((each for each in found if each and each.label not in done), None)


def _within(due: Due, period: Period | None, day: date) -> bool:
    start = due.start or (period.start if period else None)
    end = due.end or (period.end if period else None)
    return (start is None or start <= day) and (end is None or day <= end)


def _year_end(due: Due, period: Period | None) -> tuple[int, int]:
    end = due.end or (period.end if period else None)
    return (end.month, min(end.day, 28 if end.month == 2 else 31)) if end else YEAR_ENDS


def _week(day: date, _: tuple[int, int]) -> Occurrence:
    start = day - day.weekday() * DAY
    end = start + timedelta(days=6)
    return Occurrence(label=f"week to {end.day} {end:%B %Y}", start=start, end=end)


def _month(day: date, _: tuple[int, int]) -> Occurrence:
    start = day.replace(day=1)
    return Occurrence(label=f"{day:%B %Y}", start=start, end=_end_of_months(start, 1))


def _quarter(day: date, _: tuple[int, int]) -> Occurrence:
    start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    end = _end_of_months(start, 3)
    return Occurrence(label=f"{start:%B} to {end:%B %Y}", start=start, end=end)


def _year(day: date, year_end: tuple[int, int]) -> Occurrence:
    end = date(day.year, *year_end)
    if end < day:
        end = date(day.year + 1, *year_end)
    start = date(end.year - 1, *year_end) + DAY
    return Occurrence(label=f"the year to {end.day} {end:%B %Y}", start=start, end=end)


def _end_of_months(start: date, count: int) -> date:
    month = start.month - 1 + count
    return date(start.year + month // 12, month % 12 + 1, 1) - DAY


_ROUNDS: dict[Every, Callable[[date, tuple[int, int]], Occurrence]] = {
    Every.WEEKLY: _week,
    Every.MONTHLY: _month,
    Every.QUARTERLY: _quarter,
    Every.ANNUALLY: _year,
}
