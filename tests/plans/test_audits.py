"""An auditor's appendix says where in the report each recommendation stands, and ranks it."""

import pytest

from plans.columns.header_rows import columns_of
from plans.columns.places_in_reports import says_where
from tests.plans.reading import plan_in

NAMES = "Page no.|Recommendation|{}|Responsibility|Agreed|Date|Position May 2028"
APPENDIX = f"""Appendix 3 – What was agreed

{NAMES.format("Priority 1 = Low 2 = High")}
|Moorings|||||
4|R1 Count the moorings.|2|Harbour Clerk|Yes|June 2027|Implemented
4|R2 Let them by lot.|1|Harbour Clerk|Yes|July 2027|In progress
5|R3 Publish the list.|1|Harbour Clerk|Yes|July 2027|Not started

{NAMES.format("Priority")}
|Dredging|||||
6|R4 Sound the channel.|2|Quay Engineer|Partly|March 2028|Delayed
6|R5 Mark the shoals.|2|Quay Engineer|Yes|Quarterly|On-going
|Lights|||||
7|R6 Relight the pier.|1|Quay Engineer|No||
""".replace("|", "\t")


def test_the_recommendations_of_an_auditor_are_what_is_to_be_done():
    shown = [
        f"{each.ref} | {each.section} | {each.text} | {' + '.join(each.owners)} | "
        f"{each.due.end or each.due.kind} | {each.status}"
        for each in plan_in(APPENDIX, "plan.txt").actions
    ]
    assert shown == [
        "R1 | Moorings | Count the moorings. | Harbour Clerk | 2027-06-30 | complete",
        "R2 | Moorings | Let them by lot. | Harbour Clerk | 2027-07-31 | in_progress",
        "R3 | Moorings | Publish the list. | Harbour Clerk | 2027-07-31 | not_started",
        "R4 | Dredging | Sound the channel. | Quay Engineer | 2028-03-31 | delayed",
        "R5 | Dredging | Mark the shoals. | Quay Engineer | recurring | ongoing",
        "R6 | Lights | Relight the pier. | Quay Engineer | none | None",
    ]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Page|Recommendation|Responsibility|Date", "- action owner due"),
        ("Recommendation|Priority|Responsibility|Date", "action group owner due"),
        ("Para|Priority|Recommendation|Agreed Y/N|Lead|Date", "- group action - owner due"),
        ("Report page|Recommendation|Accepted|Lead|Deadline", "- action - owner due"),
        ("Recommendation|Response|Responsibility|Date", "group action owner due"),
        ("Page layout|Responsibility|Date", "action owner due"),
        ("Recommendation|Agreed action|Priority (H = high, M = medium)|Lead|Date",
         "section action group owner due"),
        ("Action|Lead|Date|Progress (G = done, R = late)", "action owner due status"),
    ],
)  # fmt: skip
def test_where_it_stands_and_whether_it_was_agreed_is_only_said_of_it(header: str, roles: str):
    columns = columns_of(header.split("|"))
    assert columns is not None
    assert " ".join(role.value if role else "-" for role in columns.roles) == roles


@pytest.mark.parametrize(
    "name",
    ["Page no.", "Page", "Para", "Paragraph ref", "Page in report", "Report para. no", "pp.",
     "Audit report page number", "Appendix"],
)  # fmt: skip
def test_a_column_may_say_where_in_a_report(name: str):
    assert says_where(name)


@pytest.mark.parametrize("name", ["Action", "No.", "Web page", "Report", "Ref", "Pages to print"])
def test_other_columns_do_not(name: str):
    assert not says_where(name)


@pytest.mark.parametrize("first", ["Priority", "Importance", "Page"])
def test_ranks_and_pages_count_no_rows(first: str):
    actions = plan_in(
        f"""
        | {first} | Action | Who | By when |
        |---|---|---|---|
        | 5 | Mend the slip | Ada Quill | May 2027 |
        | 1 | Tar the boats | Ada Quill | May 2027 |
        | 3 | Sweep the hard | Ada Quill | May 2027 |
        """
    ).actions
    assert [each.ref for each in actions] == ["1", "2", "3"]


def test_a_column_without_a_name_counts_rows_unless_its_numbers_come_again():
    rows = "| {} | Mend the slip | Ada Quill | May 2027 |\n| {} | Tar it | Ada Quill | May 2027 |"
    head = "| | Action | Who | By when |\n|---|---|---|---|\n"
    refs = [
        [each.ref for each in plan_in(head + rows.format(*numbers)).actions]
        for numbers in (("8", "7"), ("7", "7"))
    ]
    assert refs == [["8", "7"], ["1", "2"]]
