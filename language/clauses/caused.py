"""What is to be done yet, around its name: "should have 7.3 closed", "before 7.3 is closed"."""

from collections.abc import Container, Sequence

from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term

THINGS = frozenset(["it", "this", "that", "them", "these", "those", "everything", "all", "both"])
BEING = frozenset(["is", "are", "gets", "can", "could", "will"])
OPENING = frozenset(["should", "before"])
FUTURE = Term("future", "turn")


def is_caused(words: Words, at: int, named: Container[int]) -> bool:
    """Whether "should have" that stands at ``at`` has something done: "should have 7.3 closed"."""
    if words.norm(at) != "should" or words.norm(at + 1) != "have":
        return False
    return at + 2 in named or words.norm(at + 2) in THINGS


def _is_awaited(words: Words, at: int, named: Container[int]) -> bool:
    """Read "before 7.3 is finished" as of something that is not."""
    if words.norm(at) != "before" or not (at + 1 in named or words.norm(at + 1) in THINGS):
        return False
    beyond = at + 2
    while beyond in named:
        beyond += 1
    return words.norm(beyond) in BEING


def as_caused(words: Words, phrases: Sequence[Hit], named: Container[int]) -> Sequence[Hit]:
    """The phrases, with what stands around a name or "it" read as of the future."""
    if words.said.isdisjoint(OPENING):
        return phrases
    places = range(len(words.tokens))
    awaited = [Hit(at, at + 1, FUTURE) for at in places if _is_awaited(words, at, named)]
    caused = (
        each._replace(term=FUTURE) if is_caused(words, each.first, named) else each
        for each in phrases
    )
    return sorted([*caused, *awaited])
