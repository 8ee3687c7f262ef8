"""Actions that are shown to be done by where they stand, or by the day on which they were."""

import pytest

from domain.work import Status
from tests.plans.reading import plan_in

ROWS = "| {head} |\n|---|---|---|---|\n| Mend the weir | Ada Quill | May 2026 | {cell} |"


@pytest.mark.parametrize(
    ("head", "cell", "status"),
    [
        ("Date completed", "12 May 2026", Status.COMPLETE),
        ("Completed on", "12/05/2026", Status.COMPLETE),
        ("Date closed", "May 2026", Status.COMPLETE),
        ("Date closed", "", None),
        ("Date closed", "by June 2026", None),
        ("Date closed", "Not yet", None),
        ("Closing note", "Complete. Two gates were mended.", Status.COMPLETE),
        ("Closing note", "Two gates were mended.", None),
        ("Date reviewed", "12 May 2026", None),
    ],
)
def test_the_day_on_which_it_was_done_says_that_an_action_is(
    head: str, cell: str, status: Status | None
):
    plan = plan_in(ROWS.format(head=f"Action | Who | By when | {head}", cell=cell))

    assert plan.actions[0].status is status


def test_a_printed_status_stands_before_the_day():
    plan = plan_in("""
        | Action | Who | By when | Status | Date completed |
        |---|---|---|---|---|
        | Mend the weir | Ada Quill | May 2026 | In progress | 12 May 2026 |
        | Fence the beck | Bo Tarn | May 2026 | | 12 May 2026 |
    """)

    assert [each.status for each in plan.actions] == [Status.IN_PROGRESS, Status.COMPLETE]
    assert [note.message for note in plan.notes] == [
        "2 came in as complete: a heading or the day on which it was done says so, no status does."
    ]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Closed actions", Status.COMPLETE),
        ("Completed actions (for information)", Status.COMPLETE),
        ("Annex B. Actions that have been completed", Status.COMPLETE),
        ("3. Actions now closed", Status.COMPLETE),
        ("Archived tasks", Status.COMPLETE),
        ("Complete", Status.COMPLETE),
        ("Complete action plan", None),
        ("What has been done so far", Status.COMPLETE),
        ("What we have already achieved", Status.COMPLETE),
        ("Work done in 2025/26", Status.COMPLETE),
        ("What will have been done by 2030", None),
        ("What has to be done", None),
        ("Appendix 2 – Actions completed by March 2026", Status.COMPLETE),
        ("Actions completed in the first quarter", Status.COMPLETE),
        ("Closed actions since the last meeting", Status.COMPLETE),
        ("Actions completed by March 2027", None),
        ("Appendix C: Actions to be completed by March 2027", None),
        ("Complete in full", None),
        ("Complete streets", None),
        ("Delivered by partners", None),
        ("Closed session", None),
    ],
)
def test_what_stands_under_a_heading_of_closed_actions_is_done(heading: str, status: Status | None):
    plan = plan_in(f"""
        # Weir plan

        ## Open actions

        | Ref | Action | Who | By when |
        |---|---|---|---|
        | 1 | Mend the weir | Ada Quill | May 2027 |

        ## {heading}

        | Ref | Action | Who | By when |
        |---|---|---|---|
        | 2 | Fence the beck | Bo Tarn | May 2026 |

        ## Paths

        | Ref | Action | Who | By when |
        |---|---|---|---|
        | 3 | Gravel the path | Cy Dunn | May 2027 |
    """)

    assert [each.status for each in plan.actions] == [None, status, None]


def test_a_status_of_its_own_stands_before_the_heading():
    plan = plan_in("""
        ## Open actions

        | Action | Who | Status |
        |---|---|---|
        | Mend the weir | Ada Quill | Open |

        ## Closed actions

        | Action | Who | Status |
        |---|---|---|
        | Fence the beck | Bo Tarn | Withdrawn |
        | Gravel the path | Cy Dunn | |
    """)

    assert [each.status for each in plan.actions] == [
        Status.IN_PROGRESS,
        Status.CANCELLED,
        Status.COMPLETE,
    ]


def test_a_band_of_closed_actions_ends_the_section_before_it():
    plan = plan_in(
        """
        No,Action,Who,When
        OPEN,,,
        1,Dredge the pond,Ada Quill,May 2027
        CLOSED,,,
        2,Order the reeds,Bo Tarn,May 2026
        """,
        "plan.csv",
    )

    assert [(each.section, each.status) for each in plan.actions] == [
        ("Open", None),
        (None, Status.COMPLETE),
    ]


def test_a_band_of_closed_actions_within_a_theme_is_of_the_theme():
    plan = plan_in(
        """
        No,Action,Who,When
        Theme 1: The pond,,,
        1,Dredge the pond,Ada Quill,May 2027
        Completed actions,,,
        2,Order the reeds,Bo Tarn,May 2026
        Theme 2: The paths,,,
        3,Mow the verge,Bo Tarn,May 2027
        """,
        "plan.csv",
    )

    assert [(each.section, each.group, each.status) for each in plan.actions] == [
        ("The Pond", None, None),
        ("The Pond", None, Status.COMPLETE),
        ("The Paths", None, None),
    ]
