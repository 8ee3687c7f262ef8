"""What is denied by whom it is said of: "neither will be ready for June"."""

from collections.abc import Sequence
from itertools import pairwise

from language.lexicon.words import word_set

NOBODY = word_set("nobody.subjects")
NOBODIES = NOBODY | {"no", "not"}
FREEING = word_set("nobody.freeing")
# Of what there is none where it will not be so: "there is no version of this in which we do it".
OUTLOOKS = word_set("nobody.outlooks")
DOUBTING = frozenset(["i", "we", "seriously", "must"])
DOUBTED = frozenset(["doubt", "doubtful"])
UNTIL = word_set("shared.until")


def by_nobody(norms: Sequence[str]) -> bool:
    """Whether these words say of nobody and nothing what comes after them.

    Read "nothing will stop us opening in June" as no denial: it is what hinders that is not.
    """
    if NOBODIES.isdisjoint(norms):
        return False
    at = max((at for at, each in enumerate(norms) if _is_nobody(norms, at, each)), default=-1)
    after = norms[at + 1 :]
    return at >= 0 and FREEING.isdisjoint(after) and UNTIL.isdisjoint(after)


def is_doubted(norms: Sequence[str]) -> bool:
    """Read "I doubt we shall have it by May", "doubt it by May" and "doubtful by May" as none."""
    at = max((at for at, each in enumerate(norms) if each in DOUBTED), default=-1)
    if at < 0 or (norms[at] == "doubt" and at and DOUBTING.isdisjoint(norms[max(at - 2, 0) : at])):
        return False
    return norms[at - 1 : at] != ["no"] and UNTIL.isdisjoint(norms)


def is_ruled_out(norms: Sequence[str]) -> bool:
    """Read "there is no scenario in which we finish by the 30th" as that we do not."""
    outlook = any(each == "no" and then in OUTLOOKS for each, then in pairwise(norms))
    return outlook and by_nobody(norms)


def _is_nobody(norms: Sequence[str], at: int, norm: str) -> bool:
    after = norms[at + 1 : at + 2]
    if norm == "no" and after and after[0] in OUTLOOKS:
        return True
    return norm in NOBODY or (norm in ("no", "not") and after in (["one"], ["1"]))
