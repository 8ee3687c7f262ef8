"""Columns of quarters, terms, months and years beside the actions."""

import pytest

from plans.columns.periods import period_columns
from plans.read import read
from tests.plans.reading import plan_in
from tests.plans.word_files import fill, new, saved, table


def shown(document) -> list[str]:
    return [
        f"{each.text} | {due.kind} {due.start or '-'} {due.end or '-'} | {each.status}"
        for each in document.actions
        for due in [each.due]
    ]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Ref", "Action", "Q1", "Q2"], [2, 3]),
        (["Action", "Qtr 1 RAG", "Quarter 2 status"], [1, 2]),
        (["Action", "1st quarter", "2nd quarter"], [1, 2]),
        (["Action", "Aut", "Spr", "Sum"], [1, 2, 3]),
        (["Action", "Autumn term 2027", "Spring term 2028"], [1, 2]),
        (["Action", "Apr", "May", "June", "Sept 27"], [1, 2, 3, 4]),
        (["Action", "Apr–Jun", "Jul-Sep (27/28)"], [1, 2]),
        (["Action", "2027/28", "2028-29"], [1, 2]),
        (["Action", "Year 1", "Year 2"], [1, 2]),
        (["Action", "Q1", "By when"], []),
        (["Action", "Target 2027", "Baseline 2025"], []),
    ],
)
def test_a_column_for_each_period_is_known_by_its_header(headers, expected):
    assert list(period_columns(headers)) == expected


def test_of_ratings_for_each_quarter_the_latest_is_the_status():
    document = plan_in("""
        # Harbour plan 2027/28

        | Ref | Action | Lead | By when | Q1 | Q2 | Q3 | Q4 |
        |---|---|---|---|---|---|---|---|
        | 1 | Dredge the basin | Ada Quill | May 2027 | G | B | | |
        | 2 | Mend the crane | Bo Tarn | June 2027 | G | A | R | |
        | 3 | Paint the ferry | Cy Dunn | July 2027 | | | | |
        """)

    assert shown(document) == [
        "Dredge the basin | by - 2027-05-31 | complete",
        "Mend the crane | by - 2027-06-30 | delayed",
        "Paint the ferry | by - 2027-07-31 | None",
    ]


def test_marks_in_the_columns_of_quarters_make_the_window_of_the_action():
    document = plan_in("""
        # Harbour plan 2027/28

        | Action | Lead | Q1 | Q2 | Q3 | Q4 |
        |---|---|---|---|---|---|
        | Dredge the basin | Ada Quill | x | x | | |
        | Mend the crane | Bo Tarn | | | | ✓ |
        """)

    assert shown(document) == [
        "Dredge the basin | window 2027-04-01 2027-09-30 | None",
        "Mend the crane | by - 2028-03-31 | None",
    ]


def test_months_run_on_into_the_next_year():
    document = plan_in("""
        # Harbour plan 2027/28

        | Action | Lead | Oct | Nov | Dec | Jan | Feb |
        |---|---|---|---|---|---|---|
        | Dredge the basin | Ada Quill | | x | x | x | |
        """)

    assert shown(document) == ["Dredge the basin | window 2027-11-01 2028-01-31 | None"]


def test_words_in_the_columns_of_quarters_are_milestones():
    document = plan_in("""
        # Harbour plan 2027/28

        | Action | Lead | Q1 | Q2 |
        |---|---|---|---|
        | Dredge the basin | Ada Quill | Contract let | Work done |
        """)
    (action,) = document.actions

    assert [(each.label, str(each.end)) for each in action.due.milestones] == [
        ("Contract let", "2027-06-30"),
        ("Work done", "2027-09-30"),
    ]


def test_figures_in_the_columns_of_years_are_no_part_of_the_actions():
    document = plan_in("""
        | Action | Lead | By when | 2027/28 | 2028/29 |
        |---|---|---|---|---|
        | Dredge the basin | Ada Quill | May 2027 | £3,000 | £2,500 |
        """)

    assert shown(document) == ["Dredge the basin | by - 2027-05-31 | None"]


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        (("00B050", "FFC000", ""), "by - 2027-05-31 | at_risk"),
        (("", "", ""), "by - 2027-05-31 | None"),
    ],
)
def test_shades_of_several_colours_are_ratings(colours, expected):
    document = new()
    document.add_paragraph("Harbour plan 2027/28")
    rows = [("Mend the crane", "Bo Tarn", "May 2027", "", "", "")] * 2
    made = table(document, rows, ("Action", "Lead", "By when", "Q1", "Q2", "Q3"))
    for at, colour in enumerate(colours):
        if colour:
            fill(made.cell(1, 3 + at), colour)

    assert shown(read("plan.docx", saved(document)))[0] == f"Mend the crane | {expected}"


def test_shades_of_one_colour_are_a_chart():
    document = new()
    document.add_paragraph("Harbour plan 2027/28")
    made = table(
        document,
        [("Mend the crane", "Bo Tarn", "", "", "")],
        ("Action", "Lead", "Apr", "May", "Jun"),
    )
    for at in (3, 4):
        fill(made.cell(1, at), "4472C4")

    assert shown(read("plan.docx", saved(document))) == [
        "Mend the crane | window 2027-05-01 2027-06-30 | None"
    ]
