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
