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


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("8.2 complete, 9.9 on track", "Reef plan has no 9.9."),
        ("harbour: I think 7.3 is done, R4 done", "Harbour Children's Plan has no R4."),
        ("harbour: 7.3 done, R4 done, 9.9 late", "Harbour Children's Plan has no 9.9 or R4."),
        ("harbour: R4 on track", "Harbour Children's Plan has no R4."),
    ],
)
async def test_what_the_plan_does_not_have_is_named_and_not_dropped(
    harbour: Harbour, said: str, reply: str
):
    answer = await harbour.say(said)

    assert reply in answer
    assert "Recorded" not in answer
    assert (await state(harbour, "reef", "R4")).at is None


async def test_what_one_plan_has_is_recorded_and_only_the_rest_is_asked_about(harbour: Harbour):
    reply = await harbour.say("7.3 done and R4 done")

    assert (await state(harbour, "reef", "R4")).status is Status.COMPLETE
    assert "Which plan do you mean? Each of these has 7.3." in reply
    await harbour.press(4)
    assert (await state(harbour, "reef", "7.3")).status is Status.COMPLETE
    assert (await state(harbour, "harbour", "7.3")).at is None


async def test_what_is_of_another_plan_is_recorded_there_and_missing_in_none(harbour: Harbour):
    reply = await harbour.say("8.2 late, 7.1 done")

    assert "has no 7.1" not in reply
    assert "I have not changed it" not in reply
    assert (await state(harbour, "harbour", "7.1")).status is Status.COMPLETE


async def test_somebody_elses_action_of_another_plan_is_not_dropped(harbour: Harbour):
    reply = await harbour.say("8.2 late, 9.1 done")

    assert "has no 9.1" not in reply
    assert "9.1 is Sam Tarn and Pool Keeper’s. I have not changed it." in reply


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


@pytest.mark.parametrize("name", ["reef", "Reef", "reef plan", REEF.title])
async def test_a_plan_may_be_called_by_its_title_or_a_word_of_its_own(harbour: Harbour, name: str):
    await harbour.say(f"{name}: 7.3 complete")

    assert (await state(harbour, "reef", "7.3")).status is Status.COMPLETE
    assert (await state(harbour, "harbour", "7.3")).at is None


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


async def test_what_is_undone_is_undone_in_its_own_plan(harbour: Harbour):
    await harbour.say("R4 on track")
    reply = await harbour.press(1)

    assert "Taken back. R4 is as it was before" in reply
    assert (await state(harbour, "reef", "R4")).status is None
    async with harbour.open_unit(harbour.workspace) as unit:
        assert [each.plan for each in await unit.events.about("reef", "R4")] == ["reef", "reef"]


async def test_the_buttons_of_an_answer_mean_its_plan(harbour: Harbour):
    await harbour.say("reef: 7.3 on track")

    assert harbour.shown[-1] == "reef: show 7.3"
    assert "Count the seals" in await harbour.press(len(harbour.shown))
    assert (await state(harbour, "harbour", "7.3")).at is None


async def test_ones_own_actions_are_those_of_both_plans(harbour: Harbour):
    reply = await harbour.say("what's mine?")

    assert "Harbour Children's Plan: You have 2 actions open." in " ".join(reply.split())
    assert "Reef plan: You have 3 actions open." in " ".join(reply.split())
    assert "Train the keepers" in reply
    assert "Paint the buoys" in reply


async def test_help_is_the_same_for_all_plans_and_given_once(harbour: Harbour):
    assert (await harbour.say("help")).count("Just tell me how your actions are going") == 1


async def test_how_the_plans_stand_is_told_of_each_under_its_own_name(harbour: Harbour):
    reply = " ".join((await harbour.say("status")).split())

    assert reply.startswith("Harbour Children's Plan on Wed 14 May: 5 actions, 1 late or delayed.")
    assert "Reef plan on Wed 14 May: 3 actions, none late or delayed. ○ 3" in reply


async def test_who_has_actions_in_one_plan_is_shown_that_one(harbour: Harbour):
    reply = await harbour.say("what's mine?", "sam")

    assert "Reef" not in reply
    assert reply.startswith("You have 2 actions open.")


@pytest.mark.parametrize(
    ("said", "shown", "hidden"),
    [
        ("show R4", "Paint the buoys", "Harbour Children"),
        ("status clean-water", "Clean Water on Wed 14 May: 3 actions", "Feeling"),
        ("status feeling-safe", "Feeling Safe on Wed 14 May: 4 actions", "Reef"),
        ("show 7.3", "Count the seals", "no action"),
        ("show 7.3", "Switch on the second row", "no action"),
        ("reef: what's overdue?", "Nothing is overdue", "Train the keepers"),
    ],
)
async def test_a_question_is_answered_by_the_plans_that_have_an_answer(
    harbour: Harbour, said: str, shown: str, hidden: str
):
    reply = await harbour.say(said)

    assert shown in reply
    assert hidden not in reply


async def test_what_is_told_of_a_plan_is_asked_about_until_it_is_plain_which(harbour: Harbour):
    assert "Which plan do you mean?" in await harbour.say("pause the plan", "kit")
    assert "Reef plan is paused" in await harbour.press(2, "kit")
    assert "I will ask about Reef plan again." in await harbour.press(1, "kit")
    assert "every 14 days" in await harbour.say("chase clean-water every 14 days", "kit")
    async with harbour.open_unit(harbour.workspace) as unit:
        assert {each.plan for each in await unit.instructions.all()} == {"reef"}


async def test_a_round_is_held_in_the_plan_that_has_the_part(harbour: Harbour):
    text = await harbour.say("open a round for clean-water, papers due 12 June", "kit")

    assert "The reporting round for Clean Water is set: 3 actions" in text


async def test_an_administrators_list_is_that_of_both_plans(harbour: Harbour):
    async with harbour.open_unit(harbour.workspace) as unit:
        await unit.actions.put("reef", [of_the_reef("R5", "Ezra Finch", "Mend the wall")])
        await unit.commit()
    reply = await harbour.say("what needs an administrator?", "kit")

    assert "nobody holds the post of Pool Keeper" not in reply  # Sam shares that action
    assert "Mend the wall" in reply
