"""News with a question in it: neither is lost, and a question alone is never recorded."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("asked_beside.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_news_is_kept_where_it_goes_over_into_a_question(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
