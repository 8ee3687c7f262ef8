"""What a seed begins with: the officers, their plan, and the troubles that are to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import holidays

from domain.calendar import Calendar
from domain.occasions import Weekly
from domain.people import LONDON, Account, Appointment, Leave, Office, PartnershipGroup, Person
from domain.places import Address
from domain.ports import UnitOfWork
from domain.work import Action, Due, DueKind, Period, Plan, Section, Status

WORKSPACE = "simulated"
PLATFORM = "fake"
DAYS = 30
PLAN = "harbour"
SECTION = "Feeling Safe"
BOARD = "Harbour Board"
FORUM = "Reef Forum"
NAMES = ("Nia Quill", "Sam Tarn", "Bo Lark")
CHAIR = Person(id="chair", name="Ivo Reed")
ADMINISTRATOR = Person(id="administrator", name="Kit Wren")
ZONES = (LONDON, LONDON, LONDON, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata"))
CLOCK_CHANGES = ((3, 20), (10, 15))  # month and day shortly before


@dataclass(frozen=True)
class Span:
    """From a moment to a moment."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def meets(self, start: datetime, end: datetime) -> bool:
        return self.start < end and start < self.end


@dataclass(frozen=True)
class Setting:
    start: datetime
    calendar: Calendar
    officers: tuple[Person, ...]
    actions: tuple[Action, ...]
    leave: tuple[Leave, ...]
    groups: tuple[PartnershipGroup, ...]
    machine_down: tuple[Span, ...]
    platform_down: tuple[Span, ...]
    blind: bool  # the platform cannot look for a message
    talkative: float  # the chance that a message is answered
    trouble: float  # the chance that sending goes wrong
    crashes: float  # the chance that a process dies at any one step

    @property
    def end(self) -> datetime:
        return self.start + timedelta(days=DAYS)

    @property
    def people(self) -> tuple[Person, ...]:
        return (*self.officers, CHAIR, ADMINISTRATOR)


@cache
def english() -> Calendar:
    closed = holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2039))
    return Calendar(closed=frozenset(closed))


def setting_of(dice: Random) -> Setting:
    """Draw a partnership and its troubles."""
    start = _start(dice)
    officers = tuple(
        Person(id=f"officer{n}", name=name, timezone=dice.choice(ZONES))
        for n, name in enumerate(NAMES[: dice.randint(1, len(NAMES))])
    )
    return Setting(
        start=start,
        calendar=english(),
        officers=officers,
        actions=tuple(_actions(dice, officers, start.date())),
        leave=tuple(_leave(dice, officers, start.date())),
        groups=tuple(_group(name, dice) for name in (BOARD, FORUM)),
        machine_down=tuple(_spans(dice, start, dice.choice([0, 0, 1, 2]))),
        platform_down=tuple(_spans(dice, start, dice.choice([0, 0, 1, 2]))),
        blind=dice.random() < 0.2,
        talkative=dice.choice([0.0, 0.4, 0.8]),
        trouble=dice.choice([0.0, 0.2, 0.5]),
        crashes=dice.choice([0.0, 0.0, 0.03]),
    )


async def furnish(setting: Setting, unit: UnitOfWork) -> None:
    """Put the partnership into an empty workspace."""
    first, last = setting.start.date(), setting.end.date()
    plan = Plan(
        key=PLAN,
        title="Harbour plan",
        period=Period(start=first - timedelta(days=300), end=last + timedelta(days=300)),
        sections=(Section(name=SECTION, slug="feeling-safe", partnership_groups=(BOARD,)),),
        read_at=setting.start - timedelta(days=100),
    )
    await unit.plans.put(plan)
    await unit.actions.put(PLAN, setting.actions)
    await unit.people.put(*setting.people)
    for person in setting.people:
        await unit.people.link(account_of(person.id), person.id)
    for leave in setting.leave:
        await unit.people.leave(leave)
    await unit.people.put_group(*setting.groups)
    chair = Appointment(person=CHAIR.id, office=Office.CHAIR, partnership_group=BOARD)
    await unit.people.appoint(chair)
    await unit.people.appoint(Appointment(person=ADMINISTRATOR.id, office=Office.ADMINISTRATOR))


def account_of(person: str) -> Account:
    return Account(platform=PLATFORM, workspace=WORKSPACE, user=person)


def _start(dice: Random) -> datetime:
    """Any day from 2000 to 2037, more often than not with a change of the clocks in the month."""
    year = dice.randint(2000, 2037)
    if dice.random() < 0.6:
        month, day = dice.choice(CLOCK_CHANGES)
        return datetime(year, month, day, 5, tzinfo=UTC) + timedelta(days=dice.randint(-12, 5))
    return datetime(year, 1, 1, 5, tzinfo=UTC) + timedelta(days=dice.randint(0, 330))


def _actions(dice: Random, officers: tuple[Person, ...], first: date) -> Iterator[Action]:
    for number in range(1, dice.randint(2, 6) + 1):
        end = first + timedelta(days=dice.randint(-25, 45))
        kind = dice.choice([DueKind.BY, DueKind.BY, DueKind.BY, DueKind.WINDOW])
        yield Action(
            ref=f"1.{number}",
            section=SECTION,
            group="1. Lanterns",
            text=f"Light lamp {number}",
            due=Due(kind=kind, start=end - timedelta(days=20), end=end),
            owners=(dice.choice(officers).name,),
            partnership_groups=(dice.choice([BOARD, BOARD, FORUM]),),
            status=dice.choice([None, Status.IN_PROGRESS, Status.ON_TRACK, Status.DELAYED]),
        )


def _group(name: str, dice: Random) -> PartnershipGroup:
    slug = name.lower().replace(" ", "-")
    place = Address(platform=PLATFORM, workspace=WORKSPACE, conversation=f"#{slug}")
    digest = Weekly(day=dice.randint(0, 4), at=time(9))
    return PartnershipGroup(name=name, slug=slug, address=place, digest=digest)


def _leave(dice: Random, officers: tuple[Person, ...], first: date) -> Iterator[Leave]:
    for person in officers:
        if dice.random() < 0.3:
            start = first + timedelta(days=dice.randint(0, 25))
            end = start + timedelta(days=dice.randint(0, 9))
            yield Leave(person=person.id, start=start, end=end)


def _spans(dice: Random, start: datetime, count: int) -> Iterator[Span]:
    """From a minute to a week, short ones more often."""
    for _ in range(count):
        begin = start + timedelta(minutes=dice.randint(0, DAYS * 24 * 60))
        minutes = dice.choice([1, 20, 240, 1_440, 10_080])
        yield Span(begin, begin + timedelta(minutes=dice.randint(1, minutes)))
