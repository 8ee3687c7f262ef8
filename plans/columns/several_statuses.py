"""Several columns that tell how an action stands: "Status", and "RAG" beside it."""

from collections.abc import Sequence

from plans.columns.header_words import claims_of
from plans.columns.roles import Columns, Role
from plans.meaning.statuses import status_of
from plans.rows import Cell

PLAIN = (9, Role.STATUS)  # no column of remarks, nor what it was before


def other_statuses(headers: Sequence[str], columns: Columns) -> tuple[int, ...]:
    """The columns besides the one of the status that are named as plainly after it."""
    if Role.STATUS not in columns:
        return ()
    roles = enumerate(columns.roles)
    return tuple(at for at, role in roles if role is None and PLAIN in claims_of(headers[at]))


def first_told(status: Cell, cells: Sequence[Cell], others: Sequence[int]) -> Cell:
    """What the column of the status says, or else the first of the others that says anything."""
    if status.text.strip(" –—-") or status_of("", status.colour):
        return status
    told = (cells[at] for at in others if status_of(cells[at].text, cells[at].colour))
    return next(told, status)
