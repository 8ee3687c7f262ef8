"""Rows with more or fewer cells than their header: which cell stands under which column."""

from collections.abc import Sequence
from itertools import combinations

from plans.columns.contents import looks_like
from plans.columns.roles import Columns, Role
from plans.meaning.spans import Calendar
from plans.rows import NOTHING, Cell

TELLING = (Role.OWNER, Role.DUE, Role.REF)  # roles whose cells show what they are
MOST_MISSING = 2
WIDEST = 20

type Likeness = dict[Role, int]
"""How well a cell fits a column of each role; one that is blank says nothing against any."""


def aligned(cells: Sequence[Cell], columns: Columns, calendar: Calendar) -> tuple[Cell, ...]:
    """As many cells as there are columns.

    Blank cells are dropped where there are too many. Where one or two are missing, they are
    missing where the rest fits best, at the end if nothing tells.
    """
    width = len(columns.roles)
    cells = _fewer(list(cells), width)
    missing = width - len(cells)
    if not 0 < missing <= MOST_MISSING or width > WIDEST or len(cells) < 2:
        return (*cells, *[NOTHING] * missing)
    likeness = [_likeness(cell, calendar) for cell in cells]
    best = max(
        combinations(reversed(range(width)), missing),
        key=lambda gaps: _fit(likeness, columns, gaps),
    )
    return _with_gaps(cells, set(best), width)


def _fewer(cells: list[Cell], width: int) -> list[Cell]:
    at = 0
    while len(cells) > width and at < len(cells):
        if cells[at].blank:
            del cells[at]
        else:
            at += 1
    return cells[:width]


def _likeness(cell: Cell, calendar: Calendar) -> Likeness:
    if cell.blank:
        return dict.fromkeys(TELLING, 1)
    return {role: 2 if looks_like(role, cell, calendar) else -1 for role in TELLING}


def _fit(likeness: list[Likeness], columns: Columns, gaps: tuple[int, ...]) -> int:
    roles = [role for at, role in enumerate(columns.roles) if at not in gaps]
    return sum(like.get(role, 0) for role, like in zip(roles, likeness, strict=True) if role)


def _with_gaps(cells: list[Cell], gaps: set[int], width: int) -> tuple[Cell, ...]:
    left = iter(cells)
    return tuple(NOTHING if at in gaps else next(left) for at in range(width))
