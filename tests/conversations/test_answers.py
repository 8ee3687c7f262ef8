"""A question is answered in words as well as by its buttons."""

import pytest

from tests.conversations.conftest import Harbour


@pytest.mark.parametrize(
    ("said", "answer", "recorded"),
    [
        ("7.33 complete", "7.3", "Recorded: 7.3 complete"),
        ("7.33 complete", "the first", "Recorded: 7.3 complete"),
        ("7.33 complete", "no, 7.2", "Recorded: 7.2 complete"),
        ("I think 7.3 is done", "yes", "Recorded: 7.3 complete"),
        ("I think 7.3 is done", "no, 7.2", "Recorded: 7.2 complete"),
        ("I think 7.3 is done", "no, I meant 7.2", "Recorded: 7.2 complete"),
        ("I think 7.3 is done", "No, amber", "Recorded: 7.3 at risk"),
        ("I think 7.3 is done", "no", "Nothing was recorded"),
        ("7.3 the keepers met on Monday", "on track please", "Recorded: 7.3 on track"),
        ("7.3 the keepers met on Monday", "the second", "Recorded: 7.3 complete"),
        ("7.3 the keepers met on Monday", "It's complete", "Recorded: 7.3 complete"),
        ("7.3 the keepers met on Monday", "delayed to 6 June", "Recorded: 7.3 will be late"),
        ("7.3 the keepers met on Monday", "Sorry. Nearly there", "Recorded: 7.3 "),
        ("7.3 the keepers met on Monday", "all done now", "Recorded: 7.3 complete"),
        ("7.3 the keepers met on Monday", "2 weeks late", "Recorded: 7.3 will be late"),
        ("7.3 the keepers met on Monday", "50% done", "Recorded: 7.3 "),
        ("7.3 the keepers met on Monday", "amber", "Recorded: 7.3 at risk"),
        ("7.3 the keepers met on Monday", "thanks", "Nothing to record"),
        ("7.3 the keepers met on Monday", "7.2 is done", "Recorded: 7.2 complete"),
        ("7.3 the keepers met on Monday", "7.99 is done", "The plan has no 7.99"),
        ("7.3 the keepers met on Monday", "no idea, ring the office", "How does 7.3 stand?"),
        ("7.3 delayed, now 31 June", "6 June", "Recorded: 7.3 will be late"),
        ("7.3 delayed, now 31 June", "31 April", "By when will 7.3 be finished?"),
        ("7.3 delayed, now 31 June", "no, 6 June", "Recorded: 7.3 will be late"),
        ("7.3 delayed, now 31 June", "delayed, no date yet", "Recorded: 7.3 will be late"),
        ("expect 7.3 finished at the end of term", "6 June", "Recorded: 7.3 "),
    ],
)
async def test_the_answer_in_words_completes_the_reading(
    harbour: Harbour, said: str, answer: str, recorded: str
):
    await harbour.say(said)
    assert recorded in " ".join((await harbour.say(answer)).split())


@pytest.mark.parametrize("said", ["both fine", "1 done, 2 nearly", "neither is late"])
async def test_what_is_said_of_several_answers_no_question_about_one(harbour: Harbour, said: str):
    await harbour.say("7.3 the keepers met on Monday")
    assert "7.3" not in await harbour.say(said)


async def test_a_day_answers_by_when_but_not_whether_it_was_read_right(harbour: Harbour):
    await harbour.say("I think 7.3 is done")
    assert "Nothing to record" in await harbour.say("6 June")


async def test_any_words_answer_for_an_hour_and_those_of_a_button_for_a_day(harbour: Harbour):
    await harbour.say("7.3 the keepers met on Monday")
    harbour.later(hours=2)
    assert "Nothing to record" in await harbour.say("6 June")
    assert "Recorded: 7.3 complete" in await harbour.say("complete")


async def test_an_old_question_no_longer_catches_words(harbour: Harbour):
    await harbour.say("7.3 the keepers met on Monday")
    harbour.later(days=2)
    assert "Recorded" not in await harbour.say("on track")


async def test_another_action_that_is_not_theirs_is_not_changed(harbour: Harbour):
    await harbour.say("I think 7.3 is done")
    assert "Harbour Master’s" in await harbour.say("no, 8.2")


@pytest.mark.parametrize(
    ("said", "recorded"),
    [
        ("6 June", "now Fri 6 June"),
        ("end of June, waiting on the dredger", "now Mon 30 June"),
        ("no, amber", "Recorded: 7.3 at risk"),
        ("thanks", "Nothing to record"),
        ("the dredgers meet on 6 June", "Nothing to record"),
        ("yes", "not waiting for an answer"),
    ],
)
async def test_a_day_may_follow_what_is_late_without_one(
    harbour: Harbour, said: str, recorded: str
):
    assert "Recorded: 7.3 will be late" in await harbour.say("7.3 will be late")
    assert recorded in " ".join((await harbour.say(said)).split())


async def test_what_may_be_meant_to_be_taken_back_is_so_after_a_yes(harbour: Harbour):
    await harbour.say("7.3 on track")
    assert "take back what you said last" in await harbour.say("that's not what I said")
    assert "7.3 is as it was before" in await harbour.say("yes")
