"""Which lines over, between and beside the rows name a part of the plan, and which name nothing."""

import pytest

from plans.meaning.headings import heading_in, titled
from plans.read import read
from tests.plans.reading import marked, places, plan_in, table_of


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        (("Water", "Soil"), ["1.1 | Water | -", "2.1 | Soil | -"]),
        (
            ("Measure 4: Water", "Measures 5 and 6: Soil"),
            ["4.1 | - | Measure 4: Water", "5.1 | - | Measures 5 and 6: Soil"],
        ),
        (("1. Water", "2. Soil"), ["1.1 | - | 1. Water", "2.1 | - | 2. Soil"]),
        (("Theme: Water", "Theme: Soil"), ["1.1 | Water | -", "2.1 | Soil | -"]),
    ],
)
def test_bands_between_rows_head_sections_unless_they_are_numbered(
    bands: tuple[str, str], expected: list[str]
):
    rows = "".join(
        f'<tr><td colspan="3">{band}</td></tr>'
        f"<tr><td>Look after {band[-4:]}</td><td>Ada Quill</td><td>May 2027</td></tr>"
        for band in bands
    )
    header = "<tr><th>Action</th><th>Who</th><th>By when</th></tr>"
    document = read("plan.html", f"<h1>Allotment plan</h1><table>{header}{rows}</table>".encode())
    assert places(document.actions) == expected


def test_a_remark_over_a_table_heads_nothing():
    assert marked(
        "## Priority 1: Water",
        "Two of the six wells ran dry in the summer of that year.",
        table_of("Dig a well"),
    ) == ["1.1 | - | Priority 1: Water"]


def test_rows_above_the_header_of_a_sheet_are_no_groups():
    document = plan_in(
        """
        Harbour Quarter,,
        Prepared by the clerk,,
        Action,Who,By when
        Dredge the basin,Ada Quill,May 2027
        """,
        "plan.csv",
    )
    assert places(document.actions) == ["1 | - | -"]


def test_with_only_a_title_of_rank_the_lines_over_tables_are_sections():
    assert marked(
        "# Harbour equality plan",
        "**A. At the top**",
        table_of("Name a sponsor"),
        "**B. On the quay**",
        table_of("Hold a session"),
    ) == ["A.1 | At the Top | -", "B.1 | On the Quay | -"]


def test_the_body_whose_plan_it_is_is_no_section():
    assert marked(
        "Harbour audit actions 2027/28", "Hill and Harbour NHS Trust", table_of("Mend the log")
    ) == ["1 | - | -"]


def test_a_heading_that_only_says_that_actions_follow_is_no_section():
    assert marked(
        "# Harbour plan", "## What we shall do in year one", table_of("Mend the log")
    ) == ["1 | - | -"]


def test_a_tracker_over_everything_is_no_section():
    assert marked(
        "# Fennick Audit Panel",
        "## Quiet Streets Review: tracker of findings",
        "### Members",
        "| Councillor | Ward |\n|---|---|\n| Ada Quill | Beck |",
        "### Findings and agreed actions",
        table_of("Move the taxi rank"),
    ) == ["1 | - | -"]


def test_the_end_of_a_sentence_is_no_section_whatever_its_size():
    assert marked(
        "# Harbour Quarter Plan",
        "### of which two are new; the rest go on.",
        table_of("Dredge the basin"),
    ) == ["1 | - | -"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("Beck", "", "Quay", "Quay"), ["Beck", "Beck", "Quay", "Quay"]),
        (("Beck", "Quay", "Beck", "Quay"), [None] * 4),
        (("Beck", "Quay", "Park", "Moor"), [None] * 4),
        (("4 May 2026", "", "3 June 2026", ""), [None] * 4),
    ],
    ids=["names", "mixed", "each its own", "days of meetings"],
)
def test_a_first_column_that_parts_the_rows_names_their_sections(
    column: tuple[str, ...], expected: list[str | None]
):
    rows = [f"{name},Task {at},Ada Quill,May 2027" for at, name in enumerate(column, 1)]
    document = read("plan.csv", "\n".join(["Place,Action,Who,By when", *rows]).encode())
    assert [each.section for each in document.actions] == expected


def test_a_line_between_two_tables_heads_the_second_only():
    other = "| Action | Who | By when | Notes |\n|---|---|---|---|\n"
    assert marked(
        table_of("Dredge the basin"),
        "Along the quay",
        f"{other}| Move the taxi rank | Ada Quill | May 2027 | |",
    ) == ["1.1 | - | -", "2.1 | Along the Quay | -"]


def paged(*parts: tuple[str, str, str]) -> list[str]:
    """Where a plan with a heading over each table, which names an aim, puts its actions."""
    head = "Aim\tAction\tWho\tBy when"
    tables = (
        f"HARBOUR PLAN\n\n{heading}\n\n{head}\n{aim}\t{action}\tAda Quill\tMay 2027"
        for heading, aim, action in parts
    )
    return places(read("plan.txt", "\n\n".join(tables).encode()).actions)


@pytest.mark.parametrize("dash", ["-", "–"])
@pytest.mark.parametrize("year", ["2027/28", "2027 - 2028", "2027", "Year 2027/28", "FY 2027-28"])
def test_a_year_may_lead_the_name_of_each_part(year: str, dash: str):
    assert paged(
        (f"{year} {dash} CLEAN WATER", "1. Weirs", "Mend the weir"),
        (f"{year} {dash} LIVING SOIL", "2. Heaps", "Turn the heap"),
    ) == ["1.1 | Clean Water | 1. Weirs", "2.1 | Living Soil | 2. Heaps"]


def test_what_happened_in_several_years_names_no_parts():
    history = "2019 – The first plan was agreed\n\n2023 – It was looked at again\n\n"
    text = f"{history}Action\tWho\tBy when\nMend the weir\tAda Quill\tMay 2027\n"
    assert places(read("plan.txt", text.encode()).actions) == ["1 | - | -"]


@pytest.mark.parametrize("end", ["theme group", "Theme Board", "priority area", "outcome group"])
def test_what_ends_in_the_word_for_a_part_names_it(end: str):
    assert marked(
        "Harbour plan", f"Clean water {end}", table_of("Dredge"), f"Soil {end}", table_of("Dig")
    ) == ["1.1 | Clean Water | -", "2.1 | Soil | -"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "CLEAN WATER\n\nHarbour action plan 2027/28",
            "LIVING SOIL\n\nHarbour action plan 2027/28",
        ),
        ("Table 1: Clean water", "Table 2: Living soil"),
    ],
    ids=["over the title again", "after the number of its table"],
)
def test_a_line_over_each_table_names_its_part(first: str, second: str):
    table = "Action\tWho\tBy when\n{}\tAda Quill\tMay 2027"
    parts = [first, table.format("Mend the weir"), second, table.format("Turn the heap")]
    text = "\n\n".join(["HARBOUR PLAN", "We keep the locks.", *parts])
    assert places(read("plan.txt", text.encode()).actions) == [
        "1.1 | Clean Water | -",
        "2.1 | Living Soil | -",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "supported by Anglers' Forum, Punt Club and the Lock Volunteers",
        "Overseen by the Water Board",
        "Led by Ada Quill",
        "In partnership with Weir Valley Homes",
    ],
)
def test_who_stands_behind_a_part_is_no_name_of_it(line: str):
    table = "Action\tWho\tBy when\n{}\tAda Quill\tMay 2027"
    parts = ["Clean water", line, table.format("Dredge"), "Living soil", line, table.format("Dig")]
    text = "\n\n".join(["HARBOUR PLAN", "We keep the locks.", *parts])
    assert places(read("plan.txt", text.encode()).actions) == [
        "1.1 | Clean Water | -",
        "2.1 | Living Soil | -",
    ]


def test_a_sentence_about_who_helps_is_none_of_its_parties():
    assert heading_in("Supported by the Water Board, the keepers will mend the weir") is None
    assert heading_in("Supported by volunteers") is None


@pytest.mark.parametrize(
    "line",
    [
        "RUNNING THE PROGRAMME",
        "Programme management",
        "Making our strategy work",
        "Leading the plan",
    ],
)
def test_work_on_the_plan_is_a_part_of_it_among_others(line: str):
    parts = ("Quay strategy", "Cleaner water", table_of("Dredge it"), "Quieter nights")
    *_, last = marked(*parts, table_of("Move the rank"), line, table_of("Meet monthly"))
    assert last.split(" | ")[1] == titled(line)


@pytest.mark.parametrize("line", ["Quay action plan", "Using this plan", "Lock strategy"])
def test_a_line_that_only_names_the_plan_is_no_part_of_it(line: str):
    parts = ("Quay strategy", "Cleaner water", table_of("Dredge it"), "Quieter nights")
    *_, last = marked(*parts, table_of("Move the rank"), line, table_of("Meet monthly"))
    assert last.split(" | ")[1] != titled(line)
