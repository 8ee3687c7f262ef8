"""Workbooks made for a test, and the actions that are read in them."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.work import Action
from plans.read import read

HEADER = ("Action", "Lead", "By when")


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_sheet(rows: Iterable[Sequence[object]], title: str = "Sheet1") -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book, sheet


def actions_in(book: Workbook) -> tuple[Action, ...]:
    return read("plan.xlsx", saved(book)).actions
