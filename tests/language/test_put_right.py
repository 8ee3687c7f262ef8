"""What was mistyped and put right in the same message is read as it was meant."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("put_right.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_what_was_put_right_is_read_as_it_was_meant(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
