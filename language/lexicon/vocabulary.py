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
BRANCH = dict[str, "Node"]


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
    """The phrases that go on from here. Filled once when the vocabulary is read."""

    __slots__ = ("after", "terms")

    def __init__(self) -> None:
        self.after: BRANCH = {}
        self.terms: tuple[Term, ...] = ()


class Hit(NamedTuple):
    """A phrase found: the tokens from ``first`` to before ``beyond``, and what it tells."""

    first: int
    beyond: int
    term: Term


@cache
def vocabulary() -> BRANCH:
    """Our vocabulary as a tree of words."""
    text = files("language").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tree_of(_listed(tomllib.loads(text)))


def tree_of(phrases: Iterable[tuple[tuple[str, ...], Term]]) -> BRANCH:
    """Phrases, word by word, as a tree that finds them in one pass."""
    root = Node()
    for spelling, term in phrases:
        _plant(root, spelling, term)
    return root.after


def _listed(data: dict[str, dict[str, list[str]]]) -> Iterator[tuple[tuple[str, ...], Term]]:
    for value, lists in data.items():
        for strength, phrases in lists.items():
            term = Term(strength, "turn") if value == "turn" else Term(value, strength)
            for phrase in phrases:
                for spelling in spellings(phrase):
                    yield spelling, term


@cache
def known_words() -> frozenset[str]:
    """Every word of ours, so that a misspelt one can be told from another word."""
    found: set[str] = set()
    waiting = [vocabulary()]
    while waiting:
        branch = waiting.pop()
        found.update(branch)
        waiting.extend(node.after for node in branch.values())
    return frozenset(found)


def spellings(phrase: str) -> list[tuple[str, ...]]:
    """All the word sequences that a phrase with (choices) and [options] stands for."""
    found: list[str] = [""]
    for either, option, plain in PART.findall(phrase):
        choices = either.split("|") if either else ["", *option.split("|")] if option else [plain]
        found = [f"{start} {choice}" for start in found for choice in choices]
    return [tuple(token.norm for token in words_of(each).tokens) for each in found]


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


def _plant(root: Node, spelling: tuple[str, ...], term: Term) -> None:
    node = root
    for word in spelling:
        node = node.after.setdefault(word, Node())
    if term not in node.terms:
        node.terms = (*node.terms, term)
