"""A table of which each cell stands on a line of its own is read by what its cells look like."""

import pytest

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
