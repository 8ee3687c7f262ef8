"""The years of a plan, where the plan itself says which they are."""

from datetime import date

import pytest

from plans.plan_years import plan_years_in
from tests.plans.reading import plan_in

FIRST = (1, date(2026, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Year 1 is April 2026 to March 2027.",
        "In this plan Year 1 means 2026/27",
        "Year one (April 2026 – March 2027)",
        "Year 1: 1 April 2026 to 31 March 2027",
        "Year 1 runs from April 2026 to March 2027",
    ],
)
def test_a_year_is_what_the_plan_says_it_is(text: str):
    assert plan_years_in([text]) == (FIRST,)


@pytest.mark.parametrize(
    "text",
    [
        "Year 1: by March 2027 we shall have a pond",
        "In year 1 there is much to do before 2026/27",
        "Year 1 is the first of three",
    ],
)
def test_a_day_in_a_year_does_not_say_which_it_is(text: str):
    assert plan_years_in([text]) == ()


def test_a_year_that_is_dated_in_two_ways_is_not_known():
    assert plan_years_in(["Year 1 is 2026/27", "Year 1: 2025/26"]) == ()


def test_deadlines_count_by_the_years_that_the_plan_dates():
    document = plan_in(
        """
        # Weir plan 2026 to 2028

        Year 1 is April 2026 to March 2027, Year 2 is April 2027 to March 2028.

        | Action | Who | By when |
        |---|---|---|
        | Mend the weir | Ada Quill | Year 1 |
        | Fence the beck | Ada Quill | From Year 2 |
        """
    )
    first, second = (each.due for each in document.actions)
    assert (str(first.end), str(second.start)) == ("2027-03-31", "2027-04-01")


def test_a_row_of_short_cells_with_a_date_is_no_header():
    document = plan_in(
        """
        # Weir plan 2026 to 2028

        | Action | Who | By when | Status |
        |---|---|---|---|
        | Mend the weir | Ada Quill | Year 1 | On track |
        | Report to partners | Project Officer | From Year 2 | Not started |
        | Fence the beck | Bo Tarn | Year 2 | On track |
        """
    )
    assert [each.owners[0] for each in document.actions] == [
        "Ada Quill",
        "Project Officer",
        "Bo Tarn",
    ]
