"""Which of the days that are said is the promise: where no rule is sure, the words around it tell.

None is ever recorded by them.
"""

import pytest

from domain.intents import Decision, Reading, Update
from language.message import Message
from language.references.known import KnownPlan
from language.understand import understand
from tests.language.plan import NOW, known, speaker
from tests.leaning.corpus import addressed, corpus

LEANING = "forecast.leaning"


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


def read(ref: str, text: str, plan: KnownPlan) -> Reading:
    return understand(Message(text=text, now=NOW, about=(ref,)), plan, speaker("chair"))


def day_in(reading: Reading) -> str:
    (update,) = reading.intents
    assert isinstance(update, Update)
    return str(update.forecast or "")


@pytest.mark.parametrize(
    ("ref", "said", "day"),
    [
        ("3.3", "it's on the agenda for 9 March", "2027-03-09"),
        ("3.3", "the consultation on it closes on 9 March", ""),
        ("3.3", "strategy is written, the consultation is out until 20 November", ""),
        ("3.4", "interviews on 9 December", ""),
        ("3.4", "both trainers start on 4 January", "2027-01-04"),
        ("1.3", "guide goes to the printers on 20 November and is published on 4 January",
         "2027-01-04"),
        ("7.3", "funding ends on 31 March", ""),
    ],
)  # fmt: skip
def test_the_words_around_a_day_tell_whether_it_is_the_promise(
    ref: str, said: str, day: str, plan: KnownPlan
):
    reading = read(ref, said, plan)
    assert (reading.decision, day_in(reading)) == (Decision.CONFIRM, day)


def test_whoever_asks_is_told_how_likely_each_day_is(plan: KnownPlan):
    reading = read("3.3", "it's on the agenda for 9 March", plan)
    (weighed,) = [each for each in reading.found if each.rule == LEANING]
    assert weighed.text == "9 March"
    assert weighed.value.startswith("2027-03-09 at 0.")


def test_when_they_will_write_again_is_no_promise(plan: KnownPlan):
    reading = read("7.3", "will update you by Friday", plan)
    assert not any(isinstance(each, Update) for each in reading.intents)


def test_nothing_is_recorded_by_it():
    said = [each for each in corpus() if each.with_an_action and each.held_back]
    readings = [understand(*addressed(each)) for each in said]
    leant = [each for each in readings if LEANING in each.why]
    assert len(leant) > len(readings) / 20
    assert {each.decision for each in leant} <= {Decision.CONFIRM, Decision.ASK, Decision.ANSWER}
