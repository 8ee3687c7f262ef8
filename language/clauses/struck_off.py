"""What comes off the list because nothing will be done is cancelled, not complete."""

from collections.abc import Sequence

from domain.work import Status
from language.lexicon.patterns import pattern
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term

DROPPED = pattern("clauses.dropped")
CANCELLED = Term("cancelled", "idiom")


def as_struck_off(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """Read "can come off the list, there is nothing to consult on" as cancelled."""
    if not DROPPED.search(words.low, words.signs):
        return list(hits)
    return [each._replace(term=CANCELLED) if _is_off(words, each) else each for each in hits]


def closing(words: Words, said: str) -> Status:
    """What "can come off the list" comes to, by why it does."""
    dropped = "list" in said and DROPPED.search(words.low, words.signs)
    return Status.CANCELLED if dropped else Status.COMPLETE


def _is_off(words: Words, hit: Hit) -> bool:
    done = hit.term.status is Status.COMPLETE and hit.term.strength == "idiom"
    return done and "list" in words.norms(hit.first, hit.beyond)
