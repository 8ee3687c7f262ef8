"""What a share of the work tells of a status, where nothing else is said."""

import pytest

from domain.events import Change, EventKind, state_after
from domain.shares import told_by
from domain.work import Status
from tests.builders import an_event
from tests.domain.test_events import ORIGIN


@pytest.mark.parametrize(
    ("percent", "status", "told"),
    [
        (40, None, Status.IN_PROGRESS),
        (40, Status.NOT_STARTED, Status.IN_PROGRESS),
        (40, Status.COMPLETE, Status.IN_PROGRESS),
        (40, Status.CANCELLED, Status.IN_PROGRESS),
        (40, Status.AT_RISK, None),
        (40, Status.ONGOING, None),
        (0, None, Status.NOT_STARTED),
        (0, Status.NOT_STARTED, None),
        (0, Status.IN_PROGRESS, None),
        (0, Status.COMPLETE, Status.NOT_STARTED),
    ],
)
def test_a_share_tells_how_it_stands_where_that_would_contradict_it(percent, status, told):
    assert told_by(percent, status) is told


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.NOT_STARTED, Status.CANCELLED])
def test_a_share_of_before_is_over_once_all_or_nothing_is_done(status):
    said = [Change(percent=40, status=Status.IN_PROGRESS), Change(status=status)]
    events = [an_event(id=n, kind=EventKind.UPDATED, change=each) for n, each in enumerate(said, 1)]
    assert state_after(ORIGIN, events[:1]).percent == 40
    assert state_after(ORIGIN, events).percent is None
