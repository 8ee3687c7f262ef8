"""Days that are, or are not, when an action will be finished, and lateness that is over."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("new_days.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_a_day_is_taken_as_the_new_one_only_where_it_is(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
