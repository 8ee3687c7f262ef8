"""Whether an action is only to be closed after something that is told before: "close it then"."""

from domain.work import Status
from language.clauses.place import Place

THEN = frozenset(["then", "thereafter", "afterwards"])
LATER = (["after", "that"], ["after", "this"], ["at", "that"], ["from", "then"])


def closes_later(place: Place) -> bool:
    """Read "can be closed off then" and "tick it off after that" as to come."""
    if place.hit.term.status is not Status.COMPLETE:
        return False
    after = place.words.norms(place.hit.beyond, place.hit.beyond + 2)
    return (after[:1] == ["then"] and place.hit.term.strength == "said") or after in LATER
