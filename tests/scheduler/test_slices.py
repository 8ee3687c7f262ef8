"""A beat over very many writes in slices, so that nobody waits long for their turn."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import time
from typing import Any

import pytest

from domain.events import ActionState
from domain.hours import opens
from domain.instructions import Pause
from domain.people import LONDON, Account, Person
from domain.ports import OpenUnit, UnitOfWork
from domain.summary import Scope
from domain.work import Status
from scheduler import reminders
from store.opening import keep_in_memory
from tests.builders import an_event, an_instruction
from tests.scheduler.quay import MONDAY, NINE_FIFTEEN, PLAN, WORKSPACE, Quay, an_open_action

MANY = 7
type Act = Callable[[UnitOfWork], Awaitable[object]]


@dataclass
class Interrupted:
    """A store in which somebody else does something right after the so-many-th commit."""

    act: Act
    after: int
    open_unit: OpenUnit = field(default_factory=keep_in_memory)
    commits: int = 0

    def __call__(self, workspace: str) -> Any:
        return Unit(self.open_unit(workspace), self)

    async def committed(self) -> None:
        self.commits += 1
        if self.commits == self.after:
            async with self.open_unit(WORKSPACE) as unit:
                await self.act(unit)
                await unit.commit()


class Unit:
    def __init__(self, unit: UnitOfWork, store: Interrupted) -> None:
        self._unit = unit
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    async def commit(self) -> None:
        await self._unit.commit()
        await self._store.committed()

    async def __aenter__(self) -> "Unit":
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._unit.__aexit__(*error)


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "PEOPLE", 2)
    monkeypatch.setattr(reminders, "ACTIONS", 3)


async def a_crowd(store: Interrupted) -> Quay:
    """Many officers, each of whom is to be asked about one action."""
    names = [f"Officer {number}" for number in range(MANY)]
    actions = (an_open_action(f"1.{n}", 0, name) for n, name in enumerate(names))
    quay = await Quay.with_actions(*actions, open_unit=store.open_unit)
    async with quay.open_unit(WORKSPACE) as unit:
        for number, name in enumerate(names):
            await unit.people.put(Person(id=f"p{number}", name=name))
            account = Account(platform="fake", workspace=WORKSPACE, user=f"p{number}")
            await unit.people.link(account, f"p{number}")
        await unit.commit()
    quay.open_unit = store
    return quay


async def asked(quay: Quay) -> list[bool]:
    """Of each officer, whether they were written to; nobody was twice."""
    written = [await quay.written(f"p{number}") for number in range(MANY)]
    assert all(len(each) < 2 for each in written)
    return [bool(each) for each in written]


async def awake(quay: Quay) -> list[str]:
    async with quay.open_unit(WORKSPACE) as unit:
        return [each.action.ref for _, each in await unit.actions.awake(quay.clock.now(), 100)]


async def nothing(unit: UnitOfWork) -> None:
    return None


async def test_everybody_is_written_to_and_all_of_it_sleeps() -> None:
    quay = await a_crowd(store := Interrupted(nothing, after=0))
    await quay.beat(0)
    assert all(await asked(quay))
    assert await awake(quay) == []
    assert store.commits == 4 + 3  # of two people each, and of three actions


async def test_what_a_crash_left_is_written_by_the_next_beat() -> None:
    async def crash(unit: UnitOfWork) -> None:
        raise InterruptedError

    quay = await a_crowd(Interrupted(crash, after=2))
    with pytest.raises(InterruptedError):
        await quay.beat(0)
    assert 0 < (await asked(quay)).count(True) < MANY
    await quay.beat(0, time(9, 16))
    assert all(await asked(quay))
    assert await awake(quay) == []


@pytest.mark.parametrize("after", range(1, 8))
async def test_what_is_not_said_when_it_crashes_is_still_awake(after: int) -> None:
    async def crash(unit: UnitOfWork) -> None:
        raise InterruptedError

    quay = await a_crowd(Interrupted(crash, after))
    with pytest.raises(InterruptedError):
        await quay.beat(0)
    unasked = {f"1.{n}" for n, was_asked in enumerate(await asked(quay)) if not was_asked}
    assert unasked <= set(await awake(quay))


async def test_where_it_is_agreed_otherwise_meanwhile_the_rest_is_looked_at_anew() -> None:
    async def pause(unit: UnitOfWork) -> None:
        await unit.instructions.append(an_instruction(order=Pause(), plan=PLAN.key))
        await unit.actions.rouse(Scope(plan=PLAN.key))

    quay = await a_crowd(Interrupted(pause, after=1))
    await quay.beat(0)
    await quay.beat(0, time(9, 16))
    assert 0 < (await asked(quay)).count(True) < MANY
    assert await awake(quay) == []


@pytest.mark.parametrize("after", range(1, 8))
async def test_what_is_said_of_an_action_while_it_is_looked_at_is_looked_at(after: int) -> None:
    async def speak(unit: UnitOfWork) -> None:
        event = an_event(plan=PLAN.key, ref="1.3")
        await unit.events.append(event)
        await unit.actions.settle(PLAN.key, "1.3", ActionState(status=Status.COMPLETE, at=event.at))

    quay = await a_crowd(Interrupted(speak, after))
    await quay.beat(0)
    assert await awake(quay) == ["1.3"]
    await quay.beat(0, time(9, 16))
    assert await awake(quay) == []


async def test_nobody_looks_at_an_action_before_the_hour_of_anybody_it_concerns() -> None:
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.beat(0, time(0, 5))
    quay.clock.moment = opens(MONDAY, time(9, 14), LONDON)
    assert await awake(quay) == []
    quay.clock.moment = opens(MONDAY, NINE_FIFTEEN, LONDON)
    assert await awake(quay) == ["1.1"]
    await quay.beat(0, NINE_FIFTEEN)
    assert await awake(quay) == []
