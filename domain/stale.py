"""Whether a message that has waited should still be sent. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from domain.concerns import only_told
from domain.conversation import Kind, Outgoing
from domain.events import ActionState

# A word that was being recorded while the message was written bears the earlier moment. Who asks so
# soon after a word, as a round does, asks again a moment later.
MEANWHILE = timedelta(minutes=1)
ASKS = frozenset({Kind.REMINDER, Kind.OVERDUE, Kind.ESCALATION, Kind.ROUND})


class Stale(StrEnum):
    """Why a message should not go any more."""

    LATE = "late"  # its hours have passed
    ANSWERED = "answered"  # there is news of what it asks about


def wanting(message: Outgoing) -> Mapping[str, tuple[str, ...]]:
    """The actions, by plan, of which a word makes it stale: not those whose news it only tells."""
    found = {
        plan: tuple(ref for ref in refs if not only_told(plan, ref, message.says))
        for plan, refs in message.actions.items()
    }
    return {plan: refs for plan, refs in found.items() if refs}


def staleness(message: Outgoing, states: Iterable[ActionState], now: datetime) -> Stale | None:
    """Judge a message by the clock and by the present states of the actions it is wanting on."""
    if message.not_after is not None and now > message.not_after:
        return Stale.LATE
    if message.kind in ASKS and any(_since(message, state) for state in states):
        return Stale.ANSWERED
    return None


def _since(message: Outgoing, state: ActionState) -> bool:
    """Whether somebody has spoken since it was written, or wishes not to be asked until later."""
    spoken = state.at is not None and state.at > message.not_before - MEANWHILE
    snoozed = state.snoozed_until is not None and state.snoozed_until > message.day
    return spoken or snoozed or state.finished
