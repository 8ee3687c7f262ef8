"""Plans are paused and days are closed by those who answer for them, and by nobody else."""

import pytest

from domain.people import PartnershipGroup
from tests.conversations.conftest import Harbour, awake, put_to_sleep, settled


async def test_a_plan_is_paused_for_a_length_of_time(harbour: Harbour):
    told = await settled(harbour, "pause the plan for two weeks", "kit")

    assert "I will ask nobody about it before Wed 28 May." in told


async def test_a_pause_until_a_day_that_has_just_passed_is_asked_about(harbour: Harbour):
    asked = " ".join((await harbour.say("pause the plan until 1 May", "kit")).split())

    assert "Did I read this right? the plan is paused until Sat 1 May 2032." in asked
    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []
    assert "before Sat 1 May 2032" in await harbour.press(1, "kit")


async def test_an_administrator_pauses_a_plan_and_resumes_it(harbour: Harbour):
    await put_to_sleep(harbour)
    told = await settled(harbour, "pause the plan until 1 June", "kit")

    assert "is paused: I will ask nobody about it before Sun 1 June." in told
    assert len(await awake(harbour)) == 5
    assert "I will ask about Harbour Children's Plan again." in await harbour.press(1, "kit")


@pytest.mark.parametrize(
    "said", ["pause the plan", "we are closed on 2 June", "chase weekly", "resume the plan"]
)
async def test_nobody_else_decides_for_all(harbour: Harbour, said: str):
    told = await settled(harbour, said)
    assert "Only" in told and "an administrator may" in told and "Ask Kit Wren." in told

    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []


OF_ALL = "the chair of all that it covers or an administrator"


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("pause the plan until 1 June", f"Only {OF_ALL} may pause Harbour Children’s Plan."),
        ("resume the plan", f"Only {OF_ALL} may resume Harbour Children’s Plan."),
        ("restrict the plan to its own people", "Only an administrator may say who may ask"),
        ("the council is closed on 2 June", "Only an administrator may say when the council is"),
        ("chase feeling-well weekly", "Only its own chair or an administrator may say how often"),
        ("give post Harbour Master to Bo Lark", "Only an administrator may say who is who."),
    ],
)
async def test_a_chair_is_told_whose_it_is_and_not_that_it_is_a_chairs(
    harbour: Harbour, said: str, whose: str
):
    told = (await settled(harbour, said, "bo")).replace("'", "’")

    assert whose in told and "Ask Kit Wren." in told
    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []


async def test_a_chair_of_the_board_pauses_the_plan(harbour: Harbour):
    async with harbour.open_unit(harbour.workspace) as unit:
        await unit.people.put_group(
            PartnershipGroup(name="Harbour Board", slug="harbour", board=True)
        )
        await unit.commit()

    told = await settled(harbour, "pause the plan until 1 June", "bo")

    assert "is paused: I will ask nobody about it before Sun 1 June." in told
    assert "pause the plan" in await harbour.say("help", "bo")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("we are closed from 26 to 29 May", "Closed from Mon 26 May to Thu 29 May"),
        ("the offices are closed 26-29 May", "Closed from Mon 26 May to Thu 29 May"),
        ("we are closed on 2 June", "Closed Mon 2 June"),
    ],
)
async def test_closed_days_are_said_as_people_say_them(harbour: Harbour, said: str, told: str):
    assert told in await settled(harbour, said, "kit")


@pytest.mark.parametrize(
    "said",
    [
        "chase every day",
        "chase feeling-safe every 3 days",
        "remind 1, 2, 3, 4, 5, 6, 7, 8 and 9 days ahead",
        "remind 400 days ahead",
        "tell the chair after 500 working days",
    ],
)
async def test_what_no_setting_allows_is_refused_with_what_can_be_set(harbour: Harbour, said: str):
    told = await settled(harbour, said, "kit")

    assert "That cannot be set, so nothing has changed. I remind at most 8 times ahead" in told
    assert "chase every 5 to 90 days" in told
    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []


async def test_the_council_closes_and_all_is_looked_at_again(harbour: Harbour):
    await put_to_sleep(harbour)
    told = await settled(harbour, "the council is closed from 24 December to 31 December", "kit")

    assert "Closed from Wed 24 December to Wed 31 December" in told
    assert len(await awake(harbour)) == 5
