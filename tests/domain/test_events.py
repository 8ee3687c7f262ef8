"""The state of an action follows from what was said about it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.events import (
    ActionState,
    Change,
    Event,
    EventKind,
    Tracked,
    at_first,
    changed,
    live,
    origin_of,
    state_after,
)
from domain.work import Due, DueKind, Milestone, Status
from tests.builders import NOW, TODAY, an_action, an_event, by

FIRST = date(2031, 9, 30)
ORIGIN = at_first(an_action(due=by(FIRST), status=Status.IN_PROGRESS))


def said(id: int, **change: object) -> Event:
    at = NOW + timedelta(hours=id)
    return an_event(id=id, at=at, change=Change.model_validate(change))


def undo(id: int, of: int) -> Event:
    return an_event(id=id, kind=EventKind.UNDONE, undoes=of)


def test_before_anybody_speaks_only_the_document_does():
    assert (ORIGIN.status, ORIGIN.first, ORIGIN.accepted) == (Status.IN_PROGRESS, FIRST, FIRST)
    assert ORIGIN.words == ""


def test_an_update_changes_what_it_speaks_of_and_no_more():
    state = state_after(ORIGIN, [said(1, forecast=date(2031, 10, 31), note="waiting on the crane")])

    assert state.status is Status.IN_PROGRESS
    assert state.forecast == date(2031, 10, 31)
    assert state.words == "waiting on the crane"


@pytest.mark.parametrize(
    ("forecasts", "moves"),
    [
        ([FIRST], 0),
        ([date(2031, 10, 31)], 1),
        ([date(2031, 10, 31), date(2031, 10, 31)], 1),
        ([date(2031, 10, 31), date(2031, 11, 30)], 2),
        ([date(2031, 10, 31), FIRST], 2),
    ],
)
def test_moves_count_how_often_the_date_changed(forecasts, moves):
    state = state_after(ORIGIN, [said(n, forecast=when) for n, when in enumerate(forecasts, 1)])

    assert state.moves == moves
    assert state.first == FIRST


def test_an_undone_event_leaves_no_trace_in_the_state():
    events = [said(1, status=Status.AT_RISK), said(2, status=Status.COMPLETE), undo(3, of=2)]

    assert state_after(ORIGIN, events) == state_after(ORIGIN, events[:1])


def test_an_undo_can_itself_be_undone():
    events = [said(1, status=Status.COMPLETE), undo(2, of=1), undo(3, of=2)]

    assert state_after(ORIGIN, events).status is Status.COMPLETE


def test_a_milestone_reached_does_not_complete_the_action():
    state = state_after(ORIGIN, [said(1, milestone="Stage 1", status=Status.COMPLETE)])

    assert state.done == {"Stage 1"}
    assert state.status is Status.IN_PROGRESS


def test_a_new_accepted_date_does_not_change_the_first():
    moved = date(2032, 1, 31)
    rebased = an_event(id=2, kind=EventKind.REBASED, change=Change(forecast=moved))
    state = state_after(ORIGIN, [said(1, forecast=date(2031, 12, 31)), rebased])

    assert (state.first, state.accepted, state.forecast) == (FIRST, moved, None)


def test_a_plan_read_again_moves_the_date_but_not_what_people_said():
    reprinted = an_event(
        id=2,
        kind=EventKind.REPRINTED,
        change=Change(forecast=date(2031, 12, 1), status=Status.COMPLETE),
    )
    state = state_after(ORIGIN, [said(1, status=Status.AT_RISK, note="short of staff"), reprinted])

    assert state.status is Status.AT_RISK
    assert state.words == "short of staff"
    assert (state.first, state.accepted) == (FIRST, date(2031, 12, 1))


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (Change(forecast=date(2031, 12, 1)), date(2031, 12, 31)),
        (Change(undated=True), date(2031, 12, 31)),
        (Change(forecast=date(2031, 12, 31)), None),  # the document says the same now
    ],
)
def test_what_its_owner_expects_outlasts_a_plan_that_is_read_again(printed, kept):
    reprinted = an_event(id=2, kind=EventKind.REPRINTED, change=printed)
    state = state_after(ORIGIN, [said(1, forecast=date(2031, 12, 31)), reprinted])

    assert (state.accepted, state.forecast) == (printed.forecast, kept)


@pytest.mark.parametrize(
    ("status", "accepted", "late"),
    [
        (Status.ON_TRACK, TODAY - timedelta(days=1), True),
        (Status.ON_TRACK, TODAY, False),
        (Status.COMPLETE, TODAY - timedelta(days=1), False),
        (Status.CANCELLED, TODAY - timedelta(days=1), False),
        (None, TODAY - timedelta(days=1), True),
        (Status.DELAYED, TODAY + timedelta(days=1), False),
        (Status.ON_TRACK, None, False),
    ],
)
def test_late_is_past_the_accepted_date_whatever_the_forecast_says(status, accepted, late):
    state = ActionState(status=status, accepted=accepted, forecast=TODAY + timedelta(days=90))

    assert state.late(TODAY) is late


def test_a_stage_that_slips_leaves_the_action_as_it_was():
    late = {"slipping": "Stage 1", "status": Status.DELAYED}
    state = state_after(ORIGIN, [said(1, **late, forecast=TODAY), said(2, **late)])

    assert (state.status, state.forecast, state.moves) == (Status.IN_PROGRESS, None, 0)
    assert state.put_off_to("Stage 1") == TODAY
    assert state.put_off_to("Stage 2") is None
    again = state_after(ORIGIN, [said(1, **late, forecast=TODAY), said(2, **late, forecast=FIRST)])
    assert again.put_off_to("Stage 1") == FIRST


def test_one_stage_is_reached_while_the_next_slips():
    change = {"milestone": "Stage 1", "slipping": "Stage 2", "status": Status.DELAYED}
    state = state_after(ORIGIN, [said(1, **change)])

    assert (state.status, state.done) == (Status.IN_PROGRESS, frozenset({"Stage 1"}))


def test_a_milestone_that_passed_open_is_named():
    due = Due(
        kind=DueKind.BY,
        end=FIRST,
        milestones=(
            Milestone(label="Draft", end=TODAY - timedelta(days=1)),
            Milestone(label="Final", end=FIRST),
        ),
    )
    action = an_action(due=due)

    assert [m.label for m in Tracked(action=action, state=at_first(action)).open_milestones(TODAY)]
    reached = at_first(action).model_copy(update={"done": frozenset({"Draft"})})
    assert not Tracked(action=action, state=reached).open_milestones(TODAY)


CHANGES = some.builds(
    Change,
    status=some.none() | some.sampled_from(Status),
    forecast=some.none() | some.dates(date(2031, 1, 1), date(2033, 1, 1)),
    percent=some.none() | some.integers(0, 100),
    note=some.sampled_from(["", "as we said", "waiting on the quay"]),
)


@given(some.lists(CHANGES, max_size=8), some.data())
def test_undoing_everything_brings_back_the_beginning(changes, data):
    events = [
        an_event(id=n, at=NOW + timedelta(hours=n), change=change)
        for n, change in enumerate(changes, 1)
    ]
    order = data.draw(some.permutations(range(1, len(events) + 1)))
    undone = [undo(len(events) + n, of=of) for n, of in enumerate(order, 1)]

    assert state_after(ORIGIN, events + undone) == ORIGIN


@given(some.lists(CHANGES, max_size=8))
def test_the_fold_is_one_step_after_another(changes):
    events = [an_event(id=n, change=change) for n, change in enumerate(changes, 1)]
    state = ORIGIN
    for event in events:
        state = changed(state, event)

    assert state_after(ORIGIN, events) == state
    assert live(events) == events
    assert state.origin == ORIGIN


def test_what_a_plan_drops_is_finished_and_keeps_what_was_said():
    dropped = an_event(id=2, kind=EventKind.DROPPED)
    state = state_after(ORIGIN, [said(1, status=Status.AT_RISK, note="short of staff"), dropped])

    assert (state.dropped, state.finished) == (True, True)
    assert (state.status, state.words, state.by) == (
        Status.AT_RISK,
        "short of staff",
        "Nia Quill",
    )
    assert not state.late(TODAY + timedelta(days=900))


def test_what_was_dropped_comes_back_with_a_later_document():
    events = [
        an_event(id=1, kind=EventKind.DROPPED),
        an_event(id=2, kind=EventKind.REPRINTED),
    ]

    assert state_after(ORIGIN, events) == ORIGIN


def test_dropping_can_be_taken_back():
    assert state_after(ORIGIN, [an_event(id=1, kind=EventKind.DROPPED), undo(2, of=1)]) == ORIGIN


def test_a_number_that_was_given_to_another_action_has_two_origins():
    carried = at_first(an_action(due=by(FIRST + timedelta(days=90)), status=Status.AT_RISK))
    events = [
        said(1, note="of the first"),
        an_event(
            id=2,
            kind=EventKind.RENUMBERED,
            before=state_after(ORIGIN, [said(1, note="of the first")]),
            after=carried,
        ),
    ]
    assert state_after(ORIGIN, events) == carried
    assert origin_of(carried, events) == ORIGIN
    assert origin_of(ORIGIN, [said(1)]) == ORIGIN


def test_a_document_that_takes_a_date_out_leaves_the_first_one():
    taken_out = an_event(id=1, kind=EventKind.REPRINTED, change=Change(undated=True))
    state = state_after(ORIGIN, [taken_out])

    assert (state.first, state.accepted) == (FIRST, None)
