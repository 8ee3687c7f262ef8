"""A phrase where it stands in its clause, with what surrounds it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from language.clauses.splitting import Clause
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set


class Titled(NamedTuple):
    """Which words of a message the title of its one action has too."""

    at: frozenset[int] = frozenset()
    deed: str = ""  # what is to be done: "publish"
    several: bool = True  # it has several parts, so that one that is done is not all
    figures: frozenset[str] = frozenset()  # which it aims at: "61" for "61% of all"


UNTITLED = Titled()
BRACKETS = frozenset("()")
IT_IS = frozenset(["it's", "it\u2019s", "its", "we're", "i'm", "it'll"])
NONE = frozenset(["neither", "none"])
NONE_OF_THEM = NONE | {"not"}  # name actions and deny at once: "not one of them will land"
FULL = frozenset(["full", "whole", "entire", "complete"])
WHOLES = word_set("place.wholes")
THINGS = frozenset(["the", "a", "our", "its", "their", "final", "draft", "full", "interim"])


@dataclass(slots=True, eq=False)
class Ground:
    """A clause, and the tokens that name its action, are in its title, or are of a date."""

    words: Words
    clause: Clause
    about: Set[int]
    titled: Titled
    dated: frozenset[int]


@dataclass(slots=True, eq=False)
class Place:
    """A phrase where it stands: its clause, and the tokens that name and that tell.

    What its ground has is held here too: it is looked at many times over.
    """

    ground: Ground
    hit: Hit
    told: frozenset[int]
    subject: frozenset[str]  # the words of the clause before the phrase
    words: Words
    clause: Clause
    about: Set[int]
    dated: frozenset[int]
    before: str  # the word before it
    after: str

    @classmethod
    def of(cls, ground: Ground, hit: Hit, told: frozenset[int]) -> "Place":
        words, clause = ground.words, ground.clause
        subject = frozenset(words.norms(clause.first, hit.first))
        before, after = words.norm(hit.first - 1), words.norm(hit.beyond)
        return cls(
            ground, hit, told, subject, words, clause, ground.about, ground.dated, before, after
        )

    @property
    def of_none(self) -> bool:
        """Read "neither is finished" and "neither 7.3 nor 7.4 is"."""
        if self.subject.isdisjoint(NONE):
            return False
        span = range(self.clause.first, self.hit.first)
        found = [at for at in span if self.words.norm(at) in NONE]
        return any(not self.about.isdisjoint((at, at + 1)) or self._of_named(at) for at in found)

    def _of_named(self, at: int) -> bool:
        return self.words.norm(at + 1) == "of" and at + 2 in self.about


def is_thing(words: Words, at: int) -> bool:
    """Read "the report is done" as of a thing, but not "happy to report"."""
    return words.norm(at) == "report" and words.norm(at - 1) in THINGS


def is_whole(words: Words, at: int) -> bool:
    """Read "the full service" and "the whole programme" as the action, and not as a part of it."""
    norm, before = words.norm(at), words.norms(at - 2, at)
    if norm in FULL:
        return words.norm(at + 1) in WHOLES or words.norm(at + 2) in WHOLES
    return norm in WHOLES and not FULL.isdisjoint(before)


def outside_brackets(words: Words, first: int, beyond: int) -> Sequence[int]:
    """The tokens from one to before another that stand in no brackets."""
    if BRACKETS.isdisjoint(words.said):
        return range(first, beyond)
    depth, kept = 0, []
    for at in range(first, beyond):
        depth += (words.norm(at) == "(") - (words.norm(at) == ")")
        if depth <= 0 and words.norm(at) != ")":
            kept.append(at)
    return kept


def after_it(place: Place) -> list[int]:
    """Read "with two shops signing it's back on track" from "it's" on; what is over is of those."""
    status = place.hit.term.status
    if IT_IS.isdisjoint(place.subject):
        return []
    if (status and status.finished) or place.hit.term.value == "started":
        return []
    span = range(place.clause.first, place.hit.first)
    return [at + 1 for at in span if place.words.norm(at) in IT_IS]
