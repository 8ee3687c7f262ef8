"""Tables that list what is to be done in each year side by side: "Priority | 2026/27 | 2027/28".

Each year has a column of its own, and what stands in it are actions to be done by its end. They
become rows with the year beside them, as plans have that say "By when".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from domain.work import DueKind
from plans.columns.abreast import periods_abreast
from plans.columns.header_rows import columns_of
from plans.columns.periods import period_columns
from plans.meaning.due import due_of
from plans.meaning.own_deadlines import deadline_in
from plans.meaning.spans import Calendar, spans_in
from plans.rows import NOTHING, Block, Cell, Line, Piece, Row, cell
from plans.tables.broken_rows import with_whole_rows
from plans.tables.other_tables import heads_another_table

# Three words, which are more than a rating says, and no share of a hundred that is aimed at.
WORDED = re.compile(r"(?!\W*\d[\d.,]*\s?%).*?(?:[^\W\d_]{2,}\W+){2}[^\W\d_]{2,}")
NEARLY_ALL = 0.75
ENDED = (".", ";", "!", "?")


@dataclass(frozen=True, slots=True)
class _Header:
    """The names of the columns, with those of periods told apart."""

    names: tuple[str, ...]
    places: tuple[int, ...]  # of the columns that list what is to be done in a period
    row: Row


def with_periods_as_rows(blocks: Sequence[Block], calendar: Calendar) -> list[Block]:
    """The same blocks, with each action that stands in the column of a year in a row of its own."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        header, taken = _header_at(blocks, at)
        table = _table(blocks, at + taken, header) if header else []
        if header and _are_worded(header, table):
            made += _dated_rows(header, with_whole_rows(table, header.places), calendar)
            at += taken + len(table)
        else:
            made.append(blocks[at])
            at += 1
    return made


def _header_at(blocks: Sequence[Block], at: int) -> tuple[_Header | None, int]:
    """The header that begins at a block, and how many rows it takes up."""
    row, later = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(row, Row):
        return None, 0
    if header := _header_in(_texts(row), row):
        return header, 1
    if isinstance(later, Row) and (names := _with_periods_below(row, later)):
        return _header_in(names, row), 2
    return None, 0


def _with_periods_below(row: Row, below: Row) -> tuple[str, ...]:
    """The names of columns where the row below a header names only periods, under one name."""
    upper = _texts(row)
    lower = ["" if each.merged else each.text for each in below.cells]
    named = {at for at, each in enumerate(below.cells) if not (each.blank or each.merged)}
    places = set(period_columns(lower))
    apart = len(upper) != len(lower) or below.table != row.table or below.after_gap
    if apart or not places or named != places or columns_of(upper) is None:
        return ()
    return tuple(lower[at] or text for at, text in enumerate(upper))


def _header_in(names: tuple[str, ...], row: Row) -> _Header | None:
    places = periods_abreast(names)
    return _Header(names, places, row) if places else None


def _table(blocks: Sequence[Block], start: int, header: _Header) -> list[Block]:
    """What stands under a header, up to the next one."""
    table: list[Block] = []
    for block in blocks[start:]:
        if block.level if isinstance(block, Line) else not _goes_on(block, header):
            break
        table.append(block)
    while table and isinstance(table[-1], Line):
        table.pop()
    return table


def _goes_on(row: Row, header: _Header) -> bool:
    """Whether a row is of the table: as wide as its header or, right below a row, cut short."""
    names, width = _texts(row), len(header.names)
    if row.table != header.row.table or columns_of(names) or periods_abreast(names):
        return False
    if len(names) == 1 or len(names) == width:
        return not heads_another_table(names)
    return len(names) < width and not row.after_gap


def _are_worded(header: _Header, table: Sequence[Block]) -> bool:
    """Whether what stands in the columns of periods are sentences, and no figures or ratings."""
    wide = [row for row in table if isinstance(row, Row) and len(row.cells) > 1]
    cells = [_cell(row, at) for row in wide for at in header.places]
    texts = [each.text for each in cells if not each.blank]
    return sum(bool(WORDED.match(text)) for text in texts) >= NEARLY_ALL * len(texts) > 0


def _dated_rows(header: _Header, table: Sequence[Block], calendar: Calendar) -> Iterator[Block]:
    kept = _beside(header)
    names = [cell(header.names[at]) for at in kept]
    yield replace(header.row, cells=(*names, cell("Action"), cell("By when")))
    for block in table:
        if isinstance(block, Line) or len(block.cells) == 1:
            yield block
        else:
            yield from _rows(block, header, calendar)


def _beside(header: _Header) -> list[int]:
    return [at for at in range(len(header.names)) if at not in header.places]


def _rows(row: Row, header: _Header, calendar: Calendar) -> Iterator[Row]:
    """A row for each action; what the others say is printed once for all of them."""
    said = [
        (Cell(tuple(pieces)), _deadline(pieces, header.names[at], calendar))
        for at in header.places
        for pieces in _listed(_cell(row, at))
    ]
    beside = [_cell(row, at) for at in _beside(header)]
    for number, (action, when) in enumerate(said or [(Cell(), "")]):
        cells = [replace(each, merged=True) if number else each for each in beside]
        yield replace(
            row, cells=(*cells, action, cell(when)), after_gap=row.after_gap and not number
        )


def _listed(listing: Cell) -> list[list[Piece]]:
    """The actions in a cell: its bullets, or its sentences where each has a line of its own."""
    found: list[list[Piece]] = []
    leads = False  # whether what follows only says more of what was begun
    for piece in listing.pieces:
        before = found[-1][-1].text if found else ""
        begins = piece.bullet or (before.endswith(ENDED) and piece.text[:1].isupper())
        if not found or (begins and not leads):
            found.append([replace(piece, bullet=False)])
        else:
            found[-1].append(piece)
        leads = (leads and piece.bullet) or piece.text.endswith(":")
    return found


def _deadline(pieces: Sequence[Piece], period: str, calendar: Calendar) -> str:
    """When an action is to be done: by the day that its own words name, or by its column's end."""
    spans = spans_in(period, calendar)
    own = deadline_in(" ".join(piece.text for piece in pieces), calendar)
    if own is None or own.due.kind is not DueKind.BY or not spans or own.due.end is None:
        return period
    within = spans[0].first <= own.due.end <= spans[-1].last
    return own.words if within and due_of(own.words, calendar) else period


def _cell(row: Row, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else NOTHING


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(each.text for each in row.cells)
