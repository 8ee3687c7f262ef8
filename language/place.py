"""A phrase where it stands in its clause, with what surrounds it."""

from collections.abc import Set
from typing import NamedTuple

from language.clauses import Clause
from language.text import Words
from language.vocabulary import Hit


class Place(NamedTuple):
    """A phrase where it stands: its clause, and the tokens that name and that tell."""

    words: Words
    clause: Clause
    hit: Hit
    about: Set[int]
    told: frozenset[int]
    dated: frozenset[int]
    subject: frozenset[str]  # the words of the clause before the phrase

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
