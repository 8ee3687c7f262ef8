"""Plans in Excel, in the layouts that officers keep them in."""

import io
from datetime import date

import pytest
import xlsxwriter
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle

from domain.work import DueKind, Status
from plans.formats.excel_values import shown
from plans.read import read
from tests.plans.hostile import excel
from tests.plans.workbooks import HEADER, a_sheet, actions_in, saved


def test_titles_above_the_header_name_the_plan_and_its_period():
    book, _ = a_sheet(
        [
            ("Harbour Quarter Partnership Plan 2026-2028",),
            ("Agreed by the board in the spring.",),
            (),
            HEADER,
            ("Insulate forty lofts", "Ada Quill", "May"),
        ]
    )
    plan = read("plan.xlsx", saved(book))

    assert plan.title == "Harbour Quarter Partnership Plan 2026-2028"
    assert plan.period and plan.period.start == date(2026, 1, 1)
    assert [(each.text, each.group, each.section) for each in plan.actions] == [
        ("Insulate forty lofts", None, None)
    ]
    assert str(plan.actions[0].source) == "sheet Sheet1, row 5"


@pytest.mark.parametrize(
    ("number_format", "words", "end"),
    [
        ("dd/mm/yyyy", "1 March 2027", date(2027, 3, 1)),
        ("mm-dd-yy", "1 March 2027", date(2027, 3, 1)),
        ("[$-809]d mmmm yyyy;@", "1 March 2027", date(2027, 3, 1)),
        ("mmm-yy", "March 2027", date(2027, 3, 31)),
        ("yyyy", "2027", date(2027, 12, 31)),
    ],
)
def test_a_real_date_says_as_much_as_its_format_shows(number_format: str, words: str, end: date):
    book, sheet = a_sheet([HEADER, ("Dig a pond", "Bo Tarn", date(2027, 3, 1))])
    sheet["C2"].number_format = number_format

    (action,) = actions_in(book)

    assert (action.due_text, action.due.end) == (words, end)


def test_issues_owners_and_dates_may_be_merged_downwards():
    book, sheet = a_sheet(
        [
            ("Issue", *HEADER),
            ("Damp housing", "Survey the terraces", "Ada Quill", "May 2027"),
            (None, "Fit new vents", None, None),
            ("Cold housing", "Insulate lofts", "Cy Dunn", "July 2027"),
        ]
    )
    for cells in ("A2:A3", "C2:C3", "D2:D3"):
        sheet.merge_cells(cells)

    actions = actions_in(book)

    assert [(each.group, each.owners, each.due_text) for each in actions] == [
        ("Damp housing", ("Ada Quill",), "May 2027"),
        ("Damp housing", ("Ada Quill",), "May 2027"),
        ("Cold housing", ("Cy Dunn",), "July 2027"),
    ]


def test_what_success_looks_like_is_each_actions_own_where_shared_cells_are_merged():
    book, sheet = a_sheet(
        [
            ("Issue", *HEADER, "Outcome"),
            ("Damp housing", "Survey the terraces", "Ada Quill", "May 2027", "Ten terraces seen"),
            (None, "Fit new vents", "Ada Quill", "May 2027", "Forty vents"),
            (None, "Paint the stair", "Ada Quill", "May 2027", None),
            (None, "Paint the hall", "Ada Quill", "May 2027", None),
        ]
    )
    sheet.merge_cells("A2:A5")
    sheet.merge_cells("E3:E4")

    assert [each.success for each in actions_in(book)] == [
        ("Ten terraces seen",),
        ("Forty vents",),
        ("Forty vents",),
        (),
    ]


def test_a_row_merged_over_the_whole_width_heads_what_follows():
    book, sheet = a_sheet(
        [
            HEADER,
            ("Staying well", None, None),
            ("Walk to school", "Ada Quill", "May 2027"),
            ("Getting on", None, None),
            ("Read aloud", "Bo Tarn", "May 2027"),
        ]
    )
    sheet.merge_cells("A2:C2")
    sheet.merge_cells("A4:C4")

    heads = [each.section or each.group for each in actions_in(book)]

    assert heads == ["Staying Well", "Getting on"]


def test_each_sheet_is_a_section_where_several_have_tables():
    book, _ = a_sheet([HEADER, ("Walk to school", "Ada Quill", "May 2027")], "Staying well")
    other = book.create_sheet("Getting on")
    for row in (HEADER, ("Read aloud", "Bo Tarn", "June 2027")):
        other.append(row)
    book.create_sheet("Notes").append(("Nothing here",))

    actions = actions_in(book)

    assert [(each.section, each.source.sheet) for each in actions] == [
        ("Staying Well", "Staying well"),
        ("Getting on", "Getting on"),
    ]


def test_several_tables_of_one_sheet_are_all_read():
    book, _ = a_sheet(
        [
            ("Theme: Staying well",),
            HEADER,
            ("Walk to school", "Ada Quill", "May 2027"),
            (),
            ("Theme: Getting on",),
            ("By when", "Lead", "Action"),
            ("June 2027", "Bo Tarn", "Read aloud"),
        ]
    )

    assert [(each.section, each.text, each.owners) for each in actions_in(book)] == [
        ("Staying Well", "Walk to school", ("Ada Quill",)),
        ("Getting on", "Read aloud", ("Bo Tarn",)),
    ]


@pytest.mark.parametrize(
    ("colour", "status"),
    [
        (Color("FF92D050"), Status.ON_TRACK),
        (Color("FFFFC000"), Status.AT_RISK),
        (Color("FFFF0000"), Status.DELAYED),
        (Color("FFC6EFCE"), Status.ON_TRACK),
        (Color(indexed=10), Status.DELAYED),
        (Color(theme=9), Status.AT_RISK),
        (Color(theme=0), None),
        (Color("FFDCE6F1"), None),
    ],
)
def test_a_status_cell_without_words_is_read_by_its_fill(colour: Color, status: Status | None):
    book, sheet = a_sheet([(*HEADER, "RAG"), ("Dig a pond", "Bo Tarn", "June 2027", None)])
    sheet["D2"].fill = PatternFill("solid", fgColor=colour)

    assert actions_in(book)[0].status is status


def test_a_date_crossed_out_gives_way_to_the_new_one():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        crossed = book.add_format({"font_strikeout": True})
        for at, row in enumerate([HEADER, ("Dig a pond", "Bo Tarn"), ("Fill it", "Bo Tarn")]):
            sheet.write_row(at, 0, row)
        sheet.write_rich_string(1, 2, crossed, "March 2026", " September 2026")
        sheet.write(2, 2, "May 2026", crossed)

    dug, filled = read("plan.xlsx", file.getvalue()).actions

    assert (dug.due_text, dug.due.end) == ("September 2026", date(2026, 9, 30))
    assert filled.due_text == ""


def test_lines_and_bullets_inside_a_cell_are_kept_apart():
    book, _ = a_sheet(
        [
            HEADER,
            ("Build a park:\n• ask\n• pay", "Bo Tarn", "Stage 1 May 2026\nStage 2 August 2027"),
        ]
    )
    (action,) = actions_in(book)

    assert action.text == "Build a park: ask; pay"
    assert action.due.kind is DueKind.BY
    assert [each.end for each in action.due.milestones] == [date(2026, 5, 31), date(2027, 8, 31)]


def test_what_a_formula_last_gave_is_read():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ("Dig a pond", "Bo Tarn"))
        sheet.write_formula(1, 2, '="June "&2027', None, "June 2027")

    (action,) = read("plan.xlsx", file.getvalue()).actions

    assert action.due.end == date(2027, 6, 30)


def test_an_action_merged_over_several_rows_is_one_action():
    book, sheet = a_sheet(
        [HEADER, ("Open a centre", "Ada Quill", "May 2027"), (None, "Bo Tarn", None)]
    )
    sheet.merge_cells("A2:A3")

    (action,) = actions_in(book)

    assert (action.text, action.owners) == ("Open a centre", ("Ada Quill", "Bo Tarn"))


def test_a_table_that_begins_far_from_the_corner_is_read():
    book, sheet = a_sheet([])
    for offset, row in enumerate([HEADER, ("Dig a pond", "Bo Tarn", "June 2027")]):
        for at, text in enumerate(row):
            sheet.cell(row=12 + offset, column=4 + at, value=text)
    sheet["XFD1048576"] = "stray"

    assert [each.text for each in actions_in(book)] == ["Dig a pond"]


def test_a_bare_workbook_without_styles_is_read():
    """As programs other than Excel write them."""
    rows = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{column}{at}" t="inlineStr"><is><t>{text}</t></is></c>'
            for column, text in zip("ABC", row, strict=True)
        )
        + "</row>"
        for at, row in enumerate([HEADER, ("Dig a pond", "Bo Tarn", "June 2027")], 1)
    )
    (action,) = read("plan.xlsx", excel(f"<sheetData>{rows}</sheetData>")).actions

    assert (action.text, action.owners) == ("Dig a pond", ("Bo Tarn",))


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (3.0, "General", "3"),
        (7, "000", "007"),
        (0.5, "0%", "50%"),
        (1250, "£#,##0", "£1,250"),
        (1250.5, '"£"#,##0.00', "£1,250.50"),
        (True, "General", "Yes"),
        (None, "General", ""),
        ("#REF!", "General", ""),
        ("June", "@", "June"),
    ],
)
def test_numbers_are_read_as_they_are_shown(value: object, number_format: str, expected: str):
    assert shown(value, number_format) == expected


@pytest.mark.parametrize(
    "rule",
    [
        CellIsRule(operator="equal", formula=["2"], fill=PatternFill(bgColor="FFC000")),
        FormulaRule(formula=["$C2=2"], fill=PatternFill(bgColor="FFC000")),
    ],
    ids=["the cell itself", "an expression"],
)
def test_a_colour_may_come_from_a_rule(rule: Rule):
    rows = [("Action", "Lead", "RAG"), ("Mend the weir", "Ada Quill", 2), ("Dig", "Bo Tarn", 9)]
    book, sheet = a_sheet(rows)
    sheet.conditional_formatting.add("C2:C9", rule)

    assert [each.status for each in actions_in(book)] == [Status.AT_RISK, None]


def test_a_rule_may_look_for_a_word():
    rows = [("Action", "Lead", "Status"), ("Mend the weir", "Ada Quill", "Tender out")]
    book, sheet = a_sheet(rows)
    rule = Rule(type="containsText", operator="containsText", text="tender")
    rule.dxf = DifferentialStyle(fill=PatternFill(bgColor="00B050"))
    rule.formula = ['NOT(ISERROR(SEARCH("tender",C2)))']
    sheet.conditional_formatting.add("C2:C9", rule)

    assert [each.status for each in actions_in(book)] == [Status.ON_TRACK]


def test_a_register_of_risks_on_a_sheet_of_its_own_is_no_part_of_the_plan_above():
    book, _ = a_sheet(
        [
            ("Ref", "Issue", "Action", "Lead", "By when"),
            ("1.1", "Damp housing", "Survey the terraces", "Ada Quill", "May 2027"),
        ],
        "Homes",
    )
    other = book.create_sheet("Risk log")
    other.append(("Risk no.", "Description", "Impact", "Risk score", "Owner"))
    other.append(("1", "The scaffolders fall ill", "3", "9", "Bo Tarn"))

    plan = read("plan.xlsx", saved(book))

    assert [each.ref for each in plan.actions] == ["1.1"]
    assert "2 rows were left out from sheet Risk log, row 1" in plan.notes[-1].message


def test_the_sheet_of_closed_actions_is_of_no_theme_and_no_priority():
    book, _ = a_sheet(
        [
            ("Ref", *HEADER),
            ("Theme A: The water", None, None, None),
            ("A1", "Mend the weir", "Ada Quill", "May 2027"),
        ],
        "Open actions",
    )
    closed = book.create_sheet("Closed actions")
    closed.append(("Ref", *HEADER, "Date closed"))
    closed.append(("A2", "Fence the beck", "Bo Tarn", "May 2026", date(2026, 5, 12)))

    assert [(each.ref, each.section, each.group, each.status) for each in actions_in(book)] == [
        ("A1", "The Water", None, None),
        ("A2", None, None, Status.COMPLETE),
    ]


@pytest.mark.parametrize("label", ["Theme 2: Quiet nights", "Quiet nights outcome group"])
def test_a_theme_named_on_one_sheet_does_not_reach_over_the_others(label: str):
    book, _ = a_sheet([HEADER, ("Dredge the basin", "Ada Quill", "May 2027")], "Clean water")
    nights = book.create_sheet("Quiet nights")
    quay = book.create_sheet("A busy quay")
    for row in ((label,), HEADER, ("Move the taxi rank", "Bo Tarn", "May 2027")):
        nights.append(row)
    for row in (("A BUSY QUAY",), (), HEADER, ("Mend the crane", "Bo Tarn", "June 2027")):
        quay.append(row)

    assert [(each.text, each.section) for each in actions_in(book)] == [
        ("Dredge the basin", "Clean Water"),
        ("Move the taxi rank", "Quiet Nights"),
        ("Mend the crane", "A Busy Quay"),
    ]


def test_a_sheet_whose_themes_have_names_is_no_section():
    book, sheet = a_sheet([("Theme 1: Clean water",), HEADER], "Streets")
    sheet.append(("Dredge the basin", "Ada Quill", "May 2027"))
    other = book.create_sheet("The rest")
    for row in (("Theme 2: Quiet nights",), HEADER, ("Move the taxi rank", "Bo Tarn", "May 2027")):
        other.append(row)

    assert [each.section for each in actions_in(book)] == ["Clean Water", "Quiet Nights"]
