"""A platform's limits are kept in every span of time, and no longer waited for than needed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.pacing import EVERYWHERE, Flow, Limit, Pacing, room, turn
from tests.builders import HERE, NOW, an_outgoing

SECOND = timedelta(seconds=1)
ONE_A_SECOND = Limit(messages=1, per=SECOND)

limits = st.integers(1, 40).flatmap(
    lambda messages: st.builds(
        Limit,
        messages=st.just(messages),
        per=st.integers(1, 3600).map(lambda seconds: seconds * SECOND),
        at_once=st.integers(1, messages),
    )
)


@given(st.lists(limits, min_size=1, max_size=3), st.lists(st.floats(0, 600), max_size=60))
def test_no_span_of_time_holds_more_than_the_limit(those: list[Limit], pauses: list[float]):
    allowed = tuple(those)
    flow, now, went = Flow(), NOW, []
    for pause in pauses:
        now = flow.earliest(allowed, now + timedelta(seconds=pause))
        flow = flow.after(allowed, now)
        went.append(now)
    for limit in allowed:
        for first, after in zip(went, went[limit.messages :], strict=False):
            assert after - first >= limit.per


@given(limits)
def test_a_burst_goes_at_once_and_the_next_waits(limit: Limit):
    flow = Flow()
    for _ in range(limit.at_once):
        assert flow.earliest((limit,), NOW) == NOW
        flow = flow.after((limit,), NOW)
    assert flow.earliest((limit,), NOW) > NOW
    assert flow.earliest((limit,), NOW + limit.per + SECOND) == NOW + limit.per + SECOND


def test_a_platform_that_asks_for_silence_gets_it():
    held = Flow().held(NOW + 30 * SECOND).held(NOW + 10 * SECOND)
    assert held.earliest((), NOW) == NOW + 30 * SECOND
    assert held.earliest((ONE_A_SECOND,), NOW + 31 * SECOND) == NOW + 31 * SECOND


@pytest.mark.parametrize(
    ("pacing", "flow", "expected"),
    [
        (Pacing(), Flow(), 50),
        (Pacing(), Flow(held_until=NOW + SECOND), 0),
        (Pacing(), Flow(held_until=NOW), 50),
        (Pacing(in_workspace=(ONE_A_SECOND,)), Flow(), 1),
        (Pacing(in_workspace=(Limit(messages=60, per=SECOND, at_once=7),)), Flow(), 7),
        (Pacing(in_workspace=(ONE_A_SECOND,)), Flow(used_until=(NOW + SECOND,)), 0),
    ],
)
def test_how_many_there_is_room_for(pacing: Pacing, flow: Flow, expected: int):
    assert room(pacing, flow, NOW, 50) == expected


def test_one_goes_to_each_conversation_and_the_others_get_a_moment_each():
    pacing = Pacing(in_conversation=(ONE_A_SECOND,), in_workspace=(ONE_A_SECOND,))
    there = HERE.model_copy(update={"conversation": "elsewhere"})
    messages = [an_outgoing(key=key) for key in "abc"] + [an_outgoing(key="d", address=there)]

    planned = turn(messages, pacing, {EVERYWHERE: Flow()}, NOW)

    assert planned.now == ("a", "d")
    waits = [round((planned.later[key] - NOW).total_seconds()) for key in "bc"]
    assert waits == [1, 2]
    next_in_general = planned.flows["general"].earliest(pacing.in_conversation, NOW)
    assert next_in_general - NOW < 2 * SECOND  # only what went counts


def test_a_limit_that_is_new_has_nothing_used_up():
    flow = Flow(used_until=(NOW + SECOND,)).after((ONE_A_SECOND, ONE_A_SECOND), NOW)
    assert len(flow.used_until) == 2
