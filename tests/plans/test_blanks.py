"""A blank cell for the owner goes on from the one above where the plan itself says so."""

import pytest

from plans.meaning.blanks import owners_go_on
from plans.rows import Line, Row, cell
from tests.plans.reading import plan_in

SAID = "Where the Who box is empty the lead is the same as in the row above."
PLAN = """
    ## Locks

    | No | Action | Who | By when | Budget |
    |---|---|---|---|---|
    | 1 | Oil the gates | Ada Quill | May 2027 | £40 |
    | 2 | Paint the beams |  | June 2027 |  |

    ## Weed

    | No | Action | Who | By when | Budget |
    |---|---|---|---|---|
    | 3 | Clear the basin |  | June 2027 |  |
    """


@pytest.mark.parametrize(
    ("prose", "go_on"),
    [
        (SAID, True),
        ("A blank under Lead means the same as above.", True),
        ("If the space is left blank, the officer named above goes on to that action too.", True),
        ("Where the lead is not repeated it is the same as in the previous row.", True),
        ("If no lead is shown, the Town Clerk answers for it.", False),
        ("Where the date is left blank it is the same as above.", False),
        ("Where the box is empty nobody is named yet; see the list above.", False),
        ("The leads named above have agreed to the plan.", False),
    ],
)
def test_hears_what_a_plan_says_of_blanks(prose: str, go_on: bool):
    assert owners_go_on([Line(prose)]) is go_on


def test_hears_it_over_the_end_of_a_line_and_in_a_row_of_its_own():
    first, rest = SAID[:40], SAID[40:]
    assert owners_go_on([Line(first.strip()), Line(rest.strip())])
    assert owners_go_on([Row((cell(SAID), cell("")))])


def test_the_owner_goes_on_within_the_section_and_the_budget_does_not():
    plan = plan_in(f"    {SAID}\n{PLAN}")
    assert [each.owners for each in plan.actions] == [("Ada Quill",), ("Ada Quill",), ()]
    assert [each.resource for each in plan.actions] == ["£40", "", ""]


def test_where_nothing_is_said_a_blank_outside_any_group_is_only_blank():
    assert [each.owners for each in plan_in(PLAN).actions] == [("Ada Quill",), (), ()]
