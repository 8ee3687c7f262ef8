"""What was learnt, held to what was held back from it."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from domain.intents import Decision, Reading, Update
from domain.work import Status
from language.leaning.weighing import OF_DAYS, OF_STATUSES, STATUSES, Leaning, leaning, shipped
from language.lexicon.text import words_of
from language.understand import understand
from tests.leaning.corpus import Said, addressed, corpus, digest, weighed

SURE, NEARLY_ALL = 0.8, 0.9
MOST = 0.75
DAYS_RIGHT, INVENTED = 0.9, 0.04


def held_back() -> Iterator[Said]:
    return (each for each in corpus() if each.held_back)


@pytest.fixture(scope="module")
def leanings() -> list[tuple[Said, Leaning]]:
    return [(each, leaning(*weighed(each))) for each in held_back()]


def fits(said: Said, lean: Leaning) -> bool:
    return (lean.status or "nothing") in said.labels


@pytest.mark.parametrize("name", [OF_STATUSES, OF_DAYS])
def test_the_weights_are_those_of_the_corpus(name: str):
    assert digest() in shipped(name).splitlines()[0], "the corpus has changed: run make leanings"


def test_every_line_of_the_corpus_is_labelled_and_said_once():
    lines = list(corpus())
    assert not [each for each in lines if not each.text or not {*each.labels} <= {*STATUSES}]
    assert len({each.text for each in lines}) == len(lines)


def test_most_of_what_was_held_back_leans_as_it_is_labelled(leanings: list[tuple[Said, Leaning]]):
    assert len(leanings) > 1_500
    assert sum(fits(*each) for each in leanings) > MOST * len(leanings)


def test_what_leans_far_is_nearly_always_so(leanings: list[tuple[Said, Leaning]]):
    sure = [each for each in leanings if each[1].share >= SURE]
    assert len(sure) > len(leanings) / 4
    assert sum(fits(*each) for each in sure) > NEARLY_ALL * len(sure)


class Day(NamedTuple):
    """What was held back of an action, and how it is read."""

    said: Said
    reading: Reading

    @property
    def read(self) -> object:
        told = [each.forecast for each in self.reading.intents if isinstance(each, Update)]
        return told[0] if len(told) == 1 else None

    @property
    def right(self) -> bool:
        return self.read == self.said.day or (self.said.arguable and self.read is None)


@pytest.fixture(scope="module")
def days() -> list[Day]:
    said = [each for each in held_back() if each.with_an_action]
    return [Day(each, understand(*addressed(each))) for each in said]


def test_the_day_of_what_was_held_back_is_nearly_always_right(days: list[Day]):
    assert len(days) > 600
    assert sum(each.right for each in days) > DAYS_RIGHT * len(days)


def test_a_day_that_nobody_promised_is_seldom_read_and_hardly_ever_recorded(days: list[Day]):
    invented = [each for each in days if each.read and not each.right]
    recorded = [each for each in invented if each.reading.decision is Decision.APPLY]
    assert len(invented) < INVENTED * len(days)
    assert len(recorded) < INVENTED / 3 * len(days)


def test_shares_are_probabilities():
    shares = leaning(words_of("7.3 we shall have it in by the date, no bother").tokens).shares
    assert sum(shares.values()) == pytest.approx(1)
    assert {*shares} == {*Status, None}


def test_nothing_said_leans_nowhere_far():
    assert leaning([]).share < SURE
