"""What comes round comes out once for each occasion."""

from datetime import timedelta

from domain.occasions import Edition
from domain.ports import OpenUnit
from tests.builders import NOW

WEEK = timedelta(days=7)


FIRST = Edition(occasion="2031-W20", at=NOW, event=7)
SECOND = Edition(occasion="2031-W21", at=NOW + WEEK, event=9)


async def test_an_occasion_of_a_series_comes_out_once(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await unit.editions.last() == {}
        assert await unit.editions.add("quay", FIRST)
        assert not await unit.editions.add("quay", FIRST.model_copy(update={"at": NOW + WEEK}))
        assert await unit.editions.add("reef", FIRST)
        assert await unit.editions.add("quay", SECOND)
        assert await unit.editions.last() == {"quay": SECOND, "reef": FIRST}


async def test_what_was_not_committed_has_not_come_out(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.editions.add("quay", FIRST)
    async with open_unit(home) as unit:
        assert await unit.editions.add("quay", FIRST)


async def test_what_nobody_has_seen_may_come_out_again(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.editions.add("quay", FIRST)
        await unit.editions.add("quay", SECOND)
        await unit.editions.add("reef", SECOND)
        await unit.editions.recall("quay", SECOND.occasion)
        await unit.editions.recall("quay", "2031-W40")  # of which nothing is known
        assert await unit.editions.last() == {"quay": FIRST, "reef": SECOND}
        assert await unit.editions.add("quay", SECOND)
