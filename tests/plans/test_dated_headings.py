"""Where no column says when, the headings may, however they lead up to the date."""

import pytest

from plans.meaning.dated_headings import says_only_when, says_when
from tests.plans.reading import plan_in


@pytest.mark.parametrize(
    "heading",
    ["BY 30 APRIL 2027 (EASTER TERM)", "Actions to be completed by 30 April 2027",
     "To be done by the end of April 2027:", "Deadline: 30 April 2027", "Timescale – by April 2027",
     "All actions: by April 2027", "Due by April 2027", "Complete by April 2027",
     "What we will do by April 2027", "Actions which must be done before May 2027",
     "No later than 30 April 2027", "For completion by 1 May 2027", "Every month from April 2027",
     "Target date: 2027/28"],
)  # fmt: skip
def test_a_heading_may_only_say_when(heading: str):
    assert says_only_when(heading)


@pytest.mark.parametrize(
    "heading",
    ["Short term (by April 2027)", "Phase 2: April to June 2027", "Long-term actions – by 2030",
     "Immediate action required", "Within six months", "Medium term (within 12 months)"],
)  # fmt: skip
def test_a_heading_may_say_when_and_name_a_part(heading: str):
    assert says_when(heading)
    assert not says_only_when(heading)


@pytest.mark.parametrize(
    "heading",
    ["Completed by April 2027", "Actions completed in 2027", "What we have done in 2027",
     "Progress to April 2027", "Review: April 2027", "Last updated April 2027", "Long term",
     "Action plan 2027/28", "In April 2027 the Board agreed to this.", "Work in hand", "Moorings"],
)  # fmt: skip
def test_other_headings_do_not(heading: str):
    assert not says_when(heading)


def table(heading: str, action: str) -> str:
    return f"{heading}\n\n| Action | Who |\n|---|---|\n| {action} | Ada Quill |\n\n"


@pytest.mark.parametrize("mark", ["## {}", "**{}**", "{}"], ids=["ranked", "bold", "plain"])
@pytest.mark.parametrize(
    ("heading", "when"),
    [
        ("To be done by the end of July 2027", "2027-07-31"),
        ("Short term (by July 2027)", "2027-07-31"),
        ("Within two years", "None"),
    ],
)
def test_what_stands_under_a_heading_has_its_date_and_not_that_of_the_one_before(
    mark: str, heading: str, when: str
):
    text = table(mark.format("By 31 May 2027"), "Mend the slip")
    text += table(mark.format(heading), "Tar the boats")
    first, second = plan_in(text).actions
    assert (first.due.end and str(first.due.end), first.section) == ("2027-05-31", None)
    assert (str(second.due.end), second.due_text) == (when, heading)


def test_a_column_of_dates_says_more_than_a_heading():
    text = """
    ## By 31 May 2027

    | Action | Who | By when |
    |---|---|---|
    | Mend the slip | Ada Quill | April 2027 |
    | Tar the boats | Ada Quill | |
    """
    assert [str(each.due.end) for each in plan_in(text).actions] == ["2027-04-30", "None"]
