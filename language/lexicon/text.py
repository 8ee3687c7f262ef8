"""The words of a message, with where each stands, so that notes can quote the officer whole."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from language.lexicon.signs import ALL, ANY, Bearing, Signs, bearing_of, borne_by, number_of_signs

new = tuple.__new__
STRAIGHT = str.maketrans("’‘ʼ´`“”–—−\u00a0\t\r", "'''''\"\"---   ")
# "Before", beside the words for a day; elsewhere it may well be an action.
BEFORE = (
    r"(?<=[^\W\d_] )b4(?= (?:the )?(?:xmas|christmas|easter|end of|half term|new year|summer|next"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*y|ch|e|il|ust|[a-z]*ber)?\b"
    r"|(?:mon|tues|wednes|thurs|fri)day))"
)
KINDS = {
    "link": r"<?https?://[^\s>|]{0,1999}[^\s>|.,;:!?)'\"](?:\|[^>\n]{0,300})?>?",
    "code": r":[a-z][a-z0-9_+-]{1,40}:",
    "word": rf"{BEFORE}|[^\W\d_]+(?:'[^\W\d_]+)*'?",
    "number": r"\d+(?:\.\d+)*",
    "line": r"\n",
    "mark": r"\S",
}
BLANKS = "".join(each for each in map(chr, range(0x3001)) if each.isspace() and each != "\n")
PIECES = re.compile(rf"([^\S\n]*+)({'|'.join(KINDS.values())})")
KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()))
BESIDE = 6
MOST_KEPT = 8192  # words
LONGEST_WORD = 40  # letters; what is longer is hardly seen again
ENDS = frozenset(".!?;\n…")
SYMBOLS = 0x2100  # where emoji and arrows begin
NOTHING, ANYTHING = Bearing(ANY), Bearing(ALL, ALL)  # of a number, and of what may hold any word
HYPHEN_IN_WORD = re.compile(r"(https?://\S+)|(?<=[^\W\d_])-(?=[^\W\d_])")


type Look = tuple[str, str, Bearing, bool]
"""Of a token its norm, of which kind it is, the signs it bears, and whether it is a figure."""


class Placed(Protocol):
    """Something that takes tokens of a message, from ``first`` to before ``beyond``."""

    @property
    def first(self) -> int: ...
    @property
    def beyond(self) -> int: ...


def tokens_of(*placed: Iterable[Placed]) -> frozenset[int]:
    """All the tokens that these take."""
    return frozenset(
        [at for some in placed for each in some for at in range(each.first, each.beyond)]
    )


class Token(NamedTuple):
    """One word, number, emoji, link or mark. ``glued``: no space stands before it."""

    norm: str
    start: int
    end: int
    kind: str
    glued: bool


class Norms(dict[int, str]):
    """The words of a message by their places; "" beyond either end."""

    @classmethod
    def of(cls, listed: Sequence[str]) -> "Norms":
        beside = [""] * BESIDE  # most of what is looked up beyond the ends is near them
        return cls(enumerate([*beside, *listed, *beside], -BESIDE))

    def __missing__(self, at: int) -> str:
        return ""


# Of slots, as all that is read far more often than made: those of a tuple take four times as long.
@dataclass(slots=True, eq=False)
class Words:
    """A message as written, the same in plain lower case (offset by offset), and its tokens.

    ``signs`` tell which patterns may be in it, ``borne`` the same word by word, and ``said`` which
    words are; ``figures`` are where numbers and single letters stand; ``norm`` is the word at a
    place, "" beyond either end; ``parts`` are the signs of those parts that were asked for.
    """

    raw: str
    low: str
    tokens: tuple[Token, ...]
    signs: Signs
    borne: Sequence[Bearing]
    listed: list[str]
    said: frozenset[str]
    figures: tuple[int, ...]
    norm: Callable[[int], str]
    parts: dict[tuple[int, int], Signs]

    @classmethod
    def of(
        cls,
        raw: str,
        low: str,
        tokens: Sequence[Token],
        listed: list[str],
        borne: Sequence[Bearing],
        figures: Sequence[int],
    ) -> "Words":
        at = Norms.of(listed).__getitem__
        said, signs = frozenset(listed), borne_by(borne)
        return cls(raw, low, tuple(tokens), signs, borne, listed, said, tuple(figures), at, {})

    def quote(self, first: int, beyond: int) -> str:
        """The officer's own words from one token to before another."""
        if first >= beyond:
            return ""
        return self.raw[self.tokens[first].start : self.tokens[beyond - 1].end]

    def signs_in(self, first: int, beyond: int) -> Signs:
        """Those of what stands from one token to before another, which are of few patterns."""
        span = (first, beyond)
        if span not in self.parts:
            rest = (*self.borne[:first], *self.borne[beyond:])
            whole = all(each == NOTHING for each in rest)
            self.parts[span] = self.signs if whole else borne_by(self.borne[first:beyond])
        return self.parts[span]

    def norms(self, first: int, beyond: int) -> list[str]:
        return self.listed[first if first > 0 else 0 : beyond if beyond > 0 else 0]

    def span(self, first: int, beyond: int) -> str:
        """The plain text from one token to before another."""
        if beyond <= first:
            return ""
        return self.low[self.tokens[first].start : self.tokens[beyond - 1].end]

    def glued(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].glued


def lowered(raw: str) -> str:
    """Lower case with straight quotes and dashes; never another length than ``raw``."""
    low = raw.lower()
    if len(low) != len(raw):
        low = "".join(each if len(each.lower()) != 1 else each.lower() for each in raw)
    return low if low.isascii() and low.isprintable() else low.translate(STRAIGHT)


def words_of(raw: str) -> Words:
    """Cut a message into tokens. A hyphen inside a word only parts it: "mid-May" is two."""
    low = lowered(raw)
    if "-" in low:
        low = HYPHEN_IN_WORD.sub(lambda match: match.group(1) or " ", low)
    tokens: list[Token] = []
    listed: list[str] = []
    borne: list[Bearing] = []
    figures: list[int] = []
    end = 0
    looks = _looks_of(number_of_signs())
    for gap, written in PIECES.findall(low.rstrip(BLANKS)):
        norm, kind, bearing, figure = looks[written]
        start = end + len(gap)
        end = start + len(written)
        if figure:
            figures.append(len(tokens))
        # Made as the tuples that they are: called by their name, they take three times as long.
        tokens.append(new(Token, (norm, start, end, kind, not gap and start > 0)))
        listed.append(norm)
        borne.append(bearing)
    return Words.of(raw, low, tokens, listed, borne, figures)


class Looks(dict[str, Look]):
    """What is known of a token by itself.

    Words are kept for the next message that has them. Numbers and what is very long are somebody's
    own, and are not.
    """

    def __missing__(self, written: str) -> Look:
        match = KIND.match(written)
        kind = match.lastgroup if match and match.lastgroup else "mark"
        if kind == "number":
            return written, kind, NOTHING, True
        norm = _norm(written, kind)
        if kind == "link" or len(written) > LONGEST_WORD:
            return norm, kind, ANYTHING, False
        if len(self) >= MOST_KEPT:
            self.clear()
        look = self[written] = norm, kind, bearing_of(norm), len(norm) == 1 and norm.isalnum()
        return look


def _norm(written: str, kind: str) -> str:
    return written.rstrip("'") or written if kind == "word" else written


@lru_cache(maxsize=1)
def _looks_of(signs: int) -> Looks:
    """Those of words that were looked through for so many signs."""
    return Looks()


def is_emoji(token: Token) -> bool:
    """A sign that sets off what comes after it, as a comma does."""
    return token.kind == "code" or (token.kind == "mark" and ord(token.norm) > SYMBOLS)
