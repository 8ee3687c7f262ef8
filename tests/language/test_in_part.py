"""Parts of a whole, and figures beside the one aimed at: what comes of either for the action."""

import pytest

from language.references.known import KnownPlan
from tests.language.commentary import table
from tests.language.fellgate import fellgate
from tests.language.table import Row, problem

IN_PART = table("in_part.txt")
AIMS = table("aims.txt")


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return fellgate()


@pytest.mark.parametrize("row", IN_PART, ids=[row.text[:60] for row in IN_PART])
def test_a_part_that_is_done_leaves_the_action_under_way(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""


@pytest.mark.parametrize("row", AIMS, ids=[row.text[:60] for row in AIMS])
def test_a_figure_is_weighed_by_the_one_aimed_at(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
