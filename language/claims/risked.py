"""What is but feared: "there is a risk that we will not finish"."""

from domain.work import Status
from language.clauses.place import Place
from language.lexicon.patterns import pattern
from language.lexicon.signs import Signs

FEARED = pattern("risked.feared")


def is_feared(before: str, signs: Signs) -> bool:
    """Whether the words right before what will not be done only fear that it may not."""
    return FEARED.search(before, signs) is not None


def as_feared(status: Status | None, place: Place) -> Status | None:
    """What will be late is at risk, where that is only feared."""
    words, first, hit = place.words, place.clause.first, place.hit.first
    if status is not Status.DELAYED or first == hit or not FEARED.sign & words.signs:
        return status
    return Status.AT_RISK if is_feared(words.span(first, hit), words.signs) else status
