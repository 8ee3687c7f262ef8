"""How late what is complete was: "complete, albeit a week late". It is over, and no slip.

The words stay in the officer's note; nothing is read from them.
"""

from collections.abc import Set

from language.lexicon.patterns import pattern
from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set

LATE = pattern("late_but_over.late")
BEGUN_LATE = pattern("late_but_over.begun_late")
OVER = word_set("late_but_over.over")
LEADING = word_set("late_but_over.leading")
CLOSING = frozenset(["at", "last", "now", "today", "yesterday", "finally", "then", "long", "off"])
STOPS = ENDS | {",", ";", ":", "-", "(", ")", "!"}
OPEN = word_set("late_but_over.open")


def lateness_over(words: Words, named: Set[int]) -> set[int]:
    """The tokens that tell how late something was that is said to be complete right before.

    Or to have come about all the same: "opened late but open".
    """
    gone: set[int] = set()
    for match in LATE.all_in(words.low, words.signs):
        held = range(*_held(words, *match.span()))
        if held and _is_over(words, held.start, named) and words.norm(held.stop) != "?":
            gone.update(at for at in held if words.norm(at) not in STOPS and at not in named)
    for match in BEGUN_LATE.all_in(words.low, words.signs):
        gone.update(at for at in range(*_held(words, *match.span())) if at not in named)
    return gone


def _held(words: Words, start: int, end: int) -> tuple[int, int]:
    """The tokens that stand in a part of the text."""
    held = [at for at, each in enumerate(words.tokens) if start <= each.start < end]
    return (held[0], held[-1] + 1) if held else (0, 0)


def _is_over(words: Words, first: int, named: Set[int]) -> bool:
    """Whether the clause right before says plainly that it is complete; or the one that opens."""
    if _is_told_in_turn(words, first):
        return False
    if _ends_complete(words, first, named):
        return True
    if words.norm(_before(words, first) + 1) not in ENDS:
        return False  # no sentence of its own
    opening = max((at + 1 for at in named if at < first), default=0)
    end = opening
    while end < first and (words.norm(end) not in STOPS or end == opening):
        end += 1
    between = words.norms(end, first)
    return end < first and _ends_complete(words, end, named) and OPEN.isdisjoint(between)


def _is_told_in_turn(words: Words, first: int) -> bool:
    """Read "done, done, and a month behind" as of three: nobody says twice of one that it is."""
    last = _before(words, first)
    return last > 0 and words.norm(last) == words.norm(_before(words, last)) in OVER


def _before(words: Words, at: int) -> int:
    """The last word before a token."""
    at -= 1
    while at >= 0 and words.norm(at) in STOPS:
        at -= 1
    return at


def _ends_complete(words: Words, first: int, named: Set[int]) -> bool:
    """Whether what ends here is a clause that says of the action that it is complete."""
    at = _before(words, first)
    while at >= 0 and words.norm(at) in CLOSING and words.norm(at) not in OVER:
        at -= 1
    if at < 0 or words.norm(at) not in OVER:
        return False
    at -= 1
    while at >= 0 and at not in named and words.norm(at) in LEADING:
        at -= 1
    return at < 0 or at in named or words.norm(at) in STOPS
