"""A financial year ends in March, unless the plan says otherwise."""

from datetime import date

import pytest

from domain.work import Period
from plans.meaning.due import due_of
from plans.meaning.financial_year import year_end_in
from plans.meaning.spans import Calendar
from tests.plans.reading import plan_in

PLAN = Period(start=date(2026, 4, 1), end=date(2027, 3, 31))


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("Our fiscal year runs from July 1 through June 30.", 6),
        ("Audit of the fiscal year ended September 30, 2026", 9),
        ("The financial year is 1 January to 31 December", 12),
        ("Quarters are those of the board's financial year, 1 August to 31 July.", 7),
        ("Dates are by financial year (1 October – 30 September)", 9),
        ("Fiscal year - January 1 to December 31", 12),
        ("Spending in the financial year 2026/27", 3),
        ("Quarters are of the financial year, so Q1 is April to June.", 3),
        ("Half of the financial year (July to September)", 3),
        ("", 3),
    ],
)
def test_finds_the_month_that_a_plan_names(line: str, month: int):
    assert year_end_in(["A line before", line]) == month


@pytest.mark.parametrize(
    ("printed", "ends", "last"),
    [
        ("FY27", 3, date(2027, 3, 31)),
        ("FY 2027", 6, date(2027, 6, 30)),
        ("FY2026/27", 9, date(2027, 9, 30)),
        ("2026/27", 6, date(2027, 6, 30)),
        ("Q1 FY27", 6, date(2026, 9, 30)),
        ("Q4 2026/27", 3, date(2027, 3, 31)),
        ("second half of 2026/27", 3, date(2027, 3, 31)),
        ("H1 2027", 3, date(2027, 6, 30)),
        ("by the end of the financial year", 3, date(2027, 3, 31)),
        ("Year-end", 3, date(2027, 3, 31)),
    ],
)
def test_counts_years_and_quarters_from_there(printed: str, ends: int, last: date):
    due = due_of(printed, Calendar(PLAN, year_ends=ends))
    assert due is not None and due.end == last


def test_a_whole_plan_is_read_by_its_own_year():
    document = plan_in(
        """
        Ref,Corrective step,Responsible party,Anticipated completion
        1A,Count the lamps,Lamp Clerk,FY 2027
        Note: the fiscal year runs July 1 through June 30.,,,
        """,
        "plan.csv",
    )
    (action,) = document.actions
    assert (action.ref, action.due.end) == ("1A", date(2027, 6, 30))
