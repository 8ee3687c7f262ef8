"""What is asked and requested, and news by the words of a title alone."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("asking.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_is_asked_is_read_as_a_careful_colleague_would(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
