"""With which letters a pattern may begin, worked out from the pattern itself.

Of many ways to write a date, few begin with the letter that stands in the message: only these are
tried. What is not understood here rules nothing out.
"""

import re
import string
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol

from language.lexicon.pattern_parts import (
    AGAIN,
    AROUND,
    BOUNDARY,
    CLASS,
    LITERAL,
    OPENING,
    OTHER,
    TIMES,
    WHETHER,
    Source,
)

LETTERS = frozenset(string.ascii_lowercase + string.digits)
DIGITS = frozenset(string.digits)

type Letters = frozenset[str]
type Beginning = tuple[Letters, bool]
"""With what something may begin, and whether it may take nothing at all."""


class Opened(Protocol):
    """What is tried where a text may begin like its pattern."""

    @property
    def openings(self) -> Letters: ...


def openings(pattern: str) -> Letters:
    """Those of the small letters and digits with which a match may begin; all where not known."""
    source = Source(pattern)
    found, empty = _alternatives(source)
    return LETTERS if empty or not source.understood else found & LETTERS


def by_opening[Rule: Opened](rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """The rules worth trying where each letter or digit stands, in their order; "": else."""
    tried = tuple(rules)
    known = {each: tuple(rule for rule in tried if each in rule.openings) for each in LETTERS}
    return MappingProxyType({"": tried, **known})


def _alternatives(source: Source) -> Beginning:
    found = [_sequence(source)]
    while source.another():
        found.append(_sequence(source))
    letters = frozenset[str]().union(*(each for each, _ in found))
    return letters, any(empty for _, empty in found)


def _sequence(source: Source) -> Beginning:
    letters, empty = frozenset[str](), True
    while source.goes_on:
        first, passes = _part(source)
        times = source.take(TIMES)
        letters |= first if empty else frozenset()
        empty = empty and (passes or (times is not None and times["none"] is not None))
    return letters, empty


def _part(source: Source) -> Beginning:
    literal = source.take(LITERAL)
    if literal:
        return frozenset([literal["plain"] or literal["letter"]]), False
    if source.take(AGAIN):
        return LETTERS, True
    around, whether = source.take(AROUND), source.take(WHETHER)
    if around or whether or source.take(OPENING):
        letters, empty = _alternatives(source)
        source.at += 1
        return (frozenset(), True) if around else (letters, empty or whether is not None)
    other = source.take(CLASS) or source.take(OTHER)
    if other is None:
        source.give_up()
        return LETTERS, False
    if other.group() in BOUNDARY:
        return frozenset(), True
    return _fitting(other.group()), False


@cache
def _fitting(sign: str) -> Letters:
    """The letters that a class of letters has in it: [a-f], \\d."""
    return frozenset(filter(re.compile(sign).match, LETTERS))
