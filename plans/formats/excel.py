"""Excel workbooks (.xlsx): values as they are shown, colours, what is merged or crossed out."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles import Fill
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.utils.cell import range_boundaries

from domain.problems import Unreadable
from plans.document import Note
from plans.formats.colours import colour_name, tinted
from plans.formats.excel_rules import Rule, coloured, fills_of, rules_of
from plans.formats.excel_values import shown
from plans.formats.guard import SAVE_PART, Archive, as_damage, limited, too_much, xml_tree
from plans.formats.sheets import (
    MOST_ROWS,
    WIDEST,
    Range,
    Runs,
    Sheet,
    blocks_of,
    cell_of_runs,
    notes_on,
)
from plans.rows import NOTHING, Block, Cell

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
MERGED = re.compile(
    rb"<(?:\w{1,9}:)?mergeCell [^<>]{0,40}?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\""
)
COLUMN = re.compile(rb"<(?:\w{1,9}:)?col( [^<>]{1,300})>")
ROW = re.compile(rb"<(?:\w{1,9}:)?row( [^<>]{1,300})>")
NUMBER = re.compile(rb'\sr="(\d{1,7})"')
FIRST, LAST = re.compile(rb'\smin="(\d{1,5})"'), re.compile(rb'\smax="(\d{1,5})"')
HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
MOST_MERGED = 20_000
MOST_SHEETS = 100
MOST_CELLS = 300_000  # filled, coloured or blank; plans of 1,000 actions have 20,000
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))


def read_excel(content: bytes) -> tuple[list[Block], list[Note]]:
    """The lines and rows of a workbook, and notes on what of it was not read."""
    archive = Archive(content)
    parts = dict(_parts(archive))
    archive.check()
    with as_damage(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that the library leaves alone, as we do
        sheets = list(_sheets(content, parts))
    return limited(blocks_of(sheets)), notes_on(sheets)


@dataclass(frozen=True, slots=True)
class _Part:
    """What the quick way to read a sheet leaves out."""

    merged: Sequence[Range] = ()
    rules: Sequence[Rule] = ()  # that colour cells
    hidden_columns: Sequence[int] = ()
    hidden_rows: Sequence[int] = ()


NO_PART = _Part()


def _parts(archive: Archive) -> Iterator[tuple[str, _Part]]:
    """The part of each sheet, by its name."""
    fills = fills_of(archive)
    targets = {each.get("Id", ""): each.get("Target", "") for each in archive.tree(RELATIONS)}
    sheets = list(archive.tree(BOOK).iter(SHEET))
    if len(sheets) > MOST_SHEETS:
        raise Unreadable(f"The workbook has more than {MOST_SHEETS} sheets.", SAVE_PART)
    for sheet in sheets:
        target = targets.get(sheet.get(RELATION, ""), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.names:
            yield sheet.get("name", ""), _part(archive.part(part), fills)


def _part(content: bytes, fills: Sequence[str]) -> _Part:
    matches = islice(MERGED.finditer(content), MOST_MERGED)
    merged = [_range(match[1].decode()) for match in matches]
    columns, rows = list(_hidden_columns(content)), list(_hidden_rows(content))
    return _Part(merged, rules_of(content, fills), columns, rows)


def _hidden_columns(content: bytes) -> Iterator[int]:
    before, _, _ = content.partition(b"sheetData")
    for column in islice(COLUMN.finditer(before), WIDEST):
        first, last = FIRST.search(column[1]), LAST.search(column[1])
        if first and last and HIDDEN.search(column[1]):
            yield from range(int(first[1]) - 1, min(int(last[1]), WIDEST))


def _hidden_rows(content: bytes) -> Iterator[int]:
    for row in ROW.finditer(content) if HIDDEN.search(content) else ():
        if HIDDEN.search(row[1]) and (number := NUMBER.search(row[1])):
            yield int(number[1]) - 1


def _range(reference: str) -> Range:
    left, top, right, bottom = range_boundaries(reference)
    return Range(top - 1, left - 1, bottom - 1, right - 1)


def _sheets(content: bytes, parts: Mapping[str, _Part]) -> Iterator[Sheet]:
    book = load_workbook(
        io.BytesIO(content), read_only=True, data_only=True, keep_links=False, rich_text=True
    )
    looks = _Looks(_theme(book.loaded_theme))
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        part = parts.get(sheet.title, NO_PART)
        made = Sheet(
            sheet.title,
            sheet.sheet_state != "visible",
            merged=part.merged,
            hidden_columns=part.hidden_columns,
            hidden_rows=part.hidden_rows,
        )
        lines = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=WIDEST)
        for at, line in enumerate(lines):
            if cells := looks.cells(line):
                made.rows[at] = cells
        made.cut = made.rows.pop(MOST_ROWS, None) is not None
        coloured(made.rows, part.rules)
        yield made


class _Looks:
    """Turns the library's cells into ours, and remembers what it found out about each style."""

    def __init__(self, theme: list[str]) -> None:
        self._theme = theme
        self._left = MOST_CELLS
        self._colours: dict[int, str] = {}

    def cells(self, line: Iterable[ReadOnlyCell | EmptyCell]) -> list[Cell]:
        """The cells of a row up to the last that holds anything."""
        cells = [self._cell(each) for each in line]
        while cells and cells[-1] is NOTHING:
            cells.pop()
        return cells

    def _cell(self, cell: ReadOnlyCell | EmptyCell) -> Cell:
        if isinstance(cell, EmptyCell):
            return NOTHING
        self._left -= 1
        if self._left < 0:
            raise too_much()
        fill = cell.fill
        colour = self._colours.get(id(fill))
        if colour is None:
            colour = self._colours[id(fill)] = self._colour(fill)
        if cell.value is None:
            return Cell(colour=colour) if colour else NOTHING
        return cell_of_runs(_runs(cell), colour)

    def _colour(self, fill: Fill) -> str:
        """The name of a plain fill; patterns and gradients are decoration."""
        colour = getattr(fill, "fgColor", None)
        if getattr(fill, "patternType", None) != "solid" or not isinstance(colour, Color):
            return ""
        match colour.type:
            case "rgb":
                return colour_name(str(colour.rgb))
            case "theme" if colour.theme < len(self._theme):
                return colour_name(tinted(self._theme[colour.theme], colour.tint))
            case "indexed" if colour.indexed < len(COLOR_INDEX):
                return colour_name(COLOR_INDEX[colour.indexed])
            case _:
                return ""


def _runs(cell: ReadOnlyCell) -> Runs:
    crossed = bool(cell.font.strike)
    if not isinstance(cell.value, CellRichText):
        return [(shown(cell.value, cell.number_format), crossed)]
    return [
        (each.text, bool(each.font.strike)) if isinstance(each, TextBlock) else (each, crossed)
        for each in cell.value
    ]


def _theme(content: bytes | None) -> list[str]:
    """The colours of a workbook's theme, in the order in which cells name them."""
    if not content:
        return []
    root = xml_tree(content)
    found = (root.find(f".//{DRAWING}{name}") for name in THEME_ORDER)
    return [_shade(each) if each is not None and len(each) else "" for each in found]


def _shade(element: Element) -> str:
    return element[0].get("lastClr") or element[0].get("val") or ""
