"""What is said about one topic, with quick ways to what each of its clauses holds."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from language.claims.claimed import Claim
from language.clauses.place import UNTITLED, Titled
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.lexicon.once import once
from language.lexicon.text import Placed, Words, tokens_of

FEW = 8  # as many are looked through one by one
FIRST = attrgetter("first")


def inside[P: Placed](placed: Sequence[P], clause: Placed) -> Sequence[P]:
    """Those that start in a clause or a sentence, of many in the order of the text."""
    if not placed:
        return placed
    if len(placed) <= FEW:
        return [each for each in placed if clause.first <= each.first < clause.beyond]
    start = bisect_left(placed, clause.first, key=FIRST)
    return placed[start : bisect_left(placed, clause.beyond, lo=start, key=FIRST)]


@dataclass(eq=False)
class Passage:
    """The clauses about some actions; ``about`` are the tokens that name these.

    ``former`` are where the dates stand that used to hold.
    """

    words: Words
    clauses: Sequence[Clause]
    about: Set[int]
    claims: Sequence[Claim]
    dates: Sequence[Dated]
    today: date
    former: frozenset[int]
    titled: Titled = UNTITLED

    @property
    def deed(self) -> str:
        """What is to be done, by the title, where that is but one thing: "open"."""
        return "" if self.titled.several else self.titled.deed

    @once
    def _claimed(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.clause.first].append(claim)
        return found

    @once
    def _places(self) -> dict[int, int]:
        return {clause.first: at for at, clause in enumerate(self.clauses)}

    @once
    def _taken(self) -> dict[int, frozenset[int]]:
        return {}

    @once
    def last(self) -> int:
        """Where its last clause begins."""
        return max([clause.first for clause in self.clauses])

    @once
    def claims_once(self) -> bool:
        """Whether but one phrase of it claims anything."""
        return len({each.hit for each in self.claims}) == 1

    @once
    def said(self) -> str:
        """The plain text of all its clauses."""
        return " ".join(map(self.low, self.clauses))

    def claims_of(self, clause: Clause) -> Sequence[Claim]:
        return self._claimed.get(clause.first, ())

    def says(self, clause: Clause, *statuses: str) -> bool:
        """Whether a clause claims one of these statuses."""
        return any([each.status in statuses for each in self.claims_of(clause)])

    def before(self, clause: Clause) -> Clause | None:
        """The clause before, in the same sentence."""
        at = self._places.get(clause.first, 0)
        last = self.clauses[at - 1] if at else None
        return last if last and last.sentence == clause.sentence else None

    def clauses_from(self, clause: Clause, most: int) -> Sequence[Clause]:
        """A clause and those after it, so many at most."""
        at = self._places.get(clause.first, 0)
        return self.clauses[at : at + most]

    def dates_of(self, clause: Clause) -> Sequence[Dated]:
        return inside(self.dates, clause)

    def taken(self, clause: Clause) -> frozenset[int]:
        """The tokens of a clause that tell or date something, or name its action."""
        found = self._taken.get(clause.first)
        if found is None:
            told = (each.hit for each in self.claims_of(clause))
            taken = tokens_of(told, self.dates_of(clause)).union(self.names(clause))
            found = self._taken[clause.first] = taken
        return found

    def names(self, clause: Clause) -> list[int]:
        """The tokens of a clause that name its action."""
        return [at for at in range(clause.first, clause.beyond) if at in self.about]

    def norms(self, clause: Clause) -> list[str]:
        return self.words.norms(clause.first, clause.beyond)

    def low(self, clause: Clause) -> str:
        return self.words.span(clause.first, clause.beyond)
