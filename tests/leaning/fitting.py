"""Learn again what words lean to: `make leanings`. Only this wants scikit-learn.

Learnt from are the corpus beside this module, but for what is held back, our own vocabulary, and
what the tables of tests/language and the sets of tests/blind say of one action. First which day is
the promise (language/promises.tsv), then, with the days so read, how it stands
(language/leanings.tsv).
"""

import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from language.leaning.features import features
from language.leaning.weighing import NOTHING, OF_DAYS, OF_STATUSES, STATUSES, learnt
from language.lexicon.vocabulary import spellings
from tests.leaning.corpus import Said, corpus, digest, weighed
from tests.leaning.learner import Example, Learner
from tests.leaning.promised import days_learnt_from, table_rows

OUT = Path(__file__).parents[2] / "language"
BLIND = Path(__file__).parents[1] / "blind"
SPOKEN = ("local", "event", "cheer", "turn")  # lists of the vocabulary that tell no status alone
EACH = 3  # spellings of a phrase
KEPT = {OF_DAYS: 14_000, OF_STATUSES: 26_000}  # words and rows of words


def statuses_learnt_from() -> Iterator[Example]:
    for said in (*_of_the_corpus(), *_of_the_tables(), *_of_the_sets(), *_of_the_vocabulary()):
        tokens, findings = weighed(said)
        yield Example.of(features(tokens), findings, *said.labels)


def _of_the_corpus() -> Iterator[Said]:
    return (said for said in corpus() if not said.held_back)


def _of_the_tables() -> Iterator[Said]:
    """What is told of one action, and what is told of none."""
    for row in table_rows():
        labels = dict.fromkeys(filter(None, map(_label, row.readings)))
        if len(labels) and len(row.readings[0]) < 2:
            yield Said(row.text, tuple(labels))


def _of_the_sets() -> Iterator[Said]:
    for file in sorted(BLIND.rglob("messages.jsonl")):
        for said in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            readings = (
                [said["expect"], *said["alt"]] if said["expect"] or not said["alt"] else said["alt"]
            )
            told = [each[0].get("status", "") for each in readings if len(each) == 1]
            labels = dict.fromkeys(each for each in told if each in STATUSES)
            if not any(readings) and {"none", "ask"}.issuperset(said["decision"]):
                yield Said(said["text"], (NOTHING,))
            elif labels and len(readings[0]) == 1:
                yield Said(said["text"], tuple(labels))


def _label(reading: Sequence[str]) -> str:
    if not reading:
        return NOTHING
    _, _, told = reading[0].partition("=")
    status = told.split(">")[0].split("%")[0]
    return status if status in STATUSES else ""


def _of_the_vocabulary() -> Iterator[Said]:
    chance = random.Random(1)
    text = files("language").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    for value, lists in tomllib.loads(text).items():
        for strength, phrases in lists.items():
            if value not in STATUSES or strength in SPOKEN:
                continue
            for phrase in phrases:
                ways = spellings(phrase)
                for way in chance.sample(ways, min(len(ways), EACH)):
                    yield Said(f"7.3 {' '.join(way)}", (value,))


def learn(name: str, learnt_from: Sequence[Example]) -> None:
    lines = list(Learner.of(learnt_from, KEPT[name]).lines(digest()))
    (OUT / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 3} features from {len(learnt_from)} examples.")  # noqa: T201
    learnt.cache_clear()


def main() -> None:
    learn(OF_DAYS, list(days_learnt_from()))
    learn(OF_STATUSES, list(statuses_learnt_from()))


if __name__ == "__main__":
    main()
