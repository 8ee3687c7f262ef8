"""What is to be done yet, around its name: "should have 7.3 closed", "before 7.3 is closed"."""

from collections.abc import Container, Sequence
from itertools import takewhile

from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term

THINGS = frozenset(["it", "this", "that", "them", "these", "those", "everything", "all", "both"])
BEING = frozenset(["is", "are", "gets", "can", "could", "will"])
TURNING = frozenset(["but", "however", "although", "though", "except"])
NEAR = 9  # words from "should" to "by"
OPENING = frozenset(["should", "before"])
FUTURE = Term("future", "turn")


def is_caused(words: Words, at: int, named: Container[int], ahead: Container[int]) -> bool:
    """Whether "should have" at ``at`` has something done, as against what is not done.

    That is "should have 7.3 closed", and "should have closed 7.3 by Friday" where Friday is yet
    to come: ``ahead`` are the tokens with which such days begin.
    """
    if words.norm(at) != "should" or words.norm(at + 1) != "have":
        return False
    return at + 2 in named or words.norm(at + 2) in THINGS or _by_then(words, at, ahead)


def _by_then(words: Words, at: int, ahead: Container[int]) -> bool:
    """By a day to come, and nothing follows that says otherwise."""
    by = next((each for each in range(at, at + NEAR) if words.norm(each) == "by"), None)
    if by is None or not any(each in ahead for each in (by + 1, by + 2)):
        return False
    following = (words.norm(each) for each in range(by, len(words.tokens)))
    return TURNING.isdisjoint(takewhile(lambda norm: norm not in (".", "\n"), following))


def _is_awaited(words: Words, at: int, named: Container[int]) -> bool:
    """Read "before 7.3 is finished" as of something that is not."""
    if words.norm(at) != "before" or not (at + 1 in named or words.norm(at + 1) in THINGS):
        return False
    beyond = at + 2
    while beyond in named:
        beyond += 1
    return words.norm(beyond) in BEING


def as_caused(
    words: Words, phrases: Sequence[Hit], named: Container[int], ahead: Container[int]
) -> Sequence[Hit]:
    """The phrases, with what stands around a name or "it" read as of the future."""
    if words.said.isdisjoint(OPENING):
        return phrases
    places = range(len(words.tokens))
    awaited = [Hit(at, at + 1, FUTURE) for at in places if _is_awaited(words, at, named)]
    caused = (
        each._replace(term=FUTURE) if is_caused(words, each.first, named, ahead) else each
        for each in phrases
    )
    return sorted([*caused, *awaited])
