"""What "Year 2" of a plan is, the plan itself may say."""

from datetime import date

import pytest

from domain.work import Period
from plans.meaning.counted_years import with_its_years
from plans.meaning.spans import Calendar
from tests.plans.reading import plan_in

CALENDAR_YEARS = Period(start=date(2026, 1, 1), end=date(2029, 12, 31))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Year 1 is April 2026 to March 2027 and Year 2 is April 2027 to March 2028.",
         date(2026, 4, 1), date(2028, 3, 31)),
        ("Milestones are shown by year: Year 1 (2026/27), Year 2 (2027/28), Year 3 (2028/29)",
         date(2026, 4, 1), date(2029, 3, 31)),
        ("Year two runs from September 2027 to August 2028", date(2026, 9, 1), date(2029, 12, 31)),
        ("Yr 1 is 2026/27, Yr 2 is 2027/28", date(2026, 4, 1), date(2028, 3, 31)),
        ("Yr1 = 2026/27; Yr2 = 2027/28", date(2026, 4, 1), date(2028, 3, 31)),
        ("Year 1 is 2022/23 and Year 2 is 2023/24", date(2022, 4, 1), date(2024, 3, 31)),
        ("Year 1 was 2022/23", date(2026, 1, 1), date(2029, 12, 31)),
        ("In 2026/27 (Year 1) we shall listen", date(2026, 4, 1), date(2029, 12, 31)),
        ("Year 1: May to July 2026", date(2026, 1, 1), date(2029, 12, 31)),
        ("Year 6 (2026/27) classes will visit", date(2026, 1, 1), date(2029, 12, 31)),
        ("Year 1 is 2026/27, and Year 2 is 2028/29", date(2026, 1, 1), date(2029, 12, 31)),
    ],
)  # fmt: skip
def test_the_plan_begins_where_it_says_that_its_years_do(line: str, start: date, end: date):
    period = with_its_years(CALENDAR_YEARS, ["A line before", line], Calendar())
    assert period == Period(start=start, end=end)


def test_without_a_period_the_first_year_must_be_named():
    assert with_its_years(None, ["Year 2 (2027/28)"], Calendar()) is None
    assert with_its_years(None, ["Year 1 (2027/28)"], Calendar()) == Period(
        start=date(2027, 4, 1), end=date(2028, 3, 31)
    )


def test_dates_are_counted_from_there():
    document = plan_in(
        """
        # Green Lanes Plan 2026–2029

        Year 1 is April 2026 to March 2027.

        | Action | Lead | When |
        |---|---|---|
        | Plant a hedge | Ada Quill | Year 2 |
        | Dig a pond | Bo Tarn | By the end of Year 1 |
        | Set a stile | Bo Tarn | Yr 2 |
        | Mend a gate | Bo Tarn | Yrs 1-2 |
        | Lay a path | Bo Tarn | Year Two |
        """,
        "plan.md",
    )
    second, first = date(2028, 3, 31), date(2027, 3, 31)
    assert [each.due.end for each in document.actions] == [second, first, second, second, second]


def test_the_years_over_the_plan_say_more_than_those_of_the_one_before():
    document = plan_in(
        """
        # Green Lanes

        ## 2026 - 2029

        The plan before this one ran from 2021 to 2025.

        | Action | Lead | When |
        |---|---|---|
        | Plant a hedge | Ada Quill | Year 1 |
        """,
        "plan.md",
    )
    assert [each.due.end for each in document.actions] == [date(2026, 12, 31)]


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
