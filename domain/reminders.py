"""Whether a word about an action is wanted on a day, and when to look at it next. Pure.

What was missed stays wanted until it is asked for, so that days without the bot lose nothing.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from domain.calendar import DAY, Calendar
from domain.events import Tracked
from domain.points import Context, Point, Sort, heard, points
from domain.policy import Policy

BREATHER = timedelta(days=2)  # nobody is asked twice within that, but on the day itself
WISHED_FOR = timedelta(days=28)  # after that a wish to be asked on a day is past
LOOK_AGAIN = 91  # days; the longest an action sleeps that is not finished


class Contact(NamedTuple):
    """When a person was last asked about an action, and when a word about it last came."""

    asked: date | None = None
    heard: date | None = None


def wanted(
    tracked: Tracked, context: Context, today: date, calendar: Calendar, asked: date | None = None
) -> Point | None:
    """The day of the action that a word is wanted on today; None where nothing is.

    ``asked`` is when the person was last asked about it; ``calendar`` is theirs.
    """
    if asleep_until(tracked, calendar) > today:
        return None
    contact = Contact(asked=asked, heard=heard(tracked, context.zone))
    woken = _woken(tracked, today, asked)
    found = points(tracked, context, today)
    open_ones = (each for each in found if woken or _open(each, contact, context, today, calendar))
    return next(open_ones, None)


def next_look(
    tracked: Tracked, context: Context, today: date, calendar: Calendar, asked: date | None = None
) -> date:
    """A day after today before which nothing new is wanted, if nobody says anything."""
    if tracked.state.finished:
        return date.max
    contact = Contact(asked=asked, heard=heard(tracked, context.zone))
    days = [today + timedelta(days=LOOK_AGAIN), asleep_until(tracked, calendar)]
    if tracked.state.accepted and tracked.state.forecast:
        held_to = Point(sort=Sort.END, day=tracked.state.accepted)
        days += escalation_days(held_to, context, calendar)
    for point in points(tracked, context, today):
        days += _turns(point, contact, context.policy, context.since, calendar)
    return min(day for day in days if day > today)


def slipped(tracked: Tracked, context: Context, today: date, calendar: Calendar) -> Point | None:
    """The date an action is held to, if it passed so long ago that the chair is to be told of it.

    Only where a forecast is ahead: else the day of the action itself is what is late.
    """
    state = tracked.state
    ahead = state.forecast is not None and state.forecast >= today
    if not ahead or not state.late(today) or state.accepted is None:
        return None
    if asleep_until(tracked, calendar) > today or _in_peace(
        Contact(heard=heard(tracked, context.zone)), context, today
    ):
        return None
    point = Point(sort=Sort.END, day=state.accepted)
    chair, _ = escalation_days(point, context, calendar)
    return point if chair <= today else None


def due_on(point: Point, today: date, calendar: Calendar) -> bool:
    """Whether today is the last working day on which the point can still be met."""
    return point.sort is not Sort.CHECK and calendar.on_or_before(point.day) == today


def asleep_until(tracked: Tracked, calendar: Calendar) -> date:
    """The day from which on a snoozed action may be asked about again."""
    until = tracked.state.snoozed_until
    return calendar.on_or_after(until) if until else date.min


def _woken(tracked: Tracked, today: date, asked: date | None) -> bool:
    """Whether the day that somebody wished to be asked on has come, and they were not asked yet."""
    until = tracked.state.snoozed_until
    if until is None or until + WISHED_FOR < today:
        return False
    return asked is None or asked < until


def _open(
    point: Point, contact: Contact, context: Context, today: date, calendar: Calendar
) -> bool:
    if _in_peace(contact, context, today):
        return False
    if point.sort is Sort.CHECK:
        again = _again(contact.asked, context.policy.check, calendar)
        return max(calendar.on_or_before(point.day), again) <= today
    if _passed(point, today, calendar):
        return _chased_from(contact, context.policy, calendar) <= today
    fallen = next((day for day in _lead_days(point, calendar) if day <= today), None)
    return fallen is not None and _unanswered(fallen, point, contact, context, calendar)


def _in_peace(contact: Contact, context: Context, today: date) -> bool:
    return _after(contact.heard, context.policy.peace) > today


def _passed(point: Point, today: date, calendar: Calendar) -> bool:
    """A start is asked about from its day on, all else is late from the day after."""
    if point.sort is Sort.START:
        return calendar.on_or_after(point.day) <= today
    return point.day < today


def _lead_days(point: Point, calendar: Calendar) -> Sequence[date]:
    """The latest first; what falls on a day that is not worked comes on the working day before."""
    return () if point.sort is Sort.START else _ahead_of(point.day, point.leads, calendar)


@lru_cache(maxsize=4096)  # ten thousand actions have a few days between them
def _ahead_of(day: date, leads: frozenset[int], calendar: Calendar) -> tuple[date, ...]:
    return tuple(calendar.on_or_before(day - timedelta(days=lead)) for lead in sorted(leads))


def _unanswered(
    turn: date, point: Point, contact: Contact, context: Context, calendar: Calendar
) -> bool:
    """Whether nobody asked or answered since a word was due, or shortly before."""
    last = calendar.on_or_before(point.day) == turn
    recent = turn if last else turn - BREATHER
    if turn < context.since or (contact.asked is not None and contact.asked >= recent):
        return False
    return _after(contact.heard, context.policy.peace) <= turn


def _chased_from(contact: Contact, policy: Policy, calendar: Calendar) -> date:
    """The day of the next chaser: so long after the last time it was asked about."""
    return _again(contact.asked, policy.chase, calendar)


def _again(asked: date | None, days: int, calendar: Calendar) -> date:
    """So many days after it was asked about, or the working day before; never that day itself.

    Where nobody works for longer than that, as over Christmas, it is the working day after.
    """
    if asked is None:
        return date.min
    day = asked + timedelta(days=days)
    before = calendar.on_or_before(day)
    return before if before > asked else calendar.on_or_after(day)


@lru_cache(maxsize=4096)
def _turns(
    point: Point, contact: Contact, policy: Policy, since: date, calendar: Calendar
) -> frozenset[date]:
    """Days on which it may change whether the point is open."""
    rested = _after(contact.heard, policy.peace)
    if point.day == date.max:
        return frozenset({rested})
    return frozenset(
        {
            rested,
            *_lead_days(point, calendar),
            point.day,
            point.day + DAY,
            calendar.on_or_before(point.day),
            calendar.on_or_after(point.day),
            *_escalation_days(point, policy, since, calendar),
            _chased_from(contact, policy, calendar),
            _again(contact.asked, policy.check, calendar),
        }
    )


def escalation_days(point: Point, context: Context, calendar: Calendar) -> tuple[date, date]:
    """When the chair is told that a day has passed in silence, and when the administrator is."""
    return _escalation_days(point, context.policy, context.since, calendar)


def _escalation_days(
    point: Point, policy: Policy, since: date, calendar: Calendar
) -> tuple[date, date]:
    chair = calendar.ahead(max(point.day, since), policy.to_chair)
    return chair, calendar.ahead(chair, policy.to_administrator)


def _after(day: date | None, count: int) -> date:
    return day + timedelta(days=count) if day else date.min
