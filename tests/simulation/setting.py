"""What a seed begins with: the officers, their plans, and the troubles that are to come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import holidays

from domain.calendar import Calendar
from domain.instructions import Instruction, Restrict
from domain.named import in_full
from domain.occasions import Weekly
from domain.people import LONDON, Account, Appointment, Leave, Office, PartnershipGroup, Person
from domain.places import Address
from domain.ports import UnitOfWork
from domain.work import Action, Due, DueKind, Period, Section, Status
from handlers.intake import File, consider, take_in
from plans.document import PlanDocument
from tests.simulation.whims import Whims, whims_of

WORKSPACE = "simulated"
PLATFORM = "fake"
DAYS = 30
PLANS = ("harbour", "tide", "lagoon")
RESTRICTED = "lagoon"  # where there is one, not everybody may ask about it
SECTION = "Feeling Safe"
BOARD = "Harbour Board"
FORUM = "Reef Forum"
NAMES = ("Nia Quill", "Sam Tarn", "Bo Lark")
CHAIR = Person(id="chair", name="Ivo Reed")
ADMINISTRATOR = Person(id="administrator", name="Kit Wren")
ELSEWHERE = ("America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles")
ZONES = (*[LONDON] * 5, *map(ZoneInfo, ELSEWHERE))
KNOWN_FOR = timedelta(days=100)  # so long before the month the plans were read
STARTS_BEFORE = timedelta(days=20)  # what it has to be finished by
NONE: Mapping[str, date] = {}
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
class Task:
    """An action of one of the plans. The same refs are in all of them."""

    plan: str
    action: Action

    @property
    def name(self) -> str:
        return in_full(self.plan, self.action.ref)

    @property
    def ref(self) -> str:
        return self.action.ref

    @property
    def end(self) -> date:
        assert self.action.due.end is not None
        return self.action.due.end


@dataclass(frozen=True)
class Setting:
    start: datetime
    calendar: Calendar
    officers: tuple[Person, ...]
    plans: tuple[str, ...]
    tasks: tuple[Task, ...]
    leave: tuple[Leave, ...]
    groups: tuple[PartnershipGroup, ...]
    machine_down: tuple[Span, ...]
    platform_down: tuple[Span, ...]
    blind: bool  # the platform cannot look for a message
    talkative: float  # the chance that a message is answered
    meddling: float  # the chance that on a day somebody speaks of what may not be theirs
    sleepy: float  # the chance that a replica sleeps at any one step
    round: tuple[str, int, date] | None  # of which plan, on which day opened, when papers are due
    trouble: float  # the chance that sending goes wrong
    crashes: float  # the chance that a process dies at any one step
    whims: Whims
    faulty: str | None = None  # an action that we have a fault with

    @property
    def end(self) -> datetime:
        return self.start + timedelta(days=DAYS)

    @property
    def people(self) -> tuple[Person, ...]:
        return (*self.officers, CHAIR, ADMINISTRATOR)

    def runs_at(self, moment: datetime) -> bool:
        return not any(span.holds(moment) for span in self.machine_down)

    @property
    def closed(self) -> frozenset[date]:
        """The days on which nobody works, of which some become known late."""
        return self.calendar.closed | {day for e in self.whims.notices for day in e.closed}

    @property
    def told_late(self) -> tuple[Leave, ...]:
        return tuple(each.leave for each in self.whims.notices if each.leave)

    def person(self, id: str | None) -> Person | None:
        return next((each for each in self.people if each.id == id), None)

    def named(self, name: str) -> Person:
        return next(each for each in self.people if each.name == name)


@cache
def english() -> Calendar:
    closed = holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2039))
    return Calendar(closed=frozenset(closed))


def setting_of(dice: Random, whims: Random) -> Setting:
    """Draw a partnership and its troubles; the ``whims`` are drawn with dice of their own."""
    start = _start(dice)
    officers = tuple(
        Person(id=f"officer{n}", name=name, timezone=dice.choice(ZONES))
        for n, name in enumerate(NAMES[: dice.randint(1, len(NAMES))])
    )
    plans = dice.choice([PLANS[:1], PLANS[:2], PLANS[::2], PLANS])
    drawn = Setting(
        start=start,
        calendar=english(),
        officers=officers,
        plans=plans,
        tasks=tuple(_tasks(dice, plans, officers, start.date())),
        leave=tuple(_leave(dice, officers, start.date())),
        groups=tuple(_group(name, dice) for name in (BOARD, FORUM)),
        machine_down=tuple(_spans(dice, start, dice.choice([0, 0, 1, 2]))),
        platform_down=tuple(_spans(dice, start, dice.choice([0, 0, 1, 2]))),
        blind=dice.random() < 0.2,
        talkative=dice.choice([0.0, 0.4, 0.8]),
        meddling=dice.choice([0.0, 0.1]),
        sleepy=dice.choice([0.0, 0.0, 0.02]),
        round=_round(dice, plans, start.date()),
        trouble=dice.choice([0.0, 0.2, 0.5]),
        crashes=dice.choice([0.0, 0.0, 0.03]),
        whims=Whims(),
    )
    refs = {key: [each.ref for each in drawn.tasks if each.plan == key] for key in plans}
    held_to = whims_of(whims, start, drawn.leave, officers, ADMINISTRATOR, refs)
    heard = tuple(each for each in held_to.notices if drawn.runs_at(each.at))
    return replace(drawn, whims=replace(held_to, notices=heard))


async def furnish(setting: Setting, unit: UnitOfWork) -> None:
    """Put the partnership into an empty workspace."""
    await unit.people.put(*setting.people)
    await unit.people.put_group(*setting.groups)
    for key in setting.plans:
        await read(key, setting, unit, setting.start - KNOWN_FOR)
    if RESTRICTED in setting.plans:
        await unit.instructions.append(_restricting(setting.start))
    for person in setting.people:
        await unit.people.link(account_of(person.id), person.id)
    for leave in setting.leave:
        if leave not in setting.told_late:
            await unit.people.leave(leave)
    chair = Appointment(person=CHAIR.id, office=Office.CHAIR, partnership_group=BOARD)
    await unit.people.appoint(chair)
    await unit.people.appoint(Appointment(person=ADMINISTRATOR.id, office=Office.ADMINISTRATOR))


async def read(
    key: str, setting: Setting, unit: UnitOfWork, now: datetime, ends: Mapping[str, date] = NONE
) -> None:
    """Read the document of a plan, in which some actions may have other days than at first."""
    first, last = setting.start.date(), setting.end.date()
    actions = [each.action for each in setting.tasks if each.plan == key]
    document = PlanDocument(
        title=f"{key.capitalize()} plan",
        period=Period(start=first - timedelta(days=300), end=last + timedelta(days=300)),
        sections=(Section(name=SECTION, slug="feeling-safe", partnership_groups=(BOARD,)),),
        actions=tuple(_due_by(each, ends.get(each.ref)) for each in actions),
    )
    file = File(name=f"{key}.docx", digest=f"{key} {len(ends)}")
    await take_in(await consider(file, document, unit, key), unit, now)


def _due_by(action: Action, end: date | None) -> Action:
    if end is None:
        return action
    due = action.due.model_copy(update={"start": end - STARTS_BEFORE, "end": end})
    return action.model_copy(update={"due": due})


def _restricting(at: datetime) -> Instruction:
    return Instruction(
        at=at,
        by=ADMINISTRATOR.id,
        by_name=ADMINISTRATOR.name,
        where="simulated",
        message="restricting",
        words="restrict it",
        plan=RESTRICTED,
        order=Restrict(),
    )


def account_of(person: str) -> Account:
    return Account(platform=PLATFORM, workspace=WORKSPACE, user=person)


def _start(dice: Random) -> datetime:
    """Any day from 2000 to 2037, more often than not with a change of the clocks in the month."""
    year = dice.randint(2000, 2037)
    if dice.random() < 0.6:
        month, day = dice.choice(CLOCK_CHANGES)
        return datetime(year, month, day, 5, tzinfo=UTC) + timedelta(days=dice.randint(-12, 5))
    return datetime(year, 1, 1, 5, tzinfo=UTC) + timedelta(days=dice.randint(0, 330))


def _tasks(
    dice: Random, plans: tuple[str, ...], officers: tuple[Person, ...], first: date
) -> Iterator[Task]:
    """Of each plan a few; in the restricted one the last of several officers has none."""
    for plan in plans:
        own = officers[:-1] if plan == RESTRICTED and len(officers) > 1 else officers
        for number in range(1, dice.randint(2, 6 if len(plans) == 1 else 3) + 1):
            yield Task(plan, _action(dice, plan, number, own, first))


def _action(
    dice: Random, plan: str, number: int, officers: tuple[Person, ...], first: date
) -> Action:
    end = first + timedelta(days=dice.randint(-25, 45))
    kind = dice.choice([DueKind.BY, DueKind.BY, DueKind.BY, DueKind.WINDOW])
    owners = dice.sample(officers, min(len(officers), dice.choice([1, 1, 1, 1, 2])))
    return Action(
        ref=f"1.{number}",
        section=SECTION,
        group="1. Lanterns",
        text=words_of(plan, number),
        due=Due(kind=kind, start=end - STARTS_BEFORE, end=end),
        owners=tuple(each.name for each in owners),
        partnership_groups=(dice.choice([BOARD, BOARD, FORUM]),),
        status=dice.choice([None, Status.IN_PROGRESS, Status.ON_TRACK, Status.DELAYED]),
    )


def words_of(plan: str, number: int) -> str:
    """The words of an action, which are no other's."""
    return f"Light {plan} lamp {number}"


def _round(dice: Random, plans: tuple[str, ...], first: date) -> tuple[str, int, date] | None:
    """Half of the months have one, opened early enough to close in the month."""
    if dice.random() < 0.5:
        return None
    asked = dice.randint(0, 5)
    papers = first + timedelta(days=asked + dice.randint(12, 22))
    return dice.choice(plans), asked, papers


def _group(name: str, dice: Random) -> PartnershipGroup:
    slug = name.lower().replace(" ", "-")
    place = Address(platform=PLATFORM, workspace=WORKSPACE, conversation=f"#{slug}")
    digest = Weekly(day=dice.randint(0, 4), at=time(9))
    board = name == BOARD and dice.random() < 0.5
    return PartnershipGroup(name=name, slug=slug, address=place, digest=digest, board=board)


def _leave(dice: Random, officers: tuple[Person, ...], first: date) -> Iterator[Leave]:
    for person in officers:
        if dice.random() < 0.3:
            start = first + timedelta(days=dice.randint(0, 25))
            end = start + timedelta(days=dice.randint(0, 9))
            others = [each.id for each in officers if each != person]
            covered = others and dice.random() < 0.5
            delegate = dice.choice(others) if covered else None
            yield Leave(person=person.id, start=start, end=end, delegate=delegate)


def _spans(dice: Random, start: datetime, count: int) -> Iterator[Span]:
    """From a minute to a week, short ones more often."""
    for _ in range(count):
        begin = start + timedelta(minutes=dice.randint(0, DAYS * 24 * 60))
        minutes = dice.choice([1, 20, 240, 1_440, 10_080])
        yield Span(begin, begin + timedelta(minutes=dice.randint(1, minutes)))
