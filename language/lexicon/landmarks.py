"""What must stand in a text for a pattern to be found in it, worked out from the pattern itself.

Most rules are about words that most messages do not have: looking for those first is far cheaper
than trying the pattern everywhere. What is not understood here rules nothing out.
"""

from functools import cache
from typing import NamedTuple

from language.lexicon.pattern_parts import (
    AGAIN,
    AROUND,
    BOUNDARY,
    CLASS,
    LITERAL,
    OPENING,
    OTHER,
    TIMES,
    WHETHER,
    Source,
)

type Marks = frozenset[str]
ANYTHING: Marks = frozenset()
NOTHING: Marks = frozenset([""])
EDGE = "\b"  # in a landmark: where a word begins or ends
MOST = 64  # wordings that are written out
STOPS = frozenset(".,:;-'")  # which most messages have


class Read(NamedTuple):
    """A part of a pattern: all that it can be, where that can be written out, and its landmarks."""

    exact: Marks | None
    marks: Marks


UNKNOWN = Read(None, ANYTHING)


def landmarks(pattern: str) -> Marks:
    """Texts of which at least one stands wherever the pattern matches; none where not known."""
    source = Source(pattern)
    found = _alternatives(source).marks
    return _fewest(found) if source.understood and _worth(found) else ANYTHING


def _alternatives(source: Source) -> Read:
    """What every one of several wordings has: any of the landmarks of each."""
    found = [_sequence(source)]
    while source.another():
        found.append(_sequence(source))
    known = all(_worth(each.marks) for each in found)
    marks = frozenset[str]().union(*(each.marks for each in found)) if known else ANYTHING
    exact = frozenset[str]().union(*(each.exact or ANYTHING for each in found))
    whole = len(exact) <= MOST and all(each.exact is not None for each in found)
    return Read(exact if whole else None, marks)


def _sequence(source: Source) -> Read:
    """One wording: its most telling part, and the whole of it where it can be written out."""
    found: list[Marks] = []
    run, whole = NOTHING, True
    while source.goes_on:
        part = _repeated(_part(source), source)
        if part.exact is not None and len(run) * len(part.exact) <= MOST:
            run = frozenset(before + after for before in run for after in part.exact)
            continue
        found += (run, part.marks)
        run, whole = part.exact or NOTHING, False
    return Read(run if whole else None, max([*found, run], key=_worth))


def _repeated(part: Read, source: Source) -> Read:
    """The part as often as it may stand there."""
    times = source.take(TIMES)
    if times is None:
        return part
    if times["some"]:
        return Read(None, part.marks)
    once = part.exact if times.group() == "?" else None
    return Read(once | NOTHING if once else None, ANYTHING)


def _part(source: Source) -> Read:
    """One letter or mark, a group, or a class of letters."""
    literal = source.take(LITERAL)
    if literal:
        return _written(literal["plain"] or literal["letter"])
    if source.take(AGAIN):
        return UNKNOWN
    around, whether = source.take(AROUND), source.take(WHETHER)
    if around or whether or source.take(OPENING):
        found = _alternatives(source)
        source.at += 1
        return UNKNOWN if whether else _written("") if around else found
    other = source.take(OTHER)
    if other and other.group() in BOUNDARY:
        return _written(EDGE if other.group() == r"\b" else "")
    if not (other or source.take(CLASS)):
        source.give_up()
    return UNKNOWN


def _written(text: str) -> Read:
    return Read(frozenset([text]), frozenset([text]))


def _worth(marks: Marks) -> float:
    """Long ones are far rarer than short ones, and marks other than letters and stops are rare."""
    return min(map(_rarity, marks), default=0) ** 3 / (len(marks) or 1)


@cache
def _rarity(mark: str) -> int:
    letters = (each for each in mark if not each.isspace() and each != EDGE)
    return sum(1 if each.isalnum() or each in STOPS else 3 for each in letters)


def _fewest(marks: Marks) -> Marks:
    """Without those that have another one in them."""
    return frozenset(each for each in marks if not any(each != it and it in each for it in marks))
