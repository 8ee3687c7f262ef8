"""What heads a section and what a group is judged from the whole plan."""

import pytest

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
