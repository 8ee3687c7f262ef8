"""What comes off the list because nothing will be done is cancelled, not complete."""

from collections.abc import Sequence

from domain.work import Status
from language.lexicon.patterns import pattern
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term

DROPPED = pattern("clauses.dropped")
OFF = ("list", "taken off", "come off")
CANCELLED = Term("cancelled", "idiom")
PERHAPS = Term("cancelled", "hint")  # what is not needed may be something else


def as_struck_off(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """Read "can come off the list, there is nothing to consult on" as cancelled.

    And "please close, not needed now".
    """
    if not DROPPED.search(words.low, words.signs):
        return list(hits)
    return [each._replace(term=_term(words, each)) for each in hits]


def closing(words: Words, said: str) -> Status:
    """What "can come off the list" comes to, by why it does."""
    off = any(each in said for each in OFF)
    dropped = off and DROPPED.search(words.low, words.signs)
    return Status.CANCELLED if dropped else Status.COMPLETE


def _term(words: Words, hit: Hit) -> Term:
    said = words.norms(hit.first, hit.beyond)
    if hit.term.status is not Status.COMPLETE:
        return hit.term
    if hit.term.strength == "idiom" and "list" in said:
        return CANCELLED
    return PERHAPS if hit.term.strength == "said" and "close" in said else hit.term
