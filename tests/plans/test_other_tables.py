"""Tables of figures and of risks between those of a plan are none of its own, however wide."""

import io
from collections.abc import Callable, Sequence
from itertools import permutations

import pytest
from docx import Document

from plans.read import read
from tests.plans.workbooks import a_sheet, saved

type Tables = Sequence[Sequence[Sequence[str]]]

HEADER = {"when": "When", "task": "Key tasks", "who": "Officer", "result": "Outcomes and measures"}
BECKS = [
    {"when": "May 2027", "task": "Walk all the becks", "who": "Rivers Officer"},
    {"when": "Quarterly", "task": "Count the fish", "who": "Farm Adviser"},
]
HALLS = [{"when": "June 2027", "task": "Inspect the boilers", "who": "Halls Manager"}]
FIGURES = [
    ["Best value indicators"],
    ["Indicator", "2024/25", "2025/26", "Top quarter of councils"],
    ["DV1 Becks clean", "41%", "38%", "18%"],
    ["DV2 Days to mend a pump", "44", "39", "28"],
]
RISKS = [
    ["Risk", "Likelihood", "Impact", "Mitigation"],
    ["Floods come early", "High", "Medium", "Watch the gauges"],
]
UNKNOWN = [
    ["What was counted", "A year ago", "This spring", "Elsewhere"],
    ["Herons on the beck", "12", "15", "9"],
    ["Boats on the beck", "1,200", "900", "n/a"],
]


def of_plan(order: Sequence[str], theme: str, actions: list[dict[str, str]]) -> list[list[str]]:
    rows = [[action.get(key, "") for key in order] for action in actions]
    return [[f"Theme: {theme}"], [HEADER[key] for key in order], *rows]


def as_text(tables: Tables) -> tuple[str, bytes]:
    lines = ["Dale plan", ""]
    for rows in tables:
        lines += ["\t".join([*row, *[""] * (len(rows[-1]) - len(row))]) for row in rows] + [""]
    return "plan.txt", "\n".join(lines).encode()


def as_webpage(tables: Tables) -> tuple[str, bytes]:
    made = "<h1>Dale plan</h1>"
    for rows in tables:
        width = len(rows[-1])
        lines = [
            f"<td colspan={width}>{row[0]}</td>"
            if len(row) == 1
            else f"<td>{'</td><td>'.join(row)}"
            for row in rows
        ]
        made += f"<table><tr>{'</tr><tr>'.join(lines)}</tr></table>"
    return "plan.html", made.encode()


def as_word(tables: Tables) -> tuple[str, bytes]:
    document = Document()
    document.add_heading("Dale plan", 1)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[-1]))
        for at, row in enumerate(rows):
            for cell, text in zip(table.rows[at].cells, row, strict=False):
                cell.text = text
            if len(row) == 1:
                table.cell(at, 0).merge(table.cell(at, len(rows[-1]) - 1))
        document.add_paragraph()
    file = io.BytesIO()
    document.save(file)
    return "plan.docx", file.getvalue()


def as_workbook(tables: Tables) -> tuple[str, bytes]:
    return "plan.xlsx", saved(a_sheet([row for rows in tables for row in [*rows, []]])[0])


def shown(file: tuple[str, bytes]) -> list[str]:
    return [
        f"{each.ref} | {each.section} | {each.text} | {' + '.join(each.owners)}"
        for each in read(*file).actions
    ]


WANTED = [
    "1.1 | Becks | Walk all the becks | Rivers Officer",
    "1.2 | Becks | Count the fish | Farm Adviser",
    "2.1 | Halls | Inspect the boilers | Halls Manager",
]


@pytest.mark.parametrize("write", [as_text, as_webpage, as_word, as_workbook])
@pytest.mark.parametrize("order", list(permutations(HEADER))[::5])
def test_other_tables_are_not_read_as_actions(
    order: Sequence[str], write: Callable[[Tables], tuple[str, bytes]]
):
    tables = [of_plan(order, "Becks", BECKS), FIGURES, of_plan(order, "Halls", HALLS), RISKS]

    assert shown(write(tables)) == WANTED


@pytest.mark.parametrize("order", [("task", "who", "when", "result"), ("task", "when", "who")])
def test_figures_under_names_and_dates_are_of_another_table(order: Sequence[str]):
    figures = [row[: len(order)] for row in UNKNOWN]
    tables = [of_plan(order, "Becks", BECKS), figures, of_plan(order, "Halls", HALLS)]

    assert shown(as_text(tables)) == WANTED
    assert [note.code for note in read(*as_text(tables)).notes] == ["rows-left-out"]


@pytest.mark.parametrize("write", [as_text, as_webpage, as_word, as_workbook])
def test_a_table_that_goes_on_after_a_gap_is_still_the_plans(
    write: Callable[[Tables], tuple[str, bytes]],
):
    order = ("task", "who", "when", "result")
    first, *more = of_plan(order, "Becks", BECKS)[2:]
    tables = [[*of_plan(order, "Becks", [])[:2], first], more, of_plan(order, "Halls", HALLS)]

    assert shown(write(tables)) == WANTED


def test_a_row_that_markdown_takes_for_a_header_is_a_row_where_it_has_a_date_and_an_owner():
    plan = """# Dale plan

| Task | Who | When |
|---|---|---|
| Walk all the becks | Rivers Officer | May 2027 |

| Count the fish | Farm Adviser | June 2027 |
|---|---|---|
| Mend the bridges | Farm Adviser | |
"""
    actions = read("plan.md", plan.encode()).actions

    assert [each.text for each in actions] == [
        "Walk all the becks",
        "Count the fish",
        "Mend the bridges",
    ]


def test_the_title_of_a_budget_owns_no_action():
    plan = """Dale plan

Lead\tBy when\tAction\tHow we will know
Ada Quill\tMay 2027\tWalk the becks\tTrout
\t\tTell the farmers\t

Our money\t\t\t
Service\tHolder\t2025/26\t2026/27
Rivers\tAda Quill\t£4,000\t£5,000
Halls\tBo Tarn\t£9,000\t£8,500
"""
    actions = read("plan.txt", plan.encode()).actions

    assert [(each.text, each.owners) for each in actions] == [
        ("Walk the becks", ("Ada Quill",)),
        ("Tell the farmers", ()),
    ]
