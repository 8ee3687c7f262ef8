"""What a digest is about: how a group's part of a plan stands, and two states of what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.ahead import ahead, behind
from domain.calendar import DAY, FIRST_YEAR
from domain.digests import Digest, Since, changes_of
from domain.events import Event, Tracked
from domain.occasions import Edition
from domain.people import PartnershipGroup
from domain.ports import UnitOfWork
from domain.summary import DUE_SOON, Moment, Scope, Summary, answering_to
from domain.work import Plan

INSTANT = timedelta(microseconds=1)
LONG_AGO = date(FIRST_YEAR, 1, 1)
MOST = 40  # actions named under a heading, with all that is in the thread


@dataclass(frozen=True, slots=True)
class News:
    """What was said about a plan after something came out, and the actions it was said about."""

    plan: Plan
    last: Edition
    now: datetime
    zone: ZoneInfo
    events: Sequence[Event]
    tracked: Sequence[Tracked]

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @property
    def since_day(self) -> date:
        return self.last.at.astimezone(self.zone).date()

    def edition(self, occasion: str) -> Edition:
        """What is kept of what is put together from this: these events are not told again."""
        newest = max((event.id or 0 for event in self.events), default=self.last.event)
        return Edition(occasion=occasion, at=self.now, event=newest)


async def news_of(
    plan: Plan, last: Edition, now: datetime, zone: ZoneInfo, unit: UnitOfWork
) -> News:
    """Fetch what was said once for all groups of a plan.

    Events are numbered in the order in which they are kept, so that none falls between two
    digests, whatever the moment it was said at.
    """
    events = await unit.events.after(plan.key, last.event)
    tracked = await unit.actions.of(plan.key, {event.ref for event in events})
    return News(plan, last, now, zone, events, tracked)


async def first_of(plan: Plan, since: datetime, unit: UnitOfWork) -> Edition:
    """What stands for the last edition where there was none: all that was said from a moment on."""
    said = await unit.events.between(plan.key, since - INSTANT, None)
    event = min((each.id or 0 for each in said), default=await unit.events.newest() + 1) - 1
    return Edition(occasion="", at=since, event=event)


async def digest_of(
    group: PartnershipGroup, news: News, unit: UnitOfWork, titled: bool = False
) -> Digest | None:
    """What the group is to be told; None where it answers for nothing in the plan."""
    scope = answering_to(group.name, news.plan)
    summary = await _summary(scope, news, unit)
    if not summary.total:
        return None
    name = f"{group.name}, {news.plan.title}" if titled else group.name
    last = news.today + DUE_SOON
    turning = await unit.actions.turning(scope, LONG_AGO, last + DAY)
    staged = await unit.actions.staged(scope, LONG_AGO, last + DAY)
    past = {each.action.ref: each for each in (*turning, *staged)}.values()
    read = news.plan.read_at.date() if news.plan.read_at else LONG_AGO
    return Digest(
        name=name,
        today=news.today,
        now=summary,
        since=await _since(scope, news, unit),
        stages=tuple(each for each in staged if _has_stage_from(each, news.today)),
        ahead=ahead(turning, news.plan.period, news.today, last),
        behind=behind(past, news.plan.period, read, news.today),
    )


def _has_stage_from(tracked: Tracked, day: date) -> bool:
    return tracked.next_stage is not None and tracked.next_stage.end >= day


async def digest_of_plan(news: News, unit: UnitOfWork) -> Digest:
    """The same for the whole plan."""
    scope = Scope(plan=news.plan.key)
    return Digest(
        name=news.plan.title,
        today=news.today,
        now=await _summary(scope, news, unit),
        since=await _since(scope, news, unit),
    )


async def _summary(scope: Scope, news: News, unit: UnitOfWork) -> Summary:
    return await unit.actions.summary(scope, Moment(now=news.now, today=news.today), MOST)


async def _since(scope: Scope, news: News, unit: UnitOfWork) -> Since:
    own = [each for each in news.tracked if scope.holds(each)]
    return Since(
        day=news.since_day,
        changes=changes_of(own, news.events),
        passed=tuple(await unit.actions.passed(scope, news.since_day, news.today)),
    )
