"""When each replica was last heard of."""

from datetime import timedelta

from domain.ports import OpenUnit
from tests.builders import NOW

LATER = NOW + timedelta(seconds=30)


async def test_each_is_kept_by_its_last_beat_until_it_is_forgotten(open_unit: OpenUnit, home: str):
    async with open_unit(home) as unit:
        await unit.pulses.beat("one", NOW)
        await unit.pulses.beat("two", NOW)
        await unit.pulses.beat("one", LATER)
        await unit.commit()
    async with open_unit(home) as unit:
        assert await unit.pulses.all() == {"one": LATER, "two": NOW}
        await unit.pulses.forget("two")
        assert await unit.pulses.all() == {"one": LATER}


async def test_those_of_another_workspace_are_not_seen(open_unit: OpenUnit, home: str):
    async with open_unit(home) as unit:
        await unit.pulses.beat("one", NOW)
        await unit.commit()
    async with open_unit(f"{home} next door") as unit:
        assert await unit.pulses.all() == {}
