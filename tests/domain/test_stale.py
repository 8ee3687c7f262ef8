"""What has waited too long, or was answered meanwhile, is not sent any more."""

from datetime import timedelta

import pytest

from domain.conversation import Kind
from domain.events import ActionState
from domain.stale import Stale, staleness
from domain.work import Status
from tests.builders import NOW, TODAY, an_outgoing

MINUTE = timedelta(minutes=1)
BEFORE, SINCE = ActionState(at=NOW - MINUTE), ActionState(at=NOW + MINUTE)
SILENT = ActionState()
SNOOZED, WOKEN = (ActionState(snoozed_until=TODAY + timedelta(days=n)) for n in (1, 0))
DONE = ActionState(status=Status.COMPLETE)


@pytest.mark.parametrize(
    ("kind", "states", "expected"),
    [
        (Kind.REMINDER, [], None),
        (Kind.REMINDER, [SILENT, BEFORE], None),
        (Kind.REMINDER, [BEFORE, SINCE], Stale.ANSWERED),
        (Kind.REMINDER, [SNOOZED], Stale.ANSWERED),
        (Kind.REMINDER, [WOKEN], None),
        (Kind.REMINDER, [DONE], Stale.ANSWERED),
        (Kind.OVERDUE, [SINCE], Stale.ANSWERED),
        (Kind.ESCALATION, [SINCE], Stale.ANSWERED),
        (Kind.DIGEST, [SINCE], None),
        (Kind.NOTICE, [SINCE], None),
    ],
)
def test_a_question_that_was_answered_is_not_asked(kind, states, expected):
    assert staleness(an_outgoing(kind=kind), states, NOW + 2 * MINUTE) is expected


def test_after_its_hours_a_message_is_late():
    message = an_outgoing(not_after=NOW + MINUTE)
    assert staleness(message, [], NOW + MINUTE) is None
    assert staleness(message, [SINCE], NOW + 2 * MINUTE) is Stale.LATE
