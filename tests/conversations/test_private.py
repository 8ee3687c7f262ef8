"""Nothing that should hardly be in a status note is kept without a word about it first."""

from datetime import timedelta

import pytest

from scheduler.forgetting import FORGOTTEN_AFTER, forget_unanswered
from tests.conversations.conftest import PLAN, Harbour

SAID = "7.3 on track. Wilf Tarrant, 9, now has a place, NHS no 943 476 5919"
SECRETS = ("Wilf Tarrant", "943 476 5919", "900123")


async def secrets_kept(harbour: Harbour) -> list[str]:
    """Which of the secrets the store still has, anywhere."""
    async with harbour.open_unit(harbour.workspace) as unit:
        events = await unit.events.between(PLAN.key, None, None)
        question = await unit.questions.last("nia")
        kept = repr([*events, question, *await unit.inbox.waiting(99)])
    return [each for each in SECRETS if each in kept]


async def test_private_words_are_shown_back_before_anything_is_recorded(harbour: Harbour):
    reply = await harbour.ask(SAID)

    assert reply is not None and reply.private
    assert "the name of a child (“Wilf Tarrant”) and an NHS number (“943 476 5919”)" in (
        reply.summary
    )
    assert await harbour.events("7.3") == 0


@pytest.mark.parametrize("answer", ["take it out", "Take it out please", "1", "yes"])
async def test_take_it_out_records_the_news_without_them(harbour: Harbour, answer: str):
    await harbour.say(SAID)
    reply = await harbour.say(answer)

    assert "Recorded: 7.3 on track." in reply
    assert "7.3 on track. [left out], 9, now has a place, NHS no [left out]" in " ".join(
        reply.split()
    )
    assert await secrets_kept(harbour) == []


async def test_keep_it_records_the_words_whole(harbour: Harbour):
    await harbour.say(SAID)
    reply = await harbour.say("keep it")

    assert SECRETS[0] in reply
    assert await harbour.events("7.3") == 1


async def test_neither_records_nothing_and_forgets_the_words(harbour: Harbour):
    await harbour.say(SAID)
    await harbour.press(3)

    assert await harbour.events("7.3") == 0
    assert await secrets_kept(harbour) == []


async def test_an_answered_question_about_private_words_is_followed_by_the_warning(
    harbour: Harbour,
):
    await harbour.say("7.33 complete, ring her on 07700 900123")
    reply = await harbour.press(1)
    assert "a mobile number (“07700 900123”)" in " ".join(reply.split())

    reply = await harbour.say("take it out")
    assert "[left out]" in reply
    assert await secrets_kept(harbour) == []


async def test_a_doubtful_reading_and_private_words_are_one_question(harbour: Harbour):
    reply = await harbour.say("I think 7.3 is done, ring her on 07700 900123")
    assert "7.3 complete" in " ".join(reply.split())

    assert "Recorded: 7.3 complete" in await harbour.press(1)


async def test_words_that_wait_for_an_answer_in_vain_are_forgotten(harbour: Harbour):
    await harbour.say(SAID)
    assert await secrets_kept(harbour) != []
    harbour.clock.moment += FORGOTTEN_AFTER + timedelta(minutes=1)

    assert await forget_unanswered(harbour.open_unit, harbour.workspace, harbour.clock) == 1
    assert await secrets_kept(harbour) == []
    assert "not waiting for an answer" in await harbour.press(1)
