"""A plan changes between two messages: no answer goes by what it was, whoever changed it.

Two of them answer from one store, as two replicas do, and both have spoken of the plan before.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.clock import SetClock
from domain.events import ActionState
from domain.people import Holding, Leave, Person
from domain.ports import OpenUnit
from domain.work import Action, Status
from handlers.intake import File, consider, take_in
from handlers.known_plans import KnownPlans
from handlers.taking_back import last_reading, take_back
from plans.document import PlanDocument
from tests.builders import an_action
from tests.conversations.conftest import ACTIONS, PLAN, START, Harbour, settle

BUOYS = an_action(
    ref="7.4", group="7. Light the quay", text="Paint the buoys", owners=("Nia Quill",)
)


@pytest.fixture
async def replicas(harbour: Harbour) -> tuple[Harbour, Harbour]:
    """Two that have answered before; their messages have names of their own."""
    other = Harbour(harbour.open_unit, SetClock(START), harbour.workspace)
    for each, number in ((harbour, 100), (other, 200)):
        each.number_from(number)
        await each.say("7.3 on track")
    return harbour, other


async def _read(harbour: Harbour, actions: Sequence[Action]) -> None:
    document = PlanDocument(title=PLAN.title, sections=PLAN.sections, actions=tuple(actions))
    file = File(name="plan.csv", digest="".join(each.ref + each.text for each in actions))
    async with harbour.open_unit(harbour.workspace) as unit:
        await take_in(await consider(file, document, unit, PLAN.key), unit, START)
        await unit.commit()


async def test_an_action_that_was_read_in_is_known_at_once(
    replicas: tuple[Harbour, Harbour],
) -> None:
    for each in replicas:
        assert "7.4" not in await each.say("the buoys are delayed")
    await _read(replicas[0], [*ACTIONS, BUOYS])
    for each in replicas:
        assert "Recorded: 7.4" in await each.say("7.4 delayed")
        assert "7.4" in await each.say("paint the buoys: delayed")


async def test_a_reading_that_was_taken_back_and_another_leave_no_trace(
    replicas: tuple[Harbour, Harbour],
) -> None:
    await _read(replicas[0], ACTIONS)
    await _read(replicas[0], [*ACTIONS, BUOYS])
    for each in replicas:
        assert "Recorded: 7.4" in await each.say("7.4 on track")
    async with replicas[0].open_unit(replicas[0].workspace) as unit:
        await take_back(await last_reading(unit), unit, START)
        await unit.commit()
    lamps = BUOYS.model_copy(update={"ref": "7.9", "text": "Polish the lenses"})
    await _read(replicas[1], [*ACTIONS, lamps])
    for each in replicas:
        assert "Recorded: 7.9" in await each.say("7.9 delayed")
        assert "7.9" in await each.say("polish the lenses: at risk")


async def test_an_action_that_was_handed_over_is_the_new_owners_alone(
    replicas: tuple[Harbour, Harbour],
) -> None:
    moved = ACTIONS[2].model_copy(update={"owners": ("Sam Tarn",)})
    async with replicas[1].open_unit(replicas[1].workspace) as unit:
        await unit.actions.put(PLAN.key, [moved])
        await unit.commit()
    for each in replicas:
        assert "Recorded" not in await each.say("7.3 delayed")
        assert "Recorded: 7.3" in await each.say("7.3 delayed", who="sam")


async def test_who_is_away_holds_a_post_or_is_new_counts_at_once(
    replicas: tuple[Harbour, Harbour],
) -> None:
    for each in replicas:
        assert "Recorded" not in await each.say("8.2 at risk", who="nia")
    async with replicas[0].open_unit(replicas[0].workspace) as unit:
        await unit.people.put(Person(id="una", name="Una Sprat"))
        await unit.people.leave(
            Leave(person="sam", start=START.date(), end=date(2031, 6, 30), delegate="nia")
        )
        await unit.people.hold(Holding(post="Pool Keeper", person="nia"))
        await unit.commit()
    for each in replicas:
        assert "Recorded: 8.2" in await each.say("8.2 at risk", who="nia")
        assert "Recorded: 9.1" in await each.say("9.1 on track", who="nia")
        assert "Una Sprat" in await each.say("what has Una Sprat got?")


async def test_a_slip_counts_from_the_date_that_was_last_given(
    replicas: tuple[Harbour, Harbour],
) -> None:
    here, there = replicas
    await here.say("7.3 now 20 June")
    assert "27 June" in await there.say("7.3 will be a week late")
    assert "4 July" in await here.say("7.3 will be a week late")
    async with here.open_unit(here.workspace) as unit:
        state = ActionState(status=Status.DELAYED, forecast=date(2031, 8, 1))
        await unit.actions.settle(PLAN.key, "7.3", state)
        await unit.commit()
    assert "8 August" in await there.say("7.3 will be a week late")


async def test_two_workspaces_with_a_plan_of_one_name_never_meet(
    open_unit: OpenUnit, home: str
) -> None:
    """One answerer serves them both."""
    plans = KnownPlans()
    for place in ("here", "there"):
        await settle(open_unit, home + place)
    here, there = (
        Harbour(open_unit, SetClock(START), home + place, plans=plans)
        for place in ("here", "there")
    )
    await _read(here, [*ACTIONS, BUOYS])
    assert "Recorded: 7.4" in await here.say("7.4 delayed")
    assert "Recorded" not in await there.say("7.4 delayed")
    assert "Recorded: 7.4" in await here.say("7.4 complete")


async def test_what_was_let_go_is_read_again(open_unit: OpenUnit, home: str) -> None:
    """There is room for one of three plans only."""
    plans = KnownPlans(most=len(ACTIONS))
    harbours = []
    for number in range(3):
        await settle(open_unit, f"{home}{number}")
        harbours.append(Harbour(open_unit, SetClock(START), f"{home}{number}", plans=plans))
    for each in harbours * 2:
        assert "Recorded: 7.3" in await each.say("7.3 on track")
    assert plans.count == len(ACTIONS)
