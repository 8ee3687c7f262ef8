"""Rows in which the cell of what comes of it and the cell of the date have run into one.

So it is where a line between two columns was not drawn, or not seen when the text was extracted:
"Plan approved May 2027; staff in post June 2027" is both.
"""

from domain.work import DueKind
from plans.columns.roles import Columns, Role
from plans.meaning.due import due_of
from plans.meaning.spans import Calendar, spans_in
from plans.rows import Cell, Row

OF_RESULTS = (Role.SUCCESS, Role.TARGET)
NEAR = 2  # characters after a date that ends a line


def with_both_told(
    named: dict[Role, Cell], row: Row, columns: Columns, calendar: Calendar
) -> dict[Role, Cell]:
    """What each column says; where one of two neighbours is lost, the cell that tells results
    with their dates is of both."""
    pair = _neighbours(columns)
    if pair is None or not _is_lost(row, columns, *pair):
        return named
    due, result = (named[columns.roles[at] or Role.DUE] for at in pair)
    if due.blank == result.blank:
        return named
    said = result if due.blank else due
    if not all(_is_dated(piece.text, calendar) for piece in said.pieces if not piece.struck):
        return named
    return named | {columns.roles[at] or Role.DUE: said for at in pair}


def _neighbours(columns: Columns) -> tuple[int, int] | None:
    """The places of the dates and of the results, if they stand side by side."""
    due = columns.at(Role.DUE)
    for role in OF_RESULTS:
        at = columns.at(role)
        if due is not None and at is not None and abs(at - due) == 1:
            return due, at
    return None


def _is_lost(row: Row, columns: Columns, due: int, result: int) -> bool:
    """Whether the row has too few cells, or one that is as wide as both columns."""
    if len(row.cells) < len(columns.roles):
        return True
    first = row.cells[min(due, result)]
    return first.spans > 1 and not first.blank and row.cells[max(due, result)].blank


def _is_dated(text: str, calendar: Calendar) -> bool:
    """Whether a line says what comes about, and at its end when."""
    due = due_of(text, calendar)
    spans = spans_in(text, calendar)
    return bool(due and due.kind is not DueKind.NONE and spans and len(text) - spans[-1].end < NEAR)
