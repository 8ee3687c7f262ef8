"""What is so for a time only: "green until the money runs out", "stopped for now"."""

from domain.work import Status
from language.clauses.place import Place
from language.lexicon.words import word_set

WHOLLY = frozenset([Status.COMPLETE, Status.ON_TRACK])
UNTIL = word_set("shared.until")
BEFORE = UNTIL | {"before"}
FOR = frozenset(["for", "at", "this"])
A_WHILE = frozenset(["now", "moment", "present", "being", "while", "bit", "term", "week", "month"])
FEW = 4  # words: "for the time being"


def lasts(place: Place) -> tuple[Status | None, str]:
    """The status that is meant where it is said for how long, and the rule; "" where it is not.

    What is called off for a while is held up, and what is called off until a day is late. But
    "amber until it does" is amber.
    """
    status, after = place.hit.term.status, place.after
    if status is Status.CANCELLED:
        return _halted(place)
    ends = status in WHOLLY and after in UNTIL and place.hit.beyond + 1 not in place.dated
    ends = ends or (status is Status.ONGOING and after in UNTIL)  # what ends is no ongoing work
    return status, "status.until" if ends else ""


def _halted(place: Place) -> tuple[Status, str]:
    words, at = place.words, place.hit.beyond
    if place.after in BEFORE:
        return Status.DELAYED, "status.until"
    following = words.norms(at + 1, at + FEW)
    if place.after in FOR and not A_WHILE.isdisjoint(following):
        return Status.AT_RISK, "status.until"
    for_a_time = place.after == "for" and not place.dated.isdisjoint(range(at + 1, at + FEW))
    for_a_time = for_a_time or words.norm(at - 1) == "temporarily" or place.after == "temporarily"
    return Status.CANCELLED, "status.until" if for_a_time else ""
