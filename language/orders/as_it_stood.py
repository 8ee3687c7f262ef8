"""Questions about how things stood on a day that is past."""

import re
from collections.abc import Sequence
from datetime import date

from domain.intents import Asked
from language.dates.calendar import Length
from language.dates.finding import Dated
from language.lexicon.patterns import Wording
from language.lexicon.signs import Signs
from language.lexicon.text import Words

AS_AT = re.compile(r"\bas (?:at|of) .*$")
STOOD = Wording.of(  # "how did we stand at the end of January", which has no end that is due
    r"\b(?:how|where) (?:was|were|did|had)\b|\bwhat was (?:the|our) (?:status|state|position)\b"
)
PAST = Wording.of(r"\b(?:was|were|did|had|stood)\b")
STATES = Wording.of(r"\b(?:what|status|late|overdue|behind|red|amber|green|on track|at risk)\b")
OTHERWISE = frozenset(  # what bounds a time, or the action has a day of its own
    ["since", "by", "before", "until", "till", "til", "for", "due", "from", "after", "to"]
)
BETWEEN = frozenset(["on", "at", "in", "the"])


def asks_how_it_stood(low: str, signs: Signs) -> bool:
    """Whether it asks outright how things stood."""
    return STOOD.search(low, signs) is not None


def day_looked_back_at(
    what: Asked, low: str, words: Words, dates: Sequence[Dated], today: date
) -> date | None:
    """ "Status as at 1 January", "what was late on the 1st": the last such day there has been."""
    if not AS_AT.search(low):
        if not _looks_back(what, low, words.signs):
            return None
        dates = [each for each in dates if not _is_otherwise(each, words)]
    return next((day for each in dates if (day := _past(each, today))), None)


def _looks_back(what: Asked, low: str, signs: Signs) -> bool:
    """Of an action more can be asked than how it stood: "was 7.3 to be done on 1 March"."""
    if what is Asked.ACTION and not (STOOD.search(low, signs) or STATES.search(low, signs)):
        return False
    return PAST.search(low, signs) is not None


def _is_otherwise(dated: Dated, words: Words) -> bool:
    at = dated.first - 1
    while words.norm(at) in BETWEEN:
        at -= 1
    return words.norm(at) in OTHERWISE


def _past(dated: Dated, today: date) -> date | None:
    last = dated.said.last
    if last and last > today and dated.said.yearless:
        last = Length(-1, "year").after(last)
    return last if last and last <= today else None
