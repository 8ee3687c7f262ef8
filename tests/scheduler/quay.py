"""A partnership whose days are played: what is written to whom, on which day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.clock import SetClock
from bot.console.render import to_text
from domain.calendar import Calendar
from domain.conversation import Outgoing
from domain.events import ActionState
from domain.hours import opens
from domain.instructions import Order
from domain.people import (
    LONDON,
    Account,
    Appointment,
    Holding,
    Leave,
    Office,
    PartnershipGroup,
    Person,
)
from domain.ports import OpenUnit
from domain.summary import Scope
from domain.work import Action, Due, Section
from scheduler.diary import Silence
from scheduler.faults import Faults
from scheduler.reminders import Source, remind
from store.opening import keep_in_memory
from tests.builders import a_plan, an_action, an_instruction, by

WORKSPACE = "harbour"
MONDAY = date(2031, 5, 12)
NINE_FIFTEEN = time(9, 15)
PEOPLE = (
    Person(id="nia", name="Nia Quill"),
    Person(id="sam", name="Sam Tarn"),
    Person(id="bo", name="Bo Lark"),
    Person(id="kit", name="Kit Wren"),
)
PLAN = a_plan(
    sections=(Section(name="Feeling Safe", slug="feeling-safe", partnership_groups=("Board",)),),
    read_at=datetime(2031, 4, 1, 8, tzinfo=UTC),
)


def in_days(days: int) -> date:
    return MONDAY + timedelta(days=days)


def an_open_action(ref: str, due: int | Due, *owners: str, **but: object) -> Action:
    """Due so many days after that Monday, or as is said."""
    when = by(in_days(due)) if isinstance(due, int) else due
    return an_action(ref=ref, due=when, owners=owners or ("Nia Quill",), **but)


@dataclass
class Quay:
    """Plays days and collects what would be sent."""

    open_unit: OpenUnit = field(default_factory=keep_in_memory)
    clock: SetClock = field(default_factory=lambda: SetClock(opens(MONDAY, time(), LONDON)))
    calendar: Calendar = field(default_factory=Calendar)
    sources: Sequence[Source] = ()
    asides: Sequence[Source] = ()
    silence: Silence | None = None
    faults: Faults | None = None

    @classmethod
    async def with_actions(cls, *actions: Action, **but: object) -> "Quay":
        quay = cls(**but)
        async with quay.open_unit(WORKSPACE) as unit:
            await unit.plans.put(PLAN)
            await unit.actions.put(PLAN.key, actions)
            await unit.people.put(*PEOPLE)
            for person in PEOPLE:
                account = Account(platform="fake", workspace=WORKSPACE, user=person.id)
                await unit.people.link(account, person.id)
            await unit.people.add_post("Harbour Master", "Pool Keeper")
            await unit.people.hold(Holding(post="Harbour Master", person="sam"))
            await unit.people.put_group(PartnershipGroup(name="Board", slug="board"))
            for person, office, group in (
                ("bo", Office.CHAIR, "Board"),
                ("kit", Office.ADMINISTRATOR, None),
            ):
                appointment = Appointment(person=person, office=office, partnership_group=group)
                await unit.people.appoint(appointment)
            await unit.commit()
        return quay

    async def beat(self, day: int, at: time = NINE_FIFTEEN) -> None:
        self.clock.moment = opens(in_days(day), at, LONDON)
        await remind(
            self.open_unit,
            WORKSPACE,
            self.clock,
            self.calendar,
            self.sources,
            asides=self.asides,
            silence=self.silence,
            faults=self.faults,
        )

    async def play(self, days: Iterable[int], *hours: time) -> None:
        for day in days:
            for hour in hours or (time(9), NINE_FIFTEEN, time(12)):
                await self.beat(day, hour)

    async def written(self, to: str = "nia") -> list[Outgoing]:
        async with self.open_unit(WORKSPACE) as unit:
            return list(await unit.outbox.written(to, date.min))

    async def days(self, to: str = "nia") -> dict[int, tuple[str, ...]]:
        """On which days somebody was written to, and about what."""
        return {(each.day - MONDAY).days: each.about for each in await self.written(to)}

    async def text(self, to: str = "nia") -> str:
        """The last message to somebody, on one line."""
        return " ".join(to_text((await self.written(to))[-1].reply).split())

    async def say(self, ref: str, day: int, **state: object) -> None:
        """Let the state of an action be this, said on a day."""
        at = datetime.combine(in_days(day), time(10), UTC)
        async with self.open_unit(WORKSPACE) as unit:
            before = (await unit.actions.get(PLAN.key, ref)).state
            after = before.model_copy(update={"at": at} | state)
            await unit.actions.settle(PLAN.key, ref, ActionState.model_validate(after))
            await unit.commit()

    async def order(self, order: Order, plan: str | None = PLAN.key) -> None:
        async with self.open_unit(WORKSPACE) as unit:
            await unit.instructions.append(an_instruction(order=order, plan=plan))
            await unit.actions.rouse(Scope(plan=PLAN.key))
            await unit.commit()

    async def away(self, person: str, first: int, last: int, delegate: str | None = None) -> None:
        leave = Leave(person=person, start=in_days(first), end=in_days(last), delegate=delegate)
        async with self.open_unit(WORKSPACE) as unit:
            await unit.people.leave(leave)
            await unit.actions.rouse(Scope(plan=PLAN.key))
            await unit.commit()
