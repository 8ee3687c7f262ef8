"""Answers in few words: each part goes to the action that it is about, and says how it stands."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLES = [Path(__file__).with_name(name) for name in ("parcels.txt", "few_words.txt")]
TABLE = tuple(row for each in TABLES for row in rows(each.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:50] for row in TABLE])
def test_each_part_is_given_to_the_action_it_is_about(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
