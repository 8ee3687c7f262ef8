"""How much words speak for each status, by what was learnt from labelled ones.

The weights are those of a logistic regression (tests/leaning/fitting.py), so that the shares are
probabilities: of those weighed at 0.8, about eight in ten are as labelled.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, sqrt
from typing import NamedTuple

from domain.work import Status
from language.leaning.features import features
from language.lexicon.text import Token

type Weighing = tuple[float, tuple[tuple[int, float], ...]]
"""Of a feature how rare it is, and what it adds to which status."""
type Weights = Mapping[str, Weighing]


MOST = 3  # features that are named
NOTHING = "nothing"  # as the file has it: how it stands is not told
STATUSES = (*Status, NOTHING)
type Told = Status | None


class Learnt(NamedTuple):
    """The statuses that are told apart, each with what speaks for it before a word is said."""

    statuses: tuple[Told, ...]
    outset: tuple[float, ...]
    weights: Weights


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


def leaning(tokens: Iterable[Token]) -> Leaning:
    """Weigh what is said of one action."""
    learnt = _learnt()
    known = [learnt.weights[each] for each in features(tokens) if each in learnt.weights]
    length = sqrt(sum(rare * rare for rare, _ in known)) or 1.0
    sums = list(learnt.outset)
    for rare, weights in known:
        for place, weight in weights:
            sums[place] += weight * rare / length
    most = max(sums)
    powers = [exp(each - most) for each in sums]
    whole = sum(powers)
    return Leaning(
        {status: each / whole for status, each in zip(learnt.statuses, powers, strict=True)}
    )


def speakers(tokens: Iterable[Token], status: Told) -> list[str]:
    """The features that speak for a status most, the strongest first: "make the", "<bother"."""
    learnt = _learnt()
    place = learnt.statuses.index(status)
    found = features(tokens) & learnt.weights.keys()
    spoken = [(_for(learnt.weights[each], place), each) for each in found]
    return [each for worth, each in sorted(spoken, reverse=True)[:MOST] if worth > 0]


def _for(weighing: Weighing, place: int) -> float:
    rare, weights = weighing
    return rare * dict(weights).get(place, 0.0)


def shipped() -> str:
    """The file as it is: on its first line what it was learnt from."""
    return files("language").joinpath("leanings.tsv").read_text(encoding="utf-8")


@cache
def _learnt() -> Learnt:
    """Read, after its first line, the statuses, what each starts from, then a feature a line."""
    statuses, outset, *rows = (line.split("\t") for line in shipped().splitlines()[1:])
    weights = {feature: (_hundredths(rare), _pairs(pairs)) for feature, rare, *pairs in rows}
    told = (None if each == NOTHING else Status(each) for each in statuses)
    return Learnt(tuple(told), tuple(map(_hundredths, outset)), weights)


def _pairs(pairs: Iterable[str]) -> tuple[tuple[int, float], ...]:
    """Read "0:45" as that the first status gains 0.45."""
    split = (each.split(":") for each in pairs)
    return tuple((int(place), _hundredths(weight)) for place, weight in split)


def _hundredths(text: str) -> float:
    return int(text) / 100
