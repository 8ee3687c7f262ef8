"""The judges of what the groups are told in their channels: what comes round, and all of it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from domain.conversation import Kind
from domain.people import LONDON, PartnershipGroup
from tests.simulation.evidence import council, name_of, standing, worked
from tests.simulation.platform import Delivery
from tests.simulation.setting import RESTRICTED
from tests.simulation.story import Story

DAY, WEEK = timedelta(days=1), timedelta(days=7)


class Readers(NamedTuple):
    """A group, and a plan of which it is told how it stands."""

    plan: str
    group: PartnershipGroup

    def __str__(self) -> str:
        return f"{self.group.name}, {self.plan}"


def each_week_has_its_digest(story: Story) -> Iterator[str]:
    """One, wherever a day of the week was worked on which nothing stood still."""
    for each in _answering(story):
        came = _occasions(_fronts(story, each, Kind.DIGEST))
        for week, first, last in _weeks(story, each.group):
            if came.count(week) > 1:
                yield f"{each} had {came.count(week)} digests for {week}"
            if not came.count(week) and _quiet_day(story, first, last):
                yield f"{each} had no digest for {week}"


def each_month_has_its_roll_up(story: Story) -> Iterator[str]:
    """For each board, of each plan that everybody may ask about."""
    plans = [] if story.setting.blind else _open_plans(story)
    boards = [each for each in story.setting.groups if each.board]
    for each in (Readers(plan, board) for plan in plans for board in boards):
        came = _occasions(_fronts(story, each, Kind.ROLL_UP))
        for month in set(came):
            if came.count(month) > 1:
                yield f"{each} had {came.count(month)} roll-ups for {month}"
        for month, first, last in _months(story):
            if month not in came and _quiet_day(story, first, last):
                yield f"{each} had no roll-up for {month}"


def digests_are_complete(story: Story) -> Iterator[str]:
    """What was said of an action is in the first digest that was written after it.

    Or in the one that was being written just then.
    """
    for each in _answering(story):
        fronts = _fronts(story, each, Kind.DIGEST)
        names = _names(story, each)
        for event in standing(story):
            later = [front for front in fronts if front.message.not_before > event.at]
            told = name_of(event) not in names or event.change.status is None or not later
            during = (e for e in fronts if e.message.not_before <= event.at < e.begun)
            heard = told or any(name_of(event) in _whole(story, front) for front in during)
            if not heard and name_of(event) not in _whole(story, later[0]):
                front = later[0].message.key
                yield f"{front} does not tell of {name_of(event)} on {event.at:%d %b}"


def _answering(story: Story) -> list[Readers]:
    """The groups that have an action to answer for; on a platform that cannot look none is judged.

    There a digest may have to be said again with the next.
    """
    plans = [] if story.setting.blind else _open_plans(story)
    every = [Readers(plan, group) for plan in plans for group in story.setting.groups]
    return [each for each in every if _names(story, each)]


def _open_plans(story: Story) -> list[str]:
    return [each for each in story.setting.plans if each != RESTRICTED]


def _names(story: Story, readers: Readers) -> set[str]:
    """The actions of the plan that the group answers for."""
    return {
        each.name
        for each in story.setting.tasks
        if each.plan == readers.plan and readers.group.name in each.action.partnership_groups
    }


def _fronts(story: Story, readers: Readers, kind: Kind) -> list[Delivery]:
    assert readers.group.address is not None
    return [
        each
        for each in story.deliveries
        if each.message.kind is kind
        and each.message.under is None
        and each.message.plan == readers.plan
        and each.message.address.conversation == readers.group.address.conversation
    ]


def _occasions(fronts: list[Delivery]) -> list[str]:
    return [each.message.key.rpartition(":")[2] for each in fronts]


def _whole(story: Story, front: Delivery) -> set[str]:
    """The actions that a digest shows, in its thread as well."""
    under = [each for each in story.deliveries if each.message.under == front.message.key]
    return {name for each in (front, *under) for name in each.shown}


def _weeks(story: Story, group: PartnershipGroup) -> Iterator[tuple[str, date, date]]:
    """Each week of the story, its day for the digest, and the next week's."""
    setting = story.setting
    start, end, calendar = setting.start.date(), setting.end.date(), council(story)
    monday = start + (7 - start.weekday()) * DAY
    while monday + 2 * WEEK < end:
        first, last = (
            calendar.on_or_after(each + group.digest.day * DAY) for each in (monday, monday + WEEK)
        )
        yield f"{monday:%G-W%V}", first, last
        monday += WEEK


def _months(story: Story) -> Iterator[tuple[str, date, date]]:
    """Each month whose first Monday is in the story, with that day, and a later one."""
    setting = story.setting
    day = setting.start.date() + DAY
    while day + 3 * DAY < setting.end.date():
        if day.weekday() == 0 and day.day <= 7:
            first = council(story).on_or_after(day)
            yield f"{day:%Y-%m}", first, min(first + 2 * WEEK, setting.end.date())
        day += DAY


def _quiet_day(story: Story, first: date, last: date) -> bool:
    """Whether on a day from the first and before the last it could have come in working hours."""
    setting = story.setting
    troubles = (*setting.machine_down, *setting.platform_down)
    days = (first + n * DAY for n in range((last - first).days))
    return any(
        not any(each.meets(_at(day, time(9)), _at(day, time(17, 30))) for each in troubles)
        for day in days
        if worked(story, day)
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=LONDON)
