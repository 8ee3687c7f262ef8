"""What is done in part is under way; what finishes the action is complete, in whatever words."""

import pytest

from language.references.known import KnownPlan
from tests.language.commentary import table
from tests.language.fellgate import fellgate
from tests.language.table import Row, problem

IN_PART = table("in_part.txt")


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return fellgate()


@pytest.mark.parametrize("row", IN_PART, ids=[row.text[:60] for row in IN_PART])
def test_a_part_that_is_done_leaves_the_action_under_way(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
