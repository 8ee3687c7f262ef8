"""A chair accepts a new date: the action is held to it, and the first one stays in sight."""

from datetime import date

import pytest

from domain.work import Status
from tests.conversations.conftest import Harbour

JUNE = date(2031, 6, 30)


@pytest.mark.parametrize("who", ["bo", "kit"])
async def test_a_new_date_is_accepted_with_the_reason_and_can_be_taken_back(
    harbour: Harbour, who: str
):
    reply = await harbour.say("7.3: accept 30 June because the lamps came late", who)

    assert reply.startswith("Recorded: 7.3 new date accepted, Mon 30 June.")
    assert "due Mon 30 June · first date Fri 30 May" in " ".join(reply.split())
    state = await harbour.state("7.3")
    assert (state.first, state.accepted, state.moves) == (date(2031, 5, 30), JUNE, 0)
    history = await harbour.say("history of 7.3", who)
    assert "new date accepted: Mon 30 June" in history
    assert "because the lamps came late" in " ".join(history.split())

    await harbour.say("undo", who)
    assert (await harbour.state("7.3")).accepted == date(2031, 5, 30)


async def test_what_was_late_is_not_once_its_new_date_is_accepted(harbour: Harbour):
    await harbour.say("7.2 delayed to end of June, no tutor")
    assert "7.2 is late" in await harbour.say("status 7.2")
    await harbour.say("accept the new date for 7.2 because the tutor was ill", "bo")

    state = await harbour.state("7.2")
    assert (state.accepted, state.forecast, state.status) == (JUNE, None, Status.IN_PROGRESS)
    assert "7.2 is in progress." in await harbour.say("status 7.2")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7.3: accept 30 June", "Why is Mon 30 June accepted for 7.3?"),
        ("7.3: accept the new date because of the lamps", "Which date is accepted for 7.3"),
        ("7.3: accept 31 June because of the lamps", "I cannot tell which day “31 June” is."),
        ("7.3: accept 13 May because of the lamps", "Nothing is recorded yet."),
        ("7.1: accept 30 June because of the lamps", "7.1 is complete: it needs no new date."),
    ],
)
async def test_what_is_lacking_is_said_and_nothing_recorded(harbour: Harbour, text: str, told: str):
    assert told in " ".join((await harbour.say(text, "bo")).split())
    assert await harbour.events("7.3") == await harbour.events("7.1") == 0


async def test_from_its_owner_a_new_date_is_what_they_expect_and_no_more(harbour: Harbour):
    await harbour.say("7.3: accept new date 30 June because the lamps came late")

    state = await harbour.state("7.3")
    assert (state.accepted, state.forecast) == (date(2031, 5, 30), JUNE)
