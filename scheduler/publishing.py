"""What comes round and goes to a channel: which of it is due, and keeping that it came out."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.conversation import Item, Items, Kind, Outgoing, Reply
from domain.named import in_full
from domain.occasions import (
    Edition,
    Occasion,
    Recurring,
    key_of,
    last_moment,
    occasion_due,
)
from domain.people import Directory, PartnershipGroup
from domain.ports import OpenUnit, UnitOfWork
from domain.work import Plan
from handlers.digest_wording import Issue
from handlers.digests import News, first_of, news_of


@dataclass(frozen=True, slots=True)
class Series:
    """What comes round for a group about a plan; ``span`` is how far its first issue looks back.

    ``titled`` says which plan it is about, where there are several.
    """

    kind: Kind
    group: PartnershipGroup
    plan: Plan
    setting: Recurring
    span: timedelta
    titled: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.plan.key}:{self.group.slug}"

    def begun(self, now: datetime) -> datetime:
        """From when on its first issue may come: when the plan was read in."""
        return self.plan.read_at or now - self.span


@dataclass(frozen=True, slots=True)
class Due:
    """An issue that is to be written: of what, on which occasion, and after which other."""

    series: Series
    occasion: Occasion
    last: Edition | None

    @property
    def since(self) -> datetime:
        if self.last:
            return self.last.at
        span_ago = self.occasion.at - self.series.span
        return max(span_ago, self.series.plan.read_at or span_ago)

    @property
    def after(self) -> str | None:
        """The key of the message that the last issue was, if it was one."""
        return key_of(self.series.name, self.last.occasion) if self.last else None


@dataclass(slots=True)
class Morning:
    """What the issues of one tick have in common; what was said is fetched once for all."""

    now: datetime
    zone: ZoneInfo
    directory: Directory
    _news: dict[tuple[str, datetime, int | None], News] = field(default_factory=dict)

    async def news_for(self, due: Due, unit: UnitOfWork) -> News:
        plan = due.series.plan
        key = plan.key, due.since, due.last.event if due.last else None
        if key not in self._news:
            last = due.last or await first_of(plan, due.since, unit)
            self._news[key] = await news_of(plan, last, self.now, self.zone, unit)
        return self._news[key]


type Writer = Callable[[Due, News, Morning, UnitOfWork], Awaitable[Issue | None]]
"""Puts an issue in words; None where there is nothing that it could be about."""


async def due_of(
    series: Sequence[Series],
    unit: UnitOfWork,
    now: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
) -> list[Due]:
    """The issues whose hour has come and that have not come out yet.

    One waits until it is known what becomes of the last: where that was too late to be sent, it is
    recalled, and this has to tell what it told.
    """
    if not series:
        return []
    came = await unit.editions.last()
    found = []
    for each in series:
        last = came.get(each.name)
        begun = last.at if last else each.begun(now)
        occasion = occasion_due(each.setting, now, zone, calendar, begun)
        if occasion:
            found.append(Due(each, occasion, last))
    return await _settled(found, unit) if found else []


async def _settled(found: Sequence[Due], unit: UnitOfWork) -> list[Due]:
    """Those whose last issue is neither to be sent yet nor recalled since it was looked for."""
    waiting = await unit.outbox.waiting([each.after for each in found if each.after])
    came = await unit.editions.last()  # after that: a recall is seen in the one or in the other
    return [
        each
        for each in found
        if each.after not in waiting and came.get(each.series.name) == each.last
    ]


async def publish(
    due: Due, morning: Morning, write: Writer, open_unit: OpenUnit, workspace: str
) -> bool:
    """Write one issue, with its thread and the note that it came out: all of it or nothing.

    With the first it is noted how far it looked back: if it is recalled, the next does so as well.
    """
    async with open_unit(workspace) as unit:
        news = await morning.news_for(due, unit)
        issue = await write(due, news, morning, unit)
        if due.last is None:
            await unit.editions.add(due.series.name, news.last)
        if not await unit.editions.add(due.series.name, news.edition(due.occasion.name)):
            return False  # another process was first
        if issue:
            await post(issue, _letter(due, morning), unit, due.series.titled)
        await unit.commit()
    return issue is not None


async def post(issue: Issue, letter: Outgoing, unit: UnitOfWork, in_plans: bool = False) -> None:
    """Put the front in the outbox, and what belongs under it.

    With ``in_plans`` the actions are named in full: the workspace has several plans.
    """
    messages = [_worded(letter, {}, issue.front, in_plans)]
    for number, each in enumerate(issue.thread, 1):
        under = {"key": f"{letter.key}:{number}", "under": letter.key}
        messages.append(_worded(letter, under, each, in_plans))
    await unit.outbox.put_all(messages)


def _letter(due: Due, morning: Morning) -> Outgoing:
    """The message without its words."""
    series = due.series
    assert series.group.address is not None
    day = morning.now.astimezone(morning.zone).date()
    return Outgoing(
        key=key_of(series.name, due.occasion.name),
        kind=series.kind,
        address=series.group.address,
        reply=Reply(summary=""),
        plan=series.plan.key,
        day=day,
        not_before=morning.now,
        not_after=last_moment(day, morning.zone),
    )


def _worded(letter: Outgoing, news: Mapping[str, object], reply: Reply, in_plans: bool) -> Outgoing:
    refs = refs_of(reply)
    about = tuple(in_full(str(letter.plan), ref) for ref in refs) if in_plans else refs
    return letter.model_copy(update={**news, "reply": reply, "about": about})


def refs_of(reply: Reply) -> tuple[str, ...]:
    """The actions a reply shows, in its order, each once."""
    items: list[Item] = [
        item for part in reply.parts if isinstance(part, Items) for item in part.items
    ]
    return tuple(dict.fromkeys(item.ref for item in items if item.ref))
