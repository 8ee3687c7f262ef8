"""What was learnt, held to what was held back from it."""

import pytest

from domain.work import Status
from language.leaning.weighing import STATUSES, Leaning, leaning, shipped
from language.lexicon.text import words_of
from tests.leaning.corpus import Said, corpus, digest, plan, said_in

SURE, NEARLY_ALL = 0.8, 0.88
MOST = 0.66


@pytest.fixture(scope="module")
def weighed() -> list[tuple[Said, Leaning]]:
    known = plan()
    return [(each, leaning(said_in(each.text, known))) for each in corpus() if each.held_back]


def fits(said: Said, lean: Leaning) -> bool:
    return (lean.status or "nothing") in said.labels


def test_the_weights_are_those_of_the_corpus():
    assert digest() in shipped().splitlines()[0], "the corpus has changed: run make leanings"


def test_every_line_of_the_corpus_is_labelled_and_said_once():
    lines = list(corpus())
    assert not [each for each in lines if not each.text or not {*each.labels} <= {*STATUSES}]
    assert len({each.text for each in lines}) == len(lines)


def test_most_of_what_was_held_back_leans_as_it_is_labelled(weighed: list[tuple[Said, Leaning]]):
    assert len(weighed) > 500
    assert sum(fits(*each) for each in weighed) > MOST * len(weighed)


def test_what_leans_far_is_nearly_always_so(weighed: list[tuple[Said, Leaning]]):
    sure = [each for each in weighed if each[1].share >= SURE]
    assert len(sure) > len(weighed) / 5
    assert sum(fits(*each) for each in sure) > NEARLY_ALL * len(sure)


def test_shares_are_probabilities():
    shares = leaning(words_of("7.3 we shall have it in by the date, no bother").tokens).shares
    assert sum(shares.values()) == pytest.approx(1)
    assert {*shares} == {*Status, None}


def test_nothing_said_leans_nowhere_far():
    assert leaning([]).share < SURE
