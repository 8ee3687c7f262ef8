"""Every store makes the same promises: nothing is half done, and nothing is done twice."""

import asyncio

import pytest

from domain.ports import OpenUnit
from domain.problems import NoPlan, StoreUnavailable
from tests.builders import NIA, a_plan
from tests.claiming import claim


async def test_what_is_committed_is_kept(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.plans.get("harbour") == a_plan()


async def test_what_is_not_committed_is_forgotten(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        assert await claim(unit, "key")

    async with open_unit(home) as unit:
        with pytest.raises(NoPlan):
            await unit.plans.default()
        assert await claim(unit, "key")


async def test_what_fails_half_way_is_forgotten(open_unit: OpenUnit, home: str) -> None:
    with pytest.raises(RuntimeError):
        async with open_unit(home) as unit:
            await unit.people.put(NIA)
            raise RuntimeError

    async with open_unit(home) as unit:
        assert (await unit.people.directory()).people == ()


async def test_nobody_sees_what_is_not_committed(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as writing, open_unit(home) as reading:
        await writing.plans.put(a_plan())
        assert await writing.plans.all() == [a_plan()]
        assert await reading.plans.all() == []
        await writing.commit()

    async with open_unit(home) as unit:
        assert await unit.plans.all() == [a_plan()]


async def test_a_unit_goes_on_after_its_commit(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await claim(unit, "first")
        await unit.commit()
        await claim(unit, "second")

    async with open_unit(home) as unit:
        assert not await claim(unit, "first")
        assert await claim(unit, "second")


async def test_a_key_is_claimed_once(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await claim(unit, "key")
        assert not await claim(unit, "key")
        await unit.commit()

    async with open_unit(home) as unit:
        assert not await claim(unit, "key")


async def test_of_many_at_once_one_claims_a_key(open_unit: OpenUnit, home: str) -> None:
    async def attempt() -> bool:
        async with open_unit(home) as unit:
            claimed = await claim(unit, "key")
            await asyncio.sleep(0.001)
            await unit.commit()
            return claimed

    assert sum(await asyncio.gather(*(attempt() for _ in range(8)))) == 1


async def test_who_waits_for_a_claim_that_is_given_up_gets_it(
    open_unit: OpenUnit, home: str
) -> None:
    async def attempt() -> bool:
        async with open_unit(home) as unit:
            return await claim(unit, "key")

    async with open_unit(home) as first:
        assert await claim(first, "key")
        second = asyncio.create_task(attempt())
        await asyncio.sleep(0.01)
        assert not second.done()
    assert await second


async def test_waiting_too_long_for_a_turn_is_said_in_words(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as first, open_unit(home) as second:
        await claim(first, "key")
        with pytest.raises(StoreUnavailable, match="too long"):
            await claim(second, "other")
