"""Figures that were told before, and those that put them right."""

import re

FIGURE = re.compile(r"\d ?(?:%|per ?cent)")
CORRECTED = re.compile(
    r"\b(?:(?:correct|right|accurate)"
    r" (?:(?:completion )?(?:position|figure|number|percentage|total|rate|one) )?"
    r"(?:is|was|being|should be|should have been)|should (?:have )?(?:been|be|read|say|said))"
    r" (?:now |in fact |actually |at )*(?P<n>\d{1,3}) ?(?:%|per ?cent)"
)
REPORTED = re.compile(
    r"\b(?:i|we|you|report|update|return|last|previously)"
    r" (?:had |have |previously |earlier |last )*"
    r"(?:reported|told|stated|gave|quoted|said|showed|recorded|advised)\b"
)


def put_right(said: str) -> int | None:
    """Read "I reported 40%, the correct figure is 30%" as the second."""
    match = CORRECTED.search(said) if "correct" in said or "should" in said else None
    more = match is not None and len(FIGURE.findall(said)) > 1
    return int(match["n"]) if match and more else None


def was_reported(low: str) -> bool:
    """Read "last month I reported 40%" as what was told then."""
    return REPORTED.search(low) is not None
