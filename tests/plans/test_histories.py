"""What became of the document itself is no action: changes, versions, amendments."""

import io

import pytest
from openpyxl import Workbook

from plans.document import PlanDocument
from plans.read import read
from tests.plans.reading import plan_in

PLAN = """
| Task | Who | When |
|---|---|---|
| Oil the gates | Ada Quill | May 2027 |
"""


def texts(document: PlanDocument) -> list[str]:
    return [each.text for each in document.actions]


@pytest.mark.parametrize(
    "heading",
    [
        "Changes made",
        "Change log",
        "Version control",
        "Document history",
        "4. Amendments and revisions made",
        "Record of changes",
        "Amendments to this plan",
        "What has changed since June 2026:",
    ],
)
def test_who_changed_the_plan_when_is_no_action(heading: str):
    document = plan_in(
        f"# Locks plan\n\n## {heading}\n\n"
        "| Date | Who | What |\n|---|---|---|\n"
        "| 4 May 2026 | B Tarn | First issue |\n| 6 June 2026 | B Tarn | Dates moved |\n\n"
        f"## Locks\n{PLAN}"
    )
    assert texts(document) == ["Oil the gates"]
    assert [note.message for note in document.notes] == [
        "3 rows were left out from line 5: they say how the document itself was changed, "
        "and not what is to be done."
    ]


@pytest.mark.parametrize(
    "header",
    ["Version | Date | Description | Owner", "Date issued | Version no. | Officer | What changed"],
)
def test_versions_tell_of_themselves(header: str):
    document = plan_in(
        f"# Locks plan\n{PLAN}\n\n## Annex\n\n"
        f"| {header} |\n|---|---|---|---|\n| 1 | May 2026 | For the board | Bo Tarn |\n"
    )
    assert texts(document) == ["Oil the gates"]


@pytest.mark.parametrize(
    "heading", ["Changes we want", "Change programme", "Issues log", "Improvements made together"]
)
def test_changes_that_are_the_work_are_actions(heading: str):
    document = plan_in(
        f"# Locks plan\n\n## {heading}\n\n"
        "| What | Who | When |\n|---|---|---|\n| Clear the weed | Bo Tarn | May 2027 |\n"
    )
    assert texts(document) == ["Clear the weed"]


def test_a_table_of_actions_is_one_under_any_heading():
    document = plan_in(
        "# Locks plan\n\n## Amendments\n\n"
        "| Action | Who | By when |\n|---|---|---|\n| Clear the weed | Bo Tarn | May 2027 |\n"
    )
    assert texts(document) == ["Clear the weed"]


def test_what_follows_under_another_heading_is_read():
    document = plan_in(f"# Locks plan\n\n## Change log\n\nNothing as yet.\n\n## Locks\n{PLAN}")
    assert texts(document) == ["Oil the gates"]


def test_a_sheet_of_changes_is_left_out():
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Change log"
    for line in (("Locks plan",), ("When", "Who", "What"), ("4 May 2026", "B Tarn", "Issued")):
        sheet.append(line)
    plan = book.create_sheet("Locks")
    for line in (("Task", "Who", "When"), ("Oil the gates", "Ada Quill", "May 2027")):
        plan.append(line)
    file = io.BytesIO()
    book.save(file)
    assert texts(read("plan.xlsx", file.getvalue())) == ["Oil the gates"]
