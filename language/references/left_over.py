"""The first or last few of a reminder, or what is left of what one action counts.

Read "the last two by May" as of actions, but of two flats in "10 of 12 done, the last two by May".
"""

import re
from collections.abc import Sequence

from language.lexicon.text import Words
from language.references.finding import How, Mention
from language.references.numerals import DIGITS

FEW = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "few": 0}
FIRST = frozenset(["first", "top", "former"])
LAST = frozenset(["last", "bottom", "latter"])
UNITS = frozenset(["day", "days", "week", "weeks", "wks", "month", "months", "fortnight"])


def first_few(
    words: Words, at: int, about: Sequence[str], found: Sequence[Mention]
) -> Mention | None:
    """ "The first two", "last three"; but of what one action counts where others are told of.

    Read "1 and 2 are done, 3 had ten of twelve fitted, the last two by May" as of two to be fitted.
    """
    end, count = words.norm(at), FEW.get(words.norm(at + 1), 0)
    if end == "next" and found and count and words.norm(at + 2) not in UNITS:
        return _next_few(at, about, found[-1], count)
    counted = not 1 < count <= len(about) or words.norm(at + 2) in UNITS
    if end not in {*FIRST, *LAST} or counted:
        return None
    refs = tuple(about[:count] if end in FIRST else about[-count:])
    told = [each for each in found if each.first < at and not {*refs}.isdisjoint(each.refs)]
    others = any([not {*refs}.issubset(each.refs) for each in told])  # "all bar the last two"
    if others or is_left_over(words, at, count):
        return None
    return Mention(at, at + 2, refs, How.ORDINAL)


def _next_few(at: int, about: Sequence[str], before: Mention, count: int) -> Mention | None:
    """Read "the first two are done, the next two on track" as of the third and the fourth."""
    start = about.index(before.refs[-1]) + 1
    refs = tuple(about[start : start + count])
    return Mention(at, at + 2, refs, How.ORDINAL) if len(refs) == count else None


def counts_their_rest(words: Words, other: re.Match[str]) -> bool:
    """Read "ten wardens of twelve are trained, the other two by May" as of two wardens."""
    count = FEW.get(other.group().split()[-1], 0)
    at = next(at for at, each in enumerate(words.tokens) if each.start >= other.start())
    return count > 1 and is_left_over(words, at, count)


def counts_apart(words: Words, found: Sequence[Mention], about: Sequence[str]) -> Sequence[Mention]:
    """Read "2 done, 1 late" of three as how many are so; "1 done, 3 late" of four may be either.

    One number, or all from the first on, are places: so the reminder asks to be answered.
    """
    bare = [each for each in found if each.how is How.ORDINAL and words.norm(each.first).isdigit()]
    counts = [int(words.norm(each.first)) for each in bare if each.beyond - each.first == 1]
    if len(counts) != len(bare) or sum(counts) != len(about) or len(counts) == len(about):
        return found
    if counts == [*range(1, len(counts) + 1)] or len(counts) == 1:
        return found
    if counts != sorted(counts):
        return [each for each in found if each not in bare]
    return [each._replace(how=How.PLACED) if each in bare else each for each in found]


def is_left_over(words: Words, at: int, count: int) -> bool:
    """Read "10 of 12 are in, the last two by May" as of what is left of the twelve."""
    return any(_of_so_many(words, each) == count for each in range(at))


def _of_so_many(words: Words, at: int) -> int:
    """How many are left where "4 of 6", "four of the six" and "ten wardens of twelve" are told."""
    some = _number(words, at)
    ofs = [each for each in range(at + 1, at + 4) if words.norm(each) == "of"]
    if not some or not ofs:
        return 0
    beyond = ofs[0] + 1 + (words.norm(ofs[0] + 1) in ("the", "our"))
    return max(_number(words, beyond) - some, 0)


def _number(words: Words, at: int) -> int:
    norm = words.norm(at)
    return int(DIGITS.get(norm, norm)) if norm in DIGITS or norm.isdigit() else 0
