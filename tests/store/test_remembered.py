"""What is kept from one unit of work to the next is never older than what is committed."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.events import ActionState
from domain.people import Account, Appointment, Holding, Leave, Office, PartnershipGroup, Person
from domain.ports import OpenUnit, UnitOfWork
from domain.problems import UnknownPerson
from domain.summary import Moment, Scope, summarise
from domain.work import Action, Status
from store.opening import keep_in
from store.sql.remembered import Remembered
from tests.builders import NIA, NIAS_ACCOUNT, NOW, TODAY, a_plan, an_action, an_instruction
from tests.claiming import claim
from tests.store.strategies import plans_of_actions, states

WHOLE = Scope(plan="harbour")
MOMENT = Moment(now=NOW, today=TODAY)
MARK = Account(platform="console", workspace="home", user="u2")
_times = count()

type Act = Callable[[UnitOfWork], Awaitable[object]]

CHANGES: dict[str, Act] = {
    "a name": lambda unit: unit.people.put(Person(id="nia", name="Nia Quayle")),
    "an account": lambda unit: unit.people.link(MARK, "nia"),
    "an account that goes": lambda unit: unit.people.unlink(NIAS_ACCOUNT),
    "a post": lambda unit: unit.people.add_post("Harbour Master"),
    "who holds it": lambda unit: unit.people.hold(
        Holding(post="Harbour Master", person="nia", start=None, end=None)
    ),
    "leave": lambda unit: unit.people.leave(
        Leave(person="nia", start=TODAY, end=TODAY, words="away")
    ),
    "an office": lambda unit: unit.people.appoint(
        Appointment(person="nia", office=Office.ADMINISTRATOR)
    ),
    "a group": lambda unit: unit.people.put_group(PartnershipGroup(name="Quay", slug="quay")),
    "a plan": lambda unit: unit.plans.put(a_plan(title="Another")),
    "one more plan": lambda unit: unit.plans.put(a_plan(key="quay")),
    "an instruction": lambda unit: unit.instructions.append(an_instruction()),
    "what is printed": lambda unit: unit.actions.put("harbour", [an_action(ref="1.2")]),
    "how it stands": lambda unit: unit.actions.settle(
        "harbour", "1.1", ActionState(status=Status.DELAYED)
    ),
    "how all stand": lambda unit: unit.actions.settle_all(
        "harbour", {"1.1": ActionState(status=Status.COMPLETE)}
    ),
}


async def furnish(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        await unit.people.link(NIAS_ACCOUNT, "nia")
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        await unit.commit()


async def everything(unit: UnitOfWork) -> Sequence[object]:
    """All that may be kept, as this unit of work sees it."""
    return [
        await unit.people.directory(),
        await behind(unit, NIAS_ACCOUNT),
        await behind(unit, MARK),
        await unit.plans.all(),
        await unit.plans.default(),
        await unit.plans.printing("harbour"),
        await unit.instructions.all(),
        await unit.actions.summary(WHOLE, MOMENT),
    ]


async def behind(unit: UnitOfWork, account: Account) -> Person | None:
    try:
        return await unit.people.behind(account)
    except UnknownPerson:
        return None


async def seen(open_unit: OpenUnit, home: str) -> Sequence[object]:
    async with open_unit(home) as unit:
        return await everything(unit)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_what_another_process_changes_is_seen_at_once(
    engine: AsyncEngine, home: str, change: Act
) -> None:
    ours, theirs = keep_in(engine), keep_in(engine)
    await furnish(ours, home)
    before = await seen(ours, home)
    assert await seen(ours, home) == before
    async with theirs(home) as unit:
        await change(unit)
        await unit.commit()
    after = await seen(ours, home)
    assert after != before
    assert after == await seen(keep_in(engine), home)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_what_is_not_committed_is_seen_by_its_author_alone(
    open_unit: OpenUnit, home: str, change: Act
) -> None:
    await furnish(open_unit, home)
    before = await seen(open_unit, home)
    async with open_unit(home) as unit:
        await change(unit)
        assert await everything(unit) != before
        assert await seen(open_unit, home) == before
    assert await seen(open_unit, home) == before


async def test_who_waited_for_their_turn_sees_what_was_done_meanwhile(
    engine: AsyncEngine, home: str
) -> None:
    ours, theirs = keep_in(engine), keep_in(engine)
    await furnish(ours, home)
    async with ours(home) as unit:
        await everything(unit)
        async with theirs(home) as other:
            await other.people.add_post("Harbour Master")
            await other.commit()
        await claim(unit, "turn")
        assert (await unit.people.directory()).posts == ("Harbour Master",)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    actions=plans_of_actions(),
    drawn=st.lists(states, min_size=30, max_size=30),
    hours=st.lists(st.integers(-24 * 70, 24 * 70), min_size=1, max_size=6),
)
async def test_a_summary_that_is_kept_moves_on_with_the_time(
    open_unit: OpenUnit,
    home: str,
    actions: list[Action],
    drawn: list[ActionState],
    hours: list[int],
) -> None:
    workspace = f"{home} {next(_times)}"
    plan = a_plan(read_at=NOW - timedelta(days=25))
    async with open_unit(workspace) as unit:
        await unit.plans.put(plan)
        await unit.actions.put("harbour", actions)
        for action, state in zip(actions, drawn, strict=False):
            await unit.actions.settle("harbour", action.ref, state)
        tracked = await unit.actions.within(WHOLE)
        await unit.commit()
    for each in hours:
        moment = Moment(now=NOW + timedelta(hours=each), today=TODAY)
        async with open_unit(workspace) as unit:
            found = await unit.actions.summary(WHOLE, moment)
        assert found == summarise(tracked, moment, plan.period, plan.read_at)


async def test_no_more_is_kept_than_there_is_room_for() -> None:
    remembered, read = Remembered(most=2), []

    async def reading() -> int:
        read.append(1)
        return len(read)

    for name in ("a", "b", "a", "c", "a", "b"):
        await remembered.recall(name, ("mark",), reading)
    assert len(read) == 4
