"""A plan as an Excel workbook: all cells text or dates, none a formula."""

import io

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from plans.writing.columns import HEADINGS, Sheet, Value

BOLD = Font(bold=True)
TOP = Alignment(vertical="top", wrap_text=True)
DATE = "d mmmm yyyy"
NARROW, WIDE = 16, 44  # characters
LONG = ("Action", "Success criteria", "Last words")


def as_workbook(sheet: Sheet) -> bytes:
    """One sheet, with the header kept in sight."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Plan"
    for at, line in enumerate(sheet.lines, 1):
        _write(page.cell(at, 1), line).font = BOLD
    header = len(sheet.lines) + 1
    for column, name in enumerate(HEADINGS, 1):
        _write(page.cell(header, column), name).font = BOLD
    for at, row in enumerate(sheet.rows, header + 1):
        for column, value in enumerate(row, 1):
            _write(page.cell(at, column), value).alignment = TOP
    _lay_out(page, header)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(cell: Cell, value: Value) -> Cell:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # also what begins with "="
        cell.quotePrefix = True
    else:
        cell.value = value
        cell.number_format = DATE
    return cell


def _lay_out(page: Worksheet, header: int) -> None:
    page.freeze_panes = f"A{header + 1}"
    for column, name in enumerate(HEADINGS, 1):
        width = WIDE if name in LONG else NARROW
        page.column_dimensions[get_column_letter(column)].width = width
