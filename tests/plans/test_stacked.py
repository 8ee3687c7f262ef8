"""A table of which each cell stands on a line of its own is read by what its cells look like."""

import pytest

from plans.formats.stacked_pages import pages_in
from tests.plans.reading import plan_in

NAMES = "Ref\nWhat we shall do\nWho\nBy when\nStatus\n"
ROW = ("W1", "Mend the weir", "Ada Quill", "May 2027", "Started")
NEXT = ("W2", "Dredge the basin", "River Warden", "Ongoing", "On track")
OTHER = ("S1", "Turn the heap", "Soil Officer", "1 June 2027", "Not started")


def lines(*rows: tuple[str, ...]) -> str:
    return "\n".join(cell for row in rows for cell in row) + "\n"


def shown(text: str) -> list[str]:
    actions = plan_in(text, "plan.txt").actions
    return [
        f"{each.ref} | {each.section or '-'} | {each.text} | {' + '.join(each.owners)} | "
        f"{each.due.end or each.due.kind} | {each.status}"
        for each in actions
    ]


WEIR = "W1 | {} | Mend the weir | Ada Quill | 2027-05-31 | in_progress"
BASIN = "W2 | {} | Dredge the basin | River Warden | ongoing | on_track"
HEAP = "S1 | {} | Turn the heap | Soil Officer | 2027-06-30 | not_started"


@pytest.mark.parametrize(
    "text",
    [
        f"Parish plan\n\n{NAMES}{lines(ROW, NEXT)}",
        f"Parish plan\n\n{NAMES}\n{lines(ROW)}\n{lines(NEXT)}\nThe parish met twice.\n",
        f"Contents\n1. Water\t3\n\nWe met twice.\n\n{NAMES}{lines(ROW)}{NAMES}{lines(NEXT)}",
        f"Parish plan\n\n{NAMES}{lines(ROW, NEXT)}\nMember\nSeats\nRiver Trust\n2\nParish\n1\n",
    ],
    ids=["all together", "a gap between rows", "the names of columns again", "another table"],
)
def test_rows_are_found_by_their_cells(text: str):
    assert shown(text) == [WEIR.format("-"), BASIN.format("-")]


@pytest.mark.parametrize("again", [NAMES, ""], ids=["names again", "names only once"])
def test_a_line_by_itself_is_the_section_of_what_follows(again: str):
    text = f"Parish plan\n\nWater\n\n{NAMES}{lines(ROW, NEXT)}\nSoil\n\n{again}{lines(OTHER)}"
    heap = HEAP.format("Soil").replace("2027-06-30", "2027-06-01")
    assert shown(text) == [WEIR.format("Water"), BASIN.format("Water"), heap]


def test_a_table_without_numbers_is_dealt_out_by_names_and_dates():
    names = "Action\nLead\nDeadline\n"
    rows = [row[1:4] for row in (ROW, NEXT, OTHER)]
    assert [each[:15] for each in shown(f"Parish plan\n\n{names}{lines(*rows)}")] == [
        "1 | - | Mend the"[:15],
        "2 | - | Dredge t"[:15],
        "3 | - | Turn the"[:15],
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            ("W1", "Mend the weir", "Ada Quill", "Bo Tarn", "May 2027", "Started"),
            "W1 | - | Mend the weir | Ada Quill + Bo Tarn | 2027-05-31 | in_progress",
        ),
        (
            ("W1", "Mend:", "- the weir", "- the lock", "Ada Quill", "May 2027", "Started"),
            "W1 | - | Mend: the weir; the lock | Ada Quill | 2027-05-31 | in_progress",
        ),
        (
            ("W1", "Mend the weir before", "the floods come", "Ada Quill", "May 2027", "Started"),
            "W1 | - | Mend the weir before the floods come | Ada Quill | 2027-05-31 | in_progress",
        ),
        (
            ("W1", "Mend the weir", "Ada Quill", "May 2027"),
            "W1 | - | Mend the weir | Ada Quill | 2027-05-31 | None",
        ),
        (
            ("W1", "Mend the weir", "TBC", "TBC", "Not started"),
            "W1 | - | Mend the weir |  | none | not_started",
        ),
    ],
    ids=["two owners", "bullets", "a sentence over lines", "no status", "nothing known yet"],
)
def test_cells_may_have_more_lines_or_none(row: tuple[str, ...], expected: str):
    assert shown(f"Parish plan\n\n{NAMES}{lines(row, NEXT)}") == [expected, BASIN.format("-")]


def test_labels_with_their_values_are_no_names_of_columns():
    text = "Parish plan\n\nAction: Mend the weir\nLead: Ada Quill\nDeadline: May 2027\n"
    assert shown(text) == ["1 | - | Mend the weir | Ada Quill | 2027-05-31 | None"]


FOOT = "{}\nQuayside Harbour Forum\nDelivery plan 2026/27\n"
PAGED = f"""Quay plan

Water
The keepers met twice.
{FOOT.format(1)}Theme: Clean Water
{NAMES}{lines(ROW)}W2
Dredge the
{FOOT.format(2)}{NAMES}basin
River Warden
Ongoing
On track
{FOOT.format(3)}Theme: Living
soil
{NAMES}{lines(OTHER)}{FOOT.format(4)}Money
Source
2026/27
2027/28
Parish
£400
£410
"""


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right below", "after a gap"])
def test_what_every_page_says_of_itself_is_of_no_row(gap: str):
    heap = HEAP.format("Living Soil").replace("2027-06-30", "2027-06-01")
    paged = PAGED.replace("\nQuayside", f"{gap}Quayside")
    assert shown(paged) == [WEIR.format("Clean Water"), BASIN.format("Clean Water"), heap]


def test_figures_of_a_column_are_no_pages():
    rows = [("Mend the weir", "3"), ("Turn the heap", "5"), ("Dredge the basin", "8")]
    assert pages_in([cell for row in rows for cell in row]) == (frozenset(), frozenset())
    told = [cell for number in ("3", "2", "8") for cell in (number, "On track")]
    assert pages_in(told) == (frozenset(), frozenset())


def test_a_labelled_heading_between_rows_is_of_no_cell():
    text = (
        f"Parish plan\n\nObjective 1 – Water that runs\n{NAMES}{lines(ROW)}"
        f"Objective 2 – Soil that lives and feeds\nthose who dig it\n{lines(OTHER)}"
    )
    soil = "Soil That Lives and Feeds Those Who Dig It"
    heap = HEAP.format(soil).replace("2027-06-30", "2027-06-01")
    assert shown(text) == [WEIR.format("Water That Runs"), heap]


HELPED = "Ref\nWhat we shall do\nWho leads\nAlso involved\nBy when\nStatus\n"


@pytest.mark.parametrize(
    ("row", "text", "owners", "end"),
    [
        (
            (
                "W1",
                "Hold a fair for everybody at",
                "Mill End",
                "Ada Quill",
                "–",
                "May 2027",
                "Done",
            ),
            "Hold a fair for everybody at Mill End",
            ("Ada Quill",),
            "2027-05-31",
        ),
        (
            ("W1", "Appoint a second", "lock keeper", "Ada Quill", "Punt Club", "May 2027", "Done"),
            "Appoint a second lock keeper",
            ("Ada Quill",),
            "2027-05-31",
        ),
        (
            (
                "W1",
                "Mend it",
                "Lock Manager/Deputy",
                "Warden, Quay",
                "Ramblers",
                "May 2027",
                "Done",
            ),
            "Mend it",
            ("Lock Manager", "Deputy Warden, Quay"),
            "2027-05-31",
        ),
        (
            ("W1", "Mend it", "Matron, Mill End", "Hospital", "Ramblers", "May 2027", "Done"),
            "Mend it",
            ("Matron, Mill End Hospital",),
            "2027-05-31",
        ),
        (
            ("W1", "Mend it", "Ada Quill", "Ramblers", "September –", "November", "2027", "Done"),
            "Mend it",
            ("Ada Quill",),
            "2027-11-30",
        ),
    ],
    ids=["a place", "half a name", "half a post", "a hospital's name", "a year"],
)
def test_a_line_that_runs_on_is_of_the_cell_that_it_began(
    row: tuple[str, ...], text: str, owners: tuple[str, ...], end: str
):
    rows = lines(row, ("W2", "Dredge the basin", "Bo Tarn", "–", "June 2027", "On track"))
    first, second = plan_in(f"Parish plan\n\n{HELPED}{rows}", "plan.txt").actions
    assert (first.text, first.owners, str(first.due.end)) == (text, owners, end)
    assert (second.ref, second.owners) == ("W2", ("Bo Tarn",))


def test_a_table_goes_on_over_a_page_that_counts_on_without_its_names():
    parts = [(f"W{at}", *ROW[1:]) for at in range(1, 5)]
    pages = [f"{FOOT.format(at)}{NAMES}{lines(row)}" for at, row in enumerate(parts[:3], 1)]
    text = f"Quay plan\n\n{''.join(pages)}{FOOT.format(4)}{lines(parts[3])}{FOOT.format(5)}"
    assert [each[:2] for each in shown(text)] == ["W1", "W2", "W3", "W4"]
