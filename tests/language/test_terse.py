"""Terse lists and short answers, with the readings that are right."""

from pathlib import Path

import pytest

from language.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("terse.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_is_read_as_a_colleague_would_read_it(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
