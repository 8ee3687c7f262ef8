"""Two plans in one workspace: one message a day over both, answered where it belongs."""

from datetime import time, timedelta

import pytest

from bot.console.render import choices, to_text
from domain.conversation import Address, Request
from domain.events import ActionState
from domain.hours import opens
from domain.instructions import Pause
from domain.people import LONDON, Account
from domain.work import Status
from handlers.reception import answer
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.builders import a_plan
from tests.fakes import FakeMessenger
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action, in_days

TIDE = a_plan(key="tide", title="Tide plan", sections=PLAN.sections, read_at=PLAN.read_at)


async def two_plans() -> Quay:
    """Both have an action 1.1; only the tide has a 5.4, and only the harbour a 2.2."""
    quay = await Quay.with_actions(an_open_action("1.1", -4), an_open_action("2.2", 2))
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.plans.put(TIDE)
        tide = [an_open_action("1.1", 0, text="Count"), an_open_action("5.4", 7, text="Weigh")]
        await unit.actions.put("tide", tide)
        await unit.commit()
    return quay


async def say(quay: Quay, text: str, *about: str, who: str = "nia") -> str:
    request = Request(
        id=f"{quay.clock.now().isoformat()} {text}",
        workspace=WORKSPACE,
        account=Account(platform="fake", workspace=WORKSPACE, user=who),
        address=Address(platform="fake", workspace=WORKSPACE, conversation=who),
        text=text,
        about=about,
    )
    reply = await answer(request, quay.open_unit, quay.clock)
    assert reply is not None
    return " ".join(to_text(reply).split())


async def state(quay: Quay, plan: str, ref: str) -> ActionState:
    async with quay.open_unit(WORKSPACE) as unit:
        return (await unit.actions.get(plan, ref)).state


async def buttons(quay: Quay) -> dict[str, str]:
    """What each button of the last message says, by its label."""
    reply = (await quay.written())[-1].reply
    labels = [each.label for part in reply.parts if hasattr(part, "said") for each in part.said]
    return dict(zip(labels, choices(reply), strict=True))


async def test_all_of_both_comes_in_one_message_most_urgent_first():
    quay = await two_plans()
    await quay.play(range(2))

    assert await quay.days() == {0: ("harbour::1.1", "tide::1.1", "harbour::2.2", "tide::5.4")}
    told = await quay.text()
    assert "Four things on the plan need a word from you." in told
    assert "2. ○ 1.1 Count: no word yet, due today (Mon 12 May) Tide plan · nothing" in told


async def test_a_line_is_answered_by_its_number_in_its_own_plan():
    quay = await two_plans()
    await quay.play([0])
    about = (await quay.days())[0]

    await say(quay, "1 on track, 2 done, 4 will be late, end of June, the scales broke", *about)
    assert (await state(quay, "harbour", "1.1")).status is Status.ON_TRACK
    assert (await state(quay, "tide", "1.1")).status is Status.COMPLETE
    assert (await state(quay, "tide", "5.4")).forecast == in_days(49)
    assert (await state(quay, "harbour", "2.2")).at is None


async def test_a_number_that_only_one_of_them_has_is_meant_there():
    quay = await two_plans()
    await quay.play([0])
    await say(quay, "5.4 done", *(await quay.days())[0])

    assert (await state(quay, "tide", "5.4")).status is Status.COMPLETE


async def test_a_number_that_both_have_is_asked_about():
    quay = await two_plans()
    await quay.play([0])

    assert "Which plan do you mean?" in await say(quay, "1.1 done", *(await quay.days())[0])
    assert (await state(quay, "harbour", "1.1")).at is None
    assert (await state(quay, "tide", "1.1")).at is None


@pytest.mark.parametrize("later", [0, 40])
async def test_a_button_means_its_own_plan_for_ever(later: int):
    quay = await two_plans()
    await quay.play([0])
    says = [said for said in choices((await quay.written())[-1].reply) if "1.1 complete" in said]
    assert says == ["harbour: 1.1 complete", "tide: 1.1 complete"]

    await quay.play([later]) if later else None
    await say(quay, says[1])
    assert (await state(quay, "tide", "1.1")).status is Status.COMPLETE
    assert (await state(quay, "tide", "1.1")).words == "1.1 complete"
    assert (await state(quay, "harbour", "1.1")).status is None


async def test_the_buttons_of_the_whole_message_are_about_both_plans():
    quay = await two_plans()
    await quay.play([0])
    said = await buttons(quay)

    why = await say(quay, said["Why am I asked?"])
    assert why.count("Why I wrote to you:") == 2
    await say(quay, said["Ask me tomorrow"])
    for plan, ref in (("harbour", "1.1"), ("tide", "1.1"), ("tide", "5.4")):
        assert (await state(quay, plan, ref)).snoozed_until == in_days(1)


async def test_what_is_due_in_the_other_plan_is_not_held_back_by_what_is_late_in_this():
    quay = await two_plans()
    await quay.play(range(8))

    assert [day for day, about in (await quay.days()).items() if "tide::5.4" in about] == [0, 7]


async def test_what_one_answer_held_back_asks_about_the_rest_of_both_plans_the_same_day():
    quay = await two_plans()
    await quay.play([0], time(9, 15))
    quay.clock.moment += timedelta(minutes=5)
    await say(quay, "tide: 1.1 on track")  # before it could be delivered
    quay.clock.moment = opens(in_days(0), time(11), LONDON)
    messenger = FakeMessenger()
    sending = Sending(quay.open_unit, {"fake": messenger}, quay.clock, lambda: 0.5)
    await send_due(sending, WORKSPACE)
    assert messenger.sent == []

    await quay.play([0], time(11, 1))
    assert await quay.days() == {0: ("harbour::1.1", "harbour::2.2", "tide::5.4")}


async def test_a_plan_that_is_paused_is_left_out_of_the_message():
    quay = await two_plans()
    await quay.order(Pause(), "tide")
    await quay.play([0])

    assert await quay.days() == {0: ("harbour::1.1", "harbour::2.2")}
