"""A plan is read once for all who speak of it, and while it is read others are answered."""

import asyncio
import threading

import pytest

from handlers import known_plans
from handlers.known_plans import KnownPlans
from store.memory import Memory
from store.opening import InMemory
from tests.builders import a_plan, an_action

HOME = "harbour"


@pytest.fixture
async def store() -> InMemory:
    store = InMemory(Memory())
    async with store(HOME) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        await unit.commit()
    return store


async def refs(plans: KnownPlans, store: InMemory) -> list[str]:
    async with store(HOME) as unit:
        known = await plans.of("harbour", (), unit)
    return list(known.plan.listed)


async def test_of_several_who_speak_of_a_plan_one_reads_it(store: InMemory) -> None:
    plans = KnownPlans()
    found = await asyncio.gather(*(refs(plans, store) for _ in range(10)))
    assert found == [["1.1"]] * 10
    assert plans.read == 1 and plans.workspaces == {HOME}


async def test_others_go_on_while_a_plan_is_read(
    store: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, whole = threading.Event(), known_plans._indexed

    def slow(*asked: object) -> object:
        assert go.wait(5)
        return whole(*asked)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(known_plans, "_indexed", slow)
    reading = asyncio.create_task(refs(KnownPlans(), store))
    await asyncio.sleep(0)
    go.set()  # by whoever is answered meanwhile
    assert await reading == ["1.1"]


async def test_what_was_printed_anew_is_read_again(store: InMemory) -> None:
    plans = KnownPlans()
    assert await refs(plans, store) == ["1.1"]
    async with store(HOME) as unit:
        await unit.actions.put("harbour", [an_action(ref="1.2")])
        await unit.commit()
    found = await asyncio.gather(*(refs(plans, store) for _ in range(3)))
    assert found == [["1.1", "1.2"]] * 3
    assert plans.read == 2


async def test_no_more_is_kept_than_there_is_room_for(store: InMemory) -> None:
    plans = KnownPlans(most=1)
    async with store("quay") as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        await unit.commit()
        await plans.of("harbour", (), unit)
    await refs(plans, store)
    assert plans.workspaces == {HOME} and plans.count == 1
