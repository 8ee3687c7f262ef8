"""Joining what concerns a person into one message, within what they may get in a week."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import filterfalse
from typing import NamedTuple

from domain.concerns import Ask, Concern, Joined, asked_about
from domain.conversation import Address, Outgoing, Telling
from domain.events import Tracked
from domain.hours import closes
from domain.people import Person
from domain.points import Point
from domain.policy import MOST_IN_A_WEEK, MOST_LINES
from domain.reach import Asked
from domain.reminders import due_on
from handlers.reminding import reminder
from scheduler.looking import Look
from scheduler.office import Office

WEEK = timedelta(days=7)


class Spoken(NamedTuple):
    """What a person was told lately: the days of each thing said, and of each message, in order."""

    day: date
    said: Mapping[str, tuple[date, ...]]
    days: tuple[date, ...]

    @classmethod
    def of(cls, day: date, told: Iterable[Telling]) -> "Spoken":
        """What was said to somebody whose day it is, oldest first."""
        said: dict[str, tuple[date, ...]] = {}
        days = []
        for each in told:
            days.append(each.day)
            said |= {name: (*said.get(name, ()), each.day) for name in each.says}
        return cls(day, said, tuple(days))

    def after(self, told: Joined) -> "Spoken":
        news = {name: (*self.said.get(name, ()), told.day) for name in told.says}
        return Spoken(self.day, {**self.said, **news}, (*self.days, told.day))

    def asked(self, plan: str, ref: str) -> date | None:
        """When the person was last asked about an action."""
        days = self.said.get(asked_about(plan, ref)) if self.said else None
        return days[-1] if days else None

    def first_asked(self, plan: str, ref: str, after: date) -> date | None:
        """When the person was first asked about an action after a day."""
        days = self.said.get(asked_about(plan, ref), ())
        return next((day for day in days if day > after), None)

    @property
    def today(self) -> bool:
        """Whether the person had their message of the day."""
        return self.day in self.days

    @property
    def enough(self) -> bool:
        """Whether the person had as many messages this week as anybody may get unasked."""
        recent = [each for each in self.days if self.day - WEEK < each]
        return len(recent) >= MOST_IN_A_WEEK


def joined(
    person: Person,
    looks: Iterable[Look],
    concerns: Iterable[Concern],
    spoken: Spoken,
    office: Office,
) -> Joined | None:
    """All that is to be said to a person now, or None where that is nothing or must wait."""
    if spoken.today:
        return None
    news = list({each.once: each for each in concerns if each.once not in spoken.said}.values())
    wanted = [(look, point) for look in looks if (point := _wanted(look, spoken, office))]
    if not wanted and all(each.aside for each in news):
        return None
    if spoken.enough and not _pressing(person, [point for _, point in wanted], news, office):
        return None
    asks = _asks(wanted, news)
    shown = _shown(asks, news, person, office)
    return Joined(
        person=person,
        titles=office.titles,
        now=office.now.astimezone(person.timezone),
        asks=tuple(shown),
        concerns=tuple(news),
        more=len(asks) - len(shown),
    )


def message(said: Joined, office: Office) -> Outgoing:
    """The one message of a person's day, for the outbox."""
    person, account = said.person, office.reach.accounts[said.person.id]
    hour = office.arrangements.hour(person.id)
    return Outgoing(
        key=f"day:{person.id}:{said.day.isoformat()}",
        kind=said.kind,
        address=Address(
            platform=account.platform, workspace=account.workspace, conversation=account.user
        ),
        to=person.id,
        reply=reminder(said),
        plan=said.plan,
        about=said.about,
        says=said.says,
        day=said.day,
        not_before=office.now,
        not_after=closes(said.day, hour, person.timezone),
    )


def _wanted(look: Look, spoken: Spoken, office: Office) -> Point | None:
    return look.wants(office, spoken.asked(look.plan, look.tracked.action.ref))


def _pressing(
    person: Person, points: Iterable[Point], concerns: Iterable[Concern], office: Office
) -> bool:
    """Whether something is due today, which no budget holds back."""
    day, calendar = office.today_of(person), office.reach.calendar_of(person)
    return any(due_on(each, day, calendar) for each in points) or any(
        each.urgent for each in concerns
    )


def _asks(wanted: Iterable[tuple[Look, Point]], concerns: Iterable[Concern]) -> list[Ask]:
    """What is asked about, most urgent first, each action once."""
    asks = {look.key: _ask(look, point) for look, point in wanted}
    for concern in concerns:
        for plan, tracked in _asked(concern):
            asks.setdefault((plan, tracked.action.ref), Ask(plan=plan, tracked=tracked))
    return sorted(asks.values(), key=lambda each: each.urgency)


def _asked(concern: Concern) -> Iterable[tuple[str, Tracked]]:
    return ((concern.plan, each) for each in concern.asked) if concern.plan else ()


def _shown(
    asks: Sequence[Ask], concerns: Iterable[Concern], person: Person, office: Office
) -> list[Ask]:
    """As many as one may be asked at once, and all that cannot wait for another day."""
    lasting = (each for told in concerns if told.whole for each in _asked(told))
    whole = {(plan, each.action.ref) for plan, each in lasting}
    day, calendar = office.today_of(person), office.reach.calendar_of(person)

    def can_wait(ask: Ask) -> bool:
        last_day = ask.point is not None and due_on(ask.point, day, calendar)
        return not last_day and (ask.plan, ask.ref) not in whole

    return [*asks[:MOST_LINES], *filterfalse(can_wait, asks[MOST_LINES:])]


def _ask(look: Look, point: Point) -> Ask:
    covers = look.asked.covers if isinstance(look.asked, Asked) else None
    return Ask(plan=look.plan, tracked=look.tracked, point=point, covers=covers)
