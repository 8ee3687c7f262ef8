"""What people told the bot is kept for good, in order, with their words."""

from datetime import date, time

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.instructions import (
    Close,
    KeepHour,
    KeepLeave,
    KeepWeek,
    PassedOn,
    Pause,
    Resume,
    TakenBack,
)
from domain.people import Leave
from domain.policy import PolicyChange, SetPolicy
from domain.ports import OpenUnit
from domain.summary import Scope
from store.opening import keep_in
from store.tables import InstructionRow
from tests.builders import an_instruction

LEAVE = Leave(person="nia", start=date(2031, 6, 2), end=date(2031, 6, 6))
ORDERS = (
    Pause(until=date(2031, 6, 1)),
    Resume(),
    KeepHour(person="nia", hour=time(8, 30)),
    KeepWeek(person="nia", days=frozenset({0, 2})),
    Close(start=date(2031, 12, 24), end=date(2031, 12, 31)),
    KeepLeave(leave=LEAVE, before=LEAVE.model_copy(update={"words": "two weeks off"})),
    TakenBack(instruction=1),
    PassedOn(refs=("7.3", "8.2"), to="sam"),
    SetPolicy(
        scope=Scope(plan="harbour", group="1. Lanterns"),
        change=PolicyChange(leads=frozenset({7, 0})),
    ),
)


async def test_instructions_come_back_whole_and_in_order(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        told = [await unit.instructions.append(an_instruction(order=each)) for each in ORDERS]
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.instructions.all() == told
    assert [each.order for each in told] == list(ORDERS)
    assert [each.id for each in told] == sorted({each.id for each in told})


async def test_the_newest_event_by_then_is_kept_with_what_was_told(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        for event in (None, 0, 7):
            await unit.instructions.append(an_instruction(event=event))
        await unit.commit()

    async with open_unit(home) as unit:
        assert [each.event for each in await unit.instructions.all()] == [None, 0, 7]


async def test_nothing_is_kept_of_a_unit_that_was_left(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.instructions.append(an_instruction())

    async with open_unit(home) as unit:
        assert await unit.instructions.all() == []


async def test_a_moment_without_a_zone_is_refused(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        with pytest.raises(ValueError):
            naive = an_instruction().at.replace(tzinfo=None)
            await unit.instructions.append(an_instruction(at=naive))


@pytest.mark.parametrize("change", [delete(InstructionRow), update(InstructionRow).values(by="x")])
async def test_the_database_itself_keeps_what_was_told(
    engine: AsyncEngine, home: str, change: object
) -> None:
    async with keep_in(engine)(home) as unit:
        await unit.instructions.append(an_instruction())
        await unit.commit()

    async with engine.connect() as connection:
        with pytest.raises(DBAPIError, match="only ever added"):
            await connection.execute(change)
