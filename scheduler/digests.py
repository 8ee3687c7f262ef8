"""One tick of digests: each partnership group's once a week, in its channel, and never twice."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.conversation import Address, Item, Items, Kind, Outgoing, Reply
from domain.occasions import Edition, Occasion, occasion_due
from domain.people import LONDON, Directory, PartnershipGroup
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.work import Plan
from handlers.digest_wording import Issue, Reader, issue
from handlers.digests import News, digest_of, first_of, news_of

log = logging.getLogger(__name__)

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Due:
    """A digest that is to be written: whose, about which plan, for which week.

    ``titled`` says which plan it is, where there are several.
    """

    group: PartnershipGroup
    plan: Plan
    occasion: Occasion
    last: Edition | None
    titled: bool

    @property
    def series(self) -> str:
        return series_of(self.plan, self.group)

    @property
    def since(self) -> datetime:
        """When the last came, or for the first: a week ago, or when the plan was read in."""
        if self.last:
            return self.last.at
        week_ago = self.occasion.at - WEEK
        return max(week_ago, self.plan.read_at or week_ago)


@dataclass(slots=True)
class Morning:
    """What the digests of one tick have in common; what was said is fetched once for all."""

    now: datetime
    zone: ZoneInfo
    directory: Directory
    news: dict[tuple[str, datetime, int | None], News] = field(default_factory=dict)

    async def news_for(self, due: Due, unit: UnitOfWork) -> News:
        key = due.plan.key, due.since, due.last.event if due.last else None
        if key not in self.news:
            last = due.last or await first_of(due.plan, due.since, unit)
            self.news[key] = await news_of(due.plan, last, self.now, self.zone, unit)
        return self.news[key]


async def digest(
    open_unit: OpenUnit, workspace: str, clock: Clock, calendar: Calendar, zone: ZoneInfo = LONDON
) -> int:
    """Write the digests that are due and were not written before. Return how many these are.

    A digest, its thread and the note that it came out are kept together or not at all.
    """
    now = clock.now()
    if not calendar.works(now.astimezone(zone).date()):
        return 0
    async with open_unit(workspace) as unit:
        directory = await unit.people.directory()
        due = await _due(unit, directory, now, calendar, zone)
    morning = Morning(now, zone, directory)
    written = sum([await _write(each, morning, open_unit, workspace) for each in due])
    if due:
        log.info("digests_written", extra={"workspace": workspace, "digests": written})
    return written


def series_of(plan: Plan, group: PartnershipGroup) -> str:
    """What the digests of a group about a plan are kept under."""
    return f"digest:{plan.key}:{group.slug}"


async def _due(
    unit: UnitOfWork, directory: Directory, now: datetime, calendar: Calendar, zone: ZoneInfo
) -> list[Due]:
    """A digest for each group that can be spoken to, about each plan, whose hour has come."""
    groups = [each for each in directory.partnership_groups if each.address]
    if not groups:
        return []
    last = await unit.editions.last()
    found = []
    plans = await unit.plans.all()
    for plan in plans:
        for group in groups:
            came = last.get(series_of(plan, group))
            begun = came.at if came else plan.read_at or now - WEEK
            occasion = occasion_due(group.digest, now, zone, calendar, begun)
            if occasion:
                found.append(Due(group, plan, occasion, came, titled=len(plans) > 1))
    return found


async def _write(due: Due, morning: Morning, open_unit: OpenUnit, workspace: str) -> bool:
    async with open_unit(workspace) as unit:
        news = await morning.news_for(due, unit)
        found = await digest_of(due.group, news, unit, due.titled)
        if not await unit.editions.add(due.series, news.edition(due.occasion.name)):
            return False
        if found:
            reader = Reader(morning.directory, morning.zone)
            await post(issue(found, reader), _letter(due, morning), unit)
        await unit.commit()
    return found is not None


def _letter(due: Due, morning: Morning) -> Outgoing:
    """The message without its words."""
    assert due.group.address is not None
    return channel_message(
        key=f"{due.series}:{due.occasion.name}",
        kind=Kind.DIGEST,
        address=due.group.address,
        plan=due.plan.key,
        now=morning.now,
        day=morning.now.astimezone(morning.zone).date(),
    )


def channel_message(
    key: str, kind: Kind, address: Address, plan: str, now: datetime, day: date
) -> Outgoing:
    """A message for a channel, still without words."""
    return Outgoing(
        key=key,
        kind=kind,
        address=address,
        reply=Reply(summary=""),
        plan=plan,
        not_before=now,
        day=day,
    )


async def post(what: Issue, letter: Outgoing, unit: UnitOfWork) -> None:
    """Put the front in the outbox, and what belongs under it."""
    await unit.outbox.put(_worded(letter, {}, what.front))
    for number, each in enumerate(what.thread, 1):
        under = {"key": f"{letter.key}:{number}", "under": letter.key}
        await unit.outbox.put(_worded(letter, under, each))


def _worded(letter: Outgoing, news: Mapping[str, object], reply: Reply) -> Outgoing:
    return letter.model_copy(update={**news, "reply": reply, "about": refs_of(reply)})


def refs_of(reply: Reply) -> tuple[str, ...]:
    """The actions a reply shows, in its order, each once."""
    items: list[Item] = [
        item for part in reply.parts if isinstance(part, Items) for item in part.items
    ]
    return tuple(dict.fromkeys(item.ref for item in items if item.ref))
