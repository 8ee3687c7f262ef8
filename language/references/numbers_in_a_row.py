"""Places of a reminder by number, several together: "1-3 fine", "1 2 and 4 green", "a) done"."""

from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase

from language.lexicon.text import Words
from language.references.counting import COUNTING_OFF, TOLD_BY
from language.references.finding import How, Mention

JOINTS: tuple[list[str], ...] = (["and"], ["&"], ["+"], [","], [",", "and"], [])
RANGES = (["-"], ["to"])
ROMAN = ("i", "ii", "iii", "iv", "v")
FIRST = frozenset(["a", "i"])
MARKED = frozenset([")", ".", ":"])
STANDING = frozenset(
    ("on", each) for each in ("track", "target", "course", "schedule", "time", "hold", "plan")
) | {("in", "progress"), ("in", "hand"), ("at", "risk"), ("end", "of"), ("by", "end")}
TWO = 2


def row_at(words: Words, at: int, about: Sequence[str]) -> Mention | None:
    """Two or more numbers that open what is said, in their order, and then what is told of them."""
    if not words.norm(at).isdecimal():
        return None
    if words.norm(at - 1) not in COUNTING_OFF and words.norm(at - 1) not in TOLD_BY:
        return None
    places, beyond = _row(words, at, len(about))
    in_order = all(each < then for each, then in pairwise(places))
    if len(places) < TWO or not in_order or not _tells(words, beyond):
        return None
    return Mention(at, beyond, tuple(about[each - 1] for each in places), How.ORDINAL)


def _tells(words: Words, at: int) -> bool:
    said = (words.norm(at), words.norm(at + 1))
    return words.norm(at) in TOLD_BY | MARKED | {"all", "both"} or said in STANDING


def _row(words: Words, at: int, many: int) -> tuple[list[int], int]:
    """The places that stand in a row from a token on, and where the row ends."""
    places, beyond = _place(words, at, many), at + 1
    while places:
        joint, after = _joint(words, beyond)
        then = _place(words, after, many)
        if not then:
            break
        places += [*range(places[-1] + 1, then[0])] if joint in RANGES else []
        places, beyond = [*places, *then], after + 1
    return places, beyond


def _joint(words: Words, at: int) -> tuple[list[str], int]:
    for length in (2, 1):
        said = words.norms(at, at + length)
        if said in RANGES or said in JOINTS:
            return said, at + length
    return [], at


def _place(words: Words, at: int, many: int) -> list[int]:
    norm = words.norm(at)
    counts = norm.isdecimal() and len(norm) == 1 and 0 < int(norm) <= many
    return [int(norm)] if counts else []


def lettered(words: Words, about: Sequence[str]) -> list[Mention]:
    """Read "a) done b) amber" and "i. done ii. amber" as of each, where all have their letter."""
    if MARKED.isdisjoint(words.said) or words.said.isdisjoint(FIRST):
        return []
    if any(ref[-1].isalpha() for ref in about):
        return []  # "b)" may be the name of W1.1b
    for letters in (ascii_lowercase, ROMAN):
        places = [_letter(words, each) for each in letters[: len(about)]]
        known = [each for each in places if each is not None]
        if len(known) == len(about) >= TWO and known == sorted(known):
            pairs = zip(known, about, strict=True)
            return [Mention(at, at + 2, (ref,), How.ORDINAL) for at, ref in pairs]
    return []


def _letter(words: Words, letter: str) -> int | None:
    """Where a letter stands as the mark of an item."""
    for at, norm in enumerate(words.listed):
        marks = words.norm(at + 1) in MARKED and words.glued(at + 1)
        opens = words.norm(at - 1) in COUNTING_OFF or words.norm(at + 1) == ")"
        if norm == letter and marks and opens:
            return at
    return None
