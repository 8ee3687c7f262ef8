"""Which action is meant by words of its title: a plain inverted index, weighed by rarity."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from language.lexicon.words import word_set

WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")
COMMON = word_set("titles.common")
ENDINGS = ("ingly", "ings", "ments", "ment", "ation", "ing", "ies", "ied", "ed", "es", "ly", "s")
SEVERAL = re.compile(
    r"[,;&/\n\d%]|[.:] \S|\b(?:and|per|each|every|all|both|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty|phase|stage|annual|quarterly|monthly|weekly|ongoing|continue)\b"
)
UNTIL = re.compile(
    r"(?<=\w)(?:[,;:.(]| (?:for|of|to|in|with|at|on|by|per|so|from|across|through|as|that|which|who"
    r"|under|between|within|into|and|via|leading|including|covering|aimed|aiming|using|ensuring"
    r"|involving|following|based|focused|where)\b)"
)
TITLE, GROUP = 1.0, 0.3


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its ending, roughly: "strategies" and "strategy" meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (2 if ending == "s" else 3):
            word = word[: -len(ending)]
            break
    return word.rstrip("ye") if len(word) > 4 else word


def stems(text: str) -> list[str]:
    """The telling words of a text, without their endings."""
    return [stem(word) for word in WORD.findall(text.lower()) if word not in COMMON]


class Heading(NamedTuple):
    """A title taken apart: its telling words, what is to be done, and whether in several parts."""

    stems: frozenset[str]
    deed: str
    head: str  # the stem of what it is done to: "course" of "Run the digital course for carers"
    several: bool


@lru_cache(maxsize=8_192)
def heading(title: str) -> Heading:
    """Worked out once for each title that is spoken of."""
    said = WORD.findall(title.lower())
    deed = said[0] if said else ""
    before = UNTIL.split(title.lower(), maxsplit=1)[0]
    object_ = WORD.findall(before)
    head = stem(object_[-1]) if len(object_) > 1 else ""
    return Heading(frozenset(stems(title)), deed, head, bool(SEVERAL.search(title.lower())))


@dataclass(frozen=True, slots=True)
class Match:
    """An action that some words may mean. ``covered``: the share of them its title has."""

    ref: str
    score: float
    covered: float
    hits: int


@dataclass(frozen=True, slots=True)
class TitleIndex:
    postings: Mapping[str, tuple[tuple[str, float], ...]]
    titled: Mapping[str, frozenset[str]]  # the stems in each title
    count: int

    @classmethod
    def of(cls, titles: Iterable[tuple[str, str, str]]) -> "TitleIndex":
        """Index (ref, title, group); the words of the group count for less."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        titled: dict[str, frozenset[str]] = {}
        count = 0
        for ref, title, group in titles:
            count += 1
            titled[ref] = frozenset(stems(title))
            for word in stems(group):
                found[word][ref] = GROUP
            for word in titled[ref]:
                found[word][ref] = TITLE
            acronym = acronyms(title)
            for word in acronym:
                found[word][ref] = TITLE
        postings = {word: tuple(refs.items()) for word, refs in found.items()}
        return cls(MappingProxyType(postings), MappingProxyType(titled), count)

    def weight(self, word: str) -> float:
        """How telling a word is: the rarer in the plan, the more; 0 where it is unknown."""
        postings = self.postings.get(word)
        return math.log(1 + self.count / len(postings)) if postings else 0.0

    def search(self, words: Sequence[str], within: Collection[str] | None = None) -> list[Match]:
        """The actions that have any of these stems in their title, likeliest first."""
        scores: dict[str, float] = defaultdict(float)
        hits: dict[str, int] = defaultdict(int)
        wanted = list(dict.fromkeys(words))
        for word in wanted:
            weight = self.weight(word)
            for ref, field in self.postings.get(word, ()):
                if within is None or ref in within:
                    scores[ref] += weight * field
                    hits[ref] += field == TITLE
        ranked = sorted(scores.items(), key=itemgetter(1), reverse=True)[:5]
        whole = len(wanted) or 1
        return [Match(ref, score, hits[ref] / whole, hits[ref]) for ref, score in ranked]

    def alone(self, words: Iterable[str], among: Collection[str]) -> set[str]:
        """The actions of these few that have some of the words in their title as the only one."""
        found: set[str] = set()
        for word in (stem(each) for each in words if each.isalpha() and each not in COMMON):
            titled = {ref for ref, field in self.postings.get(word, ()) if field == TITLE}
            having = titled.intersection(among)
            found |= having if len(having) == 1 else set()
        return found


def acronyms(title: str) -> list[str]:
    """The short forms officers use: "Equality Impact Assessments" is also "eia"."""
    runs = re.findall(r"(?:[A-Z][a-z]+[ -]){1,5}[A-Z][a-z]+", title)
    return ["".join(word[0] for word in re.split("[ -]", run)).lower() for run in runs]
