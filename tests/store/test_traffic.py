"""What has gone out lately is shared by all who send, and one of them plans at a time."""

import asyncio

from domain.pacing import EVERYWHERE, Flow
from domain.ports import OpenUnit
from tests.builders import NOW

ONE = Flow(used_until=(NOW,), held_until=NOW)


async def test_flows_are_kept_by_platform_and_conversation(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await unit.traffic.flows("console") == {EVERYWHERE: Flow()}
        await unit.traffic.keep("console", {"general": ONE, EVERYWHERE: ONE})
        await unit.traffic.keep("console", {EVERYWHERE: Flow()})
        await unit.commit()
    async with open_unit(home) as unit:
        flows = await unit.traffic.flows("console", ["general", "never spoken in", EVERYWHERE])
        assert flows == {EVERYWHERE: Flow(), "general": ONE}
        assert await unit.traffic.flows("console") == {EVERYWHERE: Flow()}
        assert await unit.traffic.flows("another platform", ["general"]) == {EVERYWHERE: Flow()}


async def test_of_several_who_plan_at_once_each_sees_what_the_last_has_planned(
    open_unit: OpenUnit, home: str
) -> None:
    async def plan() -> None:
        async with open_unit(home) as unit:
            flow = (await unit.traffic.flows("console"))[EVERYWHERE]
            await asyncio.sleep(0.001)
            more = Flow(used_until=(*flow.used_until, NOW))
            await unit.traffic.keep("console", {EVERYWHERE: more})
            await unit.commit()

    await asyncio.gather(*(plan() for _ in range(6)))
    async with open_unit(home) as unit:
        flow = (await unit.traffic.flows("console"))[EVERYWHERE]
    assert len(flow.used_until) == 6
