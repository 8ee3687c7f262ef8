"""A phrase where it stands in its clause, with what surrounds it."""

from collections.abc import Set
from typing import NamedTuple

from language.clauses import Clause
from language.text import Words
from language.vocabulary import Hit


class Titled(NamedTuple):
    """Which words of a message the title of its one action has too."""

    at: frozenset[int] = frozenset()
    deed: str = ""  # what is to be done: "publish"
    several: bool = True  # it has several parts, so that one that is done is not all


UNTITLED = Titled()


class Ground(NamedTuple):
    """A clause, and the tokens that name its action, are in its title, or are of a date."""

    words: Words
    clause: Clause
    about: Set[int]
    titled: Titled
    dated: frozenset[int]


class Place(NamedTuple):
    """A phrase where it stands: its clause, and the tokens that name and that tell."""

    ground: Ground
    hit: Hit
    told: frozenset[int]
    subject: frozenset[str]  # the words of the clause before the phrase

    @property
    def words(self) -> Words:
        return self.ground.words

    @property
    def clause(self) -> Clause:
        return self.ground.clause

    @property
    def about(self) -> Set[int]:
        return self.ground.about

    @property
    def dated(self) -> frozenset[int]:
        return self.ground.dated

    @property
    def before(self) -> str:
        return self.words.norm(self.hit.first - 1)

    @property
    def after(self) -> str:
        return self.words.norm(self.hit.beyond)

    @property
    def of_none(self) -> bool:
        """Read "neither is finished"."""
        span = range(self.clause.first, self.hit.first)
        return any(self.words.norm(at) in ("neither", "none") for at in span if at in self.about)


def outside_brackets(words: Words, first: int, beyond: int) -> list[int]:
    """The tokens from one to before another that stand in no brackets."""
    depth, kept = 0, []
    for at in range(first, beyond):
        depth += (words.norm(at) == "(") - (words.norm(at) == ")")
        if depth <= 0 and words.norm(at) != ")":
            kept.append(at)
    return kept
