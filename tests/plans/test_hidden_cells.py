"""What a workbook hides: sheets and columns are left out, rows that a filter hides are not."""

from domain.work import Status
from plans.read import read
from tests.plans.workbooks import HEADER, a_sheet, actions_in, saved


def test_hidden_sheets_are_left_out_and_noted():
    book, _ = a_sheet([HEADER, ("Walk to school", "Ada Quill", "May 2027")])
    other = book.create_sheet("Old plan")
    for row in (HEADER, ("Read aloud", "Bo Tarn", "June 2019")):
        other.append(row)
    other.sheet_state = "hidden"

    plan = read("plan.xlsx", saved(book))

    assert [each.text for each in plan.actions] == ["Walk to school"]
    assert [note.message for note in plan.notes] == [
        "The sheet “Old plan” is hidden, so it was not read."
    ]


def test_hidden_columns_are_left_out_and_noted():
    book, sheet = a_sheet(
        [
            ("Theme: Staying well",),
            ("Action", "Lead 2019", "Lead", "RAG in May", "RAG", "By when"),
            ("Walk to school", "Ada Quill", "Bo Tarn", "Green", "Red", "May 2027"),
            ("Read aloud", "Ada Quill", None, "Green", None, "June 2027"),
        ]
    )
    sheet.merge_cells("A1:F1")
    for letter in "BD":
        sheet.column_dimensions[letter].hidden = True

    plan = read("plan.xlsx", saved(book))

    assert [(each.owners, each.status) for each in plan.actions] == [
        (("Bo Tarn",), Status.DELAYED),
        ((), None),
    ]
    assert plan.notes[0].message == "Hidden columns of “Sheet1” were not read: B, D."


def test_a_title_merged_from_a_hidden_column_into_others_is_seen():
    book, sheet = a_sheet(
        [
            ("UID", *HEADER),
            ("Staying well", None, None, None),
            (1007, "Walk to school", "Ada Quill", "May 2027"),
            ("Getting on", None, None, None),
            (1014, "Read aloud", "Bo Tarn", "May 2027"),
        ]
    )
    sheet.merge_cells("A2:D2")
    sheet.merge_cells("A4:D4")
    sheet.column_dimensions["A"].hidden = True

    actions = actions_in(book)

    assert [each.section for each in actions] == ["Staying Well", "Getting on"]
    assert [each.ref for each in actions] == ["1.1", "2.1"]


def test_rows_that_a_filter_hides_are_read_and_noted():
    book, sheet = a_sheet(
        [
            HEADER,
            ("Walk to school", "Ada Quill", "May 2027"),
            ("Read aloud", "Bo Tarn", "May 2027"),
        ]
    )
    sheet.row_dimensions[2].hidden = True

    plan = read("plan.xlsx", saved(book))

    assert len(plan.actions) == 2
    assert [note.message for note in plan.notes] == [
        "Hidden rows of “Sheet1” were read all the same: 2."
    ]
