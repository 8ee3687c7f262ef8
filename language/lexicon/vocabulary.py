"""The phrases of vocabulary.toml, ready to be found in a message in one pass."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from domain.work import Status
from language.lexicon.text import Token, words_of

PART = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|(\S+)")

type Choices = tuple[tuple[str, ...], ...]
"""The words of each of those that may stand in one place; of an option, also none."""
type Phrase = tuple[Choices, ...]
type Way = tuple[Phrase, Term]
"""What of a phrase is still to come, and what it then tells."""
type BRANCH = dict[str, Node]

STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """What a phrase tells. ``strength`` is the list it stands in, ``value`` the status or turn."""

    value: str
    strength: str
    rule: str = field(init=False, compare=False)
    status: Status | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rule", f"{self.value}.{self.strength}")
        object.__setattr__(self, "status", STATUSES.get(self.value))


class Node:
    """The phrases that go on from here, and what those tell that end here.

    Where they go on to is worked out when it is first asked for: with all their choices the phrases
    are half a million, of which a bot meets a few hundred.
    """

    __slots__ = ("_after", "_ways", "terms")

    def __init__(self, ways: Iterable[Way]) -> None:
        self._ways = tuple(ways)
        self._after: BRANCH | None = None
        ending = (term for rest, term in self._ways if all(() in choices for choices in rest))
        self.terms: tuple[Term, ...] = tuple(dict.fromkeys(ending))

    @property
    def after(self) -> BRANCH:
        if self._after is None:
            ways: dict[str, dict[Way, None]] = {}
            for rest, term in self._ways:
                for word, beyond in _steps(rest):
                    ways.setdefault(word, {})[beyond, term] = None
            self._after = {word: Node(each) for word, each in ways.items()}
        return self._after


class Hit(NamedTuple):
    """A phrase found: the tokens from ``first`` to before ``beyond``, and what it tells."""

    first: int
    beyond: int
    term: Term


@cache
def vocabulary() -> BRANCH:
    """Our vocabulary as a tree of words."""
    return Node(_listed()).after


def tree_of(phrases: Iterable[tuple[tuple[str, ...], Term]]) -> BRANCH:
    """Phrases, word by word, as a tree that finds them in one pass."""
    return Node((((words,),), term) for words, term in phrases).after


@cache
def _listed() -> tuple[Way, ...]:
    text = files("language").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    found: list[Way] = []
    for value, lists in tomllib.loads(text).items():
        for strength, phrases in lists.items():
            term = Term(strength, "turn") if value == "turn" else Term(value, strength)
            found += [(_parsed(phrase), term) for phrase in phrases]
    return tuple(found)


@cache
def known_words() -> frozenset[str]:
    """Every word of ours, so that a misspelt one can be told from another word."""
    places = (choices for phrase, _ in _listed() for choices in phrase)
    return frozenset(word for choices in places for each in choices for word in each)


def spellings(phrase: str) -> list[tuple[str, ...]]:
    """All the word sequences that a phrase with (choices) and [options] stands for."""
    found: list[tuple[str, ...]] = [()]
    for choices in _parsed(phrase):
        found = [(*start, *choice) for start in found for choice in choices]
    return found


def _parsed(phrase: str) -> Phrase:
    return tuple(
        _choices(either.split("|") if either else ["", *option.split("|")] if option else [plain])
        for either, option, plain in PART.findall(phrase)
    )


def _choices(written: Iterable[str]) -> Choices:
    return tuple(tuple(words_of(each).listed) for each in written)


def _steps(rest: Phrase) -> Iterator[tuple[str, Phrase]]:
    """The words that a phrase may go on with, each with what is then to come."""
    for at, choices in enumerate(rest):
        for word, *others in filter(None, choices):
            left = ((tuple(others),),) if others else ()
            yield word, (*left, *rest[at + 1 :])
        if () not in choices:
            return


def hits(tokens: Sequence[Token], tree: BRANCH) -> Iterator[Hit]:
    """The longest phrases in a message, one after another; those of one place together."""
    beyond = 0
    for at, token in enumerate(tokens):
        if at < beyond or token.norm not in tree:
            continue
        beyond, terms = _longest(tokens, at + 1, tree[token.norm])
        if terms and token.kind == "mark":
            beyond = _repeated(tokens, beyond)
        for term in terms:
            yield Hit(at, beyond, term)


def _repeated(tokens: Sequence[Token], beyond: int) -> int:
    """Where a row of the same mark ends: "✅✅✅" tells no more than "✅"."""
    while beyond < len(tokens) and tokens[beyond].norm == tokens[beyond - 1].norm:
        beyond += 1
    return beyond


def _longest(tokens: Sequence[Token], at: int, node: Node) -> tuple[int, tuple[Term, ...]]:
    """Where the longest phrase that goes on from ``node`` ends, and what it tells."""
    best: tuple[int, tuple[Term, ...]] = (at, node.terms)
    while at < len(tokens) and (after := node.after.get(tokens[at].norm)):
        at, node = at + 1, after
        if node.terms:
            best = (at, node.terms)
    return best
