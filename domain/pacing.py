"""How fast a platform lets us speak, and when the next message may go. Pure.

Each limit is kept by one moment (the generic cell rate algorithm), so that replicas can share it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from domain.conversation import Outgoing
from domain.value import Value

MICROSECOND = timedelta(microseconds=1)
EVERYWHERE = ""
"""The name under which the flow of the whole workspace is kept, beside its conversations."""


class Limit(Value):
    """At most ``messages`` in any span of ``per``; ``at_once`` of them may go without a pause."""

    messages: int
    per: timedelta
    at_once: int = 1

    @property
    def interval(self) -> timedelta:
        """The pause after which one more may go, rounded up."""
        return self.per / (self.messages - self.at_once + 1) + MICROSECOND

    @property
    def tolerance(self) -> timedelta:
        return self.interval * (self.at_once - 1)


class Pacing(Value):
    """What a platform allows, as its documentation says."""

    in_conversation: tuple[Limit, ...] = ()
    in_workspace: tuple[Limit, ...] = ()


class Flow(Value):
    """What has gone out lately: for each limit the moment until which it is used up."""

    used_until: tuple[datetime, ...] = ()
    held_until: datetime | None = None  # the platform said: not before

    def earliest(self, limits: tuple[Limit, ...], now: datetime) -> datetime:
        """When the next message may go."""
        moments = [now if self.held_until is None else max(now, self.held_until)]
        for used, limit in zip(self.used_until, limits, strict=False):
            moments.append(used - limit.tolerance)
        return max(moments)

    def after(self, limits: tuple[Limit, ...], at: datetime) -> "Flow":
        """The flow once a message has gone ``at`` a moment."""
        used = (*self.used_until, *(at for _ in limits))  # a limit that is new has used nothing
        news = (max(each, at) + limit.interval for each, limit in zip(used, limits, strict=False))
        return self.model_copy(update={"used_until": tuple(news)})

    def held(self, until: datetime) -> "Flow":
        """The flow once the platform has asked for silence."""
        held = max(until, self.held_until) if self.held_until else until
        return self.model_copy(update={"held_until": held})


class Turn(Value):
    """Which messages go now, when the others may, and the flows after that."""

    now: tuple[str, ...]
    later: dict[str, datetime]
    flows: dict[str, Flow]


def room(pacing: Pacing, flow: Flow, now: datetime, most: int) -> int:
    """How many messages the workspace has room for at this moment, at ``most`` so many."""
    if not pacing.in_workspace and flow.held_until is None:
        return most
    for count in range(most):
        if flow.earliest(pacing.in_workspace, now) > now:
            return count
        flow = flow.after(pacing.in_workspace, now)
    return most


def lane(message: Outgoing) -> str:
    """What is paced together: a conversation; what one person alone sees there is not in its way.

    Fifty people may ask in one channel at once, each for an answer of their own.
    """
    address = message.address
    return (
        f"{address.conversation}:{address.only_for}" if address.only_for else address.conversation
    )


def turn(
    messages: Iterable[Outgoing], pacing: Pacing, flows: Mapping[str, Flow], now: datetime
) -> Turn:
    """Let go what its conversation has room for, and give each of the others its own moment."""
    known = dict(flows)
    ahead: dict[str, Flow] = {}  # with what is only planned
    going: list[str] = []
    later: dict[str, datetime] = {}
    for message in messages:
        where = lane(message)
        flow = ahead.get(where) or known.get(where, Flow())
        at = flow.earliest(pacing.in_conversation, now)
        ahead[where] = flow.after(pacing.in_conversation, at)
        if at > now:
            later[message.key] = at
            continue
        going.append(message.key)
        known[where] = ahead[where]
        whole = known.get(EVERYWHERE, Flow())
        known[EVERYWHERE] = whole.after(pacing.in_workspace, now)
    return Turn(now=tuple(going), later=later, flows=known)
