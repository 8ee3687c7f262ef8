"""Days looked back upon: "done back in June" is last June, whichever is the nearer."""

from collections.abc import Sequence

from language.clauses.former import MOVING
from language.dates.calendar import Length
from language.dates.finding import Dated
from language.lexicon.text import Words
from language.lexicon.words import word_set

A_YEAR = Length(-1, "year")
LEADING = frozenset(["in", "on", "at", "around", "during", "before"])
STRENGTHENING = frozenset(["way", "right", "as", "far"])
HAPPENED = word_set("looked_back.happened")


def looked_back(words: Words, dates: Sequence[Dated]) -> Sequence[Dated]:
    """The same dates, with those before which something was "done back in" as what has been."""
    if "back" not in words.said:
        return dates
    return [_as_past(each) if _is_past(words, each) else each for each in dates]


def _is_past(words: Words, dated: Dated) -> bool:
    """Something happened "back in" it; but "moved back in June" may be yet to come."""
    if words.norm(dated.first - 1) not in LEADING or words.norm(dated.first - 2) != "back":
        return False
    at = dated.first - 3
    while words.norm(at) in STRENGTHENING:
        at -= 1
    verb = words.norm(at)
    return verb in HAPPENED or (verb.endswith("ed") and verb not in MOVING)


def _as_past(dated: Dated) -> Dated:
    said = dated.said
    if not (said.yearless and said.first and said.last) or said.length:
        return dated
    first, last = A_YEAR.after(said.first), A_YEAR.after(said.last)
    return dated._replace(said=said._replace(first=first, last=last, yearless=False))
