"""The words of a message, with where each stands, so that notes can quote the officer whole."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from language.signs import ALL, ANY, Signs, signs_of

STRAIGHT = str.maketrans("’‘ʼ´`“”–—−\u00a0\t\r", "'''''\"\"---   ")
SCAN = re.compile(
    r"(?P<link><?https?://[^\s>|]{1,2000}(?:\|[^>\n]{0,300})?>?)"
    r"|(?P<code>:[a-z][a-z0-9_+-]{1,40}:)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)"
    r"|(?P<number>\d+(?:\.\d+)*)"
    r"|(?P<line>\n)"
    r"|(?P<mark>\S)"
)
ENDS = frozenset(".!?;\n…")
HYPHEN_IN_WORD = re.compile(r"(https?://\S+)|(?<=[^\W\d_])-(?=[^\W\d_])")


class Placed(Protocol):
    """Something that takes tokens of a message, from ``first`` to before ``beyond``."""

    @property
    def first(self) -> int: ...
    @property
    def beyond(self) -> int: ...


def tokens_of(*placed: Iterable[Placed]) -> frozenset[int]:
    """All the tokens that these take."""
    return frozenset(
        at for some in placed for each in some for at in range(each.first, each.beyond)
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

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Words:
    """A message as written, the same in plain lower case (offset by offset), and its tokens.

    ``signs`` tell which patterns may be in it, ``said`` which words are; ``norm`` is the word at a
    place, "" beyond either end.
    """

    raw: str
    low: str
    tokens: tuple[Token, ...]
    signs: Signs
    listed: list[str]
    said: frozenset[str]
    norm: Callable[[int], str]

    @classmethod
    def of(cls, raw: str, low: str, tokens: Sequence[Token], signs: Signs) -> "Words":
        listed = [token.norm for token in tokens]
        at = Norms(enumerate(listed)).__getitem__
        return cls(raw, low, tuple(tokens), signs, listed, frozenset(listed), at)

    def quote(self, first: int, beyond: int) -> str:
        """The officer's own words from one token to before another."""
        if first >= beyond:
            return ""
        return self.raw[self.tokens[first].start : self.tokens[beyond - 1].end]

    def norms(self, first: int, beyond: int) -> list[str]:
        return self.listed[first if first > 0 else 0 : beyond if beyond > 0 else 0]

    def span(self, first: int, beyond: int) -> str:
        """The plain text from one token to before another."""
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
    tokens = _tokens(low)
    return Words.of(raw, low, tokens, _signs(tokens))


def _tokens(low: str) -> list[Token]:
    found: list[Token] = []
    end = -1
    for match in SCAN.finditer(low):
        start, stop = match.span()
        kind = match.lastgroup or "mark"
        norm = match.group()
        if kind == "word":
            norm = norm.rstrip("'") or norm
        found.append(Token(norm, start, stop, kind, start == end))
        end = stop
    return found


def _signs(tokens: Iterable[Token]) -> Signs:
    found = ANY
    for norm, _, _, kind, _ in tokens:
        if kind == "link":
            return ALL  # nobody's words, of any length
        if kind != "number":
            found |= signs_of(norm)
    return found
