"""A stage that will be late is late by itself, as long as the action's own day can be kept."""

from datetime import date

import pytest

from domain.events import Tracked, at_first
from domain.intents import Decision, Reading, Update
from domain.work import Action, Due, DueKind, Milestone, Plan, Status
from language.message import Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand
from tests.language.plan import NOW

END, LATER = date(2027, 3, 31), date(2027, 2, 28)
STAGES = (
    Milestone(label="Stage 1", end=date(2026, 9, 30)),
    Milestone(label="Stage 2", end=date(2027, 1, 31)),
    Milestone(label="Stage 3", end=END),
)
STAGED = Action(
    ref="4.2",
    text="Move the records",
    due=Due(kind=DueKind.BY, end=END, milestones=STAGES),
    owners=("Mara Quill",),
)
PLAN = KnownPlan.of(Plan(key="p", title="P"), [Tracked(action=STAGED, state=at_first(STAGED))])
MARA = Speaker(name="Mara Quill", own=frozenset(["4.2"]), may=frozenset(["4.2"]))


def read(text: str) -> Reading:
    return understand(Message(text=text, now=NOW), PLAN, MARA)


def update(text: str) -> Update:
    (found,) = (each for each in read(text).intents if isinstance(each, Update))
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4.2 stage 2 will be late, 28 February", LATER),
        ("4.2 stage 2 delayed to 28 February", LATER),
        ("stage 2 of 4.2 slipping to 28 February", LATER),
        ("4.2 second stage delayed to 28 February", LATER),
        ("4.2 stage 2 now 28 February", LATER),
        ("4.2 stage 2 two weeks late", date(2027, 2, 14)),
        ("4.2 stage 2 late", None),
    ],
)
def test_a_stage_by_its_number_keeps_its_delay_and_is_confirmed(text: str, day: date | None):
    found = update(text)
    assert (found.slipping, found.status, found.forecast) == ("Stage 2", Status.DELAYED, day)
    assert read(text).decision is Decision.CONFIRM


def test_one_stage_is_reached_and_the_next_is_late():
    found = update("4.2 stage 1 done, stage 2 delayed to 28 February")
    assert (found.milestone, found.slipping, found.forecast) == ("Stage 1", "Stage 2", LATER)


@pytest.mark.parametrize(
    "text",
    [
        "4.2 stage 3 delayed to 30 April",
        "4.2 stage 2 delayed to 30 April",
        "4.2 delayed to 30 April",
        "4.2 will be late because stage 2 overran",
        "4.2 I think it will be late because stage 2 overran",
    ],
)
def test_the_delay_of_the_whole_is_no_stages(text: str):
    found = update(text)
    assert (found.slipping, found.status) == (None, Status.DELAYED)
