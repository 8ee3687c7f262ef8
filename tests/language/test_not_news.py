"""What is said to others, or by no officer: none of it is recorded."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("not_news.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_is_no_news_is_not_recorded(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
