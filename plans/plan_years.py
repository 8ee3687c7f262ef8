"""What a plan itself says that its years are: "Year 1 is April 2026 to March 2027"."""

import re
from collections.abc import Iterable

from plans.days import PlanYear
from plans.ranges import RANGE
from plans.spans import Calendar, Span, spans_in

YEAR_IS = re.compile(
    r"\byear\s(?P<number>[1-6]|one|two|three|four|five|six)\s?"
    r"(?:is|means|covers|refers to|runs|=|:|[–—-]|\()\s?"
    r"(?:(?:from|the (?:financial |plan )?year)\s)?(?=[\w(])",
    re.IGNORECASE,
)
WORDS = ("one", "two", "three", "four", "five", "six")
NEAR = 3  # characters between "Year 1 is" and its first day
LONGEST = 60  # characters of a year's own words
SHORTEST, MOST_DAYS = 300, 400  # days of a year
NO_CALENDAR = Calendar()


def plan_years_in(texts: Iterable[str]) -> tuple[PlanYear, ...]:
    """The years that a plan counts and dates; one that it dates in two ways is left out."""
    found: dict[int, set[PlanYear]] = {}
    for text in texts:
        for match in YEAR_IS.finditer(text):
            year = _year(_number(match["number"]), text[match.end() : match.end() + LONGEST])
            if year:
                found.setdefault(year.number, set()).add(year)
    return tuple(years.pop() for years in found.values() if len(years) == 1)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else WORDS.index(written.lower()) + 1


def _year(number: int, words: str) -> PlanYear | None:
    spans = spans_in(words, NO_CALENDAR)[:2]
    if not spans or spans[0].begin > NEAR:
        return None
    year = PlanYear(number, spans[0].first, _last(words, spans).last)
    return year if SHORTEST < (year.last - year.first).days < MOST_DAYS else None


def _last(words: str, spans: list[Span]) -> Span:
    ranged = len(spans) > 1 and RANGE.fullmatch(words[spans[0].end : spans[1].begin].lower())
    return spans[-1] if ranged else spans[0]
