"""Which of a few actions a part of a message speaks of, by the words of their titles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.known import KnownPlan
from language.references.titles import COMMON, heading, stem
from language.verdicts.title_words import numbers_in

WORD = re.compile(r"[^\W\d_]+")
SHORT = 3  # letters of a short form that could be any word, unless it is in capitals
LONGEST = 5  # words that a short form stands for
CUT = 4  # letters that a word cut short still has: "prev" for "prevention"
MISTYPED = 6  # letters of a word that may be one letter out
WHOLE, FIGURE, DEED, NEARLY, BESIDE, SHARED = 1.0, 0.6, 0.5, 0.7, 0.4, 0.2
PLAIN = COMMON | word_set("likeness.plain")


class Names(NamedTuple):
    """What an action may be called by: each word, and how surely it is meant by it."""

    words: Mapping[str, float]
    short: frozenset[str]  # "hv" of "health visitor"
    figures: frozenset[str]


def evidence(
    words: Words, span: Sequence[int], plan: KnownPlan, about: Sequence[str]
) -> list[float]:
    """How surely these words name each of the actions: nought where they do not."""
    named = [_names_of(plan, ref) for ref in about]
    found = [0.0 for _ in about]
    for at in span:
        given = [_given(words, at, each) for each in named]
        best = max(given)
        alone = sum(each > best / 2 for each in given) == 1
        for place, each in enumerate(given):
            if each:
                found[place] += each if alone and each == best else min(each, SHARED)
    return found


def _given(words: Words, at: int, names: Names) -> float:
    token = words.tokens[at]
    if token.kind == "number":
        return FIGURE if token.norm in names.figures else 0.0
    norm = token.norm.removesuffix("'s")
    if token.kind != "word" or norm in PLAIN:
        return 0.0
    known = names.words.get(stem(norm))
    if known:
        return known
    capital = words.raw[token.start : token.end].rstrip("s").isupper()
    if (capital or len(norm) >= SHORT) and {norm, norm.removesuffix("s")} & names.short:
        return WHOLE
    return NEARLY if any(_is_like(norm, each) for each in names.words) else 0.0


def _is_like(norm: str, other: str) -> bool:
    """Cut short, or one letter out."""
    if len(norm) >= CUT and (other.startswith(norm) or norm == other[: len(norm)]):
        return True
    longer, shorter = sorted((stem(norm), other), key=len, reverse=True)
    if len(shorter) < MISTYPED - 1 or longer[0] != shorter[0] or len(longer) - len(shorter) > 1:
        return False
    if len(longer) == len(shorter):
        return sum(one != two for one, two in zip(longer, shorter, strict=True)) == 1
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _names_of(plan: KnownPlan, ref: str) -> Names:
    standing = plan.standings[ref]
    return _named(standing.title, standing.milestones)


@lru_cache(maxsize=4096)
def _named(title: str, beside: tuple[str, ...]) -> Names:
    """Worked out once for each title of a reminder that is answered by its words."""
    found = dict(_weighed(beside))
    found |= {each: WHOLE for each in heading(title).stems}
    deed = stem(heading(title).deed)
    if deed in found:
        found[deed] = DEED
    return Names(found, frozenset(_short_forms(title)), numbers_in(title))


def _weighed(beside: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The words of its stages, which may be of others as well."""
    for label in beside:
        yield from ((each, BESIDE) for each in heading(label).stems)


def _short_forms(title: str) -> Iterator[str]:
    """The letters that words next to each other begin with: "rj" of "restorative justice"."""
    said = [each.lower() for each in WORD.findall(title)]
    for some in (said, [each for each in said if each not in COMMON]):
        for first in range(len(some)):
            for beyond in range(first + 2, min(first + LONGEST, len(some)) + 1):
                yield "".join(each[0] for each in some[first:beyond])
