"""A stage of an action is done for itself; several actions may have a status each."""

from datetime import date

import pytest

from domain.events import Tracked, at_first
from domain.intents import Decision, Reading, Update
from domain.work import Action, Due, DueKind, Milestone, Plan, Status
from language.message import Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand
from tests.language.plan import NOW, known, speaker

END = date(2027, 3, 31)
STAGED = Action(
    ref="4.2",
    text="Move the records",
    due=Due(
        kind=DueKind.BY,
        end=END,
        milestones=(
            Milestone(label="Stage 1", end=date(2026, 9, 30)),
            Milestone(label="Stage 2", end=END),
            Milestone(label="Staff survey", end=END),
        ),
    ),
    owners=("Mara Quill",),
)
PLAN = KnownPlan.of(Plan(key="p", title="P"), [Tracked(action=STAGED, state=at_first(STAGED))])
MARA = Speaker(name="Mara Quill", own=frozenset(["4.2"]), may=frozenset(["4.2"]))


def read(text: str) -> Reading:
    return understand(Message(text=text, now=NOW), PLAN, MARA)


def update(reading: Reading) -> Update:
    (found,) = (each for each in reading.intents if isinstance(each, Update))
    return found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("4.2 stage 1 done", "Stage 1"),
        ("stage one of 4.2 complete", "Stage 1"),
        ("4.2 second stage finished", "Stage 2"),
        ("4.2: stage 1 complete, stage 2 starts in May", "Stage 1"),
    ],
)
def test_a_stage_by_its_number_is_recorded_and_the_action_is_under_way(text: str, label: str):
    reading = read(text)
    assert reading.decision is Decision.APPLY
    assert (update(reading).milestone, update(reading).status) == (label, Status.IN_PROGRESS)


def test_a_stage_by_its_words_is_confirmed():
    reading = read("4.2 staff survey complete")
    assert (reading.decision, update(reading).milestone) == (Decision.CONFIRM, "Staff survey")


def test_a_status_of_the_action_stands_beside_its_stage():
    found = update(read("4.2 stage 1 complete, on track"))
    assert (found.milestone, found.status) == ("Stage 1", Status.ON_TRACK)


@pytest.mark.parametrize(
    "text",
    [
        "4.2 done",
        "4.2 stage 3 done",
        "4.2 I think stage 1 is done",
        "4.2 stage 1 will be done soon",
    ],
)
def test_no_stage_is_recorded_that_is_not_plainly_done(text: str):
    updates = [each for each in read(text).intents if isinstance(each, Update)]
    assert [each.milestone for each in updates if each.milestone] == []


@pytest.mark.parametrize(
    "text",
    [
        "7.3/7.4: amber / complete",
        "7.3 and 7.4 amber and complete respectively",
        "7.3, 7.4: amber, complete",
    ],
)
def test_as_many_statuses_as_actions_are_shared_out_in_order(text: str):
    reading = understand(Message(text=text, now=NOW), known(), speaker("Owen Trask"))
    statuses = [each.status for each in reading.intents if isinstance(each, Update)]
    assert statuses == [Status.AT_RISK, Status.COMPLETE]
