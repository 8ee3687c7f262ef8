"""Plans as PDF, with ruled tables and without, as officers print them."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph

from domain.problems import Unreadable
from domain.work import Action, Status
from plans.formats import pdf_process
from plans.read import read
from tests.plans.pdf_files import a_scan, heading, pages_of_text, printed, prose, table, title

HEADER = ("Action", "Lead", "By when")
POND = ("Dig a pond", "Bo Tarn", "June 2027")
LONG = (
    "Survey every terrace between the harbour and the hill with the fire service, "
    "and publish what was found there street by street"
)
ruled_or_not = pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])


def actions_in(content: bytes) -> tuple[Action, ...]:
    return read("plan.pdf", content).actions


@ruled_or_not
def test_headings_of_larger_letters_are_sections(ruled: bool):
    content = printed(
        title("Harbour Quarter Plan 2026-2028"),
        heading("Staying well"),
        table([HEADER, ("Walk to school", "Ada Quill", "May 2027"), POND], ruled=ruled),
        heading("Getting on"),
        table([HEADER, ("Read aloud", "Cy Dunn", "31 July 2027")], ruled=ruled),
    )
    plan = read("plan.pdf", content)

    assert plan.title == "Harbour Quarter Plan 2026-2028"
    assert [(each.section, each.text, each.owners) for each in plan.actions] == [
        ("Staying Well", "Walk to school", ("Ada Quill",)),
        ("Staying Well", "Dig a pond", ("Bo Tarn",)),
        ("Getting on", "Read aloud", ("Cy Dunn",)),
    ]
    assert plan.actions[2].due.end == date(2027, 7, 31)
    assert plan.actions[0].source.page == 1


@ruled_or_not
def test_text_wrapped_inside_a_cell_is_one_text(ruled: bool):
    lines = [HEADER, (LONG, "Head of Housing and Neighbourhood Services", "May 2027"), POND]

    first, second = actions_in(printed(table(lines, ruled=ruled)))

    assert (first.text, second.text) == (LONG, "Dig a pond")
    assert first.owners == ("Head of Housing and Neighbourhood Services",)


@ruled_or_not
def test_a_table_over_several_pages_goes_on(ruled: bool):
    rows = [(f"Mend the gate of field {number}", "Bo Tarn", "June 2027") for number in range(60)]
    for repeat in (0, 1):
        content = printed(table([HEADER, *rows], ruled=ruled, repeat=repeat))
        actions = actions_in(content)
        assert [each.text for each in actions] == [action for action, _, _ in rows]
        assert {each.due.end for each in actions} == {date(2027, 6, 30)}
        assert {each.source.page for each in actions} == {1, 2, 3}


@ruled_or_not
def test_columns_may_come_in_any_order_with_references(ruled: bool):
    lines = [
        ("Ref", "Timescale", "Responsible officer", "Key action", "RAG"),
        ("4.1", "March 2027", "Ada Quill", LONG, "G"),
        ("4.2", "June 2027", "Bo Tarn", "Dig a pond", "R"),
    ]
    widths = (50, 90, 120, 240, 50)

    actions = actions_in(printed(table(lines, ruled=ruled, widths=widths)))

    assert [(each.ref, each.text, each.owners, each.status) for each in actions] == [
        ("4.1", LONG, ("Ada Quill",), Status.ON_TRACK),
        ("4.2", "Dig a pond", ("Bo Tarn",), Status.DELAYED),
    ]


def test_issues_owners_and_dates_merged_downwards_belong_to_every_row():
    lines = [
        ("Issue", *HEADER),
        ("Damp housing", "Survey the terraces", "Ada Quill", "May 2027"),
        ("", "Fit new vents", "", ""),
        ("Cold housing", "Insulate lofts", "Cy Dunn", "July 2027"),
    ]
    spans = [("SPAN", (column, 1), (column, 2)) for column in (0, 2, 3)]

    actions = actions_in(printed(table(lines, *spans, widths=(100, 200, 120, 100))))

    assert [(each.group, each.owners, each.due_text) for each in actions] == [
        ("Damp housing", ("Ada Quill",), "May 2027"),
        ("Damp housing", ("Ada Quill",), "May 2027"),
        ("Cold housing", ("Cy Dunn",), "July 2027"),
    ]


def test_a_row_over_the_whole_width_heads_what_follows():
    lines = [HEADER, ("Theme: Staying well", "", ""), POND, ("Theme: Getting on", "", ""), POND]
    spans = [("SPAN", (0, row), (-1, row)) for row in (1, 3)]

    assert [each.section for each in actions_in(printed(table(lines, *spans)))] == [
        "Staying Well",
        "Getting on",
    ]


@pytest.mark.parametrize(
    ("colour", "status"),
    [("#00b050", Status.ON_TRACK), ("#ffc000", Status.AT_RISK), ("#ff0000", Status.DELAYED)],
)
def test_a_status_cell_without_words_is_read_by_its_colour(colour: str, status: Status):
    fill = ("BACKGROUND", (3, 1), (3, 1), colors.HexColor(colour))
    made = table([(*HEADER, "RAG"), (*POND, "")], fill, widths=(200, 120, 100, 50))

    assert actions_in(printed(made))[0].status is status


def test_a_date_crossed_out_gives_way_to_the_new_one():
    lines = [HEADER, ("Dig a pond", "Bo Tarn", "<strike>March 2026</strike> September 2026")]

    (action,) = actions_in(printed(table(lines)))

    assert (action.due_text, action.due.end) == ("September 2026", date(2026, 9, 30))


def test_headers_and_footers_of_pages_are_no_part_of_the_plan():
    def furniture(canvas: Canvas, _: object) -> None:
        canvas.drawString(60, 560, "Harbour Quarter Plan, draft 3")
        canvas.drawString(60, 30, f"Page {canvas.getPageNumber()} of 3")

    rows = [(f"Mend the gate of field {number}", "Bo Tarn", "June 2027") for number in range(60)]
    made = table([HEADER, *rows], ruled=False, repeat=0)
    file = printed_with(furniture, made)

    assert [each.text for each in actions_in(file)] == [action for action, _, _ in rows]


def printed_with(furniture: object, *flowables: object) -> bytes:
    import io

    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    file = io.BytesIO()
    document = SimpleDocTemplate(file, pagesize=landscape(A4))
    document.build(list(flowables), onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue()


def test_lines_of_a_cell_that_were_ended_on_purpose_stay_apart():
    lines = [HEADER, ("Build a park", "Bo Tarn", "Stage 1 May 2026<br/>Stage 2 August 2027")]

    (action,) = actions_in(printed(table(lines, widths=(200, 120, 200))))

    assert [each.end for each in action.due.milestones] == [date(2026, 5, 31), date(2027, 8, 31)]


def test_a_line_that_begins_with_the_letter_of_a_bullet_is_no_item():
    words = "Walk round and write down what is overdue or out of order on each of our own locks"
    narrow = table([HEADER, (words, "Bo Tarn", "June 2027")], widths=(70, 140, 120))
    (action,) = actions_in(printed(narrow))
    assert action.text == words


def test_a_date_held_together_may_leave_room_on_its_line():
    stages = "Gates oiled and beams sanded – 30<br/>June 2027"
    narrow = table([HEADER, ("Mend the lock", "Bo Tarn", stages)], widths=(120, 120, 160))
    (action,) = actions_in(printed(narrow))
    assert action.due_text == "Gates oiled and beams sanded – 30 June 2027"


def test_the_front_of_a_plan_is_set_larger_than_its_themes():
    letters = ParagraphStyle("theme", fontName="Helvetica-Bold", fontSize=12, leading=16)
    sentence = "We walked the whole of the quay with those who live on it, twice."
    content = printed(
        title("Harbour Quarter Plan"),
        heading("Who we are"),
        prose(sentence),
        heading("Why there is a plan"),
        prose(sentence),
        PageBreak(),
        Paragraph("STAYING WELL", letters),
        table([HEADER, ("Walk to school", "Ada Quill", "May 2027"), POND]),
        Paragraph("GETTING ON", letters),
        table([HEADER, ("Read aloud", "Cy Dunn", "31 July 2027")]),
    )
    assert [each.section for each in actions_in(content)] == [
        "Staying Well",
        "Staying Well",
        "Getting on",
    ]


@ruled_or_not
def test_prose_around_tables_is_not_read_as_actions(ruled: bool):
    content = printed(
        prose("This plan was agreed by everybody who lives by the harbour, in the spring. " * 4),
        table([HEADER, POND], ruled=ruled),
        PageBreak(),
        prose("It will be looked at again when the leaves fall, as it is each year. " * 6),
    )
    assert [each.text for each in actions_in(content)] == ["Dig a pond"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (a_scan(), "is a scan"),
        (printed(table([HEADER, POND]), encrypt=StandardEncryption("secret")), "password"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (printed(table([HEADER, POND]))[:900], "damaged"),
        (pages_of_text(1_001), "far more than a plan"),
    ],
    ids=["scan", "password", "nothing", "cut", "pages"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(content: bytes, words: str):
    with pytest.raises(Unreadable) as refused:
        read("plan.pdf", content)
    assert words in refused.value.what


def test_a_pdf_with_more_letters_than_a_plan_is_refused_and_not_cut(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(pdf_process, "MOST_CHARACTERS", 150)
    monkeypatch.setattr(pdf_process, "_allow", lambda seconds: None)
    with pytest.raises(pdf_process.TooMuchError):
        list(pdf_process.read_pages(PdfDocument(pages_of_text(2))))
    assert len(list(pdf_process.read_pages(PdfDocument(pages_of_text(1))))) == 1


def test_a_file_that_only_its_owner_may_change_is_read():
    content = printed(table([HEADER, POND]), encrypt=StandardEncryption("", "owner"))

    assert [each.text for each in actions_in(content)] == ["Dig a pond"]


def test_a_row_whose_cells_are_full_to_the_edge_is_no_prose():
    header = ("No.", "Lead agency", "Timescale", "Action", "Progress")
    rows = [header] + [
        (f"1.{n}", "Harbour Trust and County Wardens", "Feb 2027", f"Mend stretch {n}", "Done")
        for n in range(1, 8)
    ]
    content = printed(table(rows, ruled=False, widths=(30, 82, 60, 200, 60)))

    actions = actions_in(content)
    assert [each.ref for each in actions] == [f"1.{n}" for n in range(1, 8)]
    assert {str(each.due.end) for each in actions} == {"2027-02-28"}
