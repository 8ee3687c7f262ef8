"""The judges of what the groups are told in their channels: one a week, and all that was said."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.conversation import Kind
from domain.people import LONDON, PartnershipGroup
from tests.simulation.life import Story
from tests.simulation.platform import Delivery

DAY, WEEK = timedelta(days=1), timedelta(days=7)


def each_week_has_its_digest(story: Story) -> Iterator[str]:
    """One, wherever a day of the week was worked on which nothing stood still."""
    for group in _answering(story):
        came = [each.message.key.rpartition(":")[2] for each in _fronts(story, group)]
        for week, first, last in _weeks(story, group):
            if came.count(week) > 1:
                yield f"{group.name} had {came.count(week)} digests for {week}"
            if not came.count(week) and _quiet_day(story, first, last):
                yield f"{group.name} had no digest for {week}"


def digests_are_complete(story: Story) -> Iterator[str]:
    """What was said of an action is in the first digest that was written after it."""
    for group in _answering(story):
        refs = {each.ref for each in story.setting.actions if group.name in each.partnership_groups}
        fronts = _fronts(story, group)
        for event in story.events:
            later = [each for each in fronts if each.message.not_before > event.at]
            told = event.ref not in refs or event.change.status is None or not later
            if not told and event.ref not in _whole(story, later[0]):
                yield f"{later[0].message.key} does not tell of {event.ref} on {event.at:%d %b}"


def _answering(story: Story) -> list[PartnershipGroup]:
    """The groups that have an action to answer for; on a platform that cannot look none is judged.

    There a digest may have to be said again with the next.
    """
    names = {name for each in story.setting.actions for name in each.partnership_groups}
    return [] if story.setting.blind else [e for e in story.setting.groups if e.name in names]


def _fronts(story: Story, group: PartnershipGroup) -> list[Delivery]:
    assert group.address is not None
    return [
        each
        for each in story.deliveries
        if each.message.kind is Kind.DIGEST
        and each.message.under is None
        and each.message.address.conversation == group.address.conversation
    ]


def _whole(story: Story, front: Delivery) -> set[str]:
    """The actions that a digest shows, in its thread as well."""
    under = [each for each in story.deliveries if each.message.under == front.message.key]
    return {ref for each in (front, *under) for ref in each.shown}


def _weeks(story: Story, group: PartnershipGroup) -> Iterator[tuple[str, date, date]]:
    """Each week of the story, its day for the digest, and the next week's."""
    setting = story.setting
    start, end, calendar = setting.start.date(), setting.end.date(), setting.calendar
    monday = start + (7 - start.weekday()) * DAY
    while monday + 2 * WEEK < end:
        first, last = (
            calendar.on_or_after(each + group.digest.day * DAY) for each in (monday, monday + WEEK)
        )
        yield f"{monday:%G-W%V}", first, last
        monday += WEEK


def _quiet_day(story: Story, first: date, last: date) -> bool:
    """Whether on a day from the first and before the last it could have come in working hours."""
    setting = story.setting
    troubles = (*setting.machine_down, *setting.platform_down)
    days = (first + n * DAY for n in range((last - first).days))
    worked = (each for each in days if setting.calendar.works(each))
    return any(
        not any(each.meets(_at(day, time(9)), _at(day, time(17, 30))) for each in troubles)
        for day in worked
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=LONDON)
