"""Progress commentary: one verdict counts, and everything beside it is narration."""

from collections import Counter
from pathlib import Path

import pytest

from domain.intents import Decision
from language.references.known import KnownPlan
from tests.language.commentary import table, weirside
from tests.language.table import Row, problem, read

BLIND = table("commentary.txt")
KINDS = table("commentary_kinds.txt")
CONCLUSIONS = table("conclusions.txt")
OTHERWISE = Path(__file__).with_name("not_of_the_end.txt").read_text(encoding="utf-8")
RIGHT = 0.9


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return weirside()


def test_commentary_labelled_before_it_was_read_is_never_recorded_wrongly(plan: KnownPlan):
    found = Counter(problem(row, plan).partition(" ")[0] for row in BLIND)
    assert found["WRONG"] == 0
    assert found[""] / len(BLIND) >= RIGHT


@pytest.mark.parametrize("row", KINDS, ids=[row.text[:60] for row in KINDS])
def test_a_kind_of_commentary_is_read_wherever_it_stands(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""


@pytest.mark.parametrize("row", CONCLUSIONS, ids=[row.text[:60] for row in CONCLUSIONS])
def test_what_is_said_of_the_end_counts_whatever_words_it_has(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""


@pytest.mark.parametrize("line", [each for each in OTHERWISE.splitlines() if each[:1] != "#"])
def test_what_has_its_words_and_is_said_of_something_else_is_not_recorded(
    line: str, plan: KnownPlan
):
    ref, _, text = line.partition(" | ")
    assert read(Row("chair", (ref,), text, (), ()), plan).decision is not Decision.APPLY
