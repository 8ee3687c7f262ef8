"""A column that says both who and when ("Owner and date"), as the two columns that others have."""

from collections.abc import Sequence
from dataclasses import replace

from plans.columns.header_rows import columns_of
from plans.columns.header_words import claims_of
from plans.columns.roles import Role
from plans.meaning.spans import Calendar
from plans.meaning.who_and_when import who_and_when
from plans.rows import NOTHING, Block, Cell, Row, cell

BOTH = frozenset({Role.OWNER, Role.DUE})
NAMES = (cell("Owner"), cell("By when"))
HALF = 2


def with_who_and_when_apart(blocks: Sequence[Block], calendar: Calendar) -> list[Block]:
    """The same blocks; where a column is named after both and most of its cells hold both, it is
    two columns under every header of that name."""
    made = list(blocks)
    tables = _tables(made)
    for names in {names for names, _, _ in tables}:
        alike = [(at, rows) for each, at, rows in tables if each == names]
        place = _place(names)
        said = [_row(made[each]).cells[place] for _, rows in alike for each in rows]
        if not _hold_both(said, calendar):
            continue
        for at, rows in alike:
            made[at] = _with(_row(made[at]), place, *NAMES)
            for each in rows:
                row = _row(made[each])
                made[each] = _with(row, place, *_parted(row.cells[place], calendar))
    return made


def _tables(blocks: Sequence[Block]) -> list[tuple[tuple[str, ...], int, list[int]]]:
    """The names of each header with such a column, its place, and the places of its rows."""
    found: list[tuple[tuple[str, ...], int, list[int]]] = []
    ruled = False
    for at, block in enumerate(blocks):
        if not isinstance(block, Row):
            continue
        names = tuple(each.text for each in block.cells)
        if columns_of(names):
            ruled = _place(names) >= 0
            if ruled:
                found.append((names, at, []))
        elif ruled and len(names) == len(found[-1][0]):
            found[-1][2].append(at)
    return found


def _place(names: Sequence[str]) -> int:
    """The only column that says who or when, if it says both; -1 if there is none."""
    claims = [{role for _, role in claims_of(name)} & BOTH for name in names]
    telling = [at for at, roles in enumerate(claims) if roles]
    return telling[0] if len(telling) == 1 and claims[telling[0]] == BOTH else -1


def _hold_both(cells: Sequence[Cell], calendar: Calendar) -> bool:
    filled = [each for each in cells if not each.blank]
    both = sum(all(who_and_when(_lines(each), calendar)) for each in filled)
    return both * HALF >= len(filled) > 0


def _parted(said: Cell, calendar: Calendar) -> tuple[Cell, Cell]:
    who, when = who_and_when(_lines(said), calendar)
    return replace(said, pieces=cell(who).pieces), replace(said, pieces=cell(when).pieces)


def _lines(said: Cell) -> str:
    return "\n".join(piece.text for piece in said.pieces if not piece.struck)


def _with(row: Row, place: int, who: Cell, when: Cell) -> Row:
    """The row with two cells at a place; one that spans the row still does."""
    width = len(row.cells)
    cells = [
        replace(each, spans=width + 1) if each.spans == width > 1 else each for each in row.cells
    ]
    return replace(row, cells=(*cells[:place], who, when, *cells[place + 1 :]))


def _row(block: Block) -> Row:
    return block if isinstance(block, Row) else Row((NOTHING,))
