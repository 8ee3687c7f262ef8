"""What is to start, or comes round, in the days ahead: a day that is no end of its action. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from domain.calendar import DAY
from domain.events import Tracked
from domain.occurrences import Occurrence, occurrence_on
from domain.points import NOT_BEGUN, Point, Sort
from domain.work import DueKind, Period

STARTS = (DueKind.FROM, DueKind.WINDOW)


class Ahead(NamedTuple):
    """An action and the day of it that is ahead: its start, or the end of an occurrence."""

    tracked: Tracked
    point: Point


def ahead(
    tracked: Iterable[Tracked], period: Period | None, first: date, last: date
) -> tuple[Ahead, ...]:
    """Those of the actions that have such a day from the first to the last, the soonest first."""
    found = [Ahead(each, point) for each in tracked for point in _points(each, period, first)]
    near = [each for each in found if first <= each.point.day <= last]
    return tuple(sorted(near, key=lambda each: each.point.day))


def _points(tracked: Tracked, period: Period | None, today: date) -> Iterator[Point]:
    due, state = tracked.action.due, tracked.state
    if state.finished:
        return
    not_begun = state.status in NOT_BEGUN and state.forecast is None
    if due.kind in STARTS and due.start and not_begun:
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
