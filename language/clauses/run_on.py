"""What is told without a mark between one action and the next: "1.1 done so it's over 1.2 late"."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from language.lexicon.text import ENDS, Words, is_emoji
from language.lexicon.words import word_set

LEANING = word_set("borrowed.leaning")
JOINING = (
    LEANING
    | frozenset(
        [
            "of",
            "for",
            "with",
            "by",
            "on",
            "in",
            "to",
            "and",
            "or",
            "the",
            "as",
            "at",
            "from",
            "about",
        ]
    )
    | {"is", "are", "was", "than", "action", "actions", "ref", "under", "both", "has", "see"}
)
CARRYING = frozenset(["so", "as", "because", "since", "but", "then", "although", "though"])
DOERS = frozenset(
    ["we", "i", "we've", "i've", "they", "have", "to", "now", "please", "can", "just", "also"]
)
ANSWERS = word_set("shared.bare_answers")  # "7.3 yes 7.4 no"
RELATIVE = frozenset(["what", "which", "that", "who", "owns", "like", "unlike", "per", "until"])
FAR = 60  # words back to the action that was told of before
UNTOLD = 2  # words of its own at least, where what is told of an action is in no vocabulary


def last_before(at: int, places: Sequence[int]) -> int:
    """The last of some places, in order, that comes before this one; -1 where none does."""
    before = bisect_left(places, at)
    return places[before - 1] if before else -1


def runs_on(
    words: Words, first: int, at: int, starts: Collection[int], telling: Sequence[int]
) -> bool:
    """Read "1.1 done so that's over 1.2 late" as of two: no mark parts them, and no word joins.

    But "1.1 done so we started 1.2" tells of the second what comes before it.
    """
    if words.norm(first) not in CARRYING or words.norm(at - 1) in JOINING:
        return False
    told = last_before(at, telling)
    if told == first + 1 or words.norm(told - 1) in DOERS:
        return False
    here = range(first - 1, max(first - FAR, -1), -1)
    before = takewhile(lambda each: words.norm(each) not in ENDS, here)
    return any(each in starts for each in before)


def is_next(words: Words, at: int, starts: Mapping[int, int], told: Collection[int]) -> bool:
    """Read "1.1 all fitted 1.2 started last week" and "1.1 awarded 🙌 1.2 ..." as of two.

    What is told of the first is in no vocabulary; what is told of the second follows it at once,
    or a sign parts them, or each opens as in a list: "1) fitted 2) at the printers".
    """
    before = words.tokens[at - 1]
    last = last_before(at, list(starts))
    own = at - starts.get(last, at)
    if is_emoji(before) or words.norm(starts[at] - 1) == ")":
        return own > 0
    if own == 1 and before.norm in ANSWERS:
        return True
    joined = before.norm in JOINING or before.norm in RELATIVE
    return own >= UNTOLD and not joined and starts[at] in told


def edge_before(words: Words, first: int, at: int, starts: Collection[int]) -> tuple[int, int]:
    """Where one clause ends and the next begins, of which the action is named at a place.

    Read "the first is done the second late" and "(1) done (2) late" without what only leads to
    the second; and "🟢 1.1 🔴 1.2" with the sign, which stands before the action as it does there.
    """
    led = at > first + 1 and words.norm(at - 1) in ("the", "(")
    if led:
        return at - 1, at
    signed = is_emoji(words.tokens[at - 1]) and is_emoji(words.tokens[first])
    return (at - 1, at - 1) if signed and first + 1 in starts and at > first + 2 else (at, at)
