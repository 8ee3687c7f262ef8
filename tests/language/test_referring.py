"""Which actions are meant, and what is told of each in a list."""

from pathlib import Path

import pytest

from domain.intents import Decision, Update
from domain.work import Status
from language.references.known import KnownPlan
from language.understand import Message, understand
from tests.language.plan import CODED, NOW, known, speaker
from tests.language.table import WHO, Row, problem, problem_in, rows

TABLE = tuple(rows(Path(__file__).with_name("referring.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_is_told_of_several_is_read_as_a_careful_colleague_would(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""


LETTERED = """
QB4a | Homes | QB Boilers | Let the boiler contract | Owen Trask | 2027-03-31
QB4b | Homes | QB Boilers | Start fitting boilers | Owen Trask | 2027-03-31
QB2a | Homes | QB Boilers | Buy pipes | Owen Trask | 2027-03-31
RD2a | Roads | RD Roads | Paint the lines | Mara Quill | 2027-03-31
"""
CUT_SHORT = """
O | | 4a done, keys handed over. 4b is late | confirm | QB4a=complete QB4b=delayed
O | | 2a green | confirm | QB2a=on_track
chair | | 2a green | ask,none | -
O | | flat 4a has its new boiler | none,ask | -
O | | QB4a done, year 4b pupils drew it | confirm,apply | QB4a=complete
"""


@pytest.mark.parametrize("row", tuple(rows(CUT_SHORT)), ids=lambda row: row.text)
def test_a_number_and_a_letter_without_their_code_are_understood_and_confirmed(row: Row):
    message = Message(text=row.text, now=NOW)
    who = speaker(WHO.get(row.who, row.who), LETTERED)
    assert problem_in(row, understand(message, known(LETTERED), who)) == ""


@pytest.mark.parametrize("text", ["P2 A7 done", "p2 a7 complete", "CS4 late, P2 A7 done"])
def test_a_code_of_two_letters_may_be_parted_between_its_parts(text: str):
    reading = understand(Message(text=text, now=NOW), known(CODED), speaker("Owen Trask", CODED))
    assert reading.decision is Decision.APPLY
    told = [(each.ref, each.status) for each in reading.intents if isinstance(each, Update)]
    assert ("P2A7", Status.COMPLETE) in told


def test_a_room_that_looks_like_a_code_names_no_action():
    reading = understand(
        Message(text="level 2 A7 done", now=NOW), known(CODED), speaker("Owen Trask", CODED)
    )
    assert reading.decision is Decision.NONE
