"""Named periods in the text of a plan ("Sept 03", "Q2 2026/27", "2011/12"): first and last day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from domain.work import Period
from plans.meaning.days import (
    academic_year,
    count_of,
    feast_of,
    financial_quarter,
    financial_year,
    month_number,
    months,
    one_day,
    pair_of,
    season_of,
    year_and_month,
    year_of,
    year_of_plan,
)
from plans.meaning.named_periods import NAMED
from plans.meaning.ranges import ranged
from plans.meaning.terms import Terms

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}

# "Stage 1 October 2026": the figure belongs to the stage, not to the month.
COUNTED = re.compile(
    r"\b(?:stage|phase|part|step|tier|level|wave|cohort|tranche|round|year|group|area)\s{1,2}$",
    re.IGNORECASE,
)
MIDDLE, ENTRY = re.compile(r"\bmid(?:dle of)?[\s-]{0,2}$", re.IGNORECASE), re.compile(r"\sentry\b")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What decides between readings of a date: the plan's period, the order of numbers, the
    month that ends a financial year, and the terms of time that the plan explains."""

    period: Period | None = None
    month_first: bool = False
    year_ends: int = 3
    terms: Terms = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A named period, and where in the text it stands."""

    first: date
    last: date
    begin: int
    end: int
    dated: bool = True  # False where the year was supplied by the plan's period


type _Days = tuple[date, date] | None


def spans_in(text: str, calendar: Calendar) -> list[Span]:
    """The periods named in a text, in order. What is no day ("31/31/09") is left out."""
    found: list[Span] = []
    matches = list(NAMED.finditer(text))
    for at, match in enumerate(matches):
        later = matches[at + 1] if at + 1 < len(matches) else None
        if span := _span(match, later, calendar):
            found.append(span)
    return found


def _span(match: re.Match[str], later: re.Match[str] | None, calendar: Calendar) -> Span | None:
    kind = match.lastgroup or ""
    if kind == "nth":
        return _year_of_plan(match, calendar.period)
    days = _MAKERS[kind](match, calendar)
    if days:
        begin = match.start("d_month") if _counted(match) else match.start()
        return Span(*days, begin, match.end())
    if kind not in _WITHOUT_A_YEAR or match[_WITHOUT_A_YEAR[kind]]:
        return None
    supplied = _nearest(match, kind, _year_of_range(match, later), calendar)
    return Span(*supplied, match.start(), match.end(), dated=False) if supplied else None


def _year_of_plan(match: re.Match[str], period: Period | None) -> Span | None:
    """ "Year 2", "Years 1-2": counted from the beginning of a plan of several years."""
    if period is None:
        return None
    first, last = count_of(match["n_from"]), count_of(match["n_to"] or match["n_from"])
    days = year_of_plan(period, first, last)
    return Span(*days, match.start(), match.end(), dated=False) if days else None


def _outer(match: re.Match[str]) -> str:
    return next(name for name in _MAKERS if match[name])


def _numbers(match: re.Match[str], calendar: Calendar) -> _Days:
    day, month, year = (int(each) for each in re.split(r"[./-]", match["numbers"]))
    if (calendar.month_first and day <= 12) or month > 12 >= day:
        day, month = month, day
    return one_day(year, month, day)


def _iso(match: re.Match[str], _: Calendar) -> _Days:
    year, month, day = (int(each) for each in match["iso"].split("-"))
    return one_day(year, month, day)


def _day(match: re.Match[str], _: Calendar) -> _Days:
    if not match["d_year"]:
        return None
    year, month = year_of(match["d_year"]), month_number(match["d_month"])
    if _counted(match):
        return months(year, month, month)
    return one_day(year, month, int(match["d_day"]))


def _counted(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 20, 0) : match.start()]
    return bool(match["d_day"]) and bool(COUNTED.search(before))


def _american(match: re.Match[str], _: Calendar) -> _Days:
    return one_day(year_of(match["a_year"]), month_number(match["a_month"]), int(match["a_day"]))


def _figures(match: re.Match[str], _: Calendar) -> _Days:
    month = int(match["f_month"])
    return months(int(match["of_year"]), month, month)


def _last_of_months(match: re.Match[str], _: Calendar) -> _Days:
    month = month_number(match["m_month"])
    return months(year_of(match["m_year"]), month, month)


def _month(match: re.Match[str], _: Calendar) -> _Days:
    if not match["o_year"]:
        return None
    month = month_number(match["o_month"])
    return months(year_of(match["o_year"]), month, month)


def _season(match: re.Match[str], _: Calendar) -> _Days:
    name, year = match["s_name"].lower(), match["s_year"]
    if not year:
        return None
    term = bool(match["s_term"])
    pair = pair_of(year)
    if pair:
        early = name in ("autumn", "fall", "winter")
        return season_of(name, pair[0] if early else pair[1], term=term)
    return season_of(name, year_of(year), term=term)


def _quarter(match: re.Match[str], calendar: Calendar) -> _Days:
    if not match["q_year"]:
        return None
    number, pair = _quarter_number(match), pair_of(match["q_year"])
    if pair:
        return financial_quarter(number, pair[0], calendar.year_ends)
    if match["q_fiscal"]:
        return financial_quarter(number, year_of(match["q_year"]) - 1, calendar.year_ends)
    return months(year_of(match["q_year"]), 3 * number - 2, 3 * number)


def _half(match: re.Match[str], calendar: Calendar) -> _Days:
    second = (match["h_number"] or match["h_word"]).lower() in ("2", "second")
    if pair := pair_of(match["h_year"]):
        first = financial_quarter(3 if second else 1, pair[0], calendar.year_ends)
        return first[0], financial_quarter(4 if second else 2, pair[0], calendar.year_ends)[1]
    return months(year_of(match["h_year"]), 7 if second else 1, 12 if second else 6)


def _fiscal(match: re.Match[str], calendar: Calendar) -> _Days:
    """A financial year with one figure is named after the year in which it ends."""
    written = match["f_year"] or match["f_year2"]
    if not written:
        return None
    starts = year_of(written) - ("/" not in written and pair_of(written) is None)
    return financial_year(starts, calendar.year_ends)


def _school(match: re.Match[str], _: Calendar) -> _Days:
    pair = pair_of(match["y_pair"] or match["y_pair2"] or "")
    return academic_year(pair[0]) if pair else None


def _years(match: re.Match[str], calendar: Calendar) -> _Days:
    pair = pair_of(match["years"])
    if pair is None:
        return year_and_month(match["years"])
    if pair[1] == pair[0] + 1:
        return financial_year(pair[0], calendar.year_ends)
    return date(pair[0], 1, 1), date(pair[1], 12, 31)


def _short(match: re.Match[str], calendar: Calendar) -> _Days:
    start, end = 2000 + int(match["p_from"]), 2000 + int(match["p_to"])
    return financial_year(start, calendar.year_ends) if end == start + 1 else None


def _whole_year(match: re.Match[str], _: Calendar) -> _Days:
    year, text = int(match["year"]), match.string
    if MIDDLE.search(text[max(match.start() - 12, 0) : match.start()]):
        return date(year, 4, 1), date(year, 6, 30)
    if ENTRY.match(text, match.end()):  # of students, when their year begins
        return date(year, 9, 1), date(year, 9, 30)
    return date(year, 1, 1), date(year, 12, 31)


_MAKERS: dict[str, Callable[[re.Match[str], Calendar], _Days]] = {
    "iso": _iso,
    "numbers": _numbers,
    "day": _day,
    "american": _american,
    "figures": _figures,
    "months": _last_of_months,
    "month": _month,
    "feast": lambda match, _: feast_of(match["e_name"], int(match["e_year"])),
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "fiscal": _fiscal,
    "school": _school,
    "years": _years,
    "nth": lambda *_: None,  # only the plan's period says when it is
    "short": _short,
    "year": _whole_year,
}
# The year of these may be left to the plan's period; beside each, the group that holds it.
_WITHOUT_A_YEAR = {
    "day": "d_year",
    "month": "o_year",
    "season": "s_year",
    "quarter": "q_year",
    "fiscal": "f_year2",
    "school": "y_pair",
}


def _nearest(
    match: re.Match[str], kind: str, year: int | None, calendar: Calendar
) -> tuple[date, date] | None:
    """The first time the named days come round in the plan's period, or before ``year`` ends."""
    for candidate in _candidates(year, calendar.period):
        days = _inyear_of(match, kind, candidate, calendar)
        if days and (year is not None or _not_before(calendar.period, days)):
            return days
    return None


def _not_before(period: Period | None, days: tuple[date, date]) -> bool:
    return period is None or days[1] >= period.start


def _candidates(year: int | None, period: Period | None) -> Iterator[int]:
    if year is not None:
        yield year
    elif period is not None:
        yield from range(period.start.year - 1, period.end.year + 2)


def _year_of_range(match: re.Match[str], later: re.Match[str] | None) -> int | None:
    """The year of "November – January 2027", or of "between November and January 2027", for its
    beginning: 2026."""
    if later is None or not ranged(match.string, match.start(), match.end(), later.start()):
        return None
    days = _MAKERS[_outer(later)](later, Calendar())
    if days is None:
        return None
    starts = _inyear_of(match, _outer(match), days[1].year, Calendar())
    late = starts is not None and starts[0] > days[1]
    return days[1].year - 1 if late else days[1].year


def _inyear_of(match: re.Match[str], kind: str, year: int, calendar: Calendar) -> _Days:
    match kind:
        case "day":
            return one_day(year, month_number(match["d_month"]), int(match["d_day"]))
        case "month":
            month = month_number(match["o_month"])
            return months(year, month, month)
        case "season":
            return season_of(match["s_name"].lower(), year, term=bool(match["s_term"]))
        case "fiscal":
            return financial_year(year, calendar.year_ends)
        case "school":
            return academic_year(year)
        case _:
            return financial_quarter(_quarter_number(match), year, calendar.year_ends)


def _quarter_number(match: re.Match[str]) -> int:
    word = (match["q_number"] or match["q_word"]).lower()
    return ORDINALS.get(word) or int(word[0])
