"""Which patterns may be found in a message, told by its words: each word is looked through once.

Patterns that need the same landmarks share a sign, which is one bit. A word bears the signs of all
landmarks that it may be a part of, and a message those of its words: a pattern whose sign it does
not bear is not in it.
"""

import re
from functools import cache

from language.lexicon.landmarks import EDGE, Marks
from language.lexicon.words import word_set

type Signs = int

ANY: Signs = 1  # of a pattern of which nothing is known; every word bears it
ALL: Signs = -1
LONGEST = 6  # letters that are looked for, edges among them
WORD = re.compile(rf"{EDGE}?[a-z]+{EDGE}?")
MARKS = re.compile(r"[%#*@?>/&!=+()]")  # which a message keeps when it is made plain
BETWEEN = re.compile(r"[^a-z\b]+")  # in "it's" and ":tick:", where words begin and end as well
EDGED = rf"{EDGE}\g<0>{EDGE}"
COMMON = word_set("signs.common")
ALIKE = str.maketrans("ſıİ", "sii")  # what ``re.IGNORECASE`` takes for a plain letter

_borne: dict[str, Signs] = {}
_given: list[Signs] = []


@cache
def sign_of(landmarks: Marks) -> Signs:
    """The sign of the patterns that need one of these."""
    parts = [_part(each.lower()) for each in landmarks]
    if not parts or not all(parts):
        return ANY
    sign = 1 << (len(_given) + 1)
    _given.append(sign)
    for each in parts:
        _borne[each] = _borne.get(each, 0) | sign
    return sign


def number_of_signs() -> int:
    """How many there are, so that what was found in a word is found anew when there are more."""
    return len(_given)


def signs_of(word: str) -> Signs:
    """The signs that one word bears, or one mark."""
    whole = BETWEEN.sub(EDGED, f"{EDGE}{word.translate(ALIKE)}{EDGE}")
    found = ANY
    for at in range(len(whole)):
        for beyond in range(at + 1, min(at + LONGEST, len(whole)) + 1):
            found |= _borne.get(whole[at:beyond], 0)
    return found


def _part(landmark: str) -> str:
    """The most telling part of a landmark that stands within one word; "" where there is none."""
    words = WORD.findall(landmark.replace(" ", f"{EDGE} {EDGE}"))
    found = [*words, *MARKS.findall(landmark)]
    return max(found, key=_rarity, default="")[:LONGEST]


def _rarity(part: str) -> tuple[bool, int, int]:
    """Words that stand in most messages tell least, then short ones; marks are as rare as these."""
    word = part.strip(EDGE)
    letters = min(len(word), LONGEST) if word.isalpha() else 3
    return letters > 2 and word not in COMMON, letters, part.count(EDGE)
