"""One message about several actions: each is read as what is told of it, and of no other."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("several.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_each_action_is_told_for_itself(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
