"""One message about several actions: each is read as what is told of it, and of no other."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from language.understand import Message, Speaker, understand
from tests.language.plan import COUNTED, LETTERED, MIXED, NOW, known, speaker
from tests.language.table import Row, problem, problem_in, rows


def table(name: str) -> tuple[Row, ...]:
    return tuple(rows(Path(__file__).with_name(name).read_text(encoding="utf-8")))


TABLE, CODED = table("several.txt"), table("several_coded.txt")
SHORT, NUMBERS = table("several_lettered.txt"), table("several_counted.txt")


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.fixture(scope="module")
def mixed() -> KnownPlan:
    return known(MIXED)


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_each_action_is_told_for_itself(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""


@pytest.mark.parametrize("row", CODED, ids=[row.text[:50] for row in CODED])
def test_so_is_each_whose_reference_has_letters(row: Row, mixed: KnownPlan):
    message = Message(text=row.text, now=NOW, about=row.about)
    assert problem_in(row, understand(message, mixed, speaker(row.who, MIXED))) == ""


@pytest.mark.parametrize("row", SHORT, ids=[row.text[:50] for row in SHORT])
def test_so_is_each_that_is_called_by_its_number_and_letter(row: Row):
    message = Message(text=row.text, now=NOW, about=row.about)
    assert problem_in(row, understand(message, known(LETTERED), speaker(row.who, LETTERED))) == ""


@pytest.mark.parametrize("row", NUMBERS, ids=[row.text[:50] for row in NUMBERS])
def test_so_is_each_that_is_called_by_a_whole_number(row: Row):
    message = Message(text=row.text, now=NOW, about=row.about)
    assert problem_in(row, understand(message, known(COUNTED), speaker(row.who, COUNTED))) == ""


def test_an_action_of_another_plan_is_called_by_no_title_of_this_one(mixed: KnownPlan):
    elsewhere = Speaker(name="Owen Trask", own=frozenset(["99.9"]), may=None)
    message = Message(text="W1.1a done. Slipway light is on track", now=NOW)
    told = understand(message, mixed, elsewhere)
    assert {getattr(each, "ref", None) for each in told.intents} == {"W1.1a"}
