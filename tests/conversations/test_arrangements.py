"""Who is asked about an action, and when, is arranged in words."""

from datetime import date

import pytest

from domain.hours import NEVER
from domain.people import Leave, PartnershipGroup
from handlers.help import ADMINISTERING, CHAIRING, PAUSING
from tests.conversations.conftest import Harbour, settled


async def owners(harbour: Harbour, ref: str) -> tuple[str, ...]:
    async with harbour.open_unit(harbour.workspace) as unit:
        return (await unit.actions.get("harbour", ref)).action.owners


async def awake(harbour: Harbour) -> set[str]:
    async with harbour.open_unit(harbour.workspace) as unit:
        found = await unit.actions.awake(harbour.clock.now(), 100)
        return {tracked.action.ref for _, tracked in found}


async def put_to_sleep(harbour: Harbour) -> None:
    async with harbour.open_unit(harbour.workspace) as unit:
        refs = [tracked.action.ref for _, tracked in await unit.actions.awake(NEVER, 100)]
        await unit.actions.wake("harbour", dict.fromkeys(refs, NEVER))
        await unit.commit()


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


@pytest.mark.parametrize("said", ["I'm back", "I am back from leave", "i'm back at work now."])
async def test_who_is_back_early_is_asked_again(harbour: Harbour, said: str):
    await settled(harbour, "on leave until 3 June, Sam Tarn is covering")
    await put_to_sleep(harbour)
    harbour.later(days=3)

    assert "Welcome back. I will ask you" in await settled(harbour, said)
    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert leave.end == date(2031, 5, 16)
    assert await awake(harbour) == {"7.1", "7.2", "7.3"}


async def test_who_was_not_away_is_told_so(harbour: Harbour):
    assert "I did not have you down as away" in await settled(harbour, "I'm back")


async def test_a_plan_is_paused_for_a_length_of_time(harbour: Harbour):
    told = await settled(harbour, "pause the plan for two weeks", "kit")

    assert "I will ask nobody about it before Wed 28 May." in told


async def test_a_pause_until_a_day_that_has_just_passed_is_asked_about(harbour: Harbour):
    asked = " ".join((await harbour.say("pause the plan until 1 May", "kit")).split())

    assert "Did I read this right? the plan is paused until Sat 1 May 2032." in asked
    async with harbour.open_unit(harbour.workspace) as unit:
        assert await unit.instructions.all() == []
    assert "before Sat 1 May 2032" in await harbour.press(1, "kit")


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


async def test_cover_by_somebody_unknown_is_said(harbour: Harbour):
    reply = await settled(harbour, "on leave until 3 June, Ezra Finch is covering")

    assert "You are away until Tue 3 June." in reply
    assert "nobody called Ezra Finch" in reply


async def test_leave_is_kept_with_its_words_and_has_ones_actions_looked_at(harbour: Harbour):
    await put_to_sleep(harbour)
    await settled(harbour, "on leave until 3 June, Sam Tarn is covering")

    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert leave == Leave(
        person="nia",
        start=date(2031, 5, 14),
        end=date(2031, 6, 3),
        delegate="sam",
        words="on leave until 3 June, Sam Tarn is covering",
    )
    assert await awake(harbour) == {"7.1", "7.2", "7.3"}


async def test_recurring_work_is_complete_for_its_occurrence_and_goes_on(harbour: Harbour):
    reply = await settled(harbour, "9.1 complete", "sam")

    assert "“April to June 2031” complete, thank you" in reply
    state = await harbour.state("9.1")
    assert state.done == {"April to June 2031"}
    assert state.status is None


async def test_recurring_work_is_complete_for_the_period_that_is_named(harbour: Harbour):
    reply = await settled(harbour, "9.1 done for Q2", "sam")

    assert "“July to September 2031” complete, thank you" in reply
    assert (await harbour.state("9.1")).done == {"July to September 2031"}


async def test_a_period_that_the_plan_does_not_have_is_asked_about(harbour: Harbour):
    assert "Which period of 9.1 is complete?" in await harbour.say("9.1 done for 2029", "sam")
    assert (await harbour.state("9.1")).done == frozenset()
    assert "“April to June 2031” complete, thank you" in await harbour.press(1, "sam")


async def test_what_is_confirmed_of_recurring_work_names_its_period(harbour: Harbour):
    reply = await harbour.say("9.1 I think it's done", "sam")

    assert "9.1 “April to June 2031” complete" in reply


async def test_a_stage_is_reached_by_the_name_the_plan_gives_it(harbour: Harbour):
    reply = await settled(harbour, "8.2 “Survey” reached", "sam")

    assert "“Survey” complete, thank you" in reply
    assert (await harbour.state("8.2")).done == {"Survey"}


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


async def test_help_offers_a_chair_nothing_that_is_not_theirs(harbour: Harbour):
    theirs = await settled(harbour, "help", "bo")

    assert "open a round" in theirs
    for said in ("pause the plan", "restrict the plan", "council is closed", "import"):
        assert said not in theirs
        assert said in await settled(harbour, "help", "kit")


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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "I am on leave until 3 June",
            "You are away until Tue 3 June. I will not ask you anything then",
        ),
        (
            "I am on leave from 2 June until 6 June",
            "You are away from Mon 2 June to Fri 6 June. I will not ask you anything then",
        ),
        ("I am on leave on 2 June", "You are away on Mon 2 June. I will not ask you anything then"),
    ],
)
async def test_leave_is_repeated_with_its_days(harbour: Harbour, said: str, told: str):
    assert told in await settled(harbour, said)


async def test_the_council_closes_and_all_is_looked_at_again(harbour: Harbour):
    await put_to_sleep(harbour)
    told = await settled(harbour, "the council is closed from 24 December to 31 December", "kit")

    assert "Closed from Wed 24 December to Wed 31 December" in told
    assert len(await awake(harbour)) == 5


@pytest.mark.parametrize(
    "said",
    [
        "Sam Tarn answers for me until 3 June",
        "Sam Tarn will cover for me until 3 June.",
        "Sam Tarn is standing in for me to 3 June",
    ],
)
async def test_somebody_else_answers_without_a_word_about_leave(harbour: Harbour, said: str):
    assert "Sam Tarn may answer for your actions until then" in await settled(harbour, said)

    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert (leave.person, leave.end, leave.delegate) == ("nia", date(2031, 6, 3), "sam")


async def test_cover_in_the_news_of_an_action_is_no_leave(harbour: Harbour):
    await settled(harbour, "7.3 on track, Sam Tarn covers for me on Tuesdays")

    async with harbour.open_unit(harbour.workspace) as unit:
        assert (await unit.people.directory()).leave == ()


EXAMPLES = [each for _, told in (*CHAIRING, *PAUSING, *ADMINISTERING) for each in told.split(" · ")]


NAMES = {"first": "7.3", "section": "feeling-safe", "group": "harbour"}


@pytest.mark.parametrize("said", EXAMPLES)
async def test_what_help_offers_is_understood(harbour: Harbour, said: str):
    reply = await settled(harbour, said.format(**NAMES), "kit")

    assert "Nothing to record" not in reply
    assert "Which" not in reply
