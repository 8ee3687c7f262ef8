"""Who may update is decided in one place; everybody else is told whose it is."""

import pytest

from domain.work import Status
from tests.conversations.conftest import Harbour


async def test_what_is_somebody_elses_is_left_alone_and_named(harbour: Harbour):
    reply = await harbour.say("8.2 complete")

    assert reply.startswith("8.2 is Harbour Master’s (Sam Tarn). I have not changed it.")
    assert await harbour.events("8.2") == 0


async def test_what_is_theirs_is_recorded_and_the_rest_is_said(harbour: Harbour):
    reply = await harbour.say("7.3 on track and 8.2 complete")

    assert (await harbour.state("7.3")).status is not None or "Did I read" in reply
    assert "8.2 is Harbour Master’s (Sam Tarn)" in " ".join(reply.split())
    assert await harbour.events("8.2") == 0


async def test_whose_the_rest_is_is_said_beside_a_question_too(harbour: Harbour):
    reply = " ".join((await harbour.say("I think 7.3 is done, and 8.2 complete")).split())

    assert "Did I read this right? 7.3 complete." in reply
    assert "8.2 is Harbour Master’s (Sam Tarn). I have not changed it." in reply


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("8.2 complete, 9.9 slipping to end of June", "I have not changed it."),
        ("7.3 done, 9.9 done", "Did I read this right? 7.3 complete."),
        ("7.3, 9.9 and 7.1 done", "The plan has no 9.9."),
        ("7.3 done, 9.9 done, 8.2 at risk", "8.2 is Harbour Master’s (Sam Tarn)."),
    ],
)
async def test_what_the_plan_does_not_have_is_said_beside_the_rest(
    harbour: Harbour, said: str, beside: str
):
    reply = " ".join((await harbour.say(said)).split())

    assert beside in reply
    assert "The plan has no 9.9." in reply


@pytest.mark.parametrize(
    ("who", "ref", "role"),
    [
        ("sam", "8.2", "holder of the post"),
        ("bo", "7.3", "chair"),
        ("kit", "9.1", "administrator"),
    ],
)
async def test_holders_chairs_and_administrators_may_update(harbour: Harbour, who, ref, role):
    await harbour.say(f"{ref} at risk", who=who)

    assert (await harbour.state(ref)).status is Status.AT_RISK
    assert role in await harbour.say(f"history of {ref}", who=who)


async def test_a_chair_may_not_update_what_answers_to_another_group(harbour: Harbour):
    assert "I have not changed it" in await harbour.say("9.1 at risk", who="bo")


async def test_a_delegate_may_update_while_the_owner_is_away_and_not_after(harbour: Harbour):
    assert "not changed" in await harbour.say("7.3 on track", who="sam")
    reply = await harbour.say("on leave until 23 May, Sam Tarn is covering")
    if "Did I read" in reply:
        reply = await harbour.press(1)
    assert "Sam Tarn may answer for your actions" in reply

    await harbour.say("7.3 on track", who="sam")
    assert (await harbour.state("7.3")).status is Status.ON_TRACK

    harbour.later(days=14)
    assert "not changed" in await harbour.say("7.3 complete", who="sam")


async def test_somebody_unknown_is_told_what_to_do_and_changes_nothing(harbour: Harbour):
    reply = await harbour.say("7.3 complete", who="stranger")

    assert "I do not know you yet" in reply
    assert await harbour.events("7.3") == 0
