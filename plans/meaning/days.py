"""First and last days: of months, seasons, quarters and the years that plans count in."""

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.work import Period

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
TERMS = {"autumn": (9, 12), "fall": (9, 12), "spring": (1, 3), "summer": (4, 7), "winter": (12, 2)}
COUNTS = ("one", "two", "three", "four", "five", "six")
LEADING_FIGURES = re.compile(r"\d+")


def count_of(written: str) -> int:
    """The number of a year, in figures or in words up to six."""
    word = written.lower()
    return COUNTS.index(word) + 1 if word in COUNTS else int(word)


def one_day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        found = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
    return found, found


def months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def season_of(name: str, year: int, *, term: bool = False) -> tuple[date, date]:
    """A season, or the term of a school that is named after it."""
    first, last = (TERMS if term else SEASONS)[name]
    ends = year + 1 if last < first else year
    return date(year, first, 1), date(ends, last, monthrange(ends, last)[1])


def financial_quarter(number: int, year: int, ends: int) -> tuple[date, date]:
    """A quarter of the financial year that begins in ``year`` after the month of its end."""
    first = ends + 3 * number - 2
    begins = months(year + (first - 1) // 12, (first - 1) % 12 + 1, (first - 1) % 12 + 1)
    last = first + 2
    return begins[0], months(year + (last - 1) // 12, (last - 1) % 12 + 1, (last - 1) % 12 + 1)[1]


def financial_year(year: int, ends: int) -> tuple[date, date]:
    """The financial year that begins in ``year``."""
    return financial_quarter(1, year, ends)[0], financial_quarter(4, year, ends)[1]


def academic_year(year: int) -> tuple[date, date]:
    """The year of schools and universities that begins in ``year``."""
    return date(year, 9, 1), date(year + 1, 8, 31)


def year_of_plan(period: Period, first: int, last: int) -> tuple[date, date] | None:
    """The years of a plan from one to another, counted from 1; None for years it has not."""
    begins = _years_on(period.start, first - 1)
    ends = _years_on(period.start, last) - timedelta(days=1)
    return (begins, min(ends, period.end)) if begins <= ends and begins <= period.end else None


def _years_on(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def year_and_month(written: str) -> tuple[date, date] | None:
    """ "2026-05", which is no pair of years."""
    year, dash, month = written.partition("-")
    return months(int(year), int(month), int(month)) if dash and 0 < int(month) <= 12 else None


def feast_of(name: str, year: int) -> tuple[date, date]:
    """The day of Easter or of Christmas."""
    day = easter_sunday(year) if name.lower() == "easter" else date(year, 12, 25)
    return day, day


def easter_sunday(year: int) -> date:
    """By the rule of the Gregorian calendar, as computists write it."""
    golden, century = year % 19, year // 100
    lunar = (century - (8 * century + 13) // 25 - century // 4 + 19 * golden + 15) % 30
    epact = lunar - (lunar // 28) * (1 - (29 // (lunar + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def year_of(written: str) -> int:
    year = int(LEADING_FIGURES.findall(written)[0])
    return year + 2000 if year < 100 else year


def pair_of(written: str) -> tuple[int, int] | None:
    """The years of "2026/27", "2026-2028" or "2026-8"; None for a single year or none."""
    parts = [each.strip() for each in re.split(r"[/–—-]", written)]
    if len(parts) != 2:
        return None
    first = parts[0] if len(parts[0]) == 4 else f"20{parts[0]}"
    start, end = int(first), int(first[: 4 - len(parts[1])] + parts[1])
    return (start, end) if start < end else None
