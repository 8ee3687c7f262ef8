"""What the words lean to is proposed, and only proposed; what a rule knows better stands."""

import pytest

from domain.intents import Decision, Reading, Update
from domain.work import Status
from language.message import Message
from language.references.known import KnownPlan
from language.understand import understand
from tests.language.plan import NOW, known, speaker
from tests.leaning.corpus import corpus

OWEN = speaker("Owen Trask")
LEANING = "status.leaning"


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


def read(text: str, plan: KnownPlan, *words: tuple[str, Status]) -> Reading:
    return understand(Message(text=text, now=NOW, about=("7.3",), words=words), plan, OWEN)


def told(reading: Reading) -> Update:
    (update,) = reading.intents
    assert isinstance(update, Update)
    return update


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("the tutors reckon it'll be there with a week to spare", Status.ON_TRACK),
        ("two tutors are wobbling and I'm nervous about the date", Status.AT_RISK),
        ("The tutor has walked out, so it'll never be by the date we gave", Status.DELAYED),
        ("handed the certificates out on Friday night, that's your lot", Status.COMPLETE),
    ],
)
def test_what_no_rule_understands_is_proposed(said: str, status: Status, plan: KnownPlan):
    reading = read(said, plan)
    assert (reading.decision, told(reading).status) == (Decision.CONFIRM, status)


def test_whoever_asks_is_told_what_spoke_for_it(plan: KnownPlan):
    reading = read("the tutors reckon it'll be there with a week to spare", plan)
    (weighed,) = [each for each in reading.found if each.rule == LEANING]
    assert weighed.value.startswith("on_track at 0.") and "“" in weighed.value
    assert weighed.text == "the tutors reckon it'll be there with a week to spare"


def test_nothing_is_recorded_by_it(plan: KnownPlan):
    readings = [read(each.text, plan) for each in corpus() if each.held_back]
    leant = [each for each in readings if LEANING in each.why]
    assert len(leant) > len(readings) / 5
    assert {each.decision for each in leant} <= {Decision.CONFIRM, Decision.ASK, Decision.ANSWER}


def test_what_is_denied_is_not_proposed(plan: KnownPlan):
    reading = read("dont mark it complete yet, the marking isn't finished", plan)
    assert told(reading).status is not Status.COMPLETE


def test_their_own_word_counts(plan: KnownPlan):
    reading = read("with the abbot since Monday", plan, ("with the abbot", Status.DELAYED))
    assert (reading.decision, told(reading).status) == (Decision.APPLY, Status.DELAYED)


def test_their_own_rating_counts(plan: KnownPlan):
    reading = read("7.3 green. The supplier has gone quiet", plan)
    assert (reading.decision, told(reading).status) == (Decision.APPLY, Status.ON_TRACK)


def test_what_is_plain_is_asked_about_where_the_words_lean_far_away(plan: KnownPlan):
    reading = read("I've finished with the schools, nurseries next", plan)
    assert reading.decision is Decision.CONFIRM
    assert told(reading).status is Status.IN_PROGRESS


def test_what_tells_nothing_is_not_guessed_at(plan: KnownPlan):
    for said in ("ring me about 7.3", "who do I send the form to?", "7.3 see my e-mail"):
        assert read(said, plan).decision in (Decision.ASK, Decision.ANSWER, Decision.NONE)
