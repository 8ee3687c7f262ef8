"""Where in a message something is told, and of which actions."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from language.clauses.splitting import Marked
from language.lexicon.text import ENDS, Words, tokens_of
from language.references.finding import Mention

SHARES = frozenset(["%", "percent"])


class Span(NamedTuple):
    """Tokens from ``first`` to before ``beyond``."""

    first: int
    beyond: int


class Told(NamedTuple):
    """The words, and where in them something is told: a status, a date, a share."""

    words: Words
    mentions: Sequence[Mention]
    status: frozenset[int]
    dated: frozenset[int]
    shares: frozenset[int]
    all: frozenset[int]
    named: frozenset[int]
    last: int  # where the last status stands

    @classmethod
    def of(cls, words: Words, marked: Marked) -> "Told":
        hits = (each for each in marked.hits if each.term.status and each.term.strength != "event")
        status, dated = tokens_of(hits), tokens_of(marked.dates)
        shares = frozenset([at for at, norm in enumerate(words.listed) if norm in SHARES])
        named, last = tokens_of(marked.mentions), max(status, default=-1)
        told = status | dated | shares
        return cls(words, marked.mentions, status, dated, shares, told, named, last)

    def tells(self, first: int, beyond: int) -> bool:
        return not self.all.isdisjoint(range(first, beyond))

    def sentence(self, at: int) -> int:
        """Where the sentence begins in which a token stands."""
        while at > 0 and self.words.norm(at - 1) not in ENDS:
            at -= 1
        return at

    def span(self, start: int, end: int) -> Span:
        """The tokens that stand between two offsets."""
        tokens = self.words.tokens
        first = bisect_left(tokens, start, key=attrgetter("start"))
        return Span(first, max(bisect_right(tokens, end, key=attrgetter("end")), first))
