"""Text with one cell to a line is counted off into rows, and every header counts anew."""

import pytest

from domain.problems import Unreadable
from plans.document import PlanDocument
from plans.read import read

NAMES = ("Ref", "What we will do", "Completion date", "Lead", "Progress")
WEIR = ("W1", "Mend the weir", "May 2027", "Ada Quill", "Started")
BASIN = ("W2", "Dredge the basin", "31/10/2027", "Ada Quill", "Not started")
HEAP = ("S1", "Turn the heap", "Monthly", "Soil Officer", "Ongoing")


def cells(*rows: tuple[str, ...]) -> str:
    """Each cell after a tab, and a blank line after each row."""
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def plan(text: str) -> PlanDocument:
    return read("plan.txt", text.encode())


def shown(text: str) -> list[str]:
    return [
        f"{each.ref} | {each.section or '-'} | {each.text} | {' + '.join(each.owners)} | "
        f"{each.due.end or each.due.kind} | {each.status}"
        for each in plan(text).actions
    ]


def without_sections(lines: list[str]) -> list[str]:
    return [" | ".join(line.split(" | ")[:1] + line.split(" | ")[2:]) for line in lines]


def read_as(weir: str = "-", basin: str = "-", heap: str = "-") -> list[str]:
    return [
        f"W1 | {weir} | Mend the weir | Ada Quill | 2027-05-31 | in_progress",
        f"W2 | {basin} | Dredge the basin | Ada Quill | 2027-10-31 | not_started",
        f"S1 | {heap} | Turn the heap | Soil Officer | recurring | ongoing",
    ]


WATER, SOIL = "THEME 1 – CLEAN WATER", "THEME 2 – LIVING SOIL"


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["one blank line", "two"])
def test_a_heading_between_tables_is_no_part_of_the_cell_before_it(gap: str):
    first, second = cells(NAMES, WEIR, BASIN), cells(NAMES, HEAP)
    text = f"Parish plan\n\n{WATER}\n\n{first}{gap}{SOIL}\n\n{second}"
    assert shown(text) == read_as("Clean Water", "Clean Water", "Living Soil")


@pytest.mark.parametrize(
    "between",
    [
        cells(("Objective 2: Soil that lives",)),
        cells(("Objective 2: Soil that lives",), ("How we will know\n· Two heaps a year",)),
        cells(("Objective 2: Soil that lives",), ("Why we ask for it",)),
        cells(("Ask", "Two of three said so", "In the survey")),
        "\nThis part was added in June.\n\n",
    ],
    ids=["a heading", "and what it is judged by", "and a remark", "a row of another kind", "prose"],
)
def test_what_stands_between_tables_does_not_shift_the_rows_after_it(between: str):
    text = f"Parish plan\n\n{cells(NAMES, WEIR, BASIN)}\n{between}\n{cells(NAMES, HEAP)}"
    assert without_sections(shown(text)) == without_sections(read_as())


def test_without_any_gap_the_header_ends_where_the_rows_fit_it():
    names = ("Lead", "Ref", "Action", "By when", "RAG")
    rows = [
        ("Project Officer", "W1", "Review of progress", "May 2027", "Green"),
        ("Project Officer", "W2", "Update the website", "June 2027", "Amber"),
    ]
    text = cells(names, *rows, names, ("Soil Officer", "S1", "Turn the heap", "July 2027", "Red"))
    found = plan("Parish plan\n" + text.replace("\n\n", "\n")).actions
    assert [(each.ref, each.text, each.owners) for each in found] == [
        ("W1", "Review of progress", ("Project Officer",)),
        ("W2", "Update the website", ("Project Officer",)),
        ("S1", "Turn the heap", ("Soil Officer",)),
    ]


def test_without_any_gap_rows_that_fit_no_header_are_refused():
    names = ("ID", "Cobbles", "Action", "Lead", "By when")
    rows = [
        (f"W{at}", "Grey", "Mend the weir", "Ada Quill", f"{at} May 2027") for at in range(1, 6)
    ]
    text = cells(names, *rows).replace("\n\n", "\n")
    with pytest.raises(Unreadable):
        plan(f"Parish plan\n{text}")


def test_a_gap_after_any_cell_begins_no_row():
    text = cells(NAMES, WEIR, BASIN, HEAP).replace("Mend the weir\n", "Mend the weir\n\n\n")
    assert shown(f"Parish plan\n\n{text}") == read_as()


def test_a_cell_keeps_its_further_lines_after_a_blank_one():
    lead = "Lead:\nAda Quill\n\nSupport:\n\nSoil Officer"
    text = cells(("Action", "By when", "Who"), ("Mend the weir", "May 2027", lead))
    (action,) = plan(f"Parish plan\n\n{text}").actions
    assert action.owners == ("Ada Quill",)
    assert action.support == ("Soil Officer",)


@pytest.mark.parametrize(
    "names",
    [
        ("Ref", "What we will do", "Cobbles", "Lead", "Completion date"),
        ("Cobbles", "Ref", "What we will do", "Lead", "Completion date"),
    ],
    ids=["amid the others", "before them"],
)
def test_a_column_may_have_a_name_that_says_nothing(names: tuple[str, ...]):
    said = {"Ref": "W1", "What we will do": "Mend the weir", "Cobbles": "Grey ones"}
    said |= {"Lead": "Ada Quill", "Completion date": "May 2027"}
    row = tuple(said[name] for name in names)
    again = tuple(each.replace("W1", "W2").replace("weir", "lock") for each in row)
    found = plan(f"Parish plan\n\n{cells(names, row, again)}").actions
    assert [each.text for each in found] == ["Mend the weir", "Mend the lock"]
    assert {each.owners for each in found} == {("Ada Quill",)}


def test_a_name_above_a_header_is_no_column():
    text = f"Parish plan\n\n\tWater\n{cells(NAMES, WEIR, BASIN, HEAP)}"
    assert without_sections(shown(text)) == without_sections(read_as())


def test_an_issue_in_the_first_column_is_one_of_its_rows_cells():
    names = ("Issue", "Action", "By when", "Who")
    rows = [
        ("Priority 1: Water", "Mend the weir", "May 2027", "Ada Quill"),
        ("", "Dredge the basin", "June 2027", "River Warden"),
        ("Priority 2: Soil", "Turn the heap", "July 2027", "Soil Officer"),
    ]
    found = plan(f"Parish plan\n\n{cells(names, *rows)}").actions
    assert [(each.ref, each.text) for each in found] == [
        ("1.1", "Mend the weir"),
        ("1.2", "Dredge the basin"),
        ("2.1", "Turn the heap"),
    ]


def test_a_row_of_one_cell_may_have_blank_ones_after_it():
    text = cells(NAMES, WEIR, BASIN, ("Priority 2: Soil", "", "", "", ""), HEAP)
    assert [line[:3] for line in shown(f"Parish plan\n\n{text}")] == ["W1 ", "W2 ", "S1 "]
    assert plan(f"Parish plan\n\n{text}").actions[2].group == "Priority 2: Soil"


@pytest.mark.parametrize(
    "after",
    [
        cells(("Name", "Post", "Telephone"), ("Ada Quill", "Weir Keeper", "01632 960 001")),
        cells(("Source", "2026/27", "2027/28"), ("Parish", "£200", "£300"), ("Lottery", "£1", "-")),
        cells(("SO", "Soil Officer"), ("RW", "River Warden"), ("PC", "Parish Council")),
        cells(("Green", "3"), ("Amber", "8"), ("Red", "6")),
    ],
    ids=["people", "money", "abbreviations", "a summary"],
)
def test_tables_after_the_plan_are_no_actions(after: str):
    text = f"Parish plan\n\n{cells(NAMES, WEIR, BASIN, HEAP)}\n\nLast words\n\n{after}"
    assert shown(text) == read_as()


def test_a_list_of_contents_names_no_section():
    contents = "Contents\n\nTheme 1 – Water\t2\nTheme 2 – Soil\t4\n\n"
    assert shown(f"Parish plan\n\n{contents}{cells(NAMES, WEIR, BASIN, HEAP)}") == read_as()


def test_what_lists_its_items_names_no_column():
    """Short as it is, "What will be different" and one bullet stand over the header, not in it."""
    names = ("Action", "By when", "Who", "Status")
    different = "What will be different\n· "
    text = cells(
        *[("Priority 1: Water",), (f"{different}Clear to the ground",), names],
        *[("Mend the weir", "May 2027", "Ada Quill", "Late")],
        *[("Priority 2: Soil",), (f"{different}Two heaps",), names],
        *[("Turn the heap", "June 2027", "Soil Officer", "Complete")],
    )
    document = plan(f"Parish plan\n\n{text}")
    assert shown(f"Parish plan\n\n{text}") == [
        "1.1 | - | Mend the weir | Ada Quill | 2027-05-31 | delayed",
        "2.1 | - | Turn the heap | Soil Officer | 2027-06-30 | complete",
    ]
    assert [each.success for each in document.actions] == [("Clear to the ground",), ("Two heaps",)]


@pytest.mark.parametrize(
    "last",
    [
        [("Meetings that will hear of it", "Date"), ("Weir Board", "4 May 2027")],
        [("Paper", "Author"), ("On weirs", "Ada Quill")],
        [("Fund", "Held by", "Amount"), ("Lottery", "Parish", "£40"), ("Fete", "Parish", "£4")],
    ],
    ids=["meetings", "papers", "funds"],
)
def test_a_table_of_another_kind_right_after_the_last_is_no_action(last: list[tuple[str, ...]]):
    more = [*last, *(tuple(f"Other {cell}" for cell in row) for row in last[1:])]
    text = f"Parish plan\n\n{cells(NAMES, WEIR, BASIN, HEAP)}\n{cells(*more)}"
    assert without_sections(shown(text)) == without_sections(read_as())
    assert "rows-left-out" in {note.code for note in plan(text).notes}


@pytest.mark.parametrize("heading", ["CLEAN WATER", "Clean water"])
def test_a_heading_after_one_blank_line_is_no_part_of_a_cell_that_is_whole(heading: str):
    names = ("Action", "Who", "By when", "Status")
    rows = [("Mend the weir", "Ada Quill", "May 2027", "Late")]
    parts = [
        cells(("Aim 1: Weirs",), names, *rows),
        f"\n{heading}\n\n",
        cells(("Aim 2: Basins",), names, ("Dredge it", "Lead:\n\nBO TARN", "June 2027", "Late")),
    ]
    text = f"Parish plan\n\nLIVING SOIL\n\n{''.join(parts)}"
    assert shown(text) == [
        "1.1 | Living Soil | Mend the weir | Ada Quill | 2027-05-31 | delayed",
        "2.1 | Clean Water | Dredge it | BO TARN | 2027-06-30 | delayed",
    ]


def test_capitals_in_a_cell_of_names_head_nothing_where_rows_go_on():
    names = ("Action", "By when", "Who")
    lead = "Lead:\nAda Quill\n\nSupport:\n\nWEIR KEEPERS"
    text = cells(names, ("Mend the weir", "May 2027", lead), ("Dredge it", "June 2027", "Bo Tarn"))
    assert [each.support for each in plan(f"Parish plan\n\n{text}").actions] == [
        ("WEIR KEEPERS",),
        (),
    ]


def test_names_after_a_label_are_no_column():
    names = ("Who", "Due", "What we will do", "Progress")
    lead = "Lead:\nAda Quill\n\nHelped by:\nWeir Keepers"
    text = cells(("Priority A: Water",), names, (lead, "May 2027", "Mend the weir", "Done"))
    (action,) = plan(f"Parish plan\n\n{text}").actions
    assert (action.ref, action.text) == ("A.1", "Mend the weir")
    assert (action.owners, action.support) == (("Ada Quill",), ("Weir Keepers",))


def test_a_plan_goes_on_after_a_table_of_another_kind():
    names = ("Step", "Lead", "Status", "Deadline")
    risks = (("Danger", "Likelihood"), ("Flood", "High"), ("Drought", "Low"))
    first = cells(("Priority 1: Water",), names, ("Mend the weir", "Ada Quill", "Done", "May 2027"))
    second = cells(("Priority 2: Soil",), names, ("Turn it", "Bo Tarn", "Late", "July 2027"))
    assert shown(f"Parish plan\n\n{first}\n{cells(*risks)}\n\n{second}") == [
        "1.1 | - | Mend the weir | Ada Quill | 2027-05-31 | complete",
        "2.1 | - | Turn it | Bo Tarn | 2027-07-31 | delayed",
    ]


def test_labels_beside_names_under_a_heading_are_no_rows():
    names = ("Action", "By when", "Status")
    fields = (("Lead officer", "{}"), ("Assisted by", "Weir Keepers"), ("Reports to", "Weir Board"))
    parts = [
        cells((heading,), *((label, said.format(lead)) for label, said in fields), names, row)
        for heading, lead, row in (
            ("Aim 1: Water", "Ada Quill", ("Mend the weir", "May 2027", "Done")),
            ("Aim 2: Soil", "Bo Tarn", ("Turn the heap", "June 2027", "Late")),
        )
    ]
    text = "Parish plan\n\n" + "\n\n".join(parts)
    assert without_sections(shown(text)) == [
        "1.1 | Mend the weir | Ada Quill | 2027-05-31 | complete",
        "2.1 | Turn the heap | Bo Tarn | 2027-06-30 | delayed",
    ]
    for action in plan(text).actions:
        assert (action.support, action.partnership_groups) == (("Weir Keepers",), ("Weir Board",))


@pytest.mark.parametrize("first", ["Lock Lead Officer", "Head of Actions", "Weir Officer"])
def test_a_row_that_begins_with_a_post_is_no_part_of_the_header_over_it(first: str):
    """A blank line ends both the names and the first cell, whose words could name a column."""
    names = ("Lead officer", "Timescale", "What we will do", "Evidence")
    rows = ((f"{first}\n", "May 2027", "Mend the weir\n", "No floods"),)
    rows += (("", "June 2027", "Oil the gates\n", ""), ("", "Monthly", "Count the fish\n", ""))
    part = "Area for improvement {} – {}\n\n"
    text = "Weir plan\n\n" + part.format(1, "Water") + cells(names, *rows)
    assert [(each.text, each.owners, each.due_text) for each in plan(text).actions] == [
        ("Mend the weir", (first,), "May 2027"),
        ("Oil the gates", (first,), "June 2027"),
        ("Count the fish", (first,), "Monthly"),
    ]
