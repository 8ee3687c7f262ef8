"""How a part of a plan stands on a day. Pure: the states and the moment are arguments."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.events import ActionState, Tracked
from domain.names import folded
from domain.value import Value
from domain.work import Action, Period, Plan, Status

SHOWN = 5  # actions named under each heading of a status; the rest are counted
DUE_SOON = timedelta(days=14)
QUIET_AFTER = timedelta(days=30)


class Scope(Value):
    """A part of a plan. ``section`` and ``group`` are names as the plan prints them.

    With a ``partnership_group`` it is what answers to that: the actions that name it, and those of
    ``its_sections`` that name no group of their own.
    """

    plan: str
    section: str | None = None
    group: str | None = None
    partnership_group: str | None = None
    its_sections: tuple[str, ...] = ()

    def holds(self, tracked: Tracked) -> bool:
        action = tracked.action
        here = self.section in (None, action.section) and self.group in (None, action.group)
        return here and (self.partnership_group is None or self._answers_to_it(action))

    def named_by(self, partnership_groups: Iterable[str]) -> bool:
        """Whether the partnership group is one of these, as printed."""
        return folded(self.partnership_group or "") in map(folded, partnership_groups)

    def _answers_to_it(self, action: Action) -> bool:
        if action.partnership_groups:
            return self.named_by(action.partnership_groups)
        return action.section in self.its_sections


def answering_to(partnership_group: str, plan: Plan) -> Scope:
    """What a partnership group answers for in a plan."""
    named = folded(partnership_group)
    sections = (each for each in plan.sections if named in map(folded, each.partnership_groups))
    return Scope(
        plan=plan.key,
        partnership_group=partnership_group,
        its_sections=tuple(each.name for each in sections),
    )


class Bucket(StrEnum):
    """Where an action is counted: each in exactly one."""

    COMPLETE = "complete"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    LATE = "late"
    NO_WORD = "no word yet"
    CANCELLED = "cancelled"


DECLARED = {
    Status.COMPLETE: Bucket.COMPLETE,
    Status.CANCELLED: Bucket.CANCELLED,
    Status.ON_TRACK: Bucket.ON_TRACK,
    Status.IN_PROGRESS: Bucket.ON_TRACK,
    Status.ONGOING: Bucket.ON_TRACK,
    Status.AT_RISK: Bucket.AT_RISK,
    Status.DELAYED: Bucket.LATE,
}
GREEN = (Status.ON_TRACK, Status.IN_PROGRESS, Status.ONGOING)


class Moment(Value):
    """The moment a summary is for, and the day that is where it is read."""

    now: datetime
    today: date


class Some(Value):
    """The first few actions under one heading, and how many there are in all."""

    first: tuple[Tracked, ...] = ()
    count: int = 0


class Summary(Value):
    """What a chair is told. ``contradicted`` are declared green although their dates disagree."""

    counts: dict[Bucket, int]
    late: Some = Some()
    at_risk: Some = Some()
    due_soon: Some = Some()
    quiet: Some = Some()
    contradicted: Some = Some()

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def bucket(state: ActionState, today: date) -> Bucket:
    """Count an action by its dates first, then by what its owner declared."""
    if state.late(today):
        return Bucket.LATE
    declared = state.counts_as
    return DECLARED.get(declared, Bucket.NO_WORD) if declared else Bucket.NO_WORD


def due_soon(state: ActionState, today: date) -> bool:
    """Expected to be finished from today to a fortnight on."""
    expected = state.expected
    return not state.finished and expected is not None and today <= expected <= today + DUE_SOON


def quiet(state: ActionState, read_at: datetime | None, now: datetime) -> bool:
    """Open, and nothing said for 30 days (counted from the reading of the plan at the latest)."""
    heard = state.at or read_at
    return not state.finished and heard is not None and heard < now - QUIET_AFTER


def contradicted(tracked: Tracked, period: Period | None, today: date) -> bool:
    """Declared green although a milestone has passed open, or the forecast leaves the plan."""
    if tracked.state.counts_as not in GREEN:
        return False
    forecast = tracked.state.forecast
    beyond = period is not None and forecast is not None and forecast > period.end
    return beyond or bool(tracked.open_milestones(today))


def summarise(
    tracked: Sequence[Tracked],
    moment: Moment,
    period: Period | None = None,
    read_at: datetime | None = None,
    shown: int = SHOWN,
) -> Summary:
    """Summarise actions given in document order; late ones come longest late first.

    ``shown`` of them are named under each heading.
    """
    now, today = moment.now, moment.today
    buckets = [(bucket(each.state, today), each) for each in tracked]
    late = [each for where, each in buckets if where is Bucket.LATE]
    soon = [each for each in tracked if due_soon(each.state, today)]
    return Summary(
        counts=_counts(where for where, _ in buckets),
        late=_some(sorted(late, key=lambda each: each.state.accepted or date.max), shown),
        at_risk=_some([each for where, each in buckets if where is Bucket.AT_RISK], shown),
        due_soon=_some(sorted(soon, key=lambda each: each.state.expected or date.max), shown),
        quiet=_some([each for each in tracked if quiet(each.state, read_at, now)], shown),
        contradicted=_some([each for each in tracked if contradicted(each, period, today)], shown),
    )


def _counts(buckets: Iterable[Bucket]) -> dict[Bucket, int]:
    counts = dict.fromkeys(Bucket, 0)
    for each in buckets:
        counts[each] += 1
    return counts


def _some(tracked: Sequence[Tracked], shown: int) -> Some:
    return Some(first=tuple(tracked[:shown]), count=len(tracked))
