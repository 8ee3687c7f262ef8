"""Two plans in one workspace: what is said lands in the plan it is about, or it is asked which."""

from datetime import date

import pytest

from bot.clock import SetClock
from domain.conversation import Kind
from domain.events import ActionState
from domain.ports import OpenUnit
from domain.work import Section, Status
from tests.builders import a_plan, an_action, an_outgoing, by
from tests.conversations.conftest import START, Harbour, settle

REEF = a_plan(
    key="reef",
    title="Reef plan",
    sections=(Section(name="Clean Water", slug="clean-water"),),
    read_at=START,
)


def of_the_reef(ref: str, owner: str, text: str = "Count the seals"):
    return an_action(
        ref=ref, section="Clean Water", text=text, due=by(date(2031, 6, 30)), owners=(owner,)
    )


@pytest.fixture
async def harbour(open_unit: OpenUnit, home: str) -> Harbour:
    await settle(open_unit, home)
    async with open_unit(home) as unit:
        await unit.plans.put(REEF)
        actions = [
            of_the_reef("7.3", "Nia Quill"),
            of_the_reef("8.2", "Nia Quill", "Clear the nets"),
            of_the_reef("R4", "Nia Quill", "Paint the buoys"),
        ]
        await unit.actions.put("reef", actions)
        await unit.commit()
    return Harbour(open_unit, SetClock(START), home)


async def state(harbour: Harbour, plan: str, ref: str) -> ActionState:
    async with harbour.open_unit(harbour.workspace) as unit:
        return (await unit.actions.get(plan, ref)).state


async def written_to(harbour: Harbour, plan: str, *about: str) -> None:
    message = an_outgoing(key=f"k {plan}", kind=Kind.REMINDER, to="nia", plan=plan, about=about)
    async with harbour.open_unit(harbour.workspace) as unit:
        await unit.outbox.put(message.model_copy(update={"day": START.date()}))
        await unit.commit()


async def test_a_number_that_two_plans_have_is_asked_about_and_nothing_is_recorded(
    harbour: Harbour,
):
    reply = await harbour.say("7.3 complete")

    assert "Which plan do you mean?" in reply
    assert "Reef plan" in reply
    assert (await state(harbour, "harbour", "7.3")).at is None
    assert (await state(harbour, "reef", "7.3")).at is None


@pytest.mark.parametrize(
    ("number", "plan", "other"), [(1, "harbour", "reef"), (2, "reef", "harbour")]
)
async def test_the_plan_that_is_chosen_is_the_one_it_is_recorded_in(
    harbour: Harbour, number: int, plan: str, other: str
):
    await harbour.say("7.3 complete, all of it")
    await harbour.press(number)

    assert (await state(harbour, plan, "7.3")).status is Status.COMPLETE
    assert (await state(harbour, plan, "7.3")).words == "7.3 complete, all of it"
    assert (await state(harbour, other, "7.3")).at is None


async def test_what_only_another_plan_has_is_recorded_there(harbour: Harbour):
    reply = await harbour.say("R4 on track")

    assert "Recorded" in reply
    assert (await state(harbour, "reef", "R4")).status is Status.ON_TRACK


async def test_a_number_that_is_theirs_in_one_plan_only_is_meant_there(harbour: Harbour):
    await harbour.say("8.2 on track")

    assert (await state(harbour, "reef", "8.2")).status is Status.ON_TRACK
    assert (await state(harbour, "harbour", "8.2")).at is None


@pytest.mark.parametrize(("plan", "other"), [("harbour", "reef"), ("reef", "harbour")])
async def test_an_answer_to_a_message_is_about_the_plan_of_that_message(
    harbour: Harbour, plan: str, other: str
):
    await written_to(harbour, plan, "7.3")
    await harbour.say("done", about=("7.3",))

    assert (await state(harbour, plan, "7.3")).status is Status.COMPLETE
    assert (await state(harbour, other, "7.3")).at is None


async def test_where_both_plans_asked_about_the_number_it_is_asked_which(harbour: Harbour):
    await written_to(harbour, "harbour", "7.3")
    await written_to(harbour, "reef", "7.3")
    reply = await harbour.say("done", about=("7.3",))

    assert "Which plan do you mean?" in reply
    await harbour.press(2)
    assert (await state(harbour, "reef", "7.3")).status is Status.COMPLETE
    assert (await state(harbour, "harbour", "7.3")).at is None


async def test_what_was_said_of_another_plan_is_taken_back_there(harbour: Harbour):
    await harbour.say("R4 complete")
    assert "Taken back. R4" in await harbour.say("undo")

    assert (await state(harbour, "reef", "R4")).status is None
