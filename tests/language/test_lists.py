"""What is told of each action of a list is read, and of none what is told of another."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

NAMES = ("lists.txt", "all_but.txt", "bare_titles.txt")
TABLES = [Path(__file__).with_name(name) for name in NAMES]
TABLE = tuple(row for each in TABLES for row in rows(each.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_each_of_a_list_is_told_for_itself(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
