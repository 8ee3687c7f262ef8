"""The days of an action that are no end of it: what is to start, what comes round. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from domain.calendar import DAY
from domain.events import Tracked
from domain.occurrences import Occurrence, ended, occurrence_before, occurrence_on
from domain.points import NOT_BEGUN, Point, Sort
from domain.work import DueKind, Period

STARTS = (DueKind.FROM, DueKind.WINDOW)


class Ahead(NamedTuple):
    """An action and a day of it, ahead or past: its start, the end of an occurrence or a stage."""

    tracked: Tracked
    point: Point


def ahead(
    tracked: Iterable[Tracked], period: Period | None, first: date, last: date
) -> tuple[Ahead, ...]:
    """Those of the actions that have such a day from the first to the last, the soonest first."""
    found = [Ahead(each, point) for each in tracked for point in _points(each, period, first)]
    near = [each for each in found if first <= each.point.day <= last]
    return tuple(sorted(near, key=lambda each: each.point.day))


def behind(
    tracked: Iterable[Tracked], period: Period | None, since: date, today: date
) -> tuple[Ahead, ...]:
    """Those that had such a day, or a stage, before today, and nobody has said that it was met.

    Of what came round and was over when the plan was read, ``since``, nothing is expected.
    """
    found = [
        Ahead(each, point)
        for each in tracked
        if not each.state.finished and not each.state.late(today)
        for point in _passed(each, period, since, today)
    ]
    return tuple(sorted(found, key=lambda each: each.point.day))


def open_occurrences(
    tracked: Tracked, period: Period | None, first: date, last: date
) -> tuple[Occurrence, ...]:
    """Those of an action's that end from one day to another and that nobody has answered."""
    due, state = tracked.action.due, tracked.state
    if due.kind is not DueKind.RECURRING or state.finished:
        return ()
    found = ended(due, period, first, last)
    return tuple(each for each in found if each.label not in state.done)


def _passed(tracked: Tracked, period: Period | None, since: date, today: date) -> Iterator[Point]:
    due, stage = tracked.action.due, tracked.next_stage
    if due.kind in STARTS and due.start and due.start < today and _not_begun(tracked):
        yield Point(sort=Sort.START, day=due.start)
    before = occurrence_before(due, period, today)
    if before and before.end >= since and before.label not in tracked.state.done:
        yield Point(sort=Sort.OCCURRENCE, day=before.end, label=before.label)
    if stage and stage.end < today:
        yield Point(sort=Sort.STAGE, day=stage.end, label=stage.label)


def _not_begun(tracked: Tracked) -> bool:
    return tracked.state.status in NOT_BEGUN and tracked.state.forecast is None


def _points(tracked: Tracked, period: Period | None, today: date) -> Iterator[Point]:
    due, state = tracked.action.due, tracked.state
    if state.finished:
        return
    if due.kind in STARTS and due.start and _not_begun(tracked):
        yield Point(sort=Sort.START, day=due.start)
    if due.kind is DueKind.RECURRING and (found := _next(tracked, period, today)):
        yield Point(sort=Sort.OCCURRENCE, day=found.end, label=found.label)


def _next(tracked: Tracked, period: Period | None, today: date) -> Occurrence | None:
    """The present occurrence, or the one after it where that was answered."""
    due, done = tracked.action.due, tracked.state.done
    present = occurrence_on(due, period, today)
    after = present.end + DAY if present else due.start or (period.start if period else today)
    found = (present, occurrence_on(due, period, after))
    return next((each for each in found if each and each.label not in done), None)
