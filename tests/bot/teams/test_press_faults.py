"""What is said of a press that could not be answered is true, and its answer comes."""

from datetime import timedelta

import pytest

from bot.teams.hearing import DONE_ALREADY, TAKEN_ALREADY
from domain.problems import StoreUnavailable
from handlers.wording import FAULT
from tests.bot.teams.test_presses import a_card, events
from tests.bot.teams.test_teams import QUAY


def failing_with(trouble: Exception):
    async def of(*_: object) -> None:
        raise trouble

    return of


TROUBLES = [StoreUnavailable("The database cannot be reached."), RuntimeError("a fault of ours")]


@pytest.mark.parametrize("trouble", TROUBLES, ids=["store", "ours"])
async def test_a_press_that_was_kept_is_said_to_be_kept_and_is_answered_later(
    office, monkeypatch, trouble
):
    card, nia = await a_card(office), office.people["nia"]
    before = await events(office.store)
    with monkeypatch.context() as patch:
        patch.setattr(office.desk.answering.plans, "of", failing_with(trouble))
        assert (await nia.presses(card, "Undo"))["value"] == FAULT
        assert (await nia.presses(card, "Undo"))["value"] == TAKEN_ALREADY
    office.teams.clock.moment += timedelta(minutes=1)
    office.desk.poke("harbour-home")
    await office.settled()

    assert "Taken back" in office.teams.chat(nia)[-1].text
    assert (await nia.presses(card, "Undo"))["value"] == DONE_ALREADY
    assert await events(office.store) == before + 1


async def test_in_a_channel_too_the_answer_comes_in_the_end(office, monkeypatch):
    kit = office.people["kit"]
    await kit.mentions("7.3 on track", QUAY)
    await office.settled()
    card = office.teams.conversations[QUAY][-1]
    with monkeypatch.context() as patch:
        patch.setattr(office.desk.answering.plans, "of", failing_with(RuntimeError("a fault")))
        assert (await kit.presses(card, "Undo", QUAY))["value"] == FAULT
        await office.settled()
    office.teams.clock.moment += timedelta(minutes=1)
    office.desk.poke("harbour-home")
    await office.settled()

    assert "Taken back" in office.teams.conversations[QUAY][-1].text
