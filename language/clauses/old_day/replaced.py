"""The old one of two named days, and the new: "replace 3 May with 9 June", "3 May vs 9 March"."""

from collections.abc import Sequence
from itertools import pairwise

from language.dates.finding import Dated
from language.lexicon.text import Words
from language.lexicon.words import word_set

# Verbs by what stands between the old day and the new one.
WITH = word_set("replaced.with")
ONTO = word_set("replaced.onto")
BETWEEN = {**dict.fromkeys(WITH, ("with", "by", "for")), **dict.fromkeys(ONTO, ("to",))}
INSTEAD = (
    ["in", "place", "of"],
    ["in", "lieu", "of"],
    *([each] for each in ("replaces", "replacing", "supersedes", "superseding")),
    *([each] for each in ("vs", "v", "versus", "against")),
)
FOR = frozenset(["substitute", "substituting"])  # the new day comes first
NAMING = frozenset(["the", "date", "of", "on", "for", "from", "our", "end", "old", "existing"])
LIGHT = frozenset(["the", "a", "new", "date", "of", "read"])
DENIED = (["but"], ["but", "on"], ["but", "by"], ["but", "in"], ["but", "at"], ["but", "until"])
LED = frozenset(["on", "by", "in", "until", "till", "for", "at", "the"])


def exchanged(words: Words, dates: Sequence[Dated]) -> dict[int, int]:
    """Where the old days stand, and where the new one of each does."""
    found = [exchange(words, one, other) for one, other in pairwise(dates)]
    return dict(each for each in found if each)


def exchange(words: Words, one: Dated, other: Dated) -> tuple[int, int] | None:
    """Of two days next to each other where the old one stands and where the new; None of others."""
    between = words.norms(one.beyond, other.first)
    if len(between) > 4 or one.day is None or other.day is None:
        return None
    if between in INSTEAD or (between == ["for"] and _led(words, one) in FOR):
        return other.first, one.first
    told = [each for each in between if each not in LIGHT]
    replaced = len(told) == 1 and told[0] in BETWEEN.get(_led(words, one), ())
    was = between == ["now"] and words.norm(one.first - 1) in ("was", "were")
    denied = between in DENIED and _is_denied(words, one)
    return (one.first, other.first) if replaced or was or denied else None


def _led(words: Words, dated: Dated) -> str:
    """The verb that a day is the object of: "replace the date of 3 May"."""
    at = dated.first - 1
    while words.norm(at) in NAMING:
        at -= 1
    return words.norm(at)


def _is_denied(words: Words, dated: Dated) -> bool:
    """Read "not on 9 May but on 23 May"."""
    at = dated.first - 1
    while words.norm(at) in LED:
        at -= 1
    return words.norm(at) == "not"
