"""Cells that cover several columns or rows, put into rows of equal width."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plans.rows import NOTHING, Cell

WIDEST = 60  # columns; what lies beyond is no plan's


@dataclass(slots=True)
class Placed:
    """A cell and the columns and rows it covers. ``goes_on``: it continues the cell above."""

    cell: Cell
    column: int
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


def gridded(rows: Sequence[Sequence[Placed]]) -> list[tuple[Cell, ...]]:
    """Each row with one cell for each column; a cell merged downwards is repeated, as merged.

    Columns that only the drawing has, because edges of different rows do not quite meet, are
    folded into one.
    """
    rows = [[each for each in row if each.column < WIDEST] for row in rows]
    folded = _folded(rows)
    above: dict[int, Cell] = {}
    made: list[tuple[Cell, ...]] = []
    for row in rows:
        cells = [NOTHING] * (folded[-1] + 1 if folded else 0)
        for each in row:
            at = folded[each.column]
            last = folded[min(each.column + each.columns, len(folded)) - 1]
            cell = each.cell
            if each.goes_on:
                cell = replace(above.get(at, NOTHING), merged=True, spans=1)
            if last > at:
                cell = replace(cell, spans=last - at + 1)
            above[at] = cells[at] = cell
        made.append(tuple(cells))
    return made


def _folded(rows: Sequence[Sequence[Placed]]) -> list[int]:
    """For each drawn column, the number of the real one.

    Neighbours are one column where no row has a cell that begins in each.
    """
    width = max(
        (min(each.column + each.columns, WIDEST) for row in rows for each in row), default=0
    )
    starts = [frozenset(each.column for each in row) for row in rows if len(row) > 1]
    patterns = frozenset(starts)  # most rows are drawn alike
    real, members = 0, {0}
    folded = [0] * width
    for column in range(1, width):
        if any(column in row and members & row for row in patterns):
            real, members = real + 1, set()
        members.add(column)
        folded[column] = real
    return folded
