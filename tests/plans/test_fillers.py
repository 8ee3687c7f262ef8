"""Empty cells between the columns of a table, in text with a cell to a line, hold nothing."""

import pytest

from domain.work import Source
from plans.formats.fillers import are_filled_up
from plans.formats.line_cells import Found
from plans.read import read

NAMES = ("No.", "What we will do", "Who", "How trustees will know")


def apart(*said: str, last: str = "\n") -> str:
    """Cells with an empty one after each, and a blank line between one pair and the next."""
    return "".join(f"\t{each}\n\t\n{last}" for each in said)


def row(number: str, action: str, *others: str) -> str:
    """A row whose action alone has no empty cell beside it."""
    return f"{apart(number)}\t{action}\n\n{apart(*others)}"


def shown(text: str) -> list[str]:
    return [
        f"{each.ref} | {each.text} | {' + '.join(each.owners) or '-'} | "
        f"{each.due.end or each.due.start or each.due.kind} | {each.success[0]}"
        for each in read("plan.txt", text.encode()).actions
    ]


HEADER = f"{apart(*NAMES, last='')}\n"
MAY, JULY = "\tBY 31 MAY 2027 (HALF TERM)\n\n\n", "\n\tBY 16 JULY 2027 (END OF TERM)\n\n\n"
HALL = row("1", "Paint the hall", "Head Porter", "It is white.")
GATE = row("2", "Hang the gate", "Ann Price", "It shuts.")
BELL = row("3", "Cast a bell", "Head Porter", "It rings.")
READ = [
    "1 | Paint the hall | Head Porter | 2027-05-31 | It is white.",
    "2 | Hang the gate | Ann Price | 2027-05-31 | It shuts.",
    "3 | Cast a bell | Head Porter | 2027-07-16 | It rings.",
]


@pytest.mark.parametrize("again", [HEADER, ""], ids=["names repeated", "names left out"])
def test_the_date_above_a_table_is_that_of_its_rows(again: str):
    text = f"Hall plan\n\n\n{MAY}{HEADER}{HALL}{GATE}\n{JULY}{again}{BELL}"
    assert shown(text) == READ


def test_empty_cells_may_stand_after_every_cell():
    rows = (
        apart("1", "Paint the hall", "Head Porter", "It is white."),
        apart("2", "Hang the gate", "Ann Price", "It shuts."),
    )
    assert shown(f"Hall plan\n\n\n{MAY}{HEADER}{''.join(rows)}") == READ[:2]


@pytest.mark.parametrize(
    "gate",
    [apart("2", "Hang the gate", "", "It shuts."), row("2", "Hang the gate", "", "It shuts.")],
    ids=["beside all", "not beside the action"],
)
def test_an_empty_cell_of_a_column_stays(gate: str):
    text = f"Hall plan\n\n\n{MAY}{HEADER}{HALL}{gate}{BELL}"
    gate_read = shown(text)[1]
    assert gate_read.startswith("2 | Hang the gate | ")
    assert gate_read.endswith(" | 2027-05-31 | It shuts.")


def test_a_tab_begins_no_cell_where_neither_a_blank_line_nor_an_empty_cell_parts_it():
    more = row("1", "Paint the hall.\n\tWhite or cream.", "Head Porter", "It is white.")
    first, *others = shown(f"Hall plan\n\n\n{MAY}{HEADER}{more}{GATE}{BELL}")
    assert first == READ[0].replace("hall", "hall. White or cream.")
    assert others == [READ[1], READ[2].replace("07-16", "05-31")]


@pytest.mark.parametrize(
    ("said", "filled_up"),
    [
        (("No.", "", "Action", "", "Who", "", "1", "", "Dig", "", "Ann Price", ""), True),
        (("No.", "", "Action", "", "Who", "", "1", "", "Dig", "Ann Price", "", "2", ""), True),
        (("No.", "", "Action", "", "Who", "", "1", "Dig", "Ann Price", "2", "Hoe", "Jo"), False),
        (("No.", "Action", "Who", "1", "", "Ann Price", "2", "", "Jo Ware"), False),
        (("Weir", "", "Basin", "", "Lock", "", "1", "", "Dig", "", "Ann Price", ""), False),
    ],
)  # fmt: skip
def test_most_names_and_cells_have_an_empty_one_beside_them(said: tuple[str, ...], filled_up: bool):
    cells = [Found([each], Source(line=at), after_blank=at == 0) for at, each in enumerate(said)]
    assert are_filled_up(cells) is filled_up
