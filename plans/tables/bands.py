"""Rows with one cell filled that head the rows after them, and rows that only add up."""

import re
from collections.abc import Sequence

from plans.columns.roles import Columns, Role
from plans.meaning.refs import is_ref
from plans.meaning.statuses import status_of
from plans.rows import Cell, Row

TOTAL = re.compile(r"\W*(?:(?:sub|grand|overall)[ -]?)?totals?\b", re.IGNORECASE)
LONGEST = 80  # characters of a band that is known only by standing alone
WORD = re.compile(r"[^\W\d_]{3}")


def is_total(row: Row) -> bool:
    """Whether a row adds up the others."""
    first = next((cell.text for cell in row.cells if not cell.blank), "")
    return bool(TOTAL.match(first)) and len(first) < LONGEST


def bands_in(rows: Sequence[Row | None], columns: Columns) -> dict[int, Cell]:
    """The rows that only head others, by their places, with what they say. None is a line."""
    alone = {at: cell for at, row in enumerate(rows) if (cell := _alone(row))}
    bands = {at for at, (place, cell) in alone.items() if _is_misplaced(place, cell, columns)}
    bands |= _heads_among_actions(rows, alone, columns)
    return {at: alone[at][1] for at in bands}


def _alone(row: Row | None) -> tuple[int, Cell] | None:
    """The one filled cell of a wide row, and its place."""
    if row is None or len(row.cells) < 3:
        return None
    filled = [(at, cell) for at, cell in enumerate(row.cells) if not cell.blank]
    return filled[0] if len(filled) == 1 and not filled[0][1].merged else None


def _is_misplaced(place: int, cell: Cell, columns: Columns) -> bool:
    """Words in the column of references are no reference, and other words no status."""
    role = columns.roles[place] if place < len(columns.roles) else None
    if role is Role.STATUS:
        return status_of(cell.text) is None and bool(WORD.search(cell.text))
    return role is Role.REF and not is_ref(cell.text) and bool(WORD.search(cell.text))


def _heads_among_actions(
    rows: Sequence[Row | None], alone: dict[int, tuple[int, Cell]], columns: Columns
) -> set[int]:
    """Short cells in the column of actions, each above a full row, in a table without numbers."""
    if Role.REF in columns or Role.GROUP in columns:
        return set()
    action = columns.at(Role.ACTION)
    among = {at: cell for at, (place, cell) in alone.items() if place == action}
    heads = {at for at, cell in among.items() if _may_head(cell)}
    over = all(_is_full(rows[at + 1]) for at in heads if at + 1 < len(rows))
    begins = 0 in heads or all(_is_apart(rows[at]) for at in heads)
    ends = len(rows) - 1 not in heads
    return heads if begins and ends and over and len(heads) == len(among) else set()


def _may_head(cell: Cell) -> bool:
    text = cell.text
    return len(text) < LONGEST and text[:1].isupper() and not text.endswith((".", ";", ","))


def _is_apart(row: Row | None) -> bool:
    return row is not None and row.after_gap


def _is_full(row: Row | None) -> bool:
    return row is not None and sum(not cell.blank for cell in row.cells) > 1
