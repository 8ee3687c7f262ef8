"""A logistic regression over words, the rare ones weighing more, and over what the rules found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression

CLOSELY = 10.0  # how closely what is learnt from is followed
FINDING = 0.2  # what a finding of the rules counts beside words
SECOND = 0.5  # what a second label counts
LEAST = 0.05  # weight that is worth a line's room
SELDOM = 2, 3  # words and findings that are met less often are left out


class Example(NamedTuple):
    """The features of one saying, and its labels, the best first."""

    words: Sequence[str]
    findings: Sequence[str]
    labels: Sequence[str]

    @classmethod
    def of(cls, words: Iterable[str], findings: Iterable[str], *labels: str) -> "Example":
        return cls(sorted(words), sorted(findings), labels)


class Learner:
    """What is learnt from examples, and how it is written down."""

    def __init__(self, learnt_from: Sequence[Example], vocabulary: Sequence[str] | None = None):
        often, found = SELDOM
        self.words = TfidfVectorizer(
            analyzer=list, min_df=1 if vocabulary else often, vocabulary=vocabulary, binary=True
        )
        self.findings = CountVectorizer(analyzer=list, min_df=found, binary=True)
        self.words.fit([each.words for each in learnt_from])
        self.findings.fit([each.findings for each in learnt_from])
        told = [(each, place) for each in learnt_from for place in range(len(each.labels))]
        self.model = LogisticRegression(C=CLOSELY, max_iter=300)
        self.model.fit(
            self._weighed([each for each, _ in told]),
            [each.labels[place] for each, place in told],
            sample_weight=[SECOND if place else 1.0 for _, place in told],
        )

    @classmethod
    def of(cls, learnt_from: Sequence[Example], most: int) -> "Learner":
        """Learnt twice: the second time from the words alone that weighed most."""
        return cls(learnt_from, cls(learnt_from)._telling(most))

    def lines(self, learnt_from: str) -> Iterator[str]:
        """The file: where it is from, the labels, their outsets, then a feature a line."""
        yield f"// By `make leanings`, not by hand. Learnt from {learnt_from}"
        labels, outset, weights = self._weights()
        yield "\t".join(labels)
        yield "\t".join(map(_hundredths, outset))
        names = self.words.get_feature_names_out()
        for place, name in enumerate(names):
            yield _line(name, self.words.idf_[place], weights[:, place])
        for place, name in enumerate(self.findings.get_feature_names_out(), len(names)):
            yield _line(name, 0, FINDING * weights[:, place])

    def _weighed(self, some: Sequence[Example]) -> csr_matrix:
        words = self.words.transform([each.words for each in some])
        findings = self.findings.transform([each.findings for each in some])
        return hstack([words, FINDING * findings]).tocsr()

    def _telling(self, most: int) -> list[str]:
        names = self.words.get_feature_names_out()
        rank = np.abs(self.model.coef_[:, : len(names)] * self.words.idf_).max(axis=0)
        return sorted(names[at] for at in np.argsort(-rank, kind="stable")[:most])

    def _weights(self) -> tuple[Sequence[str], np.ndarray, np.ndarray]:
        """Of two labels the first is what the second is measured against."""
        labels, outset, weights = self.model.classes_, self.model.intercept_, self.model.coef_
        if len(labels) > 2:
            return labels, outset, weights
        return labels, np.append(0, outset), np.vstack([np.zeros_like(weights), weights])


def _line(name: str, rare: float, weights: np.ndarray) -> str:
    told = [f"{at}:{_hundredths(each)}" for at, each in enumerate(weights) if abs(each) >= LEAST]
    return "\t".join([name, _hundredths(rare), *told])


def _hundredths(value: float) -> str:
    return str(round(value * 100))
