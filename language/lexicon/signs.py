"""Which patterns may be found in a message, told by its words: each word is looked through once.

Patterns that need the same landmarks share a sign, which is one bit. A message bears it where one
of its words has a landmark in it, or two have the most telling words of one. A pattern whose sign
a message does not bear is not in it.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from language.lexicon.landmarks import EDGE, Marks
from language.lexicon.words import word_set

type Signs = int
type Halves = int

ANY: Signs = 1  # of a pattern of which nothing is known; every word bears it
ALL: Signs = -1
LONGEST = 6  # letters that are looked for, edges among them
WORD = re.compile(rf"{EDGE}?[a-z]+{EDGE}?")
MARKS = re.compile(r"[%#*@?>/&!=+()]")  # which a message keeps when it is made plain
BETWEEN = re.compile(r"[^a-z\b]+")  # in "it's" and ":tick:", where words begin and end as well
EDGED = rf"{EDGE}\g<0>{EDGE}"
COMMON = word_set("signs.common")
ALIKE = str.maketrans("ſıİ", "sii")  # what ``re.IGNORECASE`` takes for a plain letter


class Bearing(NamedTuple):
    """What one word tells: the signs that it bears by itself, and those it bears beside others.

    Each of these ``hints`` is the half that another word has, and what is borne where that is said
    too. The ``halves`` that it has itself are bits of their own: signs stay short so.
    """

    signs: Signs
    halves: Halves = 0
    hints: tuple[tuple[Halves, Signs], ...] = ()

    def and_also(self, other: "Bearing") -> "Bearing":
        signs, halves = self.signs | other.signs, self.halves | other.halves
        return Bearing(signs, halves, self.hints + other.hints)


_borne: dict[str, Signs] = {}
_halves: dict[str, Halves] = {}
_hinted: dict[str, dict[Halves, Signs]] = {}
_given: list[Signs] = []


@cache
def sign_of(landmarks: Marks) -> Signs:
    """The sign of the patterns that need one of these."""
    parts = [_parts(each.lower()) for each in landmarks]
    if not parts or not all(parts):
        return ANY
    sign = 1 << (len(_given) + 1)
    _given.append(sign)
    for telling, *others in parts:
        if others:
            half = _halves.setdefault(others[0], 1 << len(_halves))
            hints = _hinted.setdefault(telling, {})
            hints[half] = hints.get(half, 0) | sign
        else:
            _borne[telling] = _borne.get(telling, 0) | sign
    return sign


def number_of_signs() -> int:
    """How many there are, so that what was found in a word is found anew when there are more."""
    return len(_given)


def bearing_of(word: str) -> Bearing:
    """What one word tells, or one mark."""
    whole = BETWEEN.sub(EDGED, f"{EDGE}{word.translate(ALIKE)}{EDGE}")
    found, halves = ANY, 0
    hints: dict[Halves, Signs] = {}
    for at in range(len(whole)):
        for beyond in range(at + 1, min(at + LONGEST, len(whole)) + 1):
            part = whole[at:beyond]
            found |= _borne.get(part, 0)
            halves |= _halves.get(part, 0)
            for half, sign in _hinted.get(part, {}).items():
                hints[half] = hints.get(half, 0) | sign
    return Bearing(found, halves, tuple(hints.items()))


def borne_by(words: Iterable[Bearing]) -> Signs:
    """The signs of a message, or of a part of it."""
    found, said = ANY, 0
    hinted = {}
    for signs, halves, hints in words:
        found |= signs
        said |= halves
        if hints:
            hinted[id(hints)] = hints  # a word that is said again tells no more
    for hints in hinted.values():
        for half, sign in hints:
            if half & said:
                found |= sign
    return found


def _parts(landmark: str) -> list[str]:
    """The two most telling parts of a landmark that stand within one word; none where none does."""
    words = WORD.findall(landmark.replace(" ", f"{EDGE} {EDGE}"))
    found = sorted([*words, *MARKS.findall(landmark)], key=_rarity, reverse=True)
    return list(dict.fromkeys([each[:LONGEST] for each in found]))[:2]


def _rarity(part: str) -> tuple[bool, int, int]:
    """Words that stand in most messages tell least, then short ones; marks are as rare as these."""
    word = part.strip(EDGE)
    letters = min(len(word), LONGEST) if word.isalpha() else 3
    return letters > 2 and word not in COMMON, letters, part.count(EDGE)
