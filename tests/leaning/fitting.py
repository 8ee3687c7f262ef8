"""Learn again what language/leanings.tsv holds: `make leanings`. Only this wants scikit-learn.

Learnt from are the corpus beside this module, but for what is held back, our own vocabulary, and
what the tables of tests/language and the sets of tests/blind say of one action. A logistic
regression on which features there are, the rare ones weighing more; most of them are dropped
again, and it is learnt once more without them.
"""

import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from language.leaning.weighing import NOTHING, STATUSES
from language.lexicon.vocabulary import spellings
from tests.language.table import rows
from tests.leaning.corpus import corpus, digest, plan, weighed

OUT = Path(__file__).parents[2] / "language" / "leanings.tsv"
TABLES = Path(__file__).parents[1] / "language"
BLIND = Path(__file__).parents[1] / "blind"
SPOKEN = ("local", "event", "cheer", "turn")  # lists of the vocabulary that tell no status alone
EACH = 3  # spellings of a phrase
KEPT = 15_000  # features
LOOSE, TIGHT = 15.0, 7.0  # how closely what is learnt from is followed, before and after
SECOND = 0.5  # what a second label counts
LEAST = 0.05  # weight that is worth a line's room


class Example(NamedTuple):
    features: list[str]
    labels: tuple[str, ...]


def examples() -> Iterator[Example]:
    known = plan()
    texts = [*_of_the_corpus(), *_of_the_tables(), *_of_the_sets(), *_of_the_vocabulary()]
    return (Example(sorted(weighed(text, known)), labels) for text, labels in texts)


def _of_the_corpus() -> Iterator[tuple[str, tuple[str, ...]]]:
    for said in corpus():
        if not said.held_back:
            yield said.text, said.labels


def _of_the_tables() -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is told of one action, and what is told of none."""
    for file in sorted(TABLES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        if text.count("|") < 4 or file.name in ("fellgate_plan.txt", "not_of_the_end.txt"):
            continue
        for row in rows(text):
            labels = dict.fromkeys(filter(None, map(_label, row.readings)))
            if len(labels) and len(row.readings[0]) < 2:
                yield row.text, tuple(labels)


def _of_the_sets() -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in sorted(BLIND.rglob("messages.jsonl")):
        for said in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            readings = (
                [said["expect"], *said["alt"]] if said["expect"] or not said["alt"] else said["alt"]
            )
            told = [each[0].get("status", "") for each in readings if len(each) == 1]
            labels = dict.fromkeys(each for each in told if each in STATUSES)
            if not any(readings) and {"none", "ask"}.issuperset(said["decision"]):
                yield said["text"], (NOTHING,)
            elif labels and len(readings[0]) == 1:
                yield said["text"], tuple(labels)


def _label(reading: Sequence[str]) -> str:
    if not reading:
        return NOTHING
    _, _, told = reading[0].partition("=")
    status = told.split(">")[0].split("%")[0]
    return status if status in STATUSES else ""


def _of_the_vocabulary() -> Iterator[tuple[str, tuple[str, ...]]]:
    chance = random.Random(1)
    text = files("language").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    for value, lists in tomllib.loads(text).items():
        for strength, phrases in lists.items():
            if value not in STATUSES or strength in SPOKEN:
                continue
            for phrase in phrases:
                ways = spellings(phrase)
                for way in chance.sample(ways, min(len(ways), EACH)):
                    yield f"7.3 {' '.join(way)}", (value,)


def learn(
    learnt_from: Sequence[Example], closely: float, vocabulary: Sequence[str] | None = None
) -> tuple[TfidfVectorizer, LogisticRegression]:
    vectors = TfidfVectorizer(
        analyzer=list, min_df=1 if vocabulary else 2, vocabulary=vocabulary, binary=True
    )
    vectors.fit([each.features for each in learnt_from])
    told = [
        (each.features, label, SECOND if place else 1.0)
        for each in learnt_from
        for place, label in enumerate(each.labels)
    ]
    model = LogisticRegression(C=closely, max_iter=300)
    model.fit(
        vectors.transform([features for features, _, _ in told]),
        [label for _, label, _ in told],
        sample_weight=[weight for _, _, weight in told],
    )
    return vectors, model


def lines(vectors: TfidfVectorizer, model: LogisticRegression) -> Iterator[str]:
    yield f"// By `make leanings`, not by hand. Learnt from {digest()}"
    yield "\t".join(model.classes_)
    yield "\t".join(map(_hundredths, model.intercept_))
    for place, name in enumerate(vectors.get_feature_names_out()):
        weights = enumerate(model.coef_[:, place])
        told = [f"{at}:{_hundredths(each)}" for at, each in weights if abs(each) >= LEAST]
        yield "\t".join([name, _hundredths(vectors.idf_[place]), *told])


def _hundredths(value: float) -> str:
    return str(round(value * 100))


def main() -> None:
    learnt_from = list(examples())
    vectors, model = learn(learnt_from, LOOSE)
    names = vectors.get_feature_names_out()
    rank = np.abs(model.coef_ * vectors.idf_).max(axis=0)
    kept = sorted(names[at] for at in np.argsort(-rank, kind="stable")[:KEPT])
    vectors, model = learn(learnt_from, TIGHT, kept)
    OUT.write_text("\n".join(lines(vectors, model)) + "\n", encoding="utf-8")
    print(f"Learnt {len(kept)} features from {len(learnt_from)} sayings.")  # noqa: T201


if __name__ == "__main__":
    main()
