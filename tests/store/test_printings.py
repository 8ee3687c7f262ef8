"""Whether what is printed of a plan has changed can be told without reading it."""

import pytest

from domain.events import ActionState
from domain.ports import OpenUnit
from domain.problems import UnknownPlan
from domain.work import Status
from tests.builders import a_plan, an_action


async def _printing(open_unit: OpenUnit, home: str, key: str = "harbour") -> str:
    async with open_unit(home) as unit:
        return await unit.plans.printing(key)


async def test_every_change_of_what_is_printed_leaves_another_mark(
    open_unit: OpenUnit, home: str
) -> None:
    marks: list[str] = []
    for text in ("Light the pier", "Light both piers", "Light the pier"):
        async with open_unit(home) as unit:
            await unit.plans.put(a_plan(title=text))
            marks.append(await unit.plans.printing("harbour"))
            await unit.actions.put("harbour", [an_action(ref="2.1", text=text)])
            await unit.commit()
        marks.append(await _printing(open_unit, home))
    assert len(set(marks)) == len(marks)


async def test_what_is_said_and_read_leaves_the_mark(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref="2.1")])
        await unit.commit()
    before = await _printing(open_unit, home)
    async with open_unit(home) as unit:
        await unit.actions.settle("harbour", "2.1", ActionState(status=Status.DELAYED))
        await unit.actions.settle_all("harbour", {"2.1": ActionState(status=Status.COMPLETE)})
        await unit.commit()
    assert await _printing(open_unit, home) == before


async def test_a_change_that_was_discarded_leaves_the_mark_and_gives_none_away(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.commit()
    before = await _printing(open_unit, home)
    async with open_unit(home) as unit:
        await unit.actions.put("harbour", [an_action(ref="2.1")])
        discarded = await unit.plans.printing("harbour")
    assert await _printing(open_unit, home) == before
    async with open_unit(home) as unit:
        await unit.actions.put("harbour", [an_action(ref="2.2")])
        await unit.commit()
    assert await _printing(open_unit, home) not in (before, discarded)


async def test_each_plan_has_its_own_mark(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.plans.put(a_plan(key="quay"))
        await unit.commit()
    before = await _printing(open_unit, home)
    async with open_unit(home) as unit:
        await unit.actions.put("quay", [an_action(ref="2.1")])
        await unit.commit()
    assert await _printing(open_unit, home) == before


async def test_a_plan_that_is_not_there_has_none(open_unit: OpenUnit, home: str) -> None:
    with pytest.raises(UnknownPlan):
        await _printing(open_unit, home)
