"""What a statement in prose is about: the action as a whole, its own subject matter, or a part.

A statement begins after the last joint before what it says: a comma, "and", "so", "that".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, takewhile

from language.claims.directly import LIGHT
from language.clauses.place import is_whole
from language.lexicon.once import once
from language.lexicon.signs import Signs
from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set
from language.references.titles import stem

JOINTS = (word_set("subjects.joints") | ENDS) - {")"}
WHY = word_set("subjects.why")
RELATIVE = word_set("subjects.relative")
WHOLE = word_set("subjects.whole")
OPENERS = word_set("subjects.openers")
PARTS = word_set("subjects.parts")
VERBS = word_set("subjects.verbs")
SPEECH = word_set("subjects.speech")
OUR = word_set("subjects.our")


class About(Enum):
    """Whom a statement is about. Only what is said of the whole or its own is a verdict."""

    WHOLE = "whole"
    OWN = "own"
    OTHER = "other"


@dataclass(eq=False)
class Sentence:
    """A run of a message's tokens, up to a full stop, as it bears on one action.

    ``named`` are the tokens that name the action, ``dated`` those of dates; ``own`` the stems of
    the words of its title, and ``kin`` those of verbs that say as much as its own.
    """

    words: Words
    first: int
    beyond: int
    named: Set[int]
    dated: Set[int]
    own: frozenset[str]
    kin: frozenset[str] = frozenset()

    @once
    def acts(self) -> frozenset[str]:
        """The words of the sentence that its title has too."""
        span = range(self.first, self.beyond)
        return frozenset(n for n in map(self.words.norm, span) if stem(n) in self.own)

    @once
    def low(self) -> str:
        """Its words as meant, one space between any two."""
        return " ".join(self.words.norms(self.first, self.beyond))

    @once
    def days(self) -> frozenset[str]:
        """The words that dates begin with."""
        return frozenset([self.words.norm(at) for at in self.dated if at - 1 not in self.dated])

    @once
    def signs(self) -> Signs:
        """Which patterns may be in it."""
        return self.words.signs_in(self.first, self.beyond)

    @once
    def _joints(self) -> list[int]:
        norms = self.words.norms(self.first, self.beyond)
        return [at for at, norm in enumerate(norms, self.first) if norm in JOINTS]

    @once
    def _starts(self) -> list[int]:
        lengths = [len(each) + 1 for each in self.words.norms(self.first, self.beyond)]
        return [0, *accumulate(lengths)]

    def text(self, first: int, beyond: int) -> str:
        """What ``low`` has from one token to before another."""
        starts = self._starts
        return self.low[starts[first - self.first] : max(starts[beyond - self.first] - 1, 0)]

    def at(self, offset: int) -> int:
        """The token at an offset in ``low``."""
        return self.first + bisect_right(self._starts, offset) - 1

    def span(self, match: re.Match[str], first: int) -> tuple[int, int]:
        """The tokens of a match in the text that begins with the token ``first``."""
        base = self._starts[first - self.first]
        return self.at(base + match.start()), self.at(base + match.end() - 1) + 1

    def start(self, at: int) -> int:
        """Where the statement begins in which the token ``at`` stands."""
        if ")" not in self.words.said and self.first < at <= self.beyond:
            before = bisect_left(self._joints, at)
            return self._joints[before - 1] + 1 if before else self.first
        while at > self.first and self.words.norm(at - 1) not in JOINTS:
            at = self._opened(at - 1) if self.words.norm(at - 1) == ")" else at - 1
        return at

    def _opened(self, closing: int) -> int:
        """Where the bracket opens that closes here: what stands in it is beside the point."""
        span = range(closing, self.first, -1)
        return next((at for at in span if self.words.norm(at) == "("), closing)

    def end(self, at: int) -> int:
        """Where the statement ends in which the token ``at`` stands."""
        if not self.first <= at < self.beyond:
            return at
        after = bisect_left(self._joints, at)
        return self._joints[after] if after < len(self._joints) else self.beyond

    def about(self, at: int) -> About:
        """What a statement is about that says something from the token ``at`` on."""
        start = self.start(at)
        joint = self.words.norm(start - 1) if start > self.first else ""
        if joint in WHY or joint in RELATIVE or self._labelled(start, joint):
            return About.OTHER
        if self.is_hearsay(at):
            return About.OTHER
        norms = self._norms(start, at)
        if norms and norms[0] in VERBS and joint in (",", "and", "but"):
            return self._of(self._norms(*self.opening()))
        return self._of(norms)

    def is_own(self, first: int, beyond: int) -> bool:
        """Whether these tokens name nothing but what the action is about."""
        return self._of(self._norms(first, beyond)) is not About.OTHER

    def _labelled(self, start: int, joint: str) -> bool:
        """Read "Play: two sites delayed" as of the play."""
        return joint == ":" and self._of(self._norms(self.first, start - 1)) is About.OTHER

    def is_hearsay(self, at: int) -> bool:
        """Whether the statement about the token ``at`` is somebody else's word."""
        start = self.start(at)
        return self.words.norm(start - 1) == "that" and self._hearsay(start - 1)

    def _hearsay(self, that: int) -> bool:
        """Read "the contractor says that ..." as somebody else's word, but not "I can say that"."""
        before = self._norms(self.start(that), that)
        return not SPEECH.isdisjoint(before) and OUR.isdisjoint(before)

    def opening(self) -> tuple[int, int]:
        """The tokens before the first verb of the sentence, or its first joint."""
        span = range(self.first, self.beyond)
        stops = VERBS | JOINTS
        own = takewhile(lambda at: self.words.norm(at) not in stops or at in self.named, span)
        return self.first, max(own, default=self.first - 1) + 1

    def _norms(self, first: int, beyond: int) -> list[str]:
        words = self.words
        return [words.norm(at) for at in self.open_words(first, beyond) if not is_whole(words, at)]

    def open_words(self, first: int, beyond: int) -> Iterator[int]:
        """The words that neither name the action nor a date, nor stand in brackets."""
        depth = 0
        for at in range(first, beyond):
            token = self.words.tokens[at]
            depth += (token.norm == "(") - (token.norm == ")")
            if depth <= 0 and token.kind == "word" and not self._taken(at):
                yield at

    def _taken(self, at: int) -> bool:
        return at in self.named or at in self.dated

    def _of(self, norms: list[str]) -> About:
        if not PARTS.isdisjoint(norms):
            return About.OTHER
        telling = [each for each in norms if each not in LIGHT and each not in OPENERS]
        if all(each in WHOLE for each in telling):
            return About.WHOLE
        own = all(each in WHOLE or stem(each) in self.own for each in telling)
        return About.OWN if own else About.OTHER
