"""What stands in the cells of a repeated header below its names is the rest of the row before."""

from dataclasses import replace

import pytest

from plans.rows import Block, Row, cell
from plans.tables.beyond_headers import beyond_header
from plans.understand import understood

NAMES = ("Ref", "Action", "Lead", "By when")


def row(*texts: str, table: int = 1, after_gap: bool = False) -> Row:
    return Row(tuple(map(cell, texts)), table=table, after_gap=after_gap)


def test_the_rest_of_a_row_over_a_page_goes_on_with_it():
    blocks: list[Block] = [
        row(*NAMES, after_gap=True),
        row("1", "Mend the weir", "Ada Quill", "May 2027"),
        row("2", "Ask the anglers what they want", "Bo Tarn, Head", "June 2027"),
        row(
            "Ref", "Action\nand write it down", "Lead of Waters", "By when", table=2, after_gap=True
        ),
        row("3", "Dig", "Ada Quill", "July 2027", table=2),
    ]
    found = [f"{each.ref} {each.text}" for each in understood(blocks).actions]
    assert found == [
        "1 Mend the weir",
        "2 Ask the anglers what they want and write it down",
        "3 Dig",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        NAMES,  # the header itself
        ("Ref 1", "Action 1", "Lead 1", "By when 1"),  # names that only begin alike
        ("4", "Action", "Lead", "By when"),
        ("Ref", "Actions for all", "Lead", "By when"),
    ],
)
def test_other_rows_are_taken_as_they_are(texts: tuple[str, ...]):
    assert beyond_header(row(*texts, after_gap=True), NAMES) is None
    assert beyond_header(row("Ref", "Action for all", "Lead", "By when"), NAMES) is None


def test_a_cell_merged_with_the_header_is_blank():
    over = Row((*map(cell, NAMES),), table=2, after_gap=True)
    merged = replace(cell("Aim"), merged=True)
    blocks: list[Block] = [
        row("Aim", "Action", "Lead", "By when", after_gap=True),
        row("Clean water", "Mend the weir", "Ada Quill", "May 2027"),
        replace(over, cells=(cell("Aim"), *over.cells[1:])),
        Row((merged, *map(cell, ("Dig", "Bo Tarn", "July 2027"))), table=2),
    ]
    assert [each.group for each in understood(blocks).actions] == ["Clean water"] * 2
