"""The days of an action on which a word is wanted: its end, a stage, a start, an occurrence."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from domain.events import Tracked
from domain.occurrences import Occurrence, occurrence_before, occurrence_on
from domain.people import LONDON
from domain.policy import DEFAULT, Policy
from domain.work import DueKind, Period, Plan, Status

NOT_BEGUN = (None, Status.NOT_STARTED)


class Sort(StrEnum):
    """What a day of an action is."""

    END = "end"  # it must be finished by then
    FORECAST = "forecast"  # its owner expects to finish by then
    FOLLOWS = "follows"  # those it refers to must be finished by then
    STAGE = "stage"
    OCCURRENCE = "occurrence"
    START = "start"
    CHECK = "check"  # nothing has been said for long, and no date is ahead


class Point(NamedTuple):
    """A day, what it is, and how the stage or occurrence is called.

    ``leads`` are the days ahead of it on which a word is asked for.
    """

    sort: Sort
    day: date
    label: str = ""
    leads: frozenset[int] = frozenset({0})


class Context(NamedTuple):
    """What must be known besides an action: its plan, its policy and those it refers to.

    And the zone of who is asked, by whose days the peace after a word is counted.
    """

    plan: Plan
    policy: Policy = DEFAULT
    followed: tuple[Tracked, ...] = ()
    zone: tzinfo = LONDON

    @property
    def period(self) -> Period | None:
        return self.plan.period

    @property
    def since(self) -> date:
        return self.plan.known_since


def heard(tracked: Tracked, zone: tzinfo) -> date | None:
    """The day of the last word about an action, as it was in a zone."""
    return tracked.state.at.astimezone(zone).date() if tracked.state.at else None


def points(tracked: Tracked, context: Context, today: date) -> Sequence[Point]:
    """All days of an action that matter today, the most pressing first; () if it is finished."""
    if tracked.state.finished:
        return ()
    found = list(_dated(tracked, context, today))
    if not found and not _comes_round(tracked, context, today):
        found = [_check(tracked, context)]
    return sorted(found, key=lambda each: _pressing(each, today)) if len(found) > 1 else found


def _pressing(point: Point, today: date) -> tuple[bool, bool, date]:
    """What must be finished presses more than what should have begun."""
    return not _end_is_past(point, today), point.sort is Sort.START, point.day


def _end_is_past(point: Point, today: date) -> bool:
    """An action whose end has passed is spoken of by that, and not by a stage that came before."""
    return point.sort in (Sort.END, Sort.FORECAST) and point.day < today


def _dated(tracked: Tracked, context: Context, today: date) -> Iterator[Point]:
    due, state, leads = tracked.action.due, tracked.state, context.policy.leads
    if state.expected is not None:
        sort = Sort.FORECAST if state.forecast else Sort.END
        yield Point(sort=sort, day=state.expected, leads=leads)
    starts = due.kind in (DueKind.FROM, DueKind.WINDOW) and state.status in NOT_BEGUN
    if starts and due.start is not None and state.forecast is None:
        yield Point(sort=Sort.START, day=due.start)
    yield from _stage(tracked, leads)
    if due.kind is DueKind.RECURRING:
        yield from _occurrences(tracked, context, today)
    if due.kind is DueKind.SEE and state.expected is None:
        yield from _followed(context)


def _stage(tracked: Tracked, leads: frozenset[int]) -> Iterator[Point]:
    """The first stage not yet reached, unless it is the end of the action itself."""
    stages = [
        each for each in tracked.action.due.milestones if each.label not in tracked.state.done
    ]
    if stages:
        state = tracked.state
        first = min(stages, key=lambda each: each.end)
        if first.end != state.accepted or state.forecast is not None:
            day = state.put_off_to(first.label) or first.end
            yield Point(sort=Sort.STAGE, day=day, label=first.label, leads=leads)


def _occurrences(tracked: Tracked, context: Context, today: date) -> Iterator[Point]:
    """The occurrence just past, if it is open and was not before our time; and the present one."""
    due, done = tracked.action.due, tracked.state.done
    before = occurrence_before(due, context.period, today)
    if before and before.end >= context.since and before.label not in done:
        yield _occurrence(before, context.policy)
    now = occurrence_on(due, context.period, today)
    if now and now.label not in done:
        yield _occurrence(now, context.policy)


def _occurrence(found: Occurrence, policy: Policy) -> Point:
    """Nobody is asked about an occurrence when most of it is still ahead."""
    leads = frozenset(lead for lead in policy.leads if lead <= found.days // 4)
    return Point(sort=Sort.OCCURRENCE, day=found.end, label=found.label, leads=leads)


def _followed(context: Context) -> Iterator[Point]:
    days = [
        each.state.expected
        for each in context.followed
        if each.state.expected is not None and not each.state.finished
    ]
    if days:
        refs = " and ".join(each.action.ref for each in context.followed)
        yield Point(sort=Sort.FOLLOWS, day=max(days), label=refs, leads=context.policy.leads)


def _comes_round(tracked: Tracked, context: Context, today: date) -> bool:
    """Whether the work has occurrences at present, all of which have been answered."""
    return occurrence_on(tracked.action.due, context.period, today) is not None


def _check(tracked: Tracked, context: Context) -> Point:
    """Once nothing has been said for so long that it is worth asking whether it still goes on."""
    last = max(heard(tracked, context.zone) or date.min, context.since)
    if last == date.min:
        return Point(sort=Sort.CHECK, day=date.max)
    return Point(sort=Sort.CHECK, day=last + timedelta(days=context.policy.check))
