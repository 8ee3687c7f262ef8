"""Plans in Excel files of the old kind."""

import io
from datetime import date

import pytest
import xlwt

from domain.problems import Unreadable
from domain.work import Status
from plans.read import read

HEADER = ("Issue", "Action", "Lead", "By when", "RAG")


def a_book() -> tuple[xlwt.Workbook, xlwt.Worksheet]:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Plan")
    for column, name in enumerate(HEADER):
        sheet.write(0, column, name)
    return book, sheet


def saved(book: xlwt.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_merged_cells_real_dates_and_colours_are_read():
    book, sheet = a_book()
    sheet.write_merge(1, 2, 0, 0, "Damp housing")
    as_month = xlwt.easyxf(num_format_str="mmm-yy")
    for row, action in ((1, "Survey the terraces"), (2, "Fit new vents")):
        sheet.write(row, 1, action)
        sheet.write(row, 2, "Ada Quill")
        sheet.write(row, 3, date(2027, 3, 1), as_month)
        sheet.write(row, 4, "", xlwt.easyxf("pattern: pattern solid, fore_colour red"))

    actions = read("plan.xls", saved(book)).actions

    assert [(each.ref, each.group, each.status) for each in actions] == [
        ("1.1", "Damp housing", Status.DELAYED),
        ("1.2", "Damp housing", Status.DELAYED),
    ]
    assert [each.due.end for each in actions] == [date(2027, 3, 31)] * 2
    assert str(actions[1].source) == "sheet Plan, row 3"


def test_hidden_columns_are_left_out_and_noted():
    book, sheet = a_book()
    for column, text in enumerate(("Damp housing", "Survey the terraces", "Ada Quill", "May")):
        sheet.write(1, column, text)
    sheet.col(2).hidden = True
    sheet.row(1).hidden = True

    plan = read("plan.xls", saved(book))

    assert plan.actions[0].owners == ()
    assert [each.message for each in plan.notes[:2]] == [
        "Hidden columns of “Plan” were not read: C.",
        "Hidden rows of “Plan” were read all the same: 2.",
    ]


def test_a_date_crossed_out_gives_way_to_the_new_one():
    book, sheet = a_book()
    crossed, plain = xlwt.easyfont("struck_out on"), xlwt.easyfont("")
    for column, text in enumerate(("Damp housing", "Survey the terraces", "Ada Quill")):
        sheet.write(1, column, text)
    sheet.write_rich_text(1, 3, (("March 2026", crossed), (" May 2026", plain)))

    assert read("plan.xls", saved(book)).actions[0].due_text == "May 2026"


@pytest.mark.parametrize("length", [600, 3000])
def test_a_file_cut_short_is_refused_in_one_sentence(length: int):
    book, _ = a_book()
    with pytest.raises(Unreadable):
        read("plan.xls", saved(book)[:length])
