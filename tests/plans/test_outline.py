"""What heads a section and what a group is judged from the whole plan."""

import pytest

from plans.meaning.headings import heading_in, titled
from plans.read import read
from tests.plans.reading import places, plan_in, table_of


def marked(*parts: str) -> list[str]:
    document = read("plan.md", "\n\n".join(parts).encode())
    return places(document.actions)


def test_headings_over_no_actions_are_no_sections():
    assert marked(
        "# Harbour Quarter Plan",
        "## A word of welcome",
        "We walked the whole quay.",
        "## Priority 1 – Cleaner water",
        table_of("Dredge the basin"),
        "## Priority 2 – Quieter nights",
        table_of("Move the taxi rank"),
        "## Thanks",
    ) == [
        "1.1 | - | Priority 1 – Cleaner water",
        "2.1 | - | Priority 2 – Quieter nights",
    ]


def test_a_foreword_that_was_left_open_is_no_section():
    for foreword in ("Why there is a plan", "A word from the lock keeper"):
        assert marked(
            "# Harbour Quarter Plan",
            "## Who we are",
            "We keep the locks.",
            f"## {foreword}",
            "We walked the whole of the quay with those who live on it.",
            "### Cleaner water",
            "Finding 1: The basin is full of silt.",
            table_of("Dredge the basin"),
            "### Quieter nights",
            "Finding 2a: The taxis wait under bedrooms.",
            table_of("Move the taxi rank"),
            "Finding 2b: The bins are emptied at five.",
            table_of("Empty them at noon"),
        ) == [
            "1.1 | Cleaner Water | Finding 1: The basin is full of silt.",
            "2a.1 | Quieter Nights | Finding 2a: The taxis wait under bedrooms.",
            "2b.1 | Quieter Nights | Finding 2b: The bins are emptied at five.",
        ]


def test_the_only_section_of_a_plan_stays_over_its_groups():
    parts = (
        "### Priority 1: The basin",
        table_of("Dredge it"),
        "### Priority 2: The quay",
        table_of("Fence it"),
    )
    expected = [
        "1.1 | Cleaner Water | Priority 1: The basin",
        "2.1 | Cleaner Water | Priority 2: The quay",
    ]
    prose = "The water has been brown for as long as anybody can remember."
    heads = ("# Harbour Quarter Plan", "## Who we are", "We keep the locks.", "## Cleaner water")
    assert marked(*heads, *parts) == expected
    assert marked(*heads, prose, *parts) == expected


def test_a_title_over_everything_is_no_section():
    assert marked(
        "# Fennick College",
        "## Reading Improvement Plan, April 2027 to March 2029",
        table_of("Buy the books"),
    ) == ["1 | - | -"]


def test_of_two_ranks_the_wider_is_of_sections():
    assert marked(
        "# Harbour Quarter Plan",
        "## Goal 1: Clean water",
        "### Objective 1.1: The basin",
        table_of("Dredge it"),
        "### Objective 1.2: The beck",
        table_of("Fence it"),
        "## Goal 2: Quiet nights",
        "### Objective 2.1: The quay",
        table_of("Move the taxi rank"),
    ) == [
        "1.1.1 | Clean Water | Objective 1.1: The basin",
        "1.2.1 | Clean Water | Objective 1.2: The beck",
        "2.1.1 | Quiet Nights | Objective 2.1: The quay",
    ]


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


def test_a_heading_repeated_under_others_names_nothing():
    assert marked(
        "# Harbour Quarter Plan",
        "## Outcome 1: Clean water",
        "### What is planned",
        table_of("Dredge the basin"),
        "## Outcome 2: Quiet nights",
        "### What is planned",
        table_of("Move the taxi rank"),
    ) == ["1.1 | Clean Water | -", "2.1 | Quiet Nights | -"]


def test_labelled_lines_under_headings_are_their_groups():
    assert marked(
        "# Harbour Quarter Plan",
        "## Priority: Water",
        "**Objective 1: The basin**",
        table_of("Dredge it"),
        "## Priority: Nights",
        "**Objective 2: The quay**",
        table_of("Move the taxi rank"),
    ) == ["1.1 | Water | Objective 1: The basin", "2.1 | Nights | Objective 2: The quay"]


def test_a_heading_that_ranks_with_labelled_sections_is_one():
    assert marked(
        "# Harbour Quarter Plan",
        "## Actions",
        "### Theme 1: Clean water",
        table_of("Dredge the basin"),
        "### Theme 2: Quiet nights",
        table_of("Move the taxi rank"),
        "### Left over from the old plan",
        table_of("Paint the bollards"),
    ) == [
        "1.1 | Clean Water | -",
        "2.1 | Quiet Nights | -",
        "3.1 | Left Over from the Old Plan | -",
    ]


def test_headings_under_a_labelled_section_of_no_higher_rank_are_its_groups():
    found = marked(
        "# Harbour Quarter Plan",
        "## Theme 1: Clean water",
        "We walked the whole quay.",
        "## The basin",
        table_of("Dredge it"),
        "## The beck",
        table_of("Fence it"),
        "## Theme 2: Quiet nights",
        table_of("Move the taxi rank"),
    )
    assert [each.split(" | ", 1)[1] for each in found] == [
        "Clean Water | The basin",
        "Clean Water | The beck",
        "Quiet Nights | -",
    ]


def test_of_two_labels_without_ranks_the_wider_is_of_sections():
    assert marked(
        "Goal 1: Clean water",
        "Objective 1.1: The basin",
        table_of("Dredge it"),
        "Objective 1.2: The beck",
        table_of("Fence it"),
        "Goal 2: Quiet nights",
        "Objective 2.1: The quay",
        table_of("Move the taxi rank"),
    ) == [
        "1.1.1 | Clean Water | Objective 1.1: The basin",
        "1.2.1 | Clean Water | Objective 1.2: The beck",
        "2.1.1 | Quiet Nights | Objective 2.1: The quay",
    ]


@pytest.mark.parametrize(
    ("label", "ref"),
    [
        ("Theme 1: Water", "1.1"),
        ("THEME ONE: Water", "1.1"),
        ("Theme 1 Water", "1.1"),
        ("A. Water", "A.1"),
    ],
)
def test_labels_may_be_written_in_several_ways(label: str, ref: str):
    assert marked("# Harbour Plan", f"## {label}", table_of("Dredge the basin")) == [
        f"{ref} | Water | -"
    ]


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


def test_a_column_merged_over_several_actions_groups_them_whatever_its_name():
    html = """<table><tr><th>WRES indicator<th>Action<th>Lead<th>By when<th>Measure of success
        <tr><td rowspan=2><b>Indicator 2</b><br>Bands<td>Train<td>Bo Tarn<td>May 2027<td>Done
        <tr><td>Audit<td>Ada Quill<td>June 2027<td>Done</table>"""
    actions = read("plan.html", html.encode()).actions

    assert places(actions) == ["2.1 | - | Indicator 2 Bands", "2.2 | - | Indicator 2 Bands"]


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


def test_a_numbered_heading_without_a_name_numbers_its_actions():
    assert marked(
        "# Storm review",
        "## Recommendation 4",
        "Pumps should start sooner.",
        "- Test the pumps – **Harbour Manager**, May 2027",
        "- Buy a spare – **Quay Warden**, June 2027",
        "## Recommendation 5",
        "People should hear of it.",
        "- Write to each house – **Town Clerk**, yearly",
    ) == [
        "4.1 | - | Recommendation 4",
        "4.2 | - | Recommendation 4",
        "5.1 | - | Recommendation 5",
    ]


QUARTERS = """
# Harbour Quarter road map

### Q1 2027/28 (April to June 2027)

| Action | Owner |
|---|---|
| Dredge the basin | Ada Quill |

### Q2 2027/28 (July to September 2027)

| Action | Owner |
|---|---|
| Fence the beck | Bo Tarn |
| Mend the weir by 1 August 2027 | Bo Tarn |
"""


def test_a_heading_that_is_a_date_is_the_deadline_of_rows_that_have_none():
    actions = read("plan.md", QUARTERS.encode()).actions
    assert [str(each.due.end) for each in actions] == ["2027-06-30", "2027-09-30", "2027-08-01"]
    assert {each.section for each in actions} == {None}


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


def test_milestones_with_a_beginning_and_an_end_are_the_actions_of_their_commitment():
    table = "| No. | Milestone | Start date | End date |\n|---|---|---|---|\n"
    document = read(
        "plan.md",
        (
            "# Fennick open council plan\n\n## Money\n\n### Promise 1: Open books\n\n"
            f"**Lead:** Treasurer\n\n{table}| 1.1 | Publish the ledger | May 2027 | June 2027 |\n\n"
            f"## Voice\n\n### Promise 2: Panels\n\n**Lead:** Town Clerk\n\n{table}"
            "| 2.1 | Draw lots | June 2027 | July 2027 |\n"
        ).encode(),
    )
    assert [(each.section, each.owners, str(each.due.end)) for each in document.actions] == [
        ("Money", ("Treasurer",), "2027-06-30"),
        ("Voice", ("Town Clerk",), "2027-07-31"),
    ]


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
