"""Parts of a period: its end, its first week, its last Friday, its second working day."""

import re
from datetime import date, timedelta

from language.dates.calendar import (
    Span,
    last_of,
    month_of,
    months_after,
    nth_weekday,
    nth_working_day,
)
from language.dates.date_words import NTH, NUMBERS, WEEKDAY, WEEKDAYS, either
from language.dates.periods import Said, period_at
from language.lexicon.patterns import Wording
from language.lexicon.signs import ALL, Signs

FRIDAY = 4  # of the nth week of a month, as the last day to finish something in
A_YEAR = 300  # days, and more
PART = Wording.of(
    r"(?:the )?(?:very )?(?P<part>end|ends|back end|early|beginning(?= of)|start(?= of)|beg(?= of)"
    r"|mid|midweek|half ?way through|middle|late|later"
    r"|(?:first|1st) half|(?:second|2nd) half|last half|latter half"
    r"|latter part|early part"
    r"|tail end)"
    r"(?: (?:in|on))?(?: of| part of)?[ -]{1,2}(?:of )?"
)
WEEK_OF = Wording.of(rf"(?:the )?(?P<nth>{either(NTH)}) (?:full )?(?:week|wk) (?:of|in) ")
WEEKDAY_OF = Wording.of(rf"(?:the )?(?P<nth>{either(NTH)}) {WEEKDAY} (?:of|in) ")
WORKING_DAY_OF = Wording.of(
    rf"(?:the |on )*(?:very )?(?P<nth>{either(NTH)}) (?:working|business) day (?:of|in) "
)
DAYS_OF = Wording.of(
    rf"(?:the )?(?P<nth>first|opening|last|final) (?:(?P<count>\d{{1,2}}|{either(NUMBERS)}) "
    r"(?P<unit>day|week)s?|(?P<fortnight>fortnight)) (?:of|in) "
)
NTH_OF = (DAYS_OF, WEEK_OF, WEEKDAY_OF, WORKING_DAY_OF)


def part_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """Read "end of June", "mid-May", "first week of March", "last Friday in July"."""
    for wording in NTH_OF:
        nth = wording.match(low, signs, at) if wording.sign & signs else None
        if nth:
            return _nth_of(nth, low, today, signs)
    match = PART.match(low, signs, at)
    period = period_at(low, match.end(), today, signs) if match else None
    if not match or not period:
        return None
    if period.first is None or period.last is None:
        return period
    doubt = "which year's end" if _which_year(low, match, period) else ""
    span = _span_of(period.first, period.last, period.rule)
    day = _part_of(match["part"], span)
    return Said(period.end, "date.part", day, day, period.yearless, doubt)


def _span_of(first: date, last: date, rule: str) -> Span:
    """Its days; of "early in the new year" those of its first month."""
    return month_of(first.year, first.month) if rule == "date.year.new" else Span(first, last)


def _which_year(low: str, match: re.Match[str], period: Said) -> bool:
    """ "The end of the year" may be December or March; "of the calendar year" may not."""
    if period.rule != "date.year.nearby" or "end" not in match["part"]:
        return False
    return "calendar" not in low[match.end() : period.end]


def _nth_of(match: re.Match[str], low: str, today: date, signs: Signs) -> Said | None:
    period = period_at(low, match.end(), today, signs)
    if not period or period.first is None or period.last is None:
        return period
    if match.re is DAYS_OF.pattern:
        until = _some_days_of(match, Span(period.first, period.last))
        return Said(period.end, "date.part", until, until, period.yearless)
    span, nth = _span_of(period.first, period.last, period.rule), NTH[match["nth"]]
    if match.re is WORKING_DAY_OF.pattern:
        day = nth_working_day(span, nth)
    else:
        weekday = WEEKDAYS[match["weekday"]] if match.re is WEEKDAY_OF.pattern else FRIDAY
        day = nth_weekday(span, weekday, nth)
    if day is None:
        return Said(period.end, "date.nth", doubt="there is no such day")
    return Said(period.end, "date.nth", day, day, period.yearless)


def _some_days_of(match: re.Match[str], span: Span) -> date:
    """Read "the first ten days of May" as until the tenth, "the last ten" as until the end."""
    if match["nth"] in ("last", "final"):
        return span.last
    said = match["count"] or "2"
    count = int(said) if said.isdigit() else NUMBERS[said]
    days = count * (1 if match["unit"] == "day" else 7)
    return min(span.first + timedelta(days=days - 1), span.last)


def _part_of(part: str, span: Span) -> date:
    """A part of a period: early is the 10th, mid the 15th, late the last day."""
    days = (span.last - span.first).days + 1
    if part in ("start", "beginning", "beg") and days > A_YEAR:
        return span.first.replace(day=10)  # and early in a year are its first months
    if part in ("early", "early part", "start", "beginning", "beg"):
        return _early(span, days)
    if part in (
        "mid",
        "midweek",
        "middle",
        "half way through",
        "halfway through",
        "first half",
        "1st half",
    ):
        return _middle(span, days)
    return span.last


def _early(span: Span, days: int) -> date:
    if days < 8:
        return span.first + timedelta(days=1)
    if days < 32:
        return span.first.replace(day=10)
    month = span.first if days < 200 else months_after(span.first, 2)
    return last_of(month.year, month.month)


def _middle(span: Span, days: int) -> date:
    if days < 8:
        return span.first + timedelta(days=2)
    if days < 32:
        return span.first.replace(day=15)
    if days < 200:
        return months_after(span.first, 1).replace(day=15)
    there = months_after(span.first, 5)
    return last_of(there.year, there.month)
