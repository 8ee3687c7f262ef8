"""The words of a clause that change what is claimed in it: negations, hedges, conditions."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from domain.work import Status
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit, Term
from language.lexicon.words import word_set

CONDITION = Term("condition", "turn")
NEAR = word_set("claims.near")
SUPPOSED = frozenset(["supposed", "meant"])
WISHING = frozenset(["love", "nice", "lovely", "wish", "hoping", "hoped", "wanted"])
WEAKENING = frozenset(["condition", "exception", "hedge", "if"])


@dataclass(slots=True, eq=False)
class Turns:
    """The words of a clause that change a meaning, by kind: where they stand."""

    at: tuple[tuple[int, int, str], ...]
    kinds: frozenset[str]

    @classmethod
    def of(cls, hits: Sequence[Hit], beside: Sequence[Hit]) -> "Turns":
        """Those of a clause, and what weakens it from the clauses beside."""
        near = [each for each in beside if each.term.value in WEAKENING]
        near += [each._replace(term=CONDITION) for each in beside if each.term.value == "future"]
        found = [
            (each.first, each.beyond, each.term.value)
            for each in (*hits, *near)
            if not each.term.status
        ]
        return cls(tuple(found), frozenset([kind for _, _, kind in found]))

    def just_before(self, hit: Hit, kind: str, words: Words) -> bool:
        """Whether such a word stands before, with nothing but light words between."""
        return kind in self.kinds and any(
            each == kind
            and beyond <= hit.first
            and all(map(_passes, words.norms(beyond, hit.first)))
            for _, beyond, each in self.at
        )

    def before(self, hit: Hit, kind: str) -> bool:
        return kind in self.kinds and any(
            each == kind and beyond <= hit.first for _, beyond, each in self.at
        )


def _passes(norm: str) -> bool:
    return norm in NEAR or norm.endswith("ly") or norm[:1].isdigit()


def in_fact(subject: Set[str]) -> Status | None:
    """Read "should have been done" as late, and "I'd love to tell you it's done" as under way."""
    if {"should", "have"} <= subject or ("to" in subject and not subject.isdisjoint(SUPPOSED)):
        return Status.DELAYED
    return None if subject.isdisjoint(WISHING) else Status.IN_PROGRESS
