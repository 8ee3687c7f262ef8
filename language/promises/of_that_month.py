"""The end of a month that was named just before: "Cabinet on 8 March, issued by the end of it".

"Goes to Executive on 8 March and will be published before the end of that month": 31 March.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from language.dates.calendar import last_of
from language.dates.finding import Dated
from language.dates.periods import Said
from language.lexicon.patterns import Wording
from language.lexicon.text import ENDS, Words

THEN = Wording.of(
    r"\b(?:(?:the )?end of (?:that|the|the same) month"
    r"|(?:later|late) (?:in )?(?:that|the same) month"
    r"|(?:that|the same) month(?:.s end)?|month[ -]end)\b(?! (?:of|after|before|ago|following)\b)"
)
HALF_A_YEAR = timedelta(days=183)


def of_that_month(words: Words, dates: Sequence[Dated], today: date) -> list[Dated]:
    """The same dates, with the end of the month as that of the day to come before it."""
    found = list(dates)
    for match in THEN.all_in(words.low, words.signs):
        first, beyond = _span(words, match)
        named = _named(words, found, first, today)
        if named is None or named.day is None:
            continue
        end = last_of(named.day.year, named.day.month)
        start = end.replace(day=1)
        said = Said(match.end(), "date.that-month", start, end, named.said.yearless)
        found = [e for e in found if e.beyond <= first or e.first >= beyond]
        found.append(Dated(first, beyond, said))
    return sorted(found, key=lambda each: each.first)


def _named(words: Words, dates: Sequence[Dated], first: int, today: date) -> Dated | None:
    """The last day named before, in the same sentence and still to come."""
    before = [each for each in dates if each.beyond <= first]
    if not before or not ENDS.isdisjoint(words.norms(before[-1].beyond, first)):
        return None
    named = before[-1]
    if named.day is None or named.said.length or named.day <= today:
        return None
    passed = named.said.yearless and named.day - today > HALF_A_YEAR  # "3 November", on the 10th
    return None if passed else named


def _span(words: Words, match: re.Match[str]) -> tuple[int, int]:
    held = [
        at
        for at, token in enumerate(words.tokens)
        if match.start() <= token.start and token.end <= match.end()
    ]
    return held[0], held[-1] + 1
