"""What has waited too long, or was answered meanwhile, is not sent any more."""

from datetime import timedelta

import pytest

from domain.conversation import Kind
from domain.events import ActionState
from domain.stale import Stale, staleness, wanting
from domain.work import Status
from tests.builders import NOW, TODAY, an_outgoing

MINUTE = timedelta(minutes=1)
BEFORE, SINCE = ActionState(at=NOW - MINUTE), ActionState(at=NOW + MINUTE)
MEANWHILE = ActionState(at=NOW - timedelta(seconds=1))  # recorded while the message was written
SILENT = ActionState()
SNOOZED, WOKEN = (ActionState(snoozed_until=TODAY + timedelta(days=n)) for n in (1, 0))
DONE = ActionState(status=Status.COMPLETE)


@pytest.mark.parametrize(
    ("kind", "states", "expected"),
    [
        (Kind.REMINDER, [], None),
        (Kind.REMINDER, [SILENT, BEFORE], None),
        (Kind.REMINDER, [BEFORE, SINCE], Stale.ANSWERED),
        (Kind.REMINDER, [MEANWHILE], Stale.ANSWERED),
        (Kind.REMINDER, [ActionState(at=NOW)], Stale.ANSWERED),
        (Kind.REMINDER, [SNOOZED], Stale.ANSWERED),
        (Kind.REMINDER, [WOKEN], None),
        (Kind.REMINDER, [DONE], Stale.ANSWERED),
        (Kind.OVERDUE, [SINCE], Stale.ANSWERED),
        (Kind.ESCALATION, [SINCE], Stale.ANSWERED),
        (Kind.ROUND, [SINCE], Stale.ANSWERED),
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


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (("asked harbour 1.1", "asked harbour 1.2"), ("1.1", "1.2")),
        (("asked harbour 1.1", "said harbour 1.2 7"), ("1.1",)),
        (("late harbour 1.1 2031-05-01", "said harbour 1.1 7", "said harbour 1.2 8"), ("1.1",)),
        (("asked harbour 1.1", "said harbour 1.20 7"), ("1.1", "1.2")),
    ],
)
def test_of_what_it_only_tells_nothing_makes_it_stale(says, expected):
    message = an_outgoing(plan="harbour", about=("1.1", "1.2"), says=says)
    assert wanting(message) == {"harbour": expected}
