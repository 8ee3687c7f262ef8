"""Who is asked about an action, and when, is arranged in words."""

from datetime import date

import pytest

from tests.conversations.conftest import Harbour, settled


async def owners(harbour: Harbour, ref: str) -> tuple[str, ...]:
    async with harbour.open_unit(harbour.workspace) as unit:
        return (await unit.actions.get("harbour", ref)).action.owners


async def test_an_action_is_left_in_peace_until_a_day(harbour: Harbour):
    reply = await settled(harbour, "ask me about 7.3 again on 26 May")

    assert "I will not ask about 7.3 again before Mon 26 May." in reply
    assert (await harbour.state("7.3")).snoozed_until == date(2031, 5, 26)


@pytest.mark.parametrize("answer", ["26 May", "oh, I meant 26 May"])
async def test_an_impossible_day_is_asked_about_and_answered_by_a_day(
    harbour: Harbour, answer: str
):
    asked = await harbour.say("ask me about 7.3 on 40 May")
    assert "On which day shall I ask about 7.3? (That day does not exist.)" in asked
    assert (await harbour.state("7.3")).snoozed_until is None

    again = await harbour.say("31 June")
    assert "On which day shall I ask about 7.3? (That day does not exist.)" in again

    reply = await harbour.say(answer)
    assert "I will not ask about 7.3 again before Mon 26 May." in reply
    assert (await harbour.state("7.3")).snoozed_until == date(2031, 5, 26)
    assert "not waiting for an answer" in await harbour.say("yes")


async def test_an_impossible_day_is_put_right_by_a_button(harbour: Harbour):
    await harbour.say("ask me about 7.3 on 40 May")
    assert "I will not ask about 7.3 again before" in await harbour.press(2)


async def test_news_after_the_question_on_which_day_to_ask_is_news(harbour: Harbour):
    await harbour.say("ask me about 7.3 on 40 May")
    assert "Recorded" in await harbour.say("7.3 complete")


async def test_all_of_a_message_is_put_off_in_one_sentence_and_taken_back_at_once(
    harbour: Harbour,
):
    heard = await harbour.ask("ask me about 7.2 and 7.3 tomorrow")

    assert heard is not None
    assert heard.summary == "I will not ask about 7.2 and 7.3 again before Thu 15 May."
    assert (await harbour.state("7.2")).snoozed_until == date(2031, 5, 15)
    assert (await harbour.state("7.3")).snoozed_until == date(2031, 5, 15)
    await harbour.press(1)
    assert (await harbour.state("7.2")).snoozed_until is None
    assert (await harbour.state("7.3")).snoozed_until is None


async def test_a_wish_to_be_asked_later_is_no_word_about_the_action(harbour: Harbour):
    await settled(harbour, "7.3 on track, lamps are in")
    await settled(harbour, "ask me about 7.3 again on 26 May")

    assert (await harbour.state("7.3")).words == "7.3 on track, lamps are in"


async def test_whose_it_is_said_to_be_is_noted_and_stands_on_the_administrators_list(
    harbour: Harbour,
):
    reply = await settled(harbour, "7.3 is Sam Tarn's now")

    assert "It stays on the plan as it is until Kit Wren changes it." in reply
    assert (await harbour.state("7.3")).handed_to == "Sam Tarn"
    assert await owners(harbour, "7.3") == ("Nia Quill",)
    listed = await settled(harbour, "what needs an administrator?", "kit")
    assert "its owner says that it is Sam Tarn’s now" in listed
    assert "“7.3 is Sam Tarn's now” (Nia Quill, 14 May)" in listed


async def test_an_administrator_hands_an_action_on_and_takes_it_back(harbour: Harbour):
    await settled(harbour, "7.3 is Sam Tarn's now")
    reply = await settled(harbour, "7.3 is Sam Tarn's now", "kit")

    assert "7.3 is Sam Tarn’s from now on." in reply
    assert await owners(harbour, "7.3") == ("Sam Tarn",)
    assert not (await harbour.state("7.3")).disowned
    assert "Recorded" in await settled(harbour, "7.3 on track", "sam")
    await settled(harbour, "undo", "kit")
    assert await owners(harbour, "7.3") == ("Nia Quill",)


async def test_an_action_is_not_handed_to_somebody_nobody_knows(harbour: Harbour):
    reply = await settled(harbour, "7.3 is Ezra Finch's now", "kit")

    assert "I know nobody called Ezra Finch" in reply
    assert "so 7.3 stays as it is" in reply
    assert await owners(harbour, "7.3") == ("Nia Quill",)


async def test_not_mine_is_noted_and_stays_until_somebody_has_it(harbour: Harbour):
    reply = await settled(harbour, "7.3 is not mine")

    assert "Noted: you say that 7.3 is not yours." in reply
    assert "7.3" in await harbour.say("what's mine?")
    assert "its owner says that it is not theirs" in await settled(
        harbour, "what needs an administrator?", "kit"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ask me at 8:30", "From now on I will write to you at 08:30."),
        ("message me at 2pm please", "From now on I will write to you at 14:00."),
        ("I work Monday to Wednesday", "on Monday, Tuesday and Wednesday only"),
        ("I don't work Fridays", "on Monday, Tuesday, Wednesday and Thursday only"),
        ("I work mon, wed and thu.", "on Monday, Wednesday and Thursday only"),
    ],
)
async def test_an_officer_says_when_to_be_asked(harbour: Harbour, said: str, told: str):
    assert told in await settled(harbour, said)

    async with harbour.open_unit(harbour.workspace) as unit:
        [instruction] = await unit.instructions.all()
    assert (instruction.by, instruction.words) == ("nia", said)


@pytest.mark.parametrize(
    "said", ["I work hard", "ask me at 25:00", "I don't work", "we are closed", "why not"]
)
async def test_what_only_sounds_like_an_order_is_none(harbour: Harbour, said: str):
    await harbour.say(said)

    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []
