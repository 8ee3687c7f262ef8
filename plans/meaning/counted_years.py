"""The years that a plan counts from its own beginning, where it says what they are:
"Year 1 is April 2026 to March 2027"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from domain.work import Period
from plans.meaning.days import count_of
from plans.meaning.period import period_of
from plans.meaning.ranges import RANGE
from plans.meaning.spans import Calendar, spans_in

_NTH = r"(?:years?\s|yrs?\b\.?\s?|yrs?(?=\d))(?P<nth>[1-6]|one|two|three|four|five|six)"
BEFORE = re.compile(
    rf"\b{_NTH}(?:\s?[(:=,–—-]|\s(?:is|runs|means|covers|being))?"
    r"\s?(?:from |between |the )?(?:(?:financial|fiscal) year )?$",
    re.IGNORECASE,
)
AFTER = re.compile(rf"\s?[(=:,–—-]?\s?(?:is |being )?{_NTH}\b", re.IGNORECASE)
YEAR = re.compile(r"year|\byrs?(?![a-z])", re.IGNORECASE)
LONGEST = 600  # characters of a text that are looked at
FEWEST_DAYS, MOST_DAYS = 363, 366  # between the first day of a year and the last

type Year = tuple[int, date, date]  # its number, its first and last day


def counted_period(
    opening: Sequence[str], texts: Iterable[str], calendar: Calendar
) -> Period | None:
    """The days a plan covers by its opening lines, and by what it says that its years are."""
    plain = [line for line in opening if not any(_years_in(line[:LONGEST], calendar))]
    return with_its_years(period_of(plain), texts, calendar)


def with_its_years(
    period: Period | None, texts: Iterable[str], calendar: Calendar
) -> Period | None:
    """The period, put right where a text says what the plan's first year is, or its second."""
    told = [year for text in texts for year in _years_in(text[:LONGEST], calendar)]
    starts = {_first_of(year) for year in told}
    if len(starts) != 1 or not _may_begin(begins := starts.pop(), told, period):
        return period
    ends = max(last for _, _, last in told)
    several = len({count for count, _, _ in told}) > 1
    return Period(start=begins, end=ends if several or not period else max(ends, period.end))


def _may_begin(begins: date, told: list[Year], period: Period | None) -> bool:
    """Whether what was said is of the plan, and not of a school: the first year is named, alone or
    with others where nothing says when the plan begins, or where what seems to is told amiss."""
    counts = {count for count, _, _ in told}
    if 1 in counts and (period is None or len(counts) > 1):
        return True
    if period is None:
        return False
    return period.start.year - 1 <= begins.year <= period.start.year + 1


def _first_of(year: Year) -> date:
    count, first, _ = year
    return first.replace(year=first.year - count + 1, day=1)


def _years_in(text: str, calendar: Calendar) -> Iterator[Year]:
    if not YEAR.search(text):
        return
    spans = spans_in(text, calendar)
    whole = [(span.first, span.last, span.begin, span.end) for span in spans]
    whole += [
        (first.first, last.last, first.begin, last.end)
        for first, last in pairwise(spans)
        if RANGE.fullmatch(text[first.end : last.begin].lower())
    ]
    for first, last, begin, end in whole:
        said = BEFORE.search(text[:begin]) or AFTER.match(text, end)
        if said and FEWEST_DAYS <= (last - first).days <= MOST_DAYS:
            yield count_of(said["nth"]), first, last
