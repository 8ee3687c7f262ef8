"""Messages written without looking at the rules: none may be recorded wrongly."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import problem, read, rows

TABLE = tuple(rows(Path(__file__).with_name("written_blind.txt").read_text(encoding="utf-8")))
RIGHT = 0.77
NEEDLESS = 0.11


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


def test_none_is_recorded_wrongly(plan: KnownPlan):
    found = [problem(row, plan) for row in TABLE if read(row, plan).decision.value == "apply"]
    assert [each for each in found if each] == []


def test_most_are_read_as_a_colleague_would(plan: KnownPlan):
    right = [row for row in TABLE if problem(row, plan) == ""]
    assert len(right) / len(TABLE) >= RIGHT


def test_few_are_questioned_without_need(plan: KnownPlan):
    needless = [
        row
        for row in TABLE
        if problem(row, plan)
        and "apply" in row.decisions
        and read(row, plan).decision.value in ("confirm", "ask")
    ]
    assert len(needless) / len(TABLE) <= NEEDLESS
