"""Text with one cell of a table to a line: the rows are found by counting from each header."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.work import Source
from plans.columns import Columns, columns_of, role_of
from plans.headings import heading_in
from plans.markup import cell_of, plain_words
from plans.rows import Block, Cell, Line, Row

FEW = 0.8  # of the lines with tabs, this many have one, at their beginning
MOST_COLUMNS = 15


@dataclass(slots=True)
class _Found:
    """The lines of a cell, and where the first of them stands."""

    lines: list[str]
    source: Source


def one_cell_to_a_line(lines: list[str]) -> bool:
    """Whether tabs begin cells instead of parting them."""
    tabbed = [line for line in lines if "\t" in line]
    single = sum(1 for line in tabbed if line.startswith("\t") and line.count("\t") == 1)
    return len(tabbed) > 2 and single >= FEW * len(tabbed)


def cells_in_lines(lines: list[str]) -> Iterator[Block]:
    """Prose as it stands; each header as a row, and as many cells as it has to a row after it."""
    cells: list[_Found] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("\t"):
            cells.append(_Found([line[1:]], Source(line=number)))
        elif cells:
            cells[-1].lines.append(line)
        elif line.strip():
            yield Line(plain_words(line), Source(line=number))
    yield from _rows(cells)


def _rows(cells: list[_Found]) -> Iterator[Row]:
    at, width = 0, 0
    while at < len(cells):
        if header := _header(cells, at):
            width = len(header.roles)
            yield _row(cells[at : at + width], gap=True)
            at += width
        elif width == 0 or len(cells) - at < 2 or heading_in(_first_line(cells[at])):
            yield _row(cells[at : at + 1], gap=True)
            at += 1
        else:
            yield _row(cells[at : at + width], gap=False)
            at += width


def _header(cells: list[_Found], at: int) -> Columns | None:
    """The columns named by the run of short cells that begins here."""
    if role_of(_short(cells[at])) is None:
        return None
    names = []
    for cell in cells[at : at + MOST_COLUMNS]:
        if role_of(_short(cell)) is None or heading_in(_first_line(cell)):
            break
        names.append(_short(cell))
    while names and (found := columns_of(names)) is None:
        names.pop()
    return found if names else None


def _short(cell: _Found) -> str:
    """What the cell says, if it may be a header."""
    text = " ".join(cell.lines[:5])
    return plain_words(text) if len(text) < 100 else ""


def _first_line(cell: _Found) -> str:
    return plain_words(next((line for line in cell.lines if line.strip()), ""))


def _row(cells: list[_Found], *, gap: bool) -> Row:
    made: list[Cell] = [cell_of("\n".join(cell.lines)) for cell in cells]
    return Row(tuple(made), cells[0].source, after_gap=gap)
