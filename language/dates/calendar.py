"""Days, weeks, months and holidays of England and Wales, counted as officers count them."""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

FRIDAY = 4
APRIL = 4
FIRST_YEAR, LAST_YEAR = 1950, 2150


class Span(NamedTuple):
    """A period: its first and last day."""

    first: date
    last: date


class Length(NamedTuple):
    """A length of time as said: 20 working days, 3 months."""

    number: int
    unit: str  # day, working day, week, month, year

    def after(self, day: date) -> date:
        """The day this much later. A month after 31 March is 30 April."""
        match self.unit:
            case "day":
                return day + timedelta(days=self.number)
            case "week":
                return day + timedelta(weeks=self.number)
            case "working day":
                return working_days_after(day, self.number)
            case "month":
                return months_after(day, self.number)
            case _:
                return months_after(day, 12 * self.number)

    def before(self, day: date) -> date:
        return Length(-self.number, self.unit).after(day)


def day_in(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none such as 31 November."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def months_after(day: date, count: int) -> date:
    """So many months later, or the last day of that month."""
    whole = day.year * 12 + day.month - 1 + count
    year, month = min(max(whole // 12, 1), 9998), whole % 12 + 1
    return date(year, month, min(day.day, last_of(year, month).day))


def last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def month_of(year: int, month: int) -> Span:
    return Span(date(year, month, 1), last_of(year, month))


def week_of(day: date) -> Span:
    """Monday to Friday: the week as an office has it."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=FRIDAY))


def coming(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def nth_weekday(span: Span, weekday: int, nth: int) -> date | None:
    """The first (1), second ... or last (-1), last but one (-2) such weekday of a period."""
    first = span.first + timedelta(days=(weekday - span.first.weekday()) % 7)
    last = span.last - timedelta(days=(span.last.weekday() - weekday) % 7)
    day = first + timedelta(weeks=nth - 1) if nth > 0 else last + timedelta(weeks=nth + 1)
    return day if span.first <= day <= span.last else None


def nth_working_day(span: Span, nth: int) -> date | None:
    """The first (1), second ... or last (-1) working day of a period."""
    before = span.first - timedelta(days=1) if nth > 0 else span.last + timedelta(days=1)
    day = working_days_after(before, nth)
    return day if span.first <= day <= span.last else None


def financial_year(day: date) -> Span:
    start = day.year if day.month >= APRIL else day.year - 1
    return Span(date(start, APRIL, 1), date(start + 1, 3, 31))


def quarter(number: int, start: int) -> Span:
    """A quarter of the financial year that starts in ``start``: Q1 is April to June."""
    first = months_after(date(start, APRIL, 1), 3 * (number - 1))
    end = months_after(first, 2)
    return Span(first, last_of(end.year, end.month))


def half(number: int, start: int) -> Span:
    """A half of the financial year that starts in ``start``: H1 is April to September."""
    return Span(quarter(2 * number - 1, start).first, quarter(2 * number, start).last)


def quarter_of(day: date) -> Span:
    year = financial_year(day).first.year
    spans = (quarter(number, year) for number in (1, 2, 3, 4))
    return next(span for span in spans if span.first <= day <= span.last)


@cache
def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian reckoning."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, odd = century // 4, century % 4
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales."""
    # Imported when first needed: it takes longer than the reading of many messages.
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """Count working days on (or back, where negative)."""
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(min(abs(count), 2000)):
        day += step
        while not is_working(day):
            day += step
    return day


def working_day_before(day: date) -> date:
    return working_days_after(day, -1)
