"""What is the same as at the last beat is not looked at again, and nothing is missed by that."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

import pytest

from domain.concerns import Concern
from domain.conversation import Kind, Outgoing, Paragraph
from domain.instructions import KeepHour
from domain.people import Person
from domain.ports import UnitOfWork
from scheduler.beat import beat
from scheduler.diary import Diary, Silence
from scheduler.forgetting import FORGOTTEN_AFTER
from scheduler.office import Office
from tests.builders import a_question, an_event, an_instruction, an_outgoing
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action

ELEVEN, NOON = time(11), time(12)
NIGHT, NINE, NINE_FIFTEEN, NINE_SIXTEEN = time(0, 1), time(9), time(9, 15), time(9, 16)


@dataclass
class Source:
    """Has the same to tell somebody whenever it is asked."""

    to: str = "nia"
    asked: int = 0

    async def __call__(self, unit: UnitOfWork, office: Office) -> Sequence[Concern]:
        self.asked += 1
        told = Paragraph(text="The spring round has closed.")
        return [Concern(person=self.to, kind=Kind.HANDOVER, once="handover", parts=(told,))]


async def a_quay(source: Source) -> Quay:
    quay = await Quay.with_actions(an_open_action("1.1", 900), sources=[source], silence=Silence())
    await quay.beat(0, NIGHT)  # what is new is looked at
    source.asked = 0
    return quay


async def asked(quay: Quay, source: Source, day: int, *hours: time) -> list[int]:
    """How often the source was asked by the beats at these hours."""
    found = []
    for hour in hours:
        before = source.asked
        await quay.beat(day, hour)
        found.append(source.asked - before)
    return found


async def test_a_source_is_asked_at_the_hour_of_who_it_concerns_and_on_the_next_day() -> None:
    quay = await a_quay(source := Source())
    hours = (time(1), NINE, NINE_FIFTEEN, NINE_SIXTEEN, NOON, time(23))
    assert await asked(quay, source, 0, *hours) == [0, 0, 1, 0, 0, 0]
    assert len(await quay.written()) == 1
    assert await asked(quay, source, 1, NIGHT, NINE, NINE_FIFTEEN) == [1, 0, 1]
    assert len(await quay.written()) == 1


async def hear(unit: UnitOfWork) -> None:
    await unit.events.append(an_event(plan=PLAN.key, ref="1.1"))


async def another_hour(unit: UnitOfWork) -> None:
    order = KeepHour(person="nia", hour=ELEVEN)
    await unit.instructions.append(an_instruction(order=order, plan=None))


async def somebody_new(unit: UnitOfWork) -> None:
    await unit.people.put(Person(id="ivo", name="Ivo Reed"))


async def printed_anew(unit: UnitOfWork) -> None:
    await unit.plans.put(PLAN.model_copy(update={"title": "Another"}))


async def given_up(unit: UnitOfWork) -> None:
    await give_up(an_outgoing(key="lost"), unit)


async def give_up(message: Outgoing, unit: UnitOfWork) -> None:
    until = message.not_before + timedelta(hours=1)
    await unit.outbox.put(message)
    held = await unit.outbox.lease(message.address.platform, message.not_before, until, 10)
    await unit.outbox.give_up(held[0], until, "gone")


@pytest.mark.parametrize("change", [hear, another_hour, somebody_new, printed_anew, given_up])
async def test_it_is_asked_again_as_soon_as_anything_has_changed(
    change: Callable[[UnitOfWork], Awaitable[None]],
) -> None:
    quay = await a_quay(source := Source())
    assert await asked(quay, source, 0, NINE, NINE) == [0, 0]
    async with quay.open_unit(WORKSPACE) as unit:
        await change(unit)
        await unit.commit()
    assert await asked(quay, source, 0, NINE, NINE) == [1, 0]


async def test_what_it_finds_comes_with_what_is_due_otherwise() -> None:
    quay = await a_quay(source := Source())
    assert await asked(quay, source, 0, NINE) == [0]
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.actions.wake(PLAN.key, {"1.1": None})
        await unit.commit()
    assert await asked(quay, source, 0, NINE, NINE) == [1, 0]


async def test_who_has_another_hour_is_told_at_that() -> None:
    quay = await a_quay(source := Source())
    async with quay.open_unit(WORKSPACE) as unit:
        await another_hour(unit)
        await unit.commit()
    hours = (NINE, NINE_FIFTEEN, time(10, 59), ELEVEN, time(11, 1))
    assert await asked(quay, source, 0, *hours) == [1, 0, 0, 1, 0]
    assert len(await quay.written()) == 1


async def test_what_nobody_answers_is_forgotten_within_the_hour() -> None:
    quay, diary = await Quay.with_actions(), Diary()
    asked_at = quay.clock.now()
    async with quay.open_unit(WORKSPACE) as unit:
        question = await unit.questions.ask(a_question(person="nia", asked_at=asked_at))
        await unit.commit()
    forgotten = []
    for minutes in (-1, 1, 30, 60):
        quay.clock.moment = asked_at + FORGOTTEN_AFTER + timedelta(minutes=minutes)
        await beat(quay.open_unit, WORKSPACE, quay.clock, quay.calendar, diary=diary)
        async with quay.open_unit(WORKSPACE) as unit:
            found = await unit.questions.last("nia")
            forgotten.append(found is not None and not found.words)
    assert question.words
    assert forgotten == [False, False, False, True]
