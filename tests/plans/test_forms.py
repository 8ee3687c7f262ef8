"""Plans in Word with a form for each action, in tables, in tables inside tables, and in lines."""

from domain.work import Action, Status
from plans.read import read
from tests.plans.reading import plan_in
from tests.plans.word_files import HEADER, new, saved, table


def actions_in(document) -> tuple[Action, ...]:
    return read("plan.docx", saved(document)).actions


def test_tables_inside_the_cells_of_another_are_of_what_its_rows_name():
    plan = new()
    outer = plan.add_table(rows=1, cols=2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "Priority", "What we will do"
    for priority, rows in (
        ("Dry cellars", [("Dig a drain", "Ada Quill", "May 2027")]),
        ("Dry roads", [("Mend the weir", "Bo Tarn", "June 2027"), ("Fence it", "", "July 2027")]),
    ):
        left, right = outer.add_row().cells
        left.text = priority
        for line in (HEADER, *rows):
            inner = right.tables[0] if right.tables else right.add_table(rows=0, cols=len(HEADER))
            for cell, text in zip(inner.add_row().cells, line, strict=True):
                cell.text = text

    assert [(each.ref, each.group, each.text, each.owners) for each in actions_in(plan)] == [
        ("1.1", "Priority: Dry cellars", "Dig a drain", ("Ada Quill",)),
        ("2.1", "Priority: Dry roads", "Mend the weir", ("Bo Tarn",)),
        ("2.2", "Priority: Dry roads", "Fence it", ("Bo Tarn",)),
    ]


def test_a_form_of_four_columns_for_each_action_is_read():
    plan = new()
    for heading, ref, words, lead, when, status in (
        ("Dry cellars", "1.1", "Dig a drain", "Ada Quill", "May 2027", "☐ Done ☒ On track"),
        ("Dry roads", "2.1", "Mend the weir", "Parks Officer", "June 2027", "☒ Done ☐ On track"),
    ):
        plan.add_heading(heading, 1)
        form = plan.add_table(rows=3, cols=4)
        form.cell(0, 0).text = f"Action {ref}"
        form.cell(0, 1).merge(form.cell(0, 3)).text = words
        said = ("Lead officer", lead, "Timescale", when, "Partners", "", "Status", status)
        for at, text in enumerate(said):
            form.cell(1 + at // 4, at % 4).text = text
        plan.add_paragraph("")

    assert [
        (each.ref, each.section, each.text, each.owners, str(each.due.end), each.status)
        for each in actions_in(plan)
    ] == [
        ("1.1", "Dry Cellars", "Dig a drain", ("Ada Quill",), "2027-05-31", Status.ON_TRACK),
        ("2.1", "Dry Roads", "Mend the weir", ("Parks Officer",), "2027-06-30", Status.COMPLETE),
    ]


def test_the_words_of_an_action_may_stand_over_the_fields_of_its_form():
    plan = new()
    form = plan.add_table(rows=0, cols=3)

    def over(text: str) -> None:
        first, _, last = form.add_row().cells
        first.merge(last).text = text

    def fields(*texts: str) -> None:
        for cell, text in zip(form.add_row().cells, texts, strict=True):
            cell.text = text

    over("Theme A: Dry cellars")
    over("A1 Dig a drain")
    fields("Lead officer: Ada Quill", "Timescale: May 2027", "Status: On track")
    over("Progress: Half of it is dug")
    over("Theme B: Dry roads")
    over("B1 Mend the weir")
    fields("Lead officer: Bo Tarn", "Timescale: June 2027", "Status: Complete")

    assert [
        (each.ref, each.section, each.text, each.owners, str(each.due.end), each.status)
        for each in actions_in(plan)
    ] == [
        ("A1", "Dry Cellars", "Dig a drain", ("Ada Quill",), "2027-05-31", Status.ON_TRACK),
        ("B1", "Dry Roads", "Mend the weir", ("Bo Tarn",), "2027-06-30", Status.COMPLETE),
    ]


def test_the_form_of_the_document_itself_is_no_action():
    plan = new()
    form = plan.add_table(rows=0, cols=4)
    for texts in (
        ("Document title", "Weir plan", "Version", "2"),
        ("Owner", "Ada Quill", "Date approved", "May 2026"),
        ("Author", "Bo Tarn", "Status", "Final"),
    ):
        for cell, text in zip(form.add_row().cells, texts, strict=True):
            cell.text = text
    table(plan, [("Dig a drain", "Ada Quill", "May 2027")])

    assert [each.text for each in actions_in(plan)] == ["Dig a drain"]


def test_a_numbered_heading_over_a_paragraph_is_the_action():
    plan = new()
    plan.add_heading("Dry cellars", 1)
    plan.add_heading("1.1 Dig a drain", 2)
    plan.add_paragraph("It will run from the weir to the beck.")
    for line in ("Lead: Ada Quill", "Timescale: May 2027"):
        plan.add_paragraph(line)
    plan.add_heading("1.2 Mend the weir", 2)
    for line in ("Lead: Bo Tarn", "Timescale: June 2027"):
        plan.add_paragraph(line)
    plan.add_heading("Dry roads", 1)
    plan.add_heading("2.1 Fence the beck", 2)
    plan.add_paragraph("Lead: Bo Tarn; by: June 2027")

    assert [(each.ref, each.section, each.text) for each in actions_in(plan)] == [
        ("1.1", "Dry Cellars", "Dig a drain"),
        ("1.2", "Dry Cellars", "Mend the weir"),
        ("2.1", "Dry Roads", "Fence the beck"),
    ]


def test_a_numbered_heading_over_several_actions_is_none():
    plan = new()
    plan.add_heading("1.1 Dry cellars", 2)
    for words, lead in (("Dig a drain", "Ada Quill"), ("Mend the weir", "Bo Tarn")):
        for line in (words, f"Lead: {lead}", "Timescale: May 2027"):
            plan.add_paragraph(line)

    assert [each.text for each in actions_in(plan)] == ["Dig a drain", "Mend the weir"]


def test_labels_may_stand_over_what_is_said_under_the_words_of_an_action():
    plan = new()
    for words, said in (
        ("Action 1: Dig a drain", ("Ada Quill", "May 2027", "On track")),
        ("Action 2: Mend the weir", ("Bo Tarn, Lead", "June 2027", "Amber")),
    ):
        form = plan.add_table(rows=4, cols=3)
        form.cell(0, 0).merge(form.cell(0, 2)).text = words
        for row, texts in enumerate((("Lead officer", "Timescale", "Status"), said), 1):
            for cell, text in zip(form.rows[row].cells, texts, strict=True):
                cell.text = text
        form.cell(3, 0).merge(form.cell(3, 2)).text = "Progress: begun"
        plan.add_paragraph("")

    assert [(each.ref, each.text, each.owners, each.status) for each in actions_in(plan)] == [
        ("1", "Dig a drain", ("Ada Quill",), Status.ON_TRACK),
        ("2", "Mend the weir", ("Bo Tarn, Lead",), Status.AT_RISK),
    ]


def test_who_leads_on_a_recommendation_stands_over_its_actions():
    plan = new()
    for number, lead in ((1, "Chief of Weirs"), (2, "Chief of Roads")):
        made = plan.add_table(rows=0, cols=3)
        for texts in ((f"Recommendation {number}", "Keep them dry"), ("Chief officer lead", lead)):
            first, second, last = made.add_row().cells
            first.text, second.merge(last).text = texts[0], texts[1]
        for texts in (HEADER, (f"Dig {number} drains", "", "May 2027")):
            for cell, text in zip(made.add_row().cells, texts, strict=True):
                cell.text = text
        plan.add_paragraph("")

    assert [(each.ref, each.text, each.owners) for each in actions_in(plan)] == [
        ("1.1", "Dig 1 drains", ("Chief of Weirs",)),
        ("2.1", "Dig 2 drains", ("Chief of Roads",)),
    ]


def test_a_table_with_one_row_under_labels_is_a_table_that_may_go_on():
    plan = plan_in(
        """
        Dale plan

        Theme: Becks\t\t\t
        Priority: Clean water\t\t\t
        Lead\tBy when\tAction\tHow we will know
        Ada Quill\tMay 2027\tWalk the becks\tTrout

        Page 2

        Bo Tarn\tJune 2027\tTest the fords\t
        """,
        "plan.txt",
    )

    assert [each.text for each in plan.actions] == ["Walk the becks", "Test the fords"]
    assert {each.group for each in plan.actions} == {"Priority: Clean water"}
