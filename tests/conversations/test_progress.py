"""Officers say how their actions are going, and what they say is on the record or asked about."""

from datetime import date

import pytest

from domain.conversation import LONGEST_MESSAGE
from domain.ports import UnitOfWork
from domain.problems import StoreUnavailable
from domain.work import Due, DueKind, Milestone, Status
from tests.builders import an_action
from tests.conversations.conftest import Harbour, settled


async def test_a_plain_word_is_recorded_with_the_officers_words(harbour: Harbour):
    reply = await harbour.say("7.3 on track, lamps tested last week")

    assert "7.3 Switch on the second row: on track" in reply
    assert "lamps tested last week" in reply
    assert "you said" in reply
    assert "Fri 30 May" in reply
    state = await harbour.state("7.3")
    assert state.status is Status.ON_TRACK
    assert state.by == "Nia Quill"


async def test_one_sentence_about_several_actions_becomes_several_records(harbour: Harbour):
    reply = await harbour.say("7.2 complete, 7.3 slipping to end of June, waiting on Finance")

    assert reply.startswith("Recorded 2:")
    assert "7.2 Train the keepers: complete" in reply
    assert "thank you" in reply
    assert "now Mon 30 June, 31 days after its first date (1st move)" in reply
    assert (await harbour.state("7.2")).status is Status.COMPLETE
    assert (await harbour.state("7.3")).forecast == date(2031, 6, 30)


async def test_undo_takes_back_all_that_the_last_message_changed(harbour: Harbour):
    before = [await harbour.state("7.2"), await harbour.state("7.3")]
    await harbour.say("7.2 complete, 7.3 delayed to end of June")
    reply = await harbour.say("undo")

    assert "Taken back 2:" in reply and "7.2" in reply and "7.3" in reply
    assert [await harbour.state("7.2"), await harbour.state("7.3")] == before


async def test_the_undo_button_takes_back_just_what_it_stood_under(harbour: Harbour):
    await harbour.say("7.3 at risk")
    undo = harbour.shown[0]
    await harbour.say("7.2 complete")
    await harbour.say(undo)

    assert (await harbour.state("7.3")).status is None
    assert (await harbour.state("7.2")).status is Status.COMPLETE


async def test_an_undo_can_be_undone_and_history_keeps_all_of_it(harbour: Harbour):
    await harbour.say("7.3 at risk, lamps are stuck in customs")
    await harbour.say("undo")
    await harbour.press(1)

    assert (await harbour.state("7.3")).status is Status.AT_RISK
    history = await harbour.say("history of 7.3")
    assert history.count("lamps are stuck in customs") >= 1
    assert "took it back" in history


async def test_undo_pressed_twice_takes_back_once_so_that_it_can_be_put_right(harbour: Harbour):
    await harbour.say("7.3 at risk")
    undo = harbour.shown[0]
    await harbour.say(undo)
    put_back = harbour.shown[0]

    assert await harbour.say(undo) == "There is nothing of yours to take back."
    assert await harbour.events("7.3") == 2
    await harbour.say(put_back)
    assert (await harbour.state("7.3")).status is Status.AT_RISK


async def test_with_nothing_said_there_is_nothing_to_undo(harbour: Harbour):
    assert await harbour.say("undo") == "There is nothing of yours to take back."


async def test_nobody_undoes_what_somebody_else_said(harbour: Harbour):
    await harbour.say("7.3 at risk")
    undo = harbour.shown[0]
    reply = await harbour.say(undo, who="sam")

    assert "nothing of yours" in reply
    assert (await harbour.state("7.3")).status is Status.AT_RISK


async def test_what_is_not_sure_is_asked_before_it_is_recorded(harbour: Harbour):
    reply = await harbour.say("I think 7.3 is done, will double check")

    assert reply.startswith("Did I read this right? 7.3 complete.")
    assert "“I think 7.3 is done, will double check”" in " ".join(reply.split())
    assert (await harbour.state("7.3")).status is None

    reply = await harbour.press(1)
    assert "7.3 Switch on the second row: complete" in reply
    state = await harbour.state("7.3")
    assert state.status is Status.COMPLETE
    assert "will double check" in state.words


async def test_yes_in_words_answers_the_last_question_once(harbour: Harbour):
    await harbour.say("I think 7.3 is done, will double check")
    await harbour.say("yes")

    assert (await harbour.state("7.3")).status is Status.COMPLETE
    assert "not waiting for an answer" in await harbour.say("yes")
    assert await harbour.events("7.3") == 1


async def test_after_no_nothing_is_recorded(harbour: Harbour):
    await harbour.say("I think 7.3 is done, will double check")
    reply = await harbour.say("no")

    assert "Nothing was recorded" in reply
    assert await harbour.events("7.3") == 0


async def test_nobody_answers_a_question_that_somebody_else_was_asked(harbour: Harbour):
    await harbour.say("I think 7.3 is done, will double check")
    yes = harbour.shown[0]
    reply = await harbour.say(yes, who="sam")

    assert "not waiting for an answer" in reply
    assert await harbour.events("7.3") == 0


async def test_the_dates_in_a_reply_count_every_move(harbour: Harbour):
    await harbour.say("7.3 delayed to end of June")
    harbour.later(days=3)
    reply = await harbour.say("7.3 delayed to 11 July, no crane")

    assert "now Fri 11 July, 42 days after its first date (2nd move)" in " ".join(reply.split())


async def test_a_share_of_what_nobody_had_spoken_of_is_under_way_and_shown(harbour: Harbour):
    reply = await harbour.say("7.3 40%")

    assert reply.startswith("Recorded: 7.3 in progress, 40 %.")
    assert (await harbour.state("7.3")).status is Status.IN_PROGRESS
    assert "7.3 is in progress, 40 %." in await harbour.say("status 7.3")


async def test_a_share_of_what_is_complete_opens_it_again_only_on_a_yes(harbour: Harbour):
    reply = await harbour.say("7.1 50%")

    assert reply.startswith("Did I read this right? 7.1 in progress, 50 %.")
    assert (await harbour.state("7.1")).status is Status.COMPLETE

    reply = await harbour.press(1)
    assert "was: complete" in reply
    state = await harbour.state("7.1")
    assert (state.status, state.percent) == (Status.IN_PROGRESS, 50)


async def test_a_day_for_what_is_complete_opens_it_again_only_on_a_yes(harbour: Harbour):
    reply = await harbour.say("7.1 end of June")

    assert reply.startswith("Did I read this right? 7.1 ")
    state = await harbour.state("7.1")
    assert (state.status, state.forecast) == (Status.COMPLETE, None)

    await harbour.press(1)
    state = await harbour.state("7.1")
    assert state.status is not Status.COMPLETE
    assert state.forecast == date(2031, 6, 30)


async def test_nothing_of_it_done_is_a_share_too(harbour: Harbour):
    assert (await harbour.say("7.3 0%")).startswith("Recorded: 7.3 not started, 0 %.")


async def test_a_message_that_meets_an_outage_is_not_taken_and_acts_when_it_comes_again(
    harbour: Harbour,
):
    works, outages = harbour.open_unit, iter([True])

    def breaks_once(workspace: str) -> UnitOfWork:
        if next(outages, False):
            raise StoreUnavailable("The database is locked.")
        return works(workspace)

    harbour.open_unit = breaks_once
    with pytest.raises(StoreUnavailable):
        await harbour.ask("7.3 on track", id="same")
    await harbour.ask("7.3 on track", id="same")

    assert (await harbour.state("7.3")).status is Status.ON_TRACK


async def test_a_redelivered_message_acts_once(harbour: Harbour):
    assert await harbour.ask("7.3 on track", id="same")
    assert await harbour.ask("7.3 on track", id="same") is None
    assert await harbour.events("7.3") == 1


async def test_a_redelivered_message_is_explained_once(harbour: Harbour):
    assert await harbour.ask("undo", id="same")
    assert await harbour.ask("undo", id="same") is None


async def test_under_a_reminder_the_action_needs_no_number(harbour: Harbour):
    await harbour.say("on track", about=["7.3"])

    assert (await harbour.state("7.3")).status is Status.ON_TRACK


async def test_a_message_that_is_too_long_is_refused_in_a_sentence_and_kept_out(harbour: Harbour):
    reply = await harbour.say("7.3 on track " + "x" * LONGEST_MESSAGE)

    assert "10,013 characters" in reply
    assert await harbour.events("7.3") == 0


async def test_control_characters_and_direction_marks_do_no_harm(harbour: Harbour):
    reply = await harbour.say("\u202e7.3\x00 on track\u202c \ud800 👍")

    assert "7.3" in reply
    assert "\u202e" not in reply and "\x00" not in reply


async def test_chatter_records_nothing(harbour: Harbour):
    reply = await harbour.say("cheers")

    assert "Nothing to record" in reply


@pytest.mark.parametrize("said", ["7.3 red, everything else green", "all of mine on track"])
async def test_what_is_complete_is_not_opened_again_by_a_word_about_the_rest(
    harbour: Harbour, said: str
):
    reply = await harbour.say(said)
    assert "7.2 on track" in reply
    assert "7.1" not in reply


async def test_the_delay_of_a_stage_stays_with_the_stage(harbour: Harbour):
    stages = (
        Milestone(label="Stage 1", end=date(2031, 6, 30)),
        Milestone(label="Stage 2", end=date(2031, 9, 30)),
    )
    due = Due(kind=DueKind.BY, end=date(2031, 9, 30), milestones=stages)
    staged = an_action(ref="7.4", text="Paint the piers", due=due, status=Status.ON_TRACK)
    async with harbour.open_unit(harbour.workspace) as unit:
        await unit.actions.put("harbour", [staged])
        await unit.commit()
    before = await harbour.state("7.4")

    asked = await harbour.say("7.4 stage 1 will be late, 31 July")
    assert "7.4 stage “Stage 1” delayed, expected Thu 31 July" in asked
    reply = await harbour.press(1)

    assert "Recorded: 7.4 “Stage 1” will be late." in reply
    assert "now Thu 31 July, was Mon 30 June" in reply
    state = await harbour.state("7.4")
    assert (state.status, state.forecast, state.moves) == (Status.ON_TRACK, None, 0)
    assert state.put_off_to("Stage 1") == date(2031, 7, 31)
    assert "Stage 1, 30 June (now 31 July); Stage 2, 30 September" in await harbour.say(
        "status 7.4"
    )
    assert "“Stage 1” will be late, now Thu 31 July" in await harbour.say("history of 7.4")
    await harbour.say("undo")
    assert await harbour.state("7.4") == before


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
