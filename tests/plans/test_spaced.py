"""Text with columns that only spaces line up, and pages that break into it."""

from plans.document import PlanDocument
from tests.plans.reading import plan_in


def said(document: PlanDocument) -> list[str]:
    return [
        " | ".join((each.ref, each.text, " + ".join(each.owners), str(each.due.end)))
        for each in document.actions
    ]


def test_words_stand_in_the_column_they_begin_under():
    document = plan_in(
        """
        Tarnside Harbour Board
        Quay Delivery Plan 2026-2027

        Priority 1: Safe water

        Ref   Task                        Responsible           Completion    Progress
                                                                date
        1.1   Dredge the basin and take   Harbour Engineer      31 March      On track
              the silt to sea             / Silt Contractor     2027
        1.2   Count the seals             Seal Warden           Summer 2026

        Quay Delivery Plan 2026-2027                          Page 1 of 2
        Tarnside Harbour Board                                   PUBLIC

              from the north pier

        Priority 2: Quiet nights

        Ref   Task                        Responsible           Completion    Progress
                                                                date
        2.1   Move the taxi rank          Head of Streets       May 2026      Complete

        Quay Delivery Plan 2026-2027                          Page 2 of 2
        Tarnside Harbour Board                                   PUBLIC
        """,
        "plan.txt",
    )
    assert said(document) == [
        "1.1 | Dredge the basin and take the silt to sea "
        "| Harbour Engineer + Silt Contractor | 2027-03-31",
        "1.2 | Count the seals from the north pier | Seal Warden | 2026-08-31",
        "2.1 | Move the taxi rank | Head of Streets | 2026-05-31",
    ]
    assert [each.group for each in document.actions] == [
        "Priority 1: Safe water",
        "Priority 1: Safe water",
        "Priority 2: Quiet nights",
    ]
    assert [each.status for each in document.actions] == ["on_track", None, "complete"]


def test_rows_without_references_begin_where_most_columns_do():
    document = plan_in(
        """
        Allotments

        What we will do          Who            By when
        -----------------------------------------------
        Mend the pump before     Ada Quill      May 2027
        the dry months
        Sow a meadow             Bo Tarn and    June 2027
                                 Cy Dunn

        That is all for this year.
        """,
        "plan.txt",
    )
    assert said(document) == [
        "1 | Mend the pump before the dry months | Ada Quill | 2027-05-31",
        "2 | Sow a meadow | Bo Tarn + Cy Dunn | 2027-06-30",
    ]


def test_running_headers_are_no_rows():
    rows = "\n".join(
        f"{page}.{row}\tTask {page * row}\tAda Quill\tMay 2027" + row // 3 * f"\n{footer(page)}"
        for page in (1, 2, 3)
        for row in (1, 2, 3)
    )
    document = plan_in(f"Ref\tAction\tWho\tBy when\n{rows}", "plan.txt")
    assert [each.ref for each in document.actions] == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"
    ]  # fmt: skip
    assert all(each.text.startswith("Task") and len(each.text) == 6 for each in document.actions)


def footer(page: int) -> str:
    return f"Harbour Quarter Partnership\tAnnual Plan 2026-27\n{page}"


# Blank lines part the rows; the years have a name of their own over them.
PARTED = """
    Sallow Vale Board

    Sallow Vale Rivers Strategy 2026 - 2029: Delivery Plan

    CLEAN WATER
    Outcome we want: Every well in the vale is fit to drink from

                                               Milestones
    What we will do         Lead               2026/27          2027/28          How we will know

    Line the old wells      Keeper of Wells    Ten lined (Oct   All lined (Dec   No well is shut
    before the dry months                      26)              27)
    come

    Print the Vale          Keeper of          Folk asked,      Sold in every    A thousand
    Almanack                Books              Parish by        Shop             Copies
                                               parish

    Hold a well day         Keeper of Wells    Quarterly        Quarterly

    Sound the river bed     Punt Secretary     Survey begun     Report in May    A chart

    Sallow Vale Board                                                       Page 1 of 2

    CLEAN WATER (continued)

                                               Milestones
    What we will do         Lead               2026/27          2027/28          How we will know

    Count the eels          Eel Warden         Ongoing          Ongoing          Eels up

    QUIET NIGHTS
    Outcome we want: Nobody is woken

                                               Milestones
    What we will do         Lead               2026/27          2027/28          How we will know

    Oil every gate          Lamp Lighter                        By spring 2028   Silence

    Sallow Vale Board                                                       Page 2 of 2
"""


def test_rows_that_blank_lines_part_begin_after_one():
    document = plan_in(PARTED, "plan.txt")
    assert [f"{each.ref} | {each.section} | {each.text}" for each in document.actions] == [
        "1.1 | Clean Water | Line the old wells before the dry months come",
        "1.2 | Clean Water | Print the Vale Almanack",
        "1.3 | Clean Water | Hold a well day",
        "1.4 | Clean Water | Sound the river bed",
        "1.5 | Clean Water | Count the eels",
        "2.1 | Quiet Nights | Oil every gate",
    ]
    assert document.actions[1].owners == ("Keeper of Books",)


def test_milestones_in_columns_of_years_are_due_when_they_say_so_themselves():
    dues = [each.due for each in plan_in(PARTED, "plan.txt").actions]
    assert [(stage.label, stage.end.isoformat()) for stage in dues[0].milestones] == [
        ("Ten lined", "2026-10-31"),
        ("All lined", "2027-12-31"),
    ]
    assert [stage.end.isoformat() for stage in dues[3].milestones] == ["2027-03-31", "2027-05-31"]
    assert (dues[2].kind, dues[2].every) == ("recurring", "quarterly")
    assert dues[4].kind == "ongoing"
    assert str(dues[5].end) == "2028-05-31"


def test_a_row_that_a_page_breaks_goes_on_below_the_header_repeated():
    document = plan_in(
        """
        Sallow Vale Streets Plan 2026

        Ref   Action                     By whom            Timescale         Progress

        S1    Light the lanes            Lamp Lighter       May 2026          Done

        S2    Mend the steps of                             Report by
              the old

        Sallow Vale Board                                            Page 1 of 2

          Ref   Action                     By whom            Timescale         Progress

                                         Town Mason           June 2026         On target
              market house
              and the kerb

          S3    Start a register of paths  Path Warden        By July 2026      Not started

        Notes
        1.  Sums are left out.

        Sallow Vale Board                                            Page 2 of 2
        """,
        "plan.txt",
    )
    assert said(document) == [
        "S1 | Light the lanes | Lamp Lighter | 2026-05-31",
        "S2 | Mend the steps of the old market house and the kerb | Town Mason | 2026-06-30",
        "S3 | Start a register of paths | Path Warden | 2026-07-31",
    ]
    assert [each.status for each in document.actions] == ["complete", "on_track", "not_started"]


def test_a_row_after_prose_takes_up_a_table_with_references_again():
    document = plan_in(
        """
        Ref   Action                     By whom            Timescale
        S1    Light the lanes            Lamp Lighter       May 2026

        What follows was agreed in the winter, after the flood.

        S2    Mend the steps             Town Mason         June 2026

        1.  Sums are left out.
        """,
        "plan.txt",
    )
    assert [each.ref for each in document.actions] == ["S1", "S2"]
