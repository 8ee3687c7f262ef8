"""Months, quarters, years, seasons, weeks and terms: what has a first and a last day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from language.dates.calendar import (
    FRIDAY,
    Length,
    Span,
    coming,
    financial_year,
    half,
    last_of,
    month_of,
    months_after,
    quarter,
    quarter_of,
    week_of,
    working_day_before,
)
from language.dates.date_words import (
    MONTHS,
    SEASONS,
    rules,
    year_of,
)
from language.lexicon.openings import by_opening
from language.lexicon.signs import ALL, Signs

SUNDAY = 6
QUARTERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


class Said(NamedTuple):
    """What a span of text says about time. ``end`` is where the span ends in the text.

    ``first`` and ``last`` are its days; both None where it cannot be told (``doubt`` says why).
    ``yearless``: the year was understood, so the same day of another year may be meant.
    ``length`` is for lengths of time, which count from a day that the sentence decides.
    """

    end: int
    rule: str
    first: date | None = None
    last: date | None = None
    yearless: bool = False
    doubt: str = ""
    length: Length | None = None

    @classmethod
    def of(cls, end: int, rule: str, span: Span | date, yearless: bool = False) -> "Said":
        first, last = span if isinstance(span, Span) else (span, span)
        return cls(end, rule, first, last, yearless)


type Reader = Callable[[re.Match[str], date], Span | date | str | None]


def said_year(match: re.Match[str], today: date) -> int | None:
    """The year of "March next year" and of "May last year"."""
    said = match.groupdict().get("rel")
    return today.year + (said == "next") - (said == "last") if said else None


def _month(match: re.Match[str], today: date) -> Span:
    month, year = MONTHS[match["month"]], year_of(match["year"]) or said_year(match, today)
    if year is None:
        year = today.year + (last_of(today.year, month) < today)
        if match["which"] == "next" and month_of(year, month).first <= today:
            year += 1
    return month_of(year, month)


def _month_by_number(match: re.Match[str], today: date) -> Span | None:
    """Read "01/2027" and "2027-01"; but "2027-28" and "2010-11" as a financial year."""
    year, month = year_of(match["year"]), int(match["month"])
    if year is None or (match.group()[-3] == "-" and (year + 1) % 100 == month):
        return None
    return month_of(year, month)


def _nearby_month(match: re.Match[str], today: date) -> Span:
    there = months_after(today.replace(day=1), _step(match["which"]))
    return month_of(there.year, there.month)


def _nearby_week(match: re.Match[str], today: date) -> Span:
    start = today + timedelta(weeks=_step(match["which"]))
    if today.weekday() > 4 and not _step(match["which"]):
        start += timedelta(weeks=1)
    return week_of(start)


def _week_after_next(match: re.Match[str], today: date) -> Span:
    return week_of(today + timedelta(weeks=2))


def _month_after_next(match: re.Match[str], today: date) -> Span:
    there = months_after(today.replace(day=1), 2)
    return month_of(there.year, there.month)


def _quarter(match: re.Match[str], today: date) -> Span | str:
    said = match["q"] or match["nth"]
    number, year = int(said) if said.isdigit() else QUARTERS[said], year_of(match["year"])
    if year is not None and match["to"] is None and number == 4:
        return "which year that quarter is in"
    if year is not None:
        return quarter(number, year)
    start = financial_year(today).first.year
    if match["following"]:
        return quarter(number, start + 1)
    span = quarter(number, start)
    return span if span.last >= today else quarter(number, start + 1)


def _half(match: re.Match[str], today: date) -> Span | str:
    """ "H1" and "H2": of the financial year, as the quarters are."""
    number, year = int(match["half"]), year_of(match["year"])
    if year is not None and match["to"] is None and number == 2:
        return "which year that half is in"
    start = year if year is not None else financial_year(today).first.year
    span = half(number, start)
    return span if year is not None or span.last >= today else half(number, start + 1)


def _nearby_quarter(match: re.Match[str], today: date) -> Span:
    return quarter_of(months_after(today.replace(day=1), 3 * _step(match["which"])))


def _financial_year(match: re.Match[str], today: date) -> Span:
    named = year_of(match["year"])
    if named is not None:
        return financial_year(date(named, 4, 1))
    step = 1 if match["new"] else _step(match["which"])
    return financial_year(months_after(today.replace(day=1), 12 * step))


def _named_financial_year(match: re.Match[str], today: date) -> Span | None:
    year, following = year_of(match["year"]), int(match["to"])
    if year is None or (year + 1) % 100 != following:
        return None
    return financial_year(date(year, 4, 1))


def _year(match: re.Match[str], today: date) -> Span | None:
    year = year_of(match["year"])
    return Span(date(year, 1, 1), date(year, 12, 31)) if year else None


def _nearby_year(match: re.Match[str], today: date) -> Span:
    year = today.year + _step(match["which"])
    return Span(date(year, 1, 1), date(year, 12, 31))


def _new_year(match: re.Match[str], today: date) -> Span:
    year = today.year + 1 if (today.month, today.day) > (1, 1) else today.year
    return Span(date(year, 1, 1), date(year, 1, 1))


def _before_new_year(match: re.Match[str], today: date) -> date:
    """ "Before the new year": the last working day of this one."""
    return working_day_before(_new_year(match, today).first)


def _weekend(match: re.Match[str], today: date) -> Span:
    """Its two days; on one of them "this weekend" is the one that it is."""
    sunday = coming(SUNDAY, today - timedelta(days=1))
    sunday += timedelta(weeks=1) if match["which"] == "next" else timedelta()
    return Span(sunday - timedelta(days=1), sunday)


def _before_weekend(match: re.Match[str], today: date) -> date:
    """The Friday before it: on a working day "by the weekend" is by then."""
    return coming(FRIDAY, today - timedelta(days=1))


def _in_new_year(match: re.Match[str], today: date) -> Span:
    """ "In the new year": in its first month, as nobody says it of a later one."""
    return month_of(_new_year(match, today).first.year, 1)


def _season(match: re.Match[str], today: date) -> Span:
    first, last = SEASONS[match["season"]]
    year = year_of(match["year"]) or said_year(match, today)
    if year is None:
        end = today.year + (last_of(today.year, last) < today)
        end += match["which"] == "next" and _season_of(first, last, end).first <= today
    else:
        end = year + (last < first)
    return _season_of(first, last, end)


def _season_of(first: int, last: int, end: int) -> Span:
    return Span(date(end - (last < first), first, 1), last_of(end, last))


def _unclear_term(match: re.Match[str], today: date) -> str:
    return "when the term is here"


def _unclear_date(match: re.Match[str], today: date) -> str:
    return "which day that is"


def _step(which: str | None) -> int:
    which = (which or "").removeprefix("the ")
    return {"next": 1, "following": 1, "coming": 1, "last": -1}.get(which, 0)


READERS: dict[str, Reader] = {
    "before_new_year": _before_new_year,
    "before_weekend": _before_weekend,
    "financial_year": _financial_year,
    "half": _half,
    "in_new_year": _in_new_year,
    "month": _month,
    "month_by_number": _month_by_number,
    "month_after_next": _month_after_next,
    "named_financial_year": _named_financial_year,
    "nearby_month": _nearby_month,
    "nearby_quarter": _nearby_quarter,
    "nearby_week": _nearby_week,
    "nearby_year": _nearby_year,
    "new_year": _new_year,
    "quarter": _quarter,
    "season": _season,
    "unclear_date": _unclear_date,
    "unclear_term": _unclear_term,
    "week_after_next": _week_after_next,
    "weekend": _weekend,
    "year": _year,
}
RULES = by_opening(rules("period"))


def period_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """The longest period that starts here."""
    best: Said | None = None
    for rule in RULES.get(low[at : at + 1], RULES[""]):
        match = rule.pattern.match(low, at) if rule.sign & signs else None
        if match and (best is None or match.end() > best.end):
            best = _said(match, rule.name, READERS[rule.reader](match, today)) or best
    return best


def _said(match: re.Match[str], name: str, value: Span | date | str | None) -> Said | None:
    if isinstance(value, str):
        return Said(match.end(), name, doubt=value)
    named = match.groupdict()
    yearless = "year" in named and not (named["year"] or named.get("rel"))
    return Said.of(match.end(), name, value, yearless) if value else None
