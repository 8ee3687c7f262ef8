"""What the new day is called: "revised target 3 May", "re-dated to 3 May"."""

from itertools import pairwise

NEW_DATE = frozenset(
    (first, then)
    for first in ("new", "revised", "amended", "updated")
    for then in ("date", "target", "deadline", "completion", "finish", "aim")
) | {("date", "now"), ("date", "is"), ("target", "now"), ("deadline", "now")}

REDATING = frozenset(["redate", "redated", "redating"])
RE = frozenset(["date", "dated", "dating"])  # "re-dated"
NEAR = 4  # words: "re-date this one to"

EACH = (
    ("in", "each", "case"), ("in", "both", "cases"), ("in", "all", "cases"),
    ("in", "every", "case"), ("for", "each", "of", "them"), ("for", "both", "of", "them"),
    ("for", "each"), ("for", "both"), ("for", "all"), ("for", "them"), ("for", "these"),
)  # fmt: skip


def names_a_new_day(norms: list[str]) -> bool:
    """Read "new target" and "revised end date" right before a day as the name of it."""
    norms = _for_each(norms)
    if tuple(norms[-2:]) in NEW_DATE or (norms[-1:] == ["to"] and _dates_anew(norms[-1 - NEAR :])):
        return True
    named = norms[-1:] == ["date"] and norms[-2:-1] in (["end"], ["completion"], ["target"])
    return named and norms[-3:-2] in (["new"], ["revised"])


def _dates_anew(norms: list[str]) -> bool:
    """Read "please re-date this to"."""
    if not REDATING.isdisjoint(norms):
        return True
    return any(first == "re" and then in RE for first, then in pairwise(norms))


def _for_each(norms: list[str]) -> list[str]:
    """The same without of how many it is the day: "revised date in each case 30 June"."""
    for each in EACH:
        if tuple(norms[-len(each) :]) == each:
            return norms[: -len(each)]
    return norms
