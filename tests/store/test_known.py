"""Whether anything has changed that many answers follow from can be told without reading it."""

from collections.abc import Hashable
from datetime import timedelta

import pytest

from domain.events import ActionState
from domain.hours import NEVER
from domain.ports import OpenUnit, UnitOfWork
from domain.work import Status
from tests.builders import NIA, NIAS_ACCOUNT, NOW, a_plan, an_action, an_event, an_outgoing
from tests.store.test_remembered import CHANGES, MARK, Act, furnish

OF_ACTIONS = {"how it stands", "how all stand"}
KNOWN = {what: change for what, change in CHANGES.items() if what not in OF_ACTIONS}


async def say_much(unit: UnitOfWork) -> None:
    await unit.actions.settle("harbour", "1.1", ActionState(status=Status.DELAYED))
    await unit.events.append(an_event())
    await unit.actions.wake("harbour", {"1.1": NEVER})
    await unit.outbox.put_all([an_outgoing(key="k")])
    await unit.people.used(NIAS_ACCOUNT, NOW + timedelta(days=1))


async def known(open_unit: OpenUnit, home: str) -> Hashable:
    async with open_unit(home) as unit:
        return await unit.known()


@pytest.fixture
async def before(open_unit: OpenUnit, home: str) -> Hashable:
    """What is known once there are people, a plan and an action."""
    await furnish(open_unit, home)
    return await known(open_unit, home)


@pytest.mark.parametrize("change", KNOWN.values(), ids=KNOWN)
async def test_what_is_known_and_agreed_is_another_after_a_change(
    open_unit: OpenUnit, home: str, before: Hashable, change: Act
) -> None:
    async with open_unit(home) as unit:
        assert await unit.known() == before
        await change(unit)
        assert await unit.known() != before
        await unit.commit()
    assert await known(open_unit, home) != before


async def test_what_is_said_and_written_leaves_it(
    open_unit: OpenUnit, home: str, before: Hashable
) -> None:
    async with open_unit(home) as unit:
        await say_much(unit)
        assert await unit.known() == before
        await unit.commit()
    assert await known(open_unit, home) == before


async def test_who_has_their_turn_to_write_knows_what_others_changed_before_it(
    open_unit: OpenUnit, home: str, before: Hashable
) -> None:
    async with open_unit(home) as unit:
        assert await unit.known() == before
        async with open_unit(home) as other:
            await other.people.link(MARK, NIA.id)
            await other.commit()
        await unit.outbox.put_all([an_outgoing(key="k")])
        assert await unit.known() != before


async def test_a_workspace_that_is_not_there_is_known_to_have_nothing(
    open_unit: OpenUnit, home: str
) -> None:
    before = await known(open_unit, home)
    assert await known(open_unit, home) == before
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        await unit.commit()
    assert await known(open_unit, home) != before
