"""Tables that list what is to be done in each year, or quarter, side by side."""

import pytest

from plans.read import read
from tests.plans.reading import plan_in
from tests.plans.workbooks import a_sheet, actions_in

HEADER = "| Priority | 2027/28 | 2028/29 | Lead |\n|---|---|---|---|\n"


def shown(document) -> list[str]:
    return [
        f"{each.ref} | {each.group} | {each.text} | {each.due_text} {each.due.end or '-'} | "
        f"{', '.join(each.owners)}"
        for each in document.actions
    ]


def test_each_action_is_due_by_the_end_of_the_year_whose_column_it_stands_in():
    document = plan_in("""
        # Quay strategy

        | Priority | Year 1 – 2027/28 | Year 2 – 2028/29 | Lead |
        |---|---|---|---|
        | Clear the basin | • Sound the basin. • Buy a dredger. | • Dredge the bar. | Ada Quill |
        | Light the quay | | Put up forty lamps. | Bo Tarn / Cy Dunn |
        """)

    assert shown(document) == [
        "1.1 | Clear the basin | Sound the basin. | Year 1 – 2027/28 2028-03-31 | Ada Quill",
        "1.2 | Clear the basin | Buy a dredger. | Year 1 – 2027/28 2028-03-31 | Ada Quill",
        "1.3 | Clear the basin | Dredge the bar. | Year 2 – 2028/29 2029-03-31 | Ada Quill",
        "2.1 | Light the quay | Put up forty lamps. | Year 2 – 2028/29 2029-03-31 | "
        "Bo Tarn, Cy Dunn",
    ]
    assert {each.due.kind for each in document.actions} == {"by"}
    assert document.notes == ()


@pytest.mark.parametrize(
    "header",
    [
        "| Ref | Aim | Key actions 2027/28 | Key actions 2028/29 | Lead |\n|---|---|---|---|---|\n",
        "| Ref | Objective | 2027/28 actions | 2028/29 actions | Budget |\n|---|---|---|---|---|\n",
        "| No | Goal | What we will do in 2027/28 | What we will do in 2028/29 | |\n"
        "|---|---|---|---|---|\n",
        "| Ref | Issue | Actions | | Lead |\n|---|---|---|---|---|\n| | | 2027/28 | 2028/29 | |\n",
    ],
)
def test_the_columns_may_say_that_they_are_of_actions(header: str):
    document = plan_in(
        f"# Quay strategy\n\n{header}| 4 | Clear the basin | Sound the whole basin | Dredge the "
        "north end | |\n| 5 | Light the quay | Count all the lamps | Put up forty more | |"
    )
    assert [f"{each.ref} {each.text} {each.due.end}" for each in document.actions] == [
        "4.1 Sound the whole basin 2028-03-31",
        "4.2 Dredge the north end 2029-03-31",
        "5.1 Count all the lamps 2028-03-31",
        "5.2 Put up forty more 2029-03-31",
    ]


def test_quarters_are_read_as_years_are_in_every_format():
    table = (
        "<h1>Quay plan 2027/28</h1><table><tr><th>Objective</th><th>Q1</th><th>Q2</th>"
        "<th>Owner</th></tr><tr><td>Clear the basin</td><td><ul><li>Sound the whole basin</li>"
        "<li>Buy a second dredger</li></ul></td><td>Dredge the north end</td><td>Ada Quill</td>"
        "</tr></table>"
    )
    assert [
        f"{each.text} {each.due.end}" for each in read("plan.html", table.encode()).actions
    ] == [
        "Sound the whole basin 2027-06-30",
        "Buy a second dredger 2027-06-30",
        "Dredge the north end 2027-09-30",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dredge the north end by June 2027", "by June 2027 2027-06-30"),
        ("Report on the flood of May 2024", "2027/28 2028-03-31"),
        ("Agree the design by June 2029", "2027/28 2028-03-31"),  # of another year's column
    ],
)
def test_an_action_may_name_a_day_of_its_own_within_the_year(words: str, expected: str):
    row = f"| Clear the basin | {words} | Mend the sluice gates | Ada Quill |"
    first = plan_in(f"# Quay strategy\n\n{HEADER}{row}").actions[0]
    assert f"{first.due_text} {first.due.end}" == expected


def test_what_a_year_lists_is_parted_only_where_each_item_is_whole():
    row = (
        "| Clear the basin | Sound the basin, to include:<br>- the north end<br>- the slipway | "
        "Let the contract.<br>Dredge the<br>north end. | Ada Quill |"
    )
    document = plan_in(f"# Quay strategy\n\n{HEADER}{row}")
    assert [each.text for each in document.actions] == [
        "Sound the basin, to include: the north end; the slipway",
        "Let the contract.",
        "Dredge the north end.",
    ]


def test_the_rest_of_a_coded_priority_may_stand_in_the_next_row():
    text = (
        "Quay strategy\n\nPriority\t2027/28\t2028/29\tLead\n"
        "Q 1 Clear the\t• Sound the whole basin.\t• Dredge the north end.\tAda Quill\n"
        "basin of silt\t\t\t\n"
        "Q 2 Light the quay\t• Count all the lamps.\t• Put up forty more.\tBo Tarn\n"
    )
    document = read("plan.txt", text.encode())
    assert [f"{each.ref} {each.text}" for each in document.actions] == [
        "Q1.1 Sound the whole basin.",
        "Q1.2 Dredge the north end.",
        "Q2.1 Count all the lamps.",
        "Q2.2 Put up forty more.",
    ]
    assert {each.group for each in document.actions} == {
        "Q 1 Clear the basin of silt",
        "Q 2 Light the quay",
    }


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("| Priority | 2027/28 | 2028/29 | Budget holder |", "| £4,000 | £3,000 |"),
        ("| Priority | 2027/28 | 2028/29 | Lead |", "| On track | Delayed |"),
        ("| Objective | 2027/28 | 2028/29 | Lead |", "| 90% of all lamps | 95% of all lamps |"),
        (
            "| Priority | 2027/28 progress | 2028/29 progress | Lead |",
            "| We dredged it | It is deep |",
        ),
        ("| Key risk | 2027/28 | 2028/29 | Owner |", "| It may silt up | It may leak badly |"),
        ("| Priority | 2027/28 | 2028/29 |", "| It was quite full | It was half full |"),
    ],
)
def test_figures_ratings_and_accounts_of_years_are_no_actions(header: str, cells: str):
    lines = "|---|" * (header.count("|") - 1)
    rest = "| Ada Quill |" if header.count("|") > 4 else "|"
    row = f"| Clear the basin {cells.rstrip('| ')} {rest}"
    plan = "## Plan\n\n| Action | Who | By when |\n|---|---|---|\n| Fence it | Bo Tarn | May 2027 |"
    document = plan_in(f"# Quay\n\n{header}\n{lines.replace('||', '|')}\n{row}\n\n{plan}")
    assert [each.text for each in document.actions] == ["Fence it"]


def test_years_beside_the_action_itself_are_its_milestones():
    document = plan_in(
        "# Quay\n\n| Action | 2027/28 | 2028/29 | Lead |\n|---|---|---|---|\n"
        "| Clear the basin | Sound the whole basin | Dredge the north end | Ada Quill |"
    )
    assert [each.text for each in document.actions] == ["Clear the basin"]
    assert len(document.actions[0].due.milestones) == 2


def test_prose_between_the_rows_of_a_table_does_not_end_it():
    text = (
        "Quay strategy\n\nPriority\t2027/28\t2028/29\tLead\n"
        "Clear the basin\tSound the whole basin\tDredge the bar\tAda Quill\n\n"
        "The lamps are those of the outer quay alone.\n\n"
        "Light the quay\tCount all the lamps\tPut up forty more\tBo Tarn\n"
        "Sweep the quay\tBuy two new brooms\n\n"
        "Lead\tName\tPost\tOrganisation\nAQ\tAda Quill\tHarbour Master\tQuay Trust\n"
    )
    document = read("plan.txt", text.encode())
    assert [f"{each.text} {each.due.end}" for each in document.actions] == [
        "Sound the whole basin 2028-03-31",
        "Dredge the bar 2029-03-31",
        "Count all the lamps 2028-03-31",
        "Put up forty more 2029-03-31",
        "Buy two new brooms 2028-03-31",
    ]
    assert [person.name for person in document.people] == ["Ada Quill"]


def test_the_header_may_be_lined_up_by_spaces_and_stand_on_each_page():
    header = "Priority           2027/28                  2028/29              Lead"
    page = "{}\n{:18} {:24} {:20} {}\n\n{}Page {}\n\f"
    pages = [
        ("Clear the basin", "Sound the whole basin", "Dredge the bar", "Ada Quill"),
        ("Light the quay", "Count all the lamps", "Put up forty more", "Bo Tarn"),
        ("Sweep the quay", "Buy two new brooms", "Find four sweepers", "Cy Dunn"),
    ]
    text = "Quay strategy\n\n" + "".join(
        page.format(header, *row, " " * 30, at) for at, row in enumerate(pages, 1)
    )
    actions = read("plan.txt", text.encode()).actions
    assert [f"{each.ref} {each.text} {each.owners[0]}" for each in actions] == [
        "1.1 Sound the whole basin Ada Quill",
        "1.2 Dredge the bar Ada Quill",
        "2.1 Count all the lamps Bo Tarn",
        "2.2 Put up forty more Bo Tarn",
        "3.1 Buy two new brooms Cy Dunn",
        "3.2 Find four sweepers Cy Dunn",
    ]


def test_a_header_of_two_rows_may_have_cells_that_reach_over_both():
    book, sheet = a_sheet(
        [
            ("Priority", "Key actions", "", "Lead"),
            ("", "2027/28", "2028/29", ""),
            ("Clear the basin", "Sound the whole basin", "Dredge the bar", "Ada Quill"),
            ("", "Fence the whole basin", "", ""),
        ]
    )
    for merged in ("A1:A2", "B1:C1", "D1:D2", "A3:A4", "D3:D4"):
        sheet.merge_cells(merged)
    assert [f"{each.ref} {each.text} {each.owners[0]}" for each in actions_in(book)] == [
        "1.1 Sound the whole basin Ada Quill",
        "1.2 Dredge the bar Ada Quill",
        "1.3 Fence the whole basin Ada Quill",
    ]
