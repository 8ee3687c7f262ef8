"""Narration without a verdict: what a careful reader makes of it, and asks about."""

import pytest

from language.references.known import KnownPlan
from tests.language.commentary import table
from tests.language.plan import known
from tests.language.table import Row, problem

TIDEWELL = """
T1 | Works | T1 Advice | Carry out recommendation 4 | Ed Roe | 2027-03-31
T2 | Works | T1 Advice | Implement stage 2 | Ed Roe | 2027-06-30
T3 | Works | T3 Crossings | Replace the footbridge at Sallow Lane | Ed Roe | 2026-10-16
"""
NARRATED = table("narrated.txt")


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known(TIDEWELL)


@pytest.mark.parametrize("row", NARRATED, ids=[row.text[:60] for row in NARRATED])
def test_what_is_narrated_without_a_verdict_is_asked_about_with_what_it_comes_to(
    row: Row, plan: KnownPlan
):
    assert problem(row, plan) == ""
