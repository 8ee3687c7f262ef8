"""What is named as the new day: "revised target 3 May", "new end date: 3 May"."""

NEW_DATE = frozenset(
    (first, then)
    for first in ("new", "revised", "amended", "updated")
    for then in ("date", "target", "deadline", "completion", "finish", "aim")
) | {("date", "now"), ("date", "is"), ("target", "now"), ("deadline", "now")}


def names_a_new_day(norms: list[str]) -> bool:
    """Read "new target" and "revised end date" right before a day as the name of it."""
    if tuple(norms[-2:]) in NEW_DATE:
        return True
    named = norms[-1:] == ["date"] and norms[-2:-1] in (["end"], ["completion"], ["target"])
    return named and norms[-3:-2] in (["new"], ["revised"])
