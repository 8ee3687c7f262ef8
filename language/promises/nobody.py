"""What is denied by whom it is said of: "neither will be ready for June"."""

from collections.abc import Sequence

from language.lexicon.words import word_set

NOBODY = word_set("nobody.subjects")
NOBODIES = NOBODY | {"no", "not"}
FREEING = word_set("nobody.freeing")
UNTIL = frozenset(["until", "till", "til"])


def by_nobody(norms: Sequence[str]) -> bool:
    """Whether these words say of nobody and nothing what comes after them.

    Read "nothing will stop us opening in June" as no denial: it is what hinders that is not.
    """
    if NOBODIES.isdisjoint(norms):
        return False
    at = max((at for at, each in enumerate(norms) if _is_nobody(norms, at, each)), default=-1)
    after = norms[at + 1 :]
    return at >= 0 and FREEING.isdisjoint(after) and UNTIL.isdisjoint(after)


def _is_nobody(norms: Sequence[str], at: int, norm: str) -> bool:
    return norm in NOBODY or (norm in ("no", "not") and norms[at + 1 : at + 2] in (["one"], ["1"]))
