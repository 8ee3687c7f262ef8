"""What has been achieved already is no action, though a table tells it with tasks and dates."""

import pytest

from domain.work import Status
from tests.plans.reading import plan_in

PLAN = """
| Task | Who | When |
|---|---|---|
| Oil the gates | Ada Quill | May 2027 |
"""
NOTE = "they say what has been done already, and not what is to be done."


def texts(heading: str, header: str, *rows: str) -> list[str]:
    rule = "|---" * (header.count("|") + 1)
    table = "\n".join(f"| {row} |" for row in rows)
    plan = plan_in(
        f"# Locks plan\n\n{heading}\n\n| {header} |\n{rule}|\n{table}\n\n## Locks\n{PLAN}"
    )
    left_out = [note for note in plan.notes if NOTE in note.message]
    assert len(left_out) == (len(plan.actions) == 1)
    return [each.text for each in plan.actions]


@pytest.mark.parametrize(
    "heading",
    [
        "## What has been done since the inspection",
        "What we have achieved so far",
        "## 2. What we did last year",
        "## What the council has already done",
        "**Our achievements**",
        "### Key successes in 2025/26",
        "## Work completed since April 2025",
        "## Already delivered",
        "## Done so far:",
        "## Looking back at 2025",
    ],
)
@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            "Task | Finished | Comment",
            ["Gates painted | July 2025 | In green", "Lamps lit | May 2025 |"],
        ),
        ("Action | Who | Completed", ["Gates painted | Bo Tarn | July 2025"]),
        ("Date | What was done", ["July 2025 | Gates painted"]),
        ("Achievement | Outcome", ["Gates painted | Fewer complaints"]),
    ],
)
def test_what_is_done_already_is_no_action(heading: str, header: str, rows: list[str]):
    assert texts(heading, header, *rows) == ["Oil the gates"]


@pytest.mark.parametrize(
    ("heading", "header", "row"),
    [
        (
            "## What we will have achieved by 2027",
            "Task | Who | When",
            "Paint gates | Bo Tarn | May 2027",
        ),
        ("## What has been done", "Task | Who | By when", "Paint gates | Bo Tarn | May 2027"),
        ("## What has been done", "Ref | Task | Comment", "A1 | Paint gates | In green"),
        ("## Our achievements", "Task | Who | Status", "Paint gates | Bo Tarn | Amber"),
        ("## Achieving more", "Task | When", "Paint gates | May 2027"),
    ],
)
def test_actions_of_the_plan_stay(heading: str, header: str, row: str):
    assert texts(heading, header, row) == ["Paint gates", "Oil the gates"]


def test_closed_actions_of_the_plan_stay_and_are_complete():
    plan = plan_in(
        f"# Locks plan\n{PLAN}\n## Completed actions\n\n"
        "| Task | Who | When |\n|---|---|---|\n| Paint the gates | Bo Tarn | May 2026 |\n"
    )

    assert [each.status for each in plan.actions] == [None, Status.COMPLETE]


def test_a_row_of_one_cell_may_name_the_table():
    plan = plan_in(
        """
        Locks plan

        What has been done since May 2025\t\t
        Task\tFinished\tComment
        Gates painted\tJuly 2025\tIn green

        Theme: Locks\t\t
        When\tTask\tLead
        May 2027\tOil the gates\tAda Quill
        """,
        "plan.txt",
    )

    assert [each.text for each in plan.actions] == ["Oil the gates"]
    assert [each.section for each in plan.actions] == ["Locks"]


def test_a_plan_may_follow_the_achievements_without_a_line_between():
    plan = plan_in(
        """
        What we have done

        Task\tFinished\tComment
        Gates painted\tJuly 2025\tIn green

        Task\tLead\tBy when
        Oil the gates\tAda Quill\tMay 2027
        """,
        "plan.txt",
    )

    assert [each.text for each in plan.actions] == ["Oil the gates"]


def test_what_was_done_about_a_recommendation_is_no_action():
    plan = plan_in(
        f"# Locks plan\n{PLAN}\n## Progress since the review\n\n"
        "| Recommendation | What we did |\n|---|---|\n| Paint the gates | All are painted |\n"
    )

    assert [each.text for each in plan.actions] == ["Oil the gates"]
