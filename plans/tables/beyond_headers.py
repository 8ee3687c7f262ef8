"""A header that is repeated on a page, and no line parts it from the rest of the row that the page
before began: "What we will do" and below it, in the same cell, "and mend the weir"."""

from collections.abc import Sequence
from dataclasses import replace

from plans.rows import NOTHING, Cell, Piece, Row


def beyond_header(row: Row, names: Sequence[str]) -> Row | None:
    """What such a row says beyond the names of the columns; None for any other row."""
    if not row.after_gap or len(row.cells) != len(names):
        return None
    pairs = list(zip(row.cells, names, strict=True))
    if not all(_begins(cell.text, name) for cell, name in pairs):
        return None
    cells = tuple(_beyond(cell.text, name) for cell, name in pairs)
    more = sum(not cell.blank for cell in cells)
    return replace(row, cells=cells) if 0 < more < len(cells) else None


def without_names(row: Row, names: Sequence[str]) -> Row:
    """A row without the cells that only go on from the header above, as one does whose own words
    stand on the page before."""
    if len(row.cells) != len(names) or not any(cell.merged for cell in row.cells):
        return row
    pairs = zip(row.cells, names, strict=True)
    cells = (NOTHING if cell.merged and cell.text == name else cell for cell, name in pairs)
    return replace(row, cells=tuple(cells))


def _begins(text: str, name: str) -> bool:
    return text == name or (bool(name) and text.startswith(f"{name} "))


def _beyond(text: str, name: str) -> Cell:
    rest = text[len(name) :].strip()
    return Cell((Piece(rest),)) if rest else NOTHING
