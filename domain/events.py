"""What happened to an action, said by whom; and its state, which follows from that.

Events are only ever added. An undo is an event too, and may itself be undone.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from domain.rights import Capacity
from domain.shares import ends_share
from domain.value import Value
from domain.work import Action, Milestone, Status


class EventKind(StrEnum):
    UPDATED = "updated"
    SNOOZED = "snoozed"
    REASSIGNED = "reassigned"  # said by the owner: a wish, until an administrator says it
    DISOWNED = "disowned"
    REBASED = "rebased"  # the partnership group accepted a new date
    REPRINTED = "reprinted"  # the plan was read again with another date or status in it
    RENUMBERED = "renumbered"  # the plan was read again: the number names another action now
    DROPPED = "dropped"  # the plan was read again without it; REPRINTED brings it back
    UNDONE = "undone"


class Change(Value):
    """Our reading of what was said. What is None was not spoken of.

    ``owners`` are those whose action it was when an administrator handed it on. ``undated`` is
    said by a document only: it has taken the date of an action out. Status and forecast are those
    of the stage that is ``slipping``, if there is one.
    """

    status: Status | None = None
    forecast: date | None = None
    percent: int | None = None
    note: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()
    milestone: str | None = None
    slipping: str | None = None
    until: date | None = None
    to: str | None = None
    owners: tuple[str, ...] = ()
    undated: bool = False


class Event(Value):
    """Who said what about an action, when, where and in which role.

    ``id`` is given by the store and grows; ``message`` is the request it came with, so that what
    one message changed can be taken back together; ``words`` is the message as said; ``before``
    and ``after`` are the state as it was and became. ``at`` is aware, in UTC.
    """

    id: int | None = None
    plan: str
    ref: str
    kind: EventKind
    at: datetime
    by: str  # Person.id
    by_name: str
    capacity: Capacity
    where: str
    message: str
    words: str
    change: Change = Change()
    undoes: int | None = None
    before: "ActionState | None" = None
    after: "ActionState | None" = None


class ActionState(Value):
    """How an action stands at a moment.

    ``began`` and ``first`` are the status and date the document gave when it was first read, and
    never change; ``accepted`` is the date the owner is held to; ``moves`` counts how often the
    forecast has changed. ``words`` are the last said, by ``by`` at ``at``. ``dropped`` is what the
    plan as last read no longer has: nobody is asked about it, and what was said of it stays.
    """

    status: Status | None = None
    began: Status | None = None
    first: date | None = None
    accepted: date | None = None
    forecast: date | None = None
    moves: int = 0
    percent: int | None = None
    words: str = ""
    by: str = ""
    at: datetime | None = None
    snoozed_until: date | None = None
    done: frozenset[str] = frozenset()  # labels of the milestones reached
    put_off: tuple[Milestone, ...] = ()  # stages, with the days on which they are expected now
    disowned: bool = False
    handed_to: str | None = None
    dropped: bool = False

    @property
    def origin(self) -> "ActionState":
        """The state before anybody had said anything."""
        return ActionState(
            status=self.began, began=self.began, first=self.first, accepted=self.first
        )

    @property
    def counts_as(self) -> Status | None:
        """The status it is counted under: what the plan no longer has is cancelled."""
        return Status.CANCELLED if self.dropped else self.status

    def put_off_to(self, stage: str) -> date | None:
        """The day on which a stage is expected, where that is not the plan's."""
        return next((each.end for each in self.put_off if each.label == stage), None)

    @property
    def finished(self) -> bool:
        return self.counts_as is not None and self.counts_as.finished

    @property
    def expected(self) -> date | None:
        """When it is now expected to be finished: the forecast, or else the accepted date."""
        return self.forecast or self.accepted

    def late(self, today: date) -> bool:
        """Past the accepted date and not complete, whatever the forecast says."""
        return not self.finished and self.accepted is not None and self.accepted < today


class Tracked(Value):
    """An action with its state."""

    action: Action
    state: ActionState

    @property
    def next_stage(self) -> Milestone | None:
        """The first stage that nobody has said was reached."""
        ahead = [each for each in self.action.due.milestones if each.label not in self.state.done]
        return min(ahead, key=lambda each: each.end, default=None)

    def open_milestones(self, today: date) -> tuple[Milestone, ...]:
        """The stages whose day has passed without a word that they were reached."""
        if self.state.finished:
            return ()
        stages = self.action.due.milestones
        return tuple(m for m in stages if m.end < today and m.label not in self.state.done)


def at_first(action: Action) -> ActionState:
    """The state of an action that has just been read for the first time."""
    return ActionState(
        status=action.status,
        began=action.status,
        first=action.due.deadline,
        accepted=action.due.deadline,
    )


def state_after(origin: ActionState, events: Iterable[Event]) -> ActionState:
    """Fold what happened since ``origin``, in order of ``id``, into the present state."""
    state = origin
    for event in live(events):
        state = changed(state, event)
    return state


def origin_of(state: ActionState, events: Iterable[Event]) -> ActionState:
    """The state before any of an action's events, of whichever action had its number then."""
    ordered = sorted(events, key=lambda each: each.id or 0)
    renumbered = (each.before for each in ordered if each.kind is EventKind.RENUMBERED)
    return (next(renumbered, None) or state).origin


def live(events: Iterable[Event]) -> list[Event]:
    """What was said and stands: not undone, or undone by an undo that was undone."""
    return [event for event in standing(events) if event.kind is not EventKind.UNDONE]


def standing(events: Iterable[Event]) -> list[Event]:
    """All events that nobody has taken back, undos among them, in order of ``id``."""
    taken_back: set[int | None] = set()
    found: list[Event] = []
    for event in sorted(events, key=lambda each: each.id or 0, reverse=True):
        if event.id in taken_back:
            continue
        if event.kind is EventKind.UNDONE:
            taken_back.add(event.undoes)
        found.append(event)
    return found[::-1]


def changed(state: ActionState, event: Event) -> ActionState:
    """The state after one more event."""
    change = event.change
    news: dict[str, object] = {}
    match event.kind:
        case EventKind.UPDATED:
            news = _updated(state, change)
        case EventKind.SNOOZED:
            return state.model_copy(update={"snoozed_until": change.until})  # no word about it
        case EventKind.REASSIGNED:
            agreed = bool(change.owners)  # by an administrator, who has handed it on
            news = {"handed_to": None if agreed else change.to, "disowned": not agreed}
        case EventKind.DISOWNED:
            news = {"disowned": True}
        case EventKind.REBASED:
            news = {"accepted": change.forecast, "forecast": None}
            news |= {"status": change.status} if change.status else {}
        case EventKind.REPRINTED:
            return state.model_copy(update=_reprinted(state, change))
        case EventKind.RENUMBERED:
            return event.after or state  # that of another action, or of a new one
        case EventKind.DROPPED:
            return state.model_copy(update={"dropped": True})
        case EventKind.UNDONE:
            return state
    said = {"words": change.note or event.words, "by": event.by_name, "at": event.at}
    return state.model_copy(update=news | said)


def _reprinted(state: ActionState, change: Change) -> dict[str, object]:
    """A new date in the document is a new accepted date; a status only where nobody has spoken.

    What the owner expects stays: that is their word, unless the document now says the same.
    """
    news: dict[str, object] = {"dropped": False}
    if change.forecast is not None or change.undated:
        news["accepted"] = change.forecast
        if state.forecast == change.forecast:
            news["forecast"] = None
    if change.status is not None and state.at is None:
        news["status"] = change.status
    return news


def _updated(state: ActionState, change: Change) -> dict[str, object]:
    news: dict[str, object] = {"snoozed_until": None, "disowned": False}
    if change.milestone is not None:
        news["done"] = state.done | {change.milestone}
    if change.slipping is not None:
        return news | {"put_off": _put_off(state, change)}
    if change.status is not None and not _of_a_stage(change):
        news["status"] = change.status
        if ends_share(change.status):
            news["percent"] = None
    if change.percent is not None:
        news["percent"] = change.percent
    if change.forecast is not None:
        news["forecast"] = change.forecast
        news["moves"] = state.moves + (change.forecast != state.expected)
    return news


def _put_off(state: ActionState, change: Change) -> tuple[Milestone, ...]:
    """The stages that are expected on another day than the plan has; the last word counts."""
    if change.slipping is None or change.forecast is None:
        return state.put_off
    others = (each for each in state.put_off if each.label != change.slipping)
    return (*others, Milestone(label=change.slipping, end=change.forecast))


def _of_a_stage(change: Change) -> bool:
    """A stage that is reached completes no action, nor says more than that it is under way."""
    said = change.status in (Status.COMPLETE, Status.IN_PROGRESS)
    return change.milestone is not None and said
