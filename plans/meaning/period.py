"""The title of a plan and the days it covers, from its first lines."""

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.work import Period
from plans.meaning.headings import section_of_a_page
from plans.meaning.ranges import RANGE
from plans.meaning.section_names import PLAN, is_generic
from plans.meaning.spans import Calendar, Span, spans_in

LONGEST_TITLE = 140
FIRST_LINES = 40
FIGURES = re.compile(r"[\d/–-]+")
LONGEST_YEAR = 366  # days
NO_CALENDAR = Calendar()


def title_of(lines: Sequence[str]) -> str:
    """The first line that calls itself a plan, or else the first line."""
    short = [line for line in lines[:FIRST_LINES] if 3 < len(line) <= LONGEST_TITLE]
    named = next((at for at, line in enumerate(short[:12]) if PLAN.search(line)), None)
    if named is None:
        return short[0] if short else ""
    return _whole_title(short[named], short[named - 1] if named else "")


def _whole_title(line: str, before: str) -> str:
    """With the name of the place from the line above, where the line says only "Action plan"."""
    if page := section_of_a_page(line):
        line = line[: -len(page)].rstrip(" –—:-")
    if before and is_generic(FIGURES.sub("", line).strip(" ,–—:-")):
        return f"{before}: {line}"
    return line


def period_of(lines: Sequence[str]) -> Period | None:
    """What the title or the lines near it say: a range, a financial year, or a year."""
    near = [line for line in lines[:FIRST_LINES] if len(line) <= LONGEST_TITLE]
    found = [(line, spans_in(line, NO_CALENDAR)) for line in near]
    for wanted in (_range, _years, _whole_year):
        for line, spans in found:
            if period := wanted(line, spans):
                return period
    return None


def year_from_the_day_of(lines: Sequence[str]) -> Period | None:
    """The year that begins with the only day that the first lines name, as those of minutes do:
    for dates that leave their year out."""
    near = [line for line in lines[:FIRST_LINES] if len(line) <= LONGEST_TITLE]
    days = {span.first for line in near for span in spans_in(line, NO_CALENDAR) if _is_day(span)}
    if len(days) != 1:
        return None
    day = days.pop()
    return Period(start=day, end=day + timedelta(days=364))


def _is_day(span: Span) -> bool:
    return span.first == span.last


def _range(line: str, spans: list[Span]) -> Period | None:
    """The days from one date to another, or of several years where a line names nothing else."""
    several = [span for span in spans if (span.last - span.first).days > LONGEST_YEAR]
    if several and FIGURES.fullmatch("".join(line.split())):
        return _period(several)
    for first, last in itertools.pairwise(spans):
        if RANGE.fullmatch(line[first.end : last.begin].lower()) and first.first < last.last:
            return Period(start=first.first, end=last.last)
    return None


def _years(line: str, spans: list[Span]) -> Period | None:
    long = [span for span in spans if (span.last - span.first).days > 364 - 1]
    pairs = [span for span in long if span.first != date(span.last.year, 1, 1)]
    return _period(pairs) if PLAN.search(line) or len(line) < 40 else None


def _whole_year(line: str, spans: list[Span]) -> Period | None:
    long = [span for span in spans if (span.last - span.first).days > 364 - 1]
    return _period(long) if PLAN.search(line) or len(line) < 12 else None


def _period(spans: list[Span]) -> Period | None:
    return Period(start=spans[0].first, end=spans[0].last) if spans else None
