"""Headers that take up two rows: groups of columns over columns, or units under names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from plans.columns.header_rows import columns_of
from plans.columns.header_words import LONGEST_HEADER, role_of
from plans.columns.roles import Role
from plans.meaning.due import is_only_a_date
from plans.meaning.headings import heading_in
from plans.meaning.refs import is_ref
from plans.rows import NOTHING, Block, Cell, Line, Row, cell

# "(£000)", "dd/mm/yy", "Y/N", "%": how a column is written, not what it holds.
UNIT = re.compile(
    r"\(.{1,30}\)|£ ?\w{0,5}|%|[dmy]{1,4}(?:[/.-][dmy]{1,4}){1,2}|[a-z]{1,3}/[a-z]{1,3}",
    re.IGNORECASE,
)
FEWEST_COLUMNS = 3  # of a table of actions
LONGEST = 40  # characters of a cell in the second row


def with_whole_headers(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with each header that takes up two rows in one."""
    made: list[Block] = []
    groups: set[tuple[str, ...]] = set()  # rows left out, which may be repeated on each page
    for block in blocks:
        above = made[-1] if made else None
        if isinstance(block, Row) and isinstance(above, Row) and _are_neighbours(above, block):
            if _are_groups(above, block) and (_opens(made) or _texts(above) in groups):
                groups.add(_texts(above))
                made[-1] = block
            else:
                made[-1:] = _together(above, block)
        else:
            made.append(block)
    return made


def with_fields_as_lines(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with rows that only say what a part is about ("Objective | Mend the weir",
    over the whole width) as lines."""
    return [_field(block) or block if isinstance(block, Row) else block for block in blocks]


def names_columns(names: Sequence[str]) -> bool:
    """Whether a row names columns, if not those of a plan: nearly all of its words are such as
    headers are made of, and none is a date or a number."""
    filled = [name for name in names if name]
    if len(filled) < FEWEST_COLUMNS or any(is_ref(name) or is_only_a_date(name) for name in filled):
        return False
    known = sum(len(name) <= LONGEST and role_of(name) is not None for name in filled)
    return known * 4 >= len(filled) * 3


def _field(row: Row) -> Line | None:
    filled = [cell for cell in row.cells if not cell.blank]
    if len(filled) != 2 or len(row.cells) < FEWEST_COLUMNS:
        return None
    label, said = filled
    if said.merged or said.spans < len(row.cells) - 2 or len(label.text) > LONGEST:
        return None
    line = f"{label.text.rstrip(': ')}: {said.text}"
    return Line(line, row.source) if heading_in(line) else None


def _are_neighbours(above: Row, below: Row) -> bool:
    together = above.table == below.table and not below.after_gap
    return together and _are_short(below, LONGEST_HEADER)


def _together(above: Row, below: Row) -> list[Block]:
    """The two rows as they are, or the one header that they make."""
    return [_joined(above, below)] if _are_parts(above, below) else [above, below]


def _are_groups(above: Row, below: Row) -> bool:
    """Whether a row could name groups of the columns that the row below names."""
    if not above.cells[0].blank or columns_of(_texts(above)) or not _are_short(above):
        return False
    return columns_of(_texts(below)) is not None


def _opens(made: Sequence[Block]) -> bool:
    """Whether no row of the same table stands right before the last one: where one does, that is
    an action with its first cell blank, and a header repeated below it."""
    last, before = made[-1], made[-2] if len(made) > 1 else None
    if not (isinstance(before, Row) and isinstance(last, Row)) or last.after_gap:
        return True
    return before.table != last.table or sum(not cell.blank for cell in before.cells) < 2


def _are_parts(above: Row, below: Row) -> bool:
    """Whether each cell of the row below says more of a column, and none is of an action."""
    columns = columns_of(_texts(above))
    action = columns.at(Role.ACTION) if columns else None
    filled = {
        at: each.text for at, each in enumerate(below.cells) if not each.blank and not each.merged
    }
    if not filled or action is None or {0, action} & set(filled) or not _are_short(below):
        return False
    over = _groups(above)
    return all(
        UNIT.fullmatch(text) or role_of(text) or role_of(f"{text} {over.get(at, '')}")
        for at, text in filled.items()
    )


def _groups(above: Row) -> dict[int, str]:
    """The name over each column of those that stand under a common one."""
    return {
        at + more: cell.text
        for at, cell in enumerate(above.cells)
        if cell.spans > 1
        for more in range(cell.spans)
    }


def _are_short(row: Row, longest: int = LONGEST) -> bool:
    return all(len(cell.text) <= longest for cell in row.cells)


def _joined(above: Row, below: Row) -> Row:
    pairs = zip_longest(above.cells, below.cells, fillvalue=NOTHING)
    over = _groups(above)
    cells = tuple(_cell(upper, lower, over.get(at, "")) for at, (upper, lower) in enumerate(pairs))
    return Row(cells, above.source, above.heads, above.table, above.after_gap)


def _cell(upper: Cell, lower: Cell, group: str) -> Cell:
    """The name of the column itself; with that of the columns it is one of where it says little
    alone ("Revised", under "Timescale")."""
    if lower.blank or lower.merged or UNIT.fullmatch(lower.text):
        return replace(upper, spans=1)
    return lower if role_of(lower.text) or not group else cell(f"{lower.text} {group}")


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)
