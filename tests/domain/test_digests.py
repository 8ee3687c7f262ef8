"""What has changed since the last digest: two states of the same actions, then and now."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.digests import Since, Turn, changes_of, thanked
from domain.events import ActionState, Event, EventKind, Tracked, at_first, state_after
from domain.rights import Capacity
from domain.summary import Bucket, bucket
from domain.work import Status
from tests.builders import TODAY, an_action, an_event, by
from tests.store.strategies import histories

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
REFS = ("1.1", "1.2", "1.3")


def told(before: ActionState, now: ActionState, **said: object) -> Turn | None:
    event = an_event(id=1, before=before, **said)
    changes = changes_of([Tracked(action=an_action(), state=now)], [event])
    return changes[0].turn if changes else None


OPEN = ActionState(status=Status.IN_PROGRESS, first=TODAY, accepted=TODAY)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"status": Status.COMPLETE}, Turn.COMPLETED),
        ({"status": Status.ON_TRACK}, Turn.MOVED),
        ({"words": "still waiting"}, Turn.NOTED),
        ({"disowned": True}, Turn.NOTED),
        ({"forecast": TODAY + DAY}, Turn.SLIPPED),
        ({"forecast": TODAY - DAY}, Turn.MOVED),
        ({"accepted": TODAY + DAY}, Turn.SLIPPED),
        ({"status": Status.AT_RISK}, Turn.SLIPPED),
        ({"status": Status.DELAYED}, Turn.SLIPPED),
        ({"status": Status.CANCELLED, "forecast": TODAY + DAY}, Turn.MOVED),
        ({}, None),  # said and taken back
    ],
)
def test_which_way_an_action_has_gone(now: dict[str, object], expected: Turn | None) -> None:
    assert told(OPEN, OPEN.model_copy(update=now)) is expected


def test_what_stays_at_risk_has_not_slipped_again() -> None:
    risk = OPEN.model_copy(update={"status": Status.AT_RISK})
    assert told(risk, risk.model_copy(update={"words": "no news"})) is Turn.NOTED


def test_the_last_that_stands_is_quoted() -> None:
    events = [
        an_event(id=1, before=OPEN, words="first"),
        an_event(id=2, words="second"),
        an_event(id=3, words="third"),
        an_event(id=4, kind=EventKind.UNDONE, undoes=3, words="undo"),
    ]
    now = OPEN.model_copy(update={"status": Status.ON_TRACK})
    [change] = changes_of([Tracked(action=an_action(), state=now)], events)
    assert change.said.words == "second"


def test_what_is_taken_back_from_before_is_a_change_too() -> None:
    undone = an_event(id=9, kind=EventKind.UNDONE, undoes=1, before=OPEN, words="undo")
    now = OPEN.model_copy(update={"status": None})
    [change] = changes_of([Tracked(action=an_action(), state=now)], [undone])
    assert change.said.kind is EventKind.UNDONE


def test_thanks_go_to_who_did_it_not_to_who_wrote_it_down() -> None:
    done = OPEN.model_copy(update={"status": Status.COMPLETE})
    tracked = Tracked(action=an_action(owners=("Nia Quill", "Sam Tarn")), state=done)
    own = an_event(before=OPEN, by_name="Nia Quill")
    chairs = an_event(before=OPEN, by_name="Bo Lark", capacity=Capacity.CHAIR)
    assert thanked(changes_of([tracked], [own])) == ("Nia Quill",)
    assert thanked(changes_of([tracked], [chairs])) == ("Nia Quill", "Sam Tarn")


def history_of(ref: str, events: list[Event]) -> list[Event]:
    return [each for each in events if each.ref == ref]


@given(events=histories(REFS), cut=st.integers(0, 12), gap=st.integers(0, 40))
def test_the_counts_then_are_those_of_the_states_folded_to_then(
    events: list[Event], cut: int, gap: int
) -> None:
    """The states kept with the events lead to the same figures as folding every event anew."""
    numbered = [each.model_copy(update={"id": n}) for n, each in enumerate(events, 1)]
    actions = [an_action(ref=ref, due=by(TODAY - n * WEEK)) for n, ref in enumerate(REFS)]
    then_day = TODAY - gap * DAY
    kept: list[Event] = []
    for event in numbered:  # as the record keeps them: each with the state before it
        action = next(each for each in actions if each.ref == event.ref)
        before = state_after(at_first(action), history_of(event.ref, kept))
        kept.append(event.model_copy(update={"before": before}))
    now = [
        Tracked(action=each, state=state_after(at_first(each), history_of(each.ref, kept)))
        for each in actions
    ]
    then = [state_after(at_first(each), history_of(each.ref, kept[:cut])) for each in actions]
    passed = tuple(
        each
        for each in now
        if not each.state.finished
        and each.state.accepted
        and then_day <= each.state.accepted < TODAY
    )
    since = Since(day=then_day, changes=changes_of(now, kept[cut:]), passed=passed)
    counts = dict.fromkeys(Bucket, 0) | Counter(bucket(each.state, TODAY) for each in now)
    expected = Counter(bucket(each, then_day) for each in then)
    assert since.counts_then(counts, TODAY) == dict.fromkeys(Bucket, 0) | expected
