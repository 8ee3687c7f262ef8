"""What comes round comes out once for each occasion."""

from datetime import timedelta

from domain.ports import OpenUnit
from tests.builders import NOW

WEEK = timedelta(days=7)


async def test_an_occasion_of_a_series_comes_out_once(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await unit.editions.last() == {}
        assert await unit.editions.add("quay", "2031-W20", NOW)
        assert not await unit.editions.add("quay", "2031-W20", NOW + WEEK)
        assert await unit.editions.add("reef", "2031-W20", NOW)
        assert await unit.editions.add("quay", "2031-W21", NOW + WEEK)
        assert await unit.editions.last() == {"quay": NOW + WEEK, "reef": NOW}


async def test_what_was_not_committed_has_not_come_out(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.editions.add("quay", "2031-W20", NOW)
    async with open_unit(home) as unit:
        assert await unit.editions.add("quay", "2031-W20", NOW)
