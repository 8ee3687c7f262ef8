"""Excel workbooks of the old kind (.xls)."""

from collections.abc import Iterator
from datetime import datetime
from io import StringIO

import xlrd

from domain.problems import Unreadable
from plans.document import Note
from plans.formats.colours import of_rgb
from plans.formats.excel_values import shown
from plans.formats.guard import as_damage, limited, protected
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
from plans.rows import Block, Cell

LARGEST = 6 * 1024**2  # bytes; plans of 1,000 actions have 1 MB
AUTOMATIC = 64  # the first of the colours that are left to the system
SOLID = 1


def read_old_excel(content: bytes) -> tuple[list[Block], list[Note]]:
    """The lines and rows of a workbook, and notes on what of it was not read."""
    if len(content) > LARGEST:
        raise Unreadable(
            f"The file is an old Excel file larger than {LARGEST // 1024**2} MB.",
            "Save it as .xlsx, and import that.",
        )
    with as_damage():
        sheets = list(_sheets(_opened(content)))
    return limited(blocks_of(sheets)), notes_on(sheets)


def _opened(content: bytes) -> xlrd.Book:
    try:
        return xlrd.open_workbook(
            file_contents=content, formatting_info=True, logfile=StringIO(), on_demand=True
        )
    except xlrd.XLRDError as fault:
        if "encrypted" in str(fault):
            raise protected() from None
        raise


def _sheets(book: xlrd.Book) -> Iterator[Sheet]:
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        made = Sheet(sheet.name, hidden=sheet.visibility != 0, cut=sheet.nrows > MOST_ROWS)
        made.merged = [
            Range(top, left, bottom - 1, right - 1)
            for top, bottom, left, right in sheet.merged_cells
        ]
        made.hidden_rows = [at for at, look in sheet.rowinfo_map.items() if look.hidden]
        made.hidden_columns = [at for at, look in sheet.colinfo_map.items() if look.hidden]
        for at in range(min(sheet.nrows, MOST_ROWS)):
            cells = [_cell(book, sheet, at, column) for column in range(_width(sheet, at))]
            if any(not cell.blank or cell.colour for cell in cells):
                made.rows[at] = cells
        yield made
        book.unload_sheet(number)


def _width(sheet: xlrd.sheet.Sheet, row: int) -> int:
    return min(int(sheet.row_len(row)), WIDEST)


def _cell(book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int) -> Cell:
    look = book.xf_list[sheet.cell_xf_index(row, column)]
    return cell_of_runs(_runs(book, sheet, row, column, look), _colour(book, look))


def _colour(book: xlrd.Book, look: xlrd.formatting.XF) -> str:
    fill = look.background
    if fill.fill_pattern != SOLID or fill.pattern_colour_index >= AUTOMATIC:
        return ""
    colour = book.colour_map.get(fill.pattern_colour_index)
    return of_rgb(*colour) if colour else ""


def _runs(
    book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int, look: xlrd.formatting.XF
) -> Runs:
    text = _text(book, sheet.cell(row, column), look)
    crossed = bool(book.font_list[look.font_index].struck_out)
    changes = sheet.rich_text_runlist_map.get((row, column), ())
    runs = [(text[: changes[0][0]] if changes else text, crossed)]
    for at, (start, font) in enumerate(changes):
        end = changes[at + 1][0] if at + 1 < len(changes) else len(text)
        runs.append((text[start:end], bool(book.font_list[font].struck_out)))
    return runs


def _text(book: xlrd.Book, cell: xlrd.sheet.Cell, look: xlrd.formatting.XF) -> str:
    number_format = book.format_map[look.format_key].format_str
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return shown(str(cell.value), number_format)
        case xlrd.XL_CELL_NUMBER:
            return shown(float(cell.value), number_format)
        case xlrd.XL_CELL_BOOLEAN:
            return shown(bool(cell.value), number_format)
        case xlrd.XL_CELL_DATE:
            parts = xlrd.xldate_as_tuple(cell.value, book.datemode)
            if not any(parts[:3]):
                return ""
            return shown(datetime(*parts), number_format)  # noqa: DTZ001  sheets know no time zone
        case _:
            return ""
