"""What a message takes back itself is not recorded, and what stands near it is."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, read, rows

TABLE = tuple(rows(Path(__file__).with_name("denied.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_is_taken_back_is_asked_about_and_nothing_else(row: Row, plan: KnownPlan):
    if row.readings == ((),):
        assert read(row, plan).decision.value in row.decisions
    else:
        assert problem(row, plan) == ""
