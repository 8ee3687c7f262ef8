"""The sheets of a workbook, whatever its format, into lines and rows."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from openpyxl.utils.cell import get_column_letter

from domain.work import Source
from plans.document import Note
from plans.formats.characters import cleaned
from plans.formats.listed import listed
from plans.markup import cell_of
from plans.meaning.section_names import is_generic
from plans.rows import NOTHING, Block, Cell, Line, Piece, Row

MOST_ROWS = 20_000  # of a sheet; a stray cell far below is no part of a plan
WIDEST = 60  # columns
MOST_NAMED = 10  # rows in one note
UNNAMED = re.compile(
    r"(?:sheet|tab|table|page|plan|data|book|worksheet)?\s?[\d\W_]*", re.IGNORECASE
)

type Struck = bool
type Runs = Sequence[tuple[str, Struck]]


@dataclass(frozen=True, slots=True)
class Range:
    """Cells merged into one; rows and columns count from 0, the last ones are within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet: its filled rows by number, each with its cells from the first column on."""

    name: str
    hidden: bool = False
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    merged: Sequence[Range] = ()
    hidden_rows: Collection[int] = ()  # of a filter that was left on; they are read
    hidden_columns: Collection[int] = ()
    unread: set[int] = field(default_factory=set)  # of these, those that something stood in
    cut: bool = False  # rows beyond the most were left

    @property
    def has_table(self) -> bool:
        return any(_filled(cells) > 1 for cells in self.rows.values())


def cell_of_runs(runs: Runs, colour: str = "") -> Cell:
    """A cell of text, parts of which may be crossed out."""
    pieces: list[Piece] = []
    for struck, alike in groupby(runs, key=itemgetter(1)):
        made = cell_of(listed(cleaned("".join(text for text, _ in alike)))).pieces
        pieces += [replace(piece, struck=True) for piece in made] if struck else made
    if not pieces and not colour:
        return NOTHING
    return Cell(tuple(pieces), colour=colour)


def blocks_of(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """The lines and rows of all sheets that can be seen. Where several have tables, the name of
    each heads what stands on it."""
    seen = [sheet for sheet in sheets if not sheet.hidden and sheet.rows]
    several = sum(sheet.has_table for sheet in seen) > 1
    for number, sheet in enumerate(seen, 1):
        if several and sheet.has_table and not _is_unnamed(sheet.name):
            yield Line(sheet.name, Source(sheet=sheet.name), level=1)
        yield from _blocks(sheet, number)


def notes_on(sheets: Sequence[Sheet]) -> list[Note]:
    """What was left unread, and why."""
    notes: list[Note] = []
    for sheet in sheets:
        source = Source(sheet=sheet.name)
        if sheet.hidden and sheet.has_table:
            message = f"The sheet “{sheet.name}” is hidden, so it was not read."
            notes.append(Note(code="sheet-hidden", source=source, message=message))
        if sheet.unread:
            letters = ", ".join(get_column_letter(at + 1) for at in sorted(sheet.unread))
            message = f"Hidden columns of “{sheet.name}” were not read: {letters}."
            notes.append(Note(code="columns-hidden", source=source, message=message))
        if not sheet.hidden and (filtered := _filtered(sheet)):
            numbers = ", ".join(str(at + 1) for at in filtered[:MOST_NAMED])
            more = ", ..." if len(filtered) > MOST_NAMED else ""
            message = f"Hidden rows of “{sheet.name}” were read all the same: {numbers}{more}."
            notes.append(Note(code="rows-hidden", source=source, message=message))
        if sheet.cut:
            message = f"Rows of “{sheet.name}” below row {MOST_ROWS:,} were not read."
            notes.append(Note(code="rows-left-out", source=source, message=message))
    return notes


def _blocks(sheet: Sheet, number: int) -> Iterator[Block]:
    _merge(sheet)
    _leave_hidden(sheet)
    width = max(map(len, sheet.rows.values()))
    before, begun = -1, False
    for at, cells in sorted(sheet.rows.items()):
        source = Source(sheet=sheet.name, row=at + 1)
        gap = at > before + 1
        filled = [cell for cell in cells if not cell.blank and not cell.merged]
        if not filled and not any(cell.merged for cell in cells):
            continue  # only colours
        if len(filled) == 1 and (gap or not begun) and filled[0].spans < width:
            yield Line(filled[0].text, source)
            before = at if not begun else before
            continue
        begun = begun or len(filled) > 1
        if not begun:
            yield Line(" ".join(cell.text for cell in filled), source)
        else:
            row = (*cells, *[NOTHING] * (width - len(cells)))
            yield Row(row, source, table=number, after_gap=gap)
        before = at


def _merge(sheet: Sheet) -> None:
    """Let each merged cell say over how many columns it reaches, and go on in the rows below."""
    for each in sheet.merged:
        top = sheet.rows.get(each.top)
        if (
            top is None
            or each.left >= len(top)
            or (each.top, each.left) == (each.bottom, each.right)
        ):
            continue
        wide = min(each.right, WIDEST - 1) - each.left + 1
        cell = top[each.left] = replace(top[each.left], spans=wide)
        _lengthen(top, each.left + wide)
        below = replace(cell, merged=True)
        for at in range(each.top + 1, min(each.bottom, MOST_ROWS) + 1):
            if (row := sheet.rows.get(at)) is not None:
                _lengthen(row, each.left + wide)
                row[each.left] = below


def _leave_hidden(sheet: Sheet) -> None:
    """Blank what stands in hidden columns; a cell merged into one that is shown is seen."""
    hidden = set(sheet.hidden_columns)
    for cells in sheet.rows.values() if hidden else ():
        for at in hidden:
            if at < len(cells) and hidden.issuperset(range(at, at + cells[at].spans)):
                if not cells[at].blank:
                    sheet.unread.add(at)
                cells[at] = NOTHING


def _filtered(sheet: Sheet) -> list[int]:
    """The hidden rows that may be of a table."""
    return [at for at in sorted(sheet.hidden_rows) if _filled(sheet.rows.get(at, ())) > 1]


def _lengthen(cells: list[Cell], width: int) -> None:
    cells += [NOTHING] * (width - len(cells))


def _filled(cells: Sequence[Cell]) -> int:
    return sum(not cell.blank for cell in cells)


def _is_unnamed(name: str) -> bool:
    return bool(UNNAMED.fullmatch(name.strip())) or is_generic(name)
