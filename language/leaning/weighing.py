"""How much words speak for this or that, by what was learnt from labelled ones.

The weights are those of logistic regressions (tests/leaning/fitting.py), so that the shares are
probabilities: of those weighed at 0.8, about eight in ten are as labelled.
"""

from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib.resources import files
from math import exp, sqrt
from typing import NamedTuple

from domain.work import Status
from language.leaning.features import features
from language.lexicon.text import Token

type Weighing = tuple[float, tuple[tuple[int, float], ...]]
"""Of a feature how rare it is, and what it adds to which label."""

UNHEARD: Weighing = (0.0, ())
MOST = 3  # features that are named
OF_STATUSES, OF_DAYS = "leanings", "promises"  # what was learnt, by the name of its file
NOTHING = "nothing"  # as the file has it: how it stands is not told
STATUSES = (*Status, NOTHING)
PROMISED = "promised"
type Told = Status | None


class Learnt(NamedTuple):
    """The labels that are told apart, each with what speaks for it before a word is said."""

    labels: tuple[str, ...]
    outset: tuple[float, ...]
    weights: Mapping[str, Weighing]

    def shares(self, words: Iterable[str], findings: Iterable[str]) -> dict[str, float]:
        """How likely each label is; in all 1. Rare words weigh more, long messages no more."""
        known = [self.weights[each] for each in words if each in self.weights]
        length = sqrt(sum([rare * rare for rare, _ in known])) or 1.0
        sums = list(self.outset)
        for rare, weights in known:
            for place, weight in weights:
                sums[place] += weight * rare / length
        for each in findings:
            for place, weight in self.weights.get(each, UNHEARD)[1]:
                sums[place] += weight
        most = max(sums)
        powers = [exp(each - most) for each in sums]
        whole = sum(powers)
        return {label: each / whole for label, each in zip(self.labels, powers, strict=True)}


class Leaning(NamedTuple):
    """How likely each status is, and that none is told (None); in all 1."""

    shares: Mapping[Told, float]

    @property
    def status(self) -> Told:
        """The likeliest."""
        return max(self.shares, key=self.shares.__getitem__)

    @property
    def share(self) -> float:
        return self.shares[self.status]


def leaning(tokens: Iterable[Token], findings: Iterable[str] = ()) -> Leaning:
    """Weigh what is said of one action, and what the rules found in it."""
    shares = learnt(OF_STATUSES).shares(features(tokens), findings)
    return Leaning({_told(label): share for label, share in shares.items()})


def likely_promised(words: Iterable[str], findings: Iterable[str]) -> float:
    """How likely a day that is said is the one by which the action is to be finished."""
    return learnt(OF_DAYS).shares(words, findings)[PROMISED]


def speakers(tokens: Iterable[Token], status: Told) -> list[str]:
    """The features that speak for a status most, the strongest first: "make the", "<bother"."""
    return _speakers(learnt(OF_STATUSES), features(tokens), status or NOTHING)


def _speakers(known: Learnt, found: Set[str], label: str) -> list[str]:
    place = known.labels.index(label)
    spoken = [(_for(known.weights[each], place), each) for each in found & known.weights.keys()]
    return [each for worth, each in sorted(spoken, reverse=True)[:MOST] if worth > 0]


def _for(weighing: Weighing, place: int) -> float:
    rare, weights = weighing
    return rare * dict(weights).get(place, 0.0)


def _told(label: str) -> Told:
    return None if label == NOTHING else Status(label)


def shipped(name: str = OF_STATUSES) -> str:
    """The file as it is: on its first line what it was learnt from."""
    return files("language").joinpath(f"{name}.tsv").read_text(encoding="utf-8")


@cache
def learnt(name: str) -> Learnt:
    """Read, after its first line, the labels, what each starts from, then a feature a line."""
    labels, outset, *rows = (line.split("\t") for line in shipped(name).splitlines()[1:])
    weights = {feature: (_hundredths(rare), _pairs(pairs)) for feature, rare, *pairs in rows}
    return Learnt(tuple(labels), tuple(map(_hundredths, outset)), weights)


def _pairs(pairs: Iterable[str]) -> tuple[tuple[int, float], ...]:
    """Read "0:45" as that the first label gains 0.45."""
    split = (each.split(":") for each in pairs)
    return tuple((int(place), _hundredths(weight)) for place, weight in split)


def _hundredths(text: str) -> float:
    return int(text) / 100
