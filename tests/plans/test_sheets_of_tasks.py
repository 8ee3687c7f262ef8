"""Sheets that say what a project is and who leads it, over the table of its tasks."""

import io
from collections.abc import Callable, Sequence

import pytest
from docx import Document

from domain.work import Action
from plans.columns.header_rows import columns_of
from plans.meaning.blanks import leads_fill_blanks
from plans.read import read
from plans.rows import Line, Row, cell
from plans.tables.sheets_of_tasks import with_sheets_as_headings
from tests.plans.reading import plan_in
from tests.plans.workbooks import a_sheet, saved

type Tables = Sequence[tuple[str, Sequence[Sequence[str]]]]

TASKS = ["Task", "Complete by", "Who (if not lead officer)"]
WEIR = [
    ["Project", "Mend the weir"],
    ["Why now?", "The floods of last winter"],
    ["Lead officer", "Ada Quill"],
    ["Also involved", "Anglers' Club; Mill Society"],
    ["Reports to", "Water Board"],
    ["How will we know it has worked?", "No floods for a year"],
]
LAMPS = [["Project", "Light the quay"], ["Lead officer", "Bo Tarn"], ["Cost", "£400"]]
SHEETS: Tables = [
    ("Project sheet 1", WEIR),
    (
        "",
        [
            TASKS,
            ["1.1 Survey the weir", "May 2027", ""],
            ["1.2 Buy the stone", "June 2027", "Cy Dunn"],
            ["1.3 Lay the stone", "July 2027", ""],
        ],
    ),
    ("Project sheet 2", LAMPS),
    ("", [TASKS, ["2.1 Count the lamps", "May 2027", ""], ["2.2 Hang them", "June 2027", ""]]),
]


def as_markdown(tables: Tables) -> tuple[str, bytes]:
    lines = ["# Quay plan", ""]
    for heading, (header, *rows) in tables:
        lines += [f"## {heading}", ""] if heading else []
        ruled = [header, ["---"] * len(header), *rows]
        lines += [f"| {' | '.join(row)} |" for row in ruled] + [""]
    return "plan.md", "\n".join(lines).encode()


def as_text(tables: Tables) -> tuple[str, bytes]:
    lines = ["Quay plan", ""]
    for heading, rows in tables:
        lines += [heading, ""] if heading else []
        lines += ["\t".join(row) for row in rows] + [""]
    return "plan.txt", "\n".join(lines).encode()


def as_webpage(tables: Tables) -> tuple[str, bytes]:
    page = "<h1>Quay plan</h1>"
    for heading, rows in tables:
        lines = [f"<td>{'</td><td>'.join(row)}</td>" for row in rows]
        page += f"<h2>{heading}</h2>" if heading else ""
        page += f"<table><tr>{'</tr><tr>'.join(lines)}</tr></table>"
    return "plan.html", page.encode()


def as_word(tables: Tables) -> tuple[str, bytes]:
    document = Document()
    document.add_heading("Quay plan", 0)
    for heading, rows in tables:
        document.add_heading(heading, 2) if heading else document.add_paragraph()
        made = document.add_table(rows=len(rows), cols=len(rows[0]))
        for filled, row in zip(made.rows, rows, strict=True):
            for place, text in zip(filled.cells, row, strict=True):
                place.text = text
    file = io.BytesIO()
    document.save(file)
    return "plan.docx", file.getvalue()


def shown(actions: Sequence[Action]) -> list[str]:
    return [f"{each.ref} | {each.group} | {', '.join(each.owners)}" for each in actions]


@pytest.mark.parametrize("saved_as", [as_markdown, as_text, as_webpage, as_word])
def test_the_lead_of_a_sheet_answers_for_tasks_that_name_nobody(
    saved_as: Callable[[Tables], tuple[str, bytes]],
):
    plan = read(*saved_as(SHEETS))

    assert shown(plan.actions) == [
        "1.1 | Project sheet 1: Mend the weir | Ada Quill",
        "1.2 | Project sheet 1: Mend the weir | Cy Dunn",
        "1.3 | Project sheet 1: Mend the weir | Ada Quill",
        "2.1 | Project sheet 2: Light the quay | Bo Tarn",
        "2.2 | Project sheet 2: Light the quay | Bo Tarn",
    ]
    survey, *_, lamps = plan.actions
    assert survey.support == ("Anglers' Club", "Mill Society")
    assert survey.partnership_groups == ("Water Board",)
    assert survey.success == ("No floods for a year",)
    assert (lamps.support, lamps.partnership_groups, lamps.success) == ((), (), ())


def test_the_tasks_of_a_sheet_in_a_workbook_stand_right_below_its_labels():
    rows = [
        ["Name of project", "Mend the weir"],
        ["Sponsor", "Di Frome"],
        ["Project manager", "Ada Quill"],
        ["Action", "By when", "Owner"],
        ["Survey the weir", "May 2027"],
        ["Buy the stone", "June 2027", "Cy Dunn"],
        ["Lay the stone", "July 2027"],
    ]
    book, _ = a_sheet(rows)

    assert shown(read("plan.xlsx", saved(book)).actions) == [
        "1.1 | Mend the weir | Ada Quill",
        "1.2 | Mend the weir | Cy Dunn",
        "1.3 | Mend the weir | Ada Quill",
    ]


@pytest.mark.parametrize(
    "labels",
    [
        [["Document owner", "Ada Quill"], ["Title", "Quay plan"], ["Version", "3"]],
        [["Project", "Mend the weir"], ["Cost", "£40"]],
        [["Project", "Mend the weir"], ["Lead officer", ""]],
        [["Action", "Mend the weir"], ["Lead officer", "Ada Quill"], ["By when", "May 2027"]],
        [["Lead officer", "Ada Quill"], ["Cost", "£40"], ["Reports to", "Water Board"]],
    ],
)
def test_other_labels_are_of_no_sheet(labels: list[list[str]]):
    rows = [Row(tuple(map(cell, row))) for row in [*labels, TASKS, ["Dig", "May 2027", ""]]]
    assert with_sheets_as_headings(rows) == rows


def test_labels_that_no_table_of_tasks_follows_are_left_as_they_are():
    labels = [Row(tuple(map(cell, row))) for row in WEIR]
    figures = Row(tuple(map(cell, ("Station", "Crews", "Calls"))))
    tasks = Row(tuple(map(cell, TASKS)))
    for later in ([], [figures, tasks], [Line("Other work", level=2), tasks]):
        assert with_sheets_as_headings([*labels, *later]) == [*labels, *later]


@pytest.mark.parametrize(
    ("header", "filled"),
    [
        ("Who (if not lead officer)", True),
        ("Officer (if different from lead)", True),
        ("Responsible, if different", True),
        ("Owner (unless the project lead)", True),
        ("Person other than lead", True),
        ("Lead officer", False),
        ("Lead officer (if known)", False),
        ("Date (if different)", False),
    ],
)
def test_a_header_says_that_blanks_are_left_to_the_lead(header: str, filled: bool):
    assert leads_fill_blanks([Row((cell("Task"), cell(header)))]) is filled


@pytest.mark.parametrize(
    ("prose", "filled"),
    [
        ("The lead officer answers for each task unless somebody else is named beside it.", True),
        (
            "The project lead is responsible for all of it, except where another name is given.",
            True,
        ),
        ("Where no officer is named the theme lead is responsible.", True),
        ("The lead officer answers for each task.", False),
        ("The lead officer meets the team monthly.", False),
        ("Where no officer is named the work has not begun.", False),
    ],
)
def test_prose_says_that_blanks_are_left_to_the_lead(prose: str, filled: bool):
    assert leads_fill_blanks([Line(prose)]) is filled


def test_a_blank_under_a_name_goes_on_from_it_where_nothing_is_left_to_the_lead():
    plan = plan_in("""
        ## Priority 1: Dry homes (Lead: Ada Quill)

        | Action | Who | By when |
        |---|---|---|
        | Mend the roof | Bo Tarn | May 2027 |
        | Clear the drain | | May 2027 |

        ## Priority 2: Warm homes (Lead: Ada Quill)

        | Action | Who | By when |
        |---|---|---|
        | Lag the loft | | May 2027 |
        | Mend the boiler | Bo Tarn | May 2027 |
        | Sweep the flue | | May 2027 |
        """)

    assert [each.owners[0] for each in plan.actions] == [
        "Bo Tarn",
        "Bo Tarn",
        "Ada Quill",
        "Bo Tarn",
        "Ada Quill",
    ]


@pytest.mark.parametrize(
    ("headers", "of_a_plan"),
    [
        (["LPI", "Description", "2025/26", "2026/27", "Target 2027/28"], False),
        (["BVPI No", "Description", "2025/26", "2026/27"], False),
        (["Local indicator", "What it counts", "2025/26", "Target 2026/27"], False),
        (["Ref", "Description", "2025/26", "2026/27", "Lead"], True),
        (["PI", "Action", "2025/26", "2026/27", "Lead"], True),
    ],
)
def test_indicators_with_their_figures_year_by_year_are_no_actions(
    headers: list[str], of_a_plan: bool
):
    assert (columns_of(headers) is not None) is of_a_plan
