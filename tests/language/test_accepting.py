"""A new date that a chair accepts; and what only looks like it, or is said by somebody else."""

from datetime import date

import pytest

from domain.intents import AcceptDate, Decision
from language.message import Message, Speaker
from language.understand import understand
from tests.language.plan import NOW, known

CHAIR = Speaker(name="Bo Lark", accepts=frozenset(["7.3"]))
OWNER = Speaker(name="Owen Trask", own=frozenset(["7.3", "7.4"]))
PLAN = known()
APRIL = date(2027, 4, 30)
LATE = "the tutors left"


def accepts(**fields: object) -> AcceptDate:
    return AcceptDate.model_validate({"ref": "7.3", "day": APRIL, "reason": LATE} | fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7.3: accept 30 April because the tutors left", accepts()),
        ("7.3 accept new date 30 April because the tutors left", accepts()),
        ("7.3: accept new date of 30/4, the tutors left.", accepts()),
        ("Accept the new date of 30 April for 7.3: the tutors left", accepts()),
        ("accept 30 April for 7.3, the tutors left", accepts()),
        ("accept the new date for 7.3 of 30 April since the tutors left", accepts()),
        ("The board has accepted the revised date of 30 April for 7.3. the tutors left", accepts()),
        ("we accept the later deadline for 7.3 because the tutors left", accepts(day=None)),
        ("re-baseline 7.3 to end of April as the tutors left", accepts()),
        ("7.3 rebaselined to April - the tutors left", accepts()),
        ("7.3 new date 30 April accepted, the tutors left", accepts()),
        ("7.3: new date agreed 30 April due to the tutors", accepts(reason="the tutors")),
        ("accept 7.3's new date of 30 April because the tutors left", accepts()),
        ("accept the slip on 7.3 to 30 April, the tutors left", accepts()),
        ("7.3: accept the new date", accepts(day=None, reason="")),
        (
            "7.3: accept 31 April because the tutors left",
            accepts(day=None, unclear="31 April"),
        ),
        (
            "7.3: accept the new date 1 November because the tutors left",  # just past
            accepts(day=None, unclear="1 November"),
        ),
    ],
)
def test_who_may_accept_a_new_date_says_so(text: str, expected: AcceptDate):
    reading = understand(Message(text=text, now=NOW), PLAN, CHAIR)

    assert (reading.decision, reading.intents) == (Decision.APPLY, (expected,))


def test_under_a_message_about_one_action_it_is_of_that():
    message = Message(text="accept 30 April, the tutors left", now=NOW, about=("7.3",))

    assert understand(message, PLAN, CHAIR).intents == (accepts(),)


@pytest.mark.parametrize(
    "text",
    [
        "7.3 accepted by the panel",
        "7.3 accepted 30 April",
        "7.3 accept that it is late",
        "7.3 slipping to 30 April, the tutors left",
        "7.4: accept 30 April because the tutors left",  # answers to another group
        "accept 30 April because the tutors left",
        "the bid for 7.3 was accepted on 30 April",
    ],
)
def test_what_is_of_no_date_or_of_no_action_of_theirs_is_no_acceptance(text: str):
    reading = understand(Message(text=text, now=NOW), PLAN, CHAIR)

    assert not any(isinstance(each, AcceptDate) for each in reading.intents)


@pytest.mark.parametrize(
    "text",
    ["7.3: accept new date 30 April because the tutors left", "7.3 rebaselined to 30 April"],
)
def test_from_its_owner_it_is_only_what_they_expect(text: str):
    (wish,) = understand(Message(text=text, now=NOW), PLAN, OWNER).intents

    assert (wish.kind, wish.forecast) == ("update", APRIL)
