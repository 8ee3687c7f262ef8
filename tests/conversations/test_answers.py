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
        ("7.3 the keepers met on Monday", "amber", "Recorded: 7.3 at risk"),
        ("7.3 the keepers met on Monday", "thanks", "Nothing to record"),
        ("7.3 the keepers met on Monday", "7.2 is done", "Recorded: 7.2 complete"),
        ("7.3 the keepers met on Monday", "the cranes are busy", "How does 7.3 stand?"),
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


async def test_an_old_question_no_longer_catches_words(harbour: Harbour):
    await harbour.say("7.3 the keepers met on Monday")
    harbour.later(days=2)
    assert "Recorded" not in await harbour.say("on track")


async def test_another_action_that_is_not_theirs_is_not_changed(harbour: Harbour):
    await harbour.say("I think 7.3 is done")
    assert "Harbour Master’s" in await harbour.say("no, 8.2")
