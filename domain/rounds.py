"""Reporting rounds: how one stands on a day, who has answered, and who has not. Pure.

A round follows from two instructions, the one that opened it and perhaps one that ended it, and
from its dates: nothing has to happen for it to open or to close.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.events import ActionState, Event, EventKind, Tracked, live
from domain.instructions import Instruction
from domain.summary import Scope
from domain.timetable import RoundEnded, RoundOpened, Timetable
from domain.value import Value

ANSWERS = (EventKind.UPDATED, EventKind.REBASED)


class Stage(StrEnum):
    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"
    CALLED_OFF = "called off"


class Round(Value):
    """A round as it was opened, and as it was ended where somebody did so before its time."""

    id: int
    scope: Scope
    days: Timetable
    opened: Instruction
    ended: Instruction | None = None
    called_off: bool = False

    def stage(self, day: date, zone: ZoneInfo) -> Stage:
        """How it stands on a day of the council's."""
        if self.ended:
            return Stage.CALLED_OFF if self.called_off else Stage.CLOSED
        if day < self.days.opens:
            return Stage.COMING
        return Stage.OPEN if day <= self.closed_on(zone) else Stage.CLOSED

    def closed_on(self, zone: ZoneInfo) -> date:
        """The last day on which an answer is in time."""
        if self.ended is None:
            return self.days.closes
        return min(self.days.closes, self.ended.at.astimezone(zone).date())

    def begins(self, zone: ZoneInfo) -> datetime:
        """From which moment on what is said is an answer."""
        start = datetime.combine(self.days.opens, time(), tzinfo=zone)
        return max(start, self.opened.at)

    def in_time(self, said: Event, zone: ZoneInfo) -> bool:
        if self.ended is not None and self.ended.at < said.at:
            return False
        return said.at.astimezone(zone).date() <= self.days.closes

    def step(self, day: date) -> date | None:
        """The day of the chaser that is due by now: the last one, where several were missed."""
        return max((each for each in self.days.chases if each <= day), default=None)


class Return(Value):
    """One action of a round: how it stood before, and the first and last word in it, if any."""

    tracked: Tracked
    before: ActionState
    first: Event | None = None
    last: Event | None = None
    late: bool = False

    @property
    def ref(self) -> str:
        return self.tracked.action.ref

    @property
    def answered(self) -> bool:
        return self.first is not None

    @property
    def moved(self) -> bool:
        """Whether another day is expected than was when the round opened."""
        expected = self.tracked.state.expected
        return expected is not None and expected != self.before.expected


class Returns(Value):
    """All the actions a round asks about."""

    round: Round
    all: tuple[Return, ...]

    @property
    def answered(self) -> tuple[Return, ...]:
        return tuple(each for each in self.all if each.answered)

    @property
    def unanswered(self) -> tuple[Return, ...]:
        return tuple(each for each in self.all if not each.answered)

    @property
    def late(self) -> tuple[Return, ...]:
        return tuple(each for each in self.all if each.late)


def rounds_in(instructions: Iterable[Instruction]) -> tuple[Round, ...]:
    """The rounds that were ever opened, oldest first."""
    found: dict[int, Round] = {}
    for told in instructions:
        order = told.order
        if isinstance(order, RoundOpened) and told.id is not None:
            found[told.id] = Round(id=told.id, scope=order.scope, days=order.days, opened=told)
        elif isinstance(order, RoundEnded) and order.round in found:
            ended = {"ended": told, "called_off": order.called_off}
            if found[order.round].ended is None:
                found[order.round] = found[order.round].model_copy(update=ended)
    return tuple(found.values())


def returns_of(
    held: Round, tracked: Sequence[Tracked], events: Iterable[Event], zone: ZoneInfo
) -> Returns:
    """What has come in. ``events`` are those of its plan since it began.

    An action that was finished before is not asked about. What is taken back is no answer.
    """
    about: dict[str, list[Event]] = {}
    for event in events:
        if event.at >= held.begins(zone):
            about.setdefault(event.ref, []).append(event)
    found = (_return(held, each, about.get(each.action.ref, ()), zone) for each in tracked)
    return Returns(round=held, all=tuple(each for each in found if not each.before.finished))


def _return(held: Round, tracked: Tracked, events: Sequence[Event], zone: ZoneInfo) -> Return:
    ordered = sorted(events, key=lambda each: each.id or 0)
    before = next((each.before for each in ordered if each.before), tracked.state)
    said = [each for each in live(ordered) if each.kind in ANSWERS]
    if not said:
        return Return(tracked=tracked, before=before)
    late = not held.in_time(said[0], zone)
    return Return(tracked=tracked, before=before, first=said[0], last=said[-1], late=late)
