"""Plans in Word, in the layouts that officers draw them in."""

from datetime import date

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from domain.work import Action, DueKind, Status
from plans.formats.word import read_word
from plans.read import read
from plans.rows import Line, Row
from tests.plans.hostile import word
from tests.plans.word_files import HEADER, add_list, fill, new, number_it, saved, table


def actions_in(document) -> tuple[Action, ...]:
    return read("plan.docx", saved(document)).actions


def test_a_plain_table_under_headings_is_read():
    plan = new()
    plan.add_heading("Harbour Quarter Partnership Plan 2026-2028", 0)
    plan.add_heading("Warm homes", 1)
    table(plan, [("Insulate forty lofts", "Ada Quill", "March 2027")])
    plan.add_heading("Clean streets", 1)
    table(plan, [("Empty the bins twice a week", "Bo Tarn", "30 June 2027")])

    document = read("plan.docx", saved(plan))

    assert document.title == "Harbour Quarter Partnership Plan 2026-2028"
    assert [(each.ref, each.section, each.owners) for each in document.actions] == [
        ("1.1", "Warm Homes", ("Ada Quill",)),
        ("2.1", "Clean Streets", ("Bo Tarn",)),
    ]
    assert [each.due.end for each in document.actions] == [date(2027, 3, 31), date(2027, 6, 30)]


def test_every_action_says_in_which_table_and_row_it_stood():
    plan = new()
    plan.add_paragraph("How to read this plan")
    table(plan, [("Open a library", "Ada Quill", "May 2027"), ("Mend it", "Bo Tarn", "June 2027")])

    sources = [each.source for each in actions_in(plan)]

    assert [str(source) for source in sources] == ["table 1, row 2", "table 1, row 3"]


def test_an_issue_merged_over_several_actions_is_the_group_of_each():
    plan = new()
    made = table(
        plan,
        [
            ("Damp housing", "Survey the terraces", "Ada Quill", "May 2027"),
            ("", "Fit new vents", "Bo Tarn", "June 2027"),
            ("Cold housing", "Insulate lofts", "Cy Dunn", "July 2027"),
        ],
        ("Issue", *HEADER),
    )
    made.cell(1, 0).merge(made.cell(2, 0))

    actions = actions_in(plan)

    assert [(each.ref, each.group) for each in actions] == [
        ("1.1", "Damp housing"),
        ("1.2", "Damp housing"),
        ("2.1", "Cold housing"),
    ]


def test_owners_and_dates_merged_downwards_belong_to_every_row():
    plan = new()
    made = table(
        plan, [("Survey the terraces", "Ada Quill", "May 2027"), ("Fit new vents", "", "")]
    )
    made.cell(1, 1).merge(made.cell(2, 1))
    made.cell(1, 2).merge(made.cell(2, 2))

    actions = actions_in(plan)

    assert [each.owners for each in actions] == [("Ada Quill",), ("Ada Quill",)]
    assert [each.due_text for each in actions] == ["May 2027", "May 2027"]


def test_an_action_merged_over_several_rows_is_one_action():
    plan = new()
    made = table(
        plan,
        [
            ("Open a youth centre", "Ada Quill", "May 2027"),
            ("", "Bo Tarn", ""),
            ("Train ten leaders", "Cy Dunn", "July 2027"),
        ],
    )
    made.cell(1, 0).merge(made.cell(2, 0))

    actions = actions_in(plan)

    assert [each.text for each in actions] == ["Open a youth centre", "Train ten leaders"]
    assert actions[0].owners == ("Ada Quill", "Bo Tarn")


def test_a_row_over_the_whole_width_heads_what_follows():
    plan = new()
    made = table(
        plan,
        [
            ("Theme: Staying well", "", ""),
            ("Walk to school", "Ada Quill", "May 2027"),
            ("Theme: Getting on", "", ""),
            ("Read aloud", "Bo Tarn", "May 2027"),
        ],
    )
    for row in (1, 3):
        made.cell(row, 0).merge(made.cell(row, 2))

    assert [each.section for each in actions_in(plan)] == ["Staying Well", "Getting on"]


def test_columns_may_come_in_any_order_and_under_any_usual_name():
    plan = new()
    header = ("Timescale", "Responsible officer", "How we will deliver", "Measure", "No.")
    table(plan, [("Spring 2027", "Ada Quill", "Plant an orchard", "90 trees", "4.2")], header)

    (action,) = actions_in(plan)

    assert (action.ref, action.text, action.owners) == ("4.2", "Plant an orchard", ("Ada Quill",))
    assert action.due.end == date(2027, 5, 31)
    assert action.success == ("90 trees",)


def test_a_table_broken_over_pages_with_its_header_repeated_goes_on():
    plan = new()
    table(plan, [("Plant an orchard", "Ada Quill", "May 2027")])
    plan.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    table(plan, [("Dig a pond", "Bo Tarn", "June 2027")])

    assert [each.text for each in actions_in(plan)] == ["Plant an orchard", "Dig a pond"]


def test_a_table_broken_over_pages_without_its_header_goes_on():
    plan = new()
    table(plan, [("Plant an orchard", "Ada Quill", "May 2027")])
    plan.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    table(plan, [], ("Dig a pond", "Bo Tarn", "June 2027"))

    assert [each.text for each in actions_in(plan)] == ["Plant an orchard", "Dig a pond"]


@pytest.mark.parametrize(
    ("colour", "status"),
    [
        ("00B050", Status.ON_TRACK),
        ("FFC000", Status.AT_RISK),
        ("FF0000", Status.DELAYED),
        ("FFFFFF", None),
        ("D9D9D9", None),
        ("auto", None),
    ],
)
def test_a_status_cell_without_words_is_read_by_its_colour(colour: str, status: Status | None):
    plan = new()
    made = table(plan, [("Dig a pond", "Bo Tarn", "June 2027", "")], (*HEADER, "RAG"))
    fill(made.cell(1, 3), colour)

    assert actions_in(plan)[0].status is status


def test_a_date_crossed_out_gives_way_to_the_new_one():
    plan = new()
    made = table(plan, [("Dig a pond", "Bo Tarn", "")])
    paragraph = made.cell(1, 2).paragraphs[0]
    paragraph.add_run("March 2026").font.strike = True
    paragraph.add_run(" September 2026")

    (action,) = actions_in(plan)

    assert action.due_text == "September 2026"
    assert action.due.end == date(2026, 9, 30)


def test_deleted_and_hidden_words_are_left_out_and_inserted_ones_are_read():
    plan = new()
    made = table(plan, [("Dig", "Bo Tarn", "June 2027")])
    paragraph = made.cell(1, 0).paragraphs[0]
    for change, words, tag in (("w:del", " a ditch", "w:delText"), ("w:ins", " a pond", "w:t")):
        around, run, text = OxmlElement(change), OxmlElement("w:r"), OxmlElement(tag)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        around.append(run)
        paragraph._p.append(around)
    paragraph.add_run(" soon").font.hidden = True

    assert actions_in(plan)[0].text == "Dig a pond"


def test_bullets_with_dates_of_their_own_are_milestones():
    plan = new()
    made = table(plan, [("Build a skate park", "Bo Tarn", "")])
    cell = made.cell(1, 2)
    cell.paragraphs[0].text = "Stage 1 October 2026"
    cell.add_paragraph("Stage 2 August 2027")

    (action,) = actions_in(plan)

    assert action.due.kind is DueKind.BY
    assert [each.end for each in action.due.milestones] == [date(2026, 10, 31), date(2027, 8, 31)]


def test_bullets_inside_an_action_are_joined_to_its_text():
    plan = new()
    made = table(plan, [("Build a skate park:", "Bo Tarn", "June 2027")])
    for words in ("ask the neighbours", "find the money"):
        made.cell(1, 0).add_paragraph(words, style="List Bullet")

    assert actions_in(plan)[0].text == ("Build a skate park: ask the neighbours; find the money")


def test_numbers_that_word_itself_counts_are_references():
    plan = new()
    add_list(plan, 71, ("decimal", "%1"), ("decimal", "%1.%2"))
    made = table(
        plan,
        [("", "Dig a pond", "Bo Tarn", "June 2027"), ("", "Fill it", "Cy Dunn", "July 2027")],
        ("Ref", *HEADER),
    )
    for row in (1, 2):
        number_it(made.cell(row, 0).paragraphs[0], 71, 1)

    assert [each.ref for each in actions_in(plan)] == ["1.1", "1.2"]


def test_several_actions_in_one_cell_are_told_apart_by_their_numbers():
    plan = new()
    made = table(plan, [("2.1 Dig a pond", "Bo Tarn", "June 2027")])
    made.cell(1, 0).add_paragraph("2.2 Fill it with water")

    assert [(each.ref, each.text) for each in actions_in(plan)] == [
        ("2.1", "Dig a pond"),
        ("2.2", "Fill it with water"),
    ]


def test_a_small_table_inside_a_cell_is_part_of_what_the_cell_says():
    plan = new()
    made = table(plan, [("Build a skate park", "Bo Tarn", "June 2027")])
    inner = made.cell(1, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Budget", "two grants"

    assert actions_in(plan)[0].text == "Build a skate park; Budget two grants"


def test_a_table_that_only_lays_out_another_gives_way_to_it():
    plan = new()
    frame = plan.add_table(rows=1, cols=1).cell(0, 0)
    inner = frame.add_table(rows=2, cols=3)
    for row, line in zip(inner.rows, (HEADER, ("Dig a pond", "Bo Tarn", "June 2027")), strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text

    assert [each.text for each in actions_in(plan)] == ["Dig a pond"]


def test_edges_that_do_not_quite_meet_make_no_further_columns():
    """Rows drawn by hand split the grid: each row has three cells, over four columns of it."""
    plan = new()
    made = plan.add_table(rows=2, cols=4)
    lines = (HEADER, ("Dig a pond", "Bo Tarn", "June 2027"))
    for row, wide, line in zip((0, 1), (0, 1), lines, strict=True):
        made.cell(row, wide).merge(made.cell(row, wide + 1))
        starts = [0, 2, 3] if wide == 0 else [0, 1, 3]
        for column, text in zip(starts, line, strict=True):
            made.cell(row, column).text = text

    (action,) = actions_in(plan)

    assert (action.text, action.owners, action.due_text) == (
        "Dig a pond",
        ("Bo Tarn",),
        "June 2027",
    )


def test_pages_that_word_noted_are_told():
    plan = new()
    made = table(
        plan, [("Dig a pond", "Bo Tarn", "June 2027"), ("Fill it", "Bo Tarn", "July 2027")]
    )
    run = made.cell(2, 0).paragraphs[0].runs[0]._r
    run.insert(0, OxmlElement("w:lastRenderedPageBreak"))

    assert [each.source.page for each in actions_in(plan)] == [1, 2]


def test_headings_keep_their_level_and_bullets_are_marked():
    plan = new()
    plan.add_heading("Clean streets", 2)
    plan.add_paragraph("Because we said so", style="List Bullet")
    table(plan, [])

    heading, bullet, header = read_word(saved(plan))

    assert isinstance(heading, Line) and heading.level == 2
    assert isinstance(bullet, Line) and bullet.bullet
    assert isinstance(header, Row) and [cell.text for cell in header.cells] == list(HEADER)


def test_rows_above_the_header_say_what_the_part_is_about():
    document = new()
    document.add_heading("Quay School plan, academic year 2026-27", 1)
    for number, name in ((1, "Reading"), (2, "Attendance")):
        document.add_heading(f"Priority {number}: {name}", 2)
        rows = [
            ("Objective", f"Better {name.lower()}", "", ""),
            ("Lead", "Mrs Quill", "", ""),
            ("Step", "What will happen", "Who", "When"),
            (f"{number}.1", "Buy books", "Bo Tarn", "Autumn term 2026"),
            (f"{number}.2", "Ask parents", "", "End of academic year"),
        ]
        made = table(document, rows[1:], rows[0])
        for at in (0, 1):
            made.cell(at, 1).merge(made.cell(at, 3))
    actions = read("plan.docx", saved(document)).actions

    assert [(each.ref, each.section, each.text) for each in actions] == [
        ("1.1", "Reading", "Buy books"),
        ("1.2", "Reading", "Ask parents"),
        ("2.1", "Attendance", "Buy books"),
        ("2.2", "Attendance", "Ask parents"),
    ]
    assert str(actions[1].due.end) == "2027-08-31"


def test_a_table_of_risks_after_the_plan_is_no_part_of_it():
    document = new()
    rows = [("1. Water", "Mend the weir", "May 2027", "Ada Quill", "It holds")]
    table(document, rows, ("Priority", "Action", "When", "Who", "How will we know?"))
    document.add_heading("Risks", 1)
    table(document, [("Rain", "3", "4", "Buckets")], ("Risk", "Likelihood", "Impact", "Mitigation"))

    assert [each.text for each in read("plan.docx", saved(document)).actions] == ["Mend the weir"]


def test_what_stands_in_a_text_box_is_read_once():
    box = (
        "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        "<w:txbxContent><w:p><w:r><w:t>Theme 1: Quiet nights</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in row)}"
        "</w:tr>"
        for row in (HEADER, ("Mend the weir", "Ada Quill", "May 2027"))
    )
    (action,) = read("plan.docx", word(f"{box}<w:tbl>{cells}</w:tbl>")).actions

    assert (action.section, action.text) == ("Quiet Nights", "Mend the weir")
