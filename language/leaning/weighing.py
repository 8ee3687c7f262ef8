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

type Weighing = tuple[float, tuple[float, ...]]
"""Of a feature how rare it is, squared (0: as a finding, it is not), and what it adds to each."""

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

    @property
    def nothing(self) -> tuple[float, ...]:
        """What adds nothing to any label."""
        return (0.0,) * len(self.labels)

    def shares(self, words: Iterable[str], findings: Iterable[str]) -> dict[str, float]:
        """How likely each label is; in all 1. Rare words weigh more, long messages no more."""
        weights = self.weights
        known = [weights[each] for each in words if each in weights]
        found = [weights[each][1] for each in findings if each in weights]
        length = sqrt(sum([rare for rare, _ in known])) or 1.0
        told = [sum(each) for each in zip(self.nothing, *[adds for _, adds in known], strict=True)]
        sums = [sum(each) for each in zip(self.outset, *found, strict=True)]
        sums = [each + said / length for each, said in zip(sums, told, strict=True)]
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
    heard = found & known.weights.keys()
    spoken = [(known.weights[each][1][place], each) for each in heard]
    return [each for worth, each in sorted(spoken, reverse=True)[:MOST] if worth > 0]


def _told(label: str) -> Told:
    return None if label == NOTHING else Status(label)


def shipped(name: str = OF_STATUSES) -> str:
    """The file as it is: on its first line what it was learnt from."""
    return files("language").joinpath(f"{name}.tsv").read_text(encoding="utf-8")


@cache
def learnt(name: str) -> Learnt:
    """Read, after its first line, the labels, what each starts from, then a feature a line."""
    labels, outset, *rows = (line.split("\t") for line in shipped(name).splitlines()[1:])
    weights = {
        feature: _weighing(_hundredths(rare), pairs, len(labels)) for feature, rare, *pairs in rows
    }
    return Learnt(tuple(labels), tuple(map(_hundredths, outset)), weights)


def _weighing(rare: float, pairs: Iterable[str], many: int) -> Weighing:
    """Read "0:45" as that the first label gains 0.45, the more the rarer it is."""
    adds = [0.0] * many
    for place, weight in (each.split(":") for each in pairs):
        adds[int(place)] = _hundredths(weight) * (rare or 1.0)
    return rare * rare, tuple(adds)


def _hundredths(text: str) -> float:
    return int(text) / 100
