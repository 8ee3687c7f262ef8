"""A status column that is blank, beside another that tells how the action stands."""

import pytest

from domain.work import Status
from tests.plans.reading import plan_in

ROWS = """
| Action | Who | By when | {head} |
|---|---|---|---|---|
| Mend the weir | Ada Quill | May 2026 | {cells} |
"""


@pytest.mark.parametrize(
    ("head", "cells", "status"),
    [
        ("Status | RAG", " | Green", Status.ON_TRACK),
        ("Status | RAG", "– | R", Status.DELAYED),
        ("Status | RAG", "In progress | Amber", Status.IN_PROGRESS),
        ("RAG | Status", " | In progress", Status.IN_PROGRESS),
        ("RAG | Status", "A | Not started", Status.AT_RISK),
        ("Status | RAG", " | ", None),
        ("Status | RAG", " | see notes", None),
        ("Status | Previous RAG", " | Green", None),
        ("Status | Comments", " | green light from the board", None),
        ("Status | Risk rating", " | Red", None),
    ],
)
def test_the_other_tells_it(head: str, cells: str, status: Status | None):
    plan = plan_in(ROWS.format(head=head, cells=cells))

    assert plan.actions[0].status is status
