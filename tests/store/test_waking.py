"""An action is looked at when it wakes, or as soon as it has changed."""

from datetime import datetime, timedelta

import pytest

from domain.events import ActionState
from domain.hours import NEVER
from domain.ports import OpenUnit, UnitOfWork
from domain.summary import Scope
from domain.work import Status
from tests.builders import NOW, a_plan, an_action

DONE = ActionState(status=Status.COMPLETE)
TOMORROW = NOW + timedelta(days=1)


async def fill(unit: UnitOfWork) -> None:
    """Two plans: 1 and 2 in "harbour", 1 in "canal"."""
    await unit.plans.put(a_plan())
    await unit.plans.put(a_plan(key="canal"))
    await unit.actions.put("harbour", [an_action(ref="1"), an_action(ref="2", group="2. Boats")])
    await unit.actions.put("canal", [an_action(ref="1", section=None)])


async def awake(unit: UnitOfWork, now: datetime = NOW, limit: int = 10) -> list[str]:
    found = await unit.actions.awake(now, limit)
    return [f"{plan} {tracked.action.ref}" for plan, tracked in found]


async def test_what_is_new_is_looked_at_and_what_sleeps_is_not(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        assert await awake(unit) == ["canal 1", "harbour 1", "harbour 2"]
        assert await awake(unit, limit=1) == ["canal 1"]

        await unit.actions.wake("harbour", {"1": TOMORROW, "2": NOW, "unheard of": NOW})
        await unit.actions.wake("canal", {"1": NEVER})
        assert await awake(unit) == ["harbour 2"]
        assert await awake(unit, TOMORROW - timedelta(microseconds=1)) == ["harbour 2"]
        assert await awake(unit, TOMORROW) == ["harbour 2", "harbour 1"]

        await unit.actions.wake("canal", {"1": None})
        assert await awake(unit) == ["canal 1", "harbour 2"]


async def test_actions_of_several_plans_sleep_each_until_a_moment_of_its_own(
    open_unit: OpenUnit, home: str
) -> None:
    later = TOMORROW + timedelta(microseconds=1)
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.actions.wake_all(
            {"harbour": {"1": later, "2": None}, "canal": {"1": TOMORROW}, "nowhere": {"1": NEVER}}
        )
        assert await awake(unit) == ["harbour 2"]
        assert await awake(unit, TOMORROW) == ["harbour 2", "canal 1"]
        assert await awake(unit, later) == ["harbour 2", "canal 1", "harbour 1"]
        await unit.actions.wake_all({})
        assert await awake(unit) == ["harbour 2"]


async def test_what_is_looked_at_comes_whole(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.actions.settle("canal", "1", DONE)
        [(plan, tracked), *_] = await unit.actions.awake(NOW, 10)
        assert (plan, tracked) == ("canal", await unit.actions.get("canal", "1"))


@pytest.mark.parametrize("change", ["put", "settle", "settle_all"])
async def test_what_changes_is_looked_at_again(open_unit: OpenUnit, home: str, change: str) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        for plan in ("canal", "harbour"):
            await unit.actions.wake(plan, {"1": NEVER, "2": NEVER})
        await unit.commit()

    async with open_unit(home) as unit:
        assert await awake(unit) == []
        match change:
            case "put":
                await unit.actions.put("harbour", [an_action(ref="1", text="Reworded")])
            case "settle":
                await unit.actions.settle("harbour", "1", DONE)
            case _:
                await unit.actions.settle_all("harbour", {"1": DONE})
        assert await awake(unit) == ["harbour 1"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(plan="harbour"), ["harbour 1", "harbour 2"]),
        (Scope(plan="harbour", group="2. Boats"), ["harbour 2"]),
        (Scope(plan="harbour", section="Feeling Safe"), ["harbour 1", "harbour 2"]),
        (Scope(plan="canal", section="Feeling Safe"), []),
        (Scope(plan="nowhere"), []),
    ],
)
async def test_a_part_of_a_plan_can_be_roused(
    open_unit: OpenUnit, home: str, scope: Scope, expected: list[str]
) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        for plan in ("canal", "harbour"):
            await unit.actions.wake(plan, {"1": NEVER, "2": NEVER})
        await unit.actions.rouse(scope)
        assert await awake(unit) == expected


async def test_what_sleeps_for_ever_is_never_looked_at(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.actions.wake("canal", {"1": NEVER})
        assert "canal 1" not in await awake(unit, NOW.replace(year=9999))


async def test_a_change_that_is_not_committed_wakes_nothing(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.actions.wake("canal", {"1": NEVER})
        await unit.commit()
    async with open_unit(home) as unit:
        await unit.actions.rouse(Scope(plan="canal"))
    async with open_unit(home) as unit:
        assert "canal 1" not in await awake(unit)
