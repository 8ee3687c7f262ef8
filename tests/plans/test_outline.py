"""What heads a section and what a group is judged from the whole plan: ranks, labels, numbers."""

import pytest

from plans.read import read
from tests.plans.reading import marked, places, table_of


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


def test_a_column_merged_over_several_actions_groups_them_whatever_its_name():
    html = """<table><tr><th>WRES indicator<th>Action<th>Lead<th>By when<th>Measure of success
        <tr><td rowspan=2><b>Indicator 2</b><br>Bands<td>Train<td>Bo Tarn<td>May 2027<td>Done
        <tr><td>Audit<td>Ada Quill<td>June 2027<td>Done</table>"""
    actions = read("plan.html", html.encode()).actions

    assert places(actions) == ["2.1 | - | Indicator 2 Bands", "2.2 | - | Indicator 2 Bands"]


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
