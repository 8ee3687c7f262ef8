"""Whether a message that has waited should still be sent. Pure."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from domain.conversation import Kind, Outgoing
from domain.events import ActionState

ASKS = frozenset({Kind.REMINDER, Kind.OVERDUE, Kind.ESCALATION})


class Stale(StrEnum):
    """Why a message should not go any more."""

    LATE = "late"  # its hours have passed
    ANSWERED = "answered"  # there is news of what it asks about


def staleness(message: Outgoing, states: Iterable[ActionState], now: datetime) -> Stale | None:
    """Judge a message by the clock and by the present states of the actions it is about."""
    if message.not_after is not None and now > message.not_after:
        return Stale.LATE
    if message.kind in ASKS and any(_since(message, state) for state in states):
        return Stale.ANSWERED
    return None


def _since(message: Outgoing, state: ActionState) -> bool:
    """Whether somebody has spoken since it was written, or wishes not to be asked until later."""
    spoken = state.at is not None and state.at > message.not_before
    snoozed = state.snoozed_until is not None and state.snoozed_until > message.day
    return spoken or snoozed or state.finished
