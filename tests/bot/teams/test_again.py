"""A button that stays works again, and a double click of it is one press."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.teams.again import MOMENT, pressed_at
from bot.teams.hearing import BELOW, TAKEN_ALREADY
from bot.teams.shapes import Activity
from tests.bot.teams.test_presses import asked, events
from tests.builders import a_request
from tests.conversations.conftest import START

SECOND = timedelta(seconds=1)
MONTH = timedelta(days=31)
EARLIEST = datetime.min.replace(tzinfo=UTC)


async def shown_below(office, press) -> tuple[object, int]:
    """What Teams shows for a press, and how many messages the bot has written for it."""
    nia = office.people["nia"]
    before = len(office.teams.chat(nia))
    _, told = await office.teams.bring(press)
    await office.settled()
    return told["value"], len(office.teams.chat(nia)) - before


@pytest.mark.parametrize("later", [2 * MOMENT, timedelta(hours=1), MONTH])
async def test_a_question_is_answered_each_time_it_is_pressed(office, later):
    card, nia = await asked(office, "7.3"), office.people["nia"]
    why = card.buttons()["Why am I asked?"]
    assert await shown_below(office, nia.invoke(card, why)) == (BELOW, 1)

    office.teams.clock.moment += later
    assert await shown_below(office, nia.invoke(card, why)) == (BELOW, 1)
    assert "Why I wrote to you" in office.teams.chat(nia)[-1].text


async def test_what_a_button_that_stays_records_it_records_again(office):
    card, nia = await asked(office, "7.2", "7.3"), office.people["nia"]
    complete = card.buttons()["7.2 complete"]
    await shown_below(office, nia.invoke(card, complete))
    office.teams.clock.moment += MONTH
    await office.says("nia", "7.2 delayed")

    assert (await shown_below(office, nia.invoke(card, complete)))[0] == BELOW
    assert "7.2" in office.teams.chat(nia)[-1].text
    assert await events(office.store, ref="7.2") == 3


async def test_a_form_that_stays_is_recorded_as_often_as_it_is_filled_in(office):
    await office.says("nia", "7.3 on track")
    card, nia = office.teams.chat(office.people["nia"])[-1], office.people["nia"]
    form = card.form("Change…")["actions"][0]["data"]
    filled = {**form, "aside": True, "1.1/status:1": "at_risk"}
    for number in (1, 2):
        before = await events(office.store)
        assert (await shown_below(office, nia.invoke(card, filled)))[0] == BELOW, number
        assert await events(office.store) == before + 1
        office.teams.clock.moment += MONTH


@pytest.mark.parametrize("start", [timedelta(0), MOMENT - SECOND], ids=["within", "on the stroke"])
async def test_a_double_click_is_one_press_whatever_ids_its_clicks_have(office, start):
    card, nia = await asked(office, "7.2", "7.3"), office.people["nia"]
    complete = card.buttons()["7.2 complete"]
    office.teams.clock.moment = START + start
    first = nia.invoke(card, complete)
    office.teams.clock.moment += SECOND
    second = nia.invoke(card, complete)
    assert first["id"] != second["id"]

    assert (await shown_below(office, first))[0] == BELOW
    assert await shown_below(office, second) == (TAKEN_ALREADY, 0)
    assert await events(office.store, ref="7.2") == 1


async def test_clicks_at_once_are_one_press_and_have_one_answer(office):
    card, nia = await asked(office, "7.2", "7.3"), office.people["nia"]
    clicks = [nia.invoke(card, card.buttons()["7.2 complete"]) for _ in range(4)]
    told = await asyncio.gather(*map(office.teams.bring, clicks))
    await office.settled()

    assert {answer["value"] for _, answer in told} <= {BELOW, TAKEN_ALREADY}
    assert await events(office.store, ref="7.2") == 1


async def test_a_press_that_teams_brings_again_much_later_is_the_same(office):
    card, nia = await asked(office, "7.3"), office.people["nia"]
    press = nia.invoke(card, card.buttons()["Why am I asked?"])
    await shown_below(office, press)
    office.teams.clock.moment += timedelta(hours=1)

    assert await shown_below(office, press) == (TAKEN_ALREADY, 0)


async def test_a_press_without_a_moment_of_its_own_is_of_the_moment_in_which_it_comes(office):
    card, nia = await asked(office, "7.3"), office.people["nia"]
    press = nia.invoke(card, card.buttons()["Why am I asked?"])
    del press["timestamp"]

    assert await shown_below(office, press) == (BELOW, 1)
    assert await shown_below(office, press) == (TAKEN_ALREADY, 0)
    office.teams.clock.moment += MONTH
    assert await shown_below(office, press) == (BELOW, 1)


@pytest.mark.parametrize(
    ("apart", "same"),
    [(0 * SECOND, True), (SECOND, True), (MOMENT, True), (2 * MOMENT, False), (MONTH, False)],
)
@pytest.mark.parametrize("start", [START, START + MOMENT - SECOND, EARLIEST])
def test_what_is_pressed_within_a_moment_is_one_press(start, apart, same):
    request = a_request(id="press")
    one, other = pressed_at(start, request), pressed_at(start + apart, request)

    assert (one.request.id in (other.request.id, other.before)) is same


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2031-05-14T08:30:00.000Z", START),
        ("2031-05-14T09:30:00+01:00", START),
        ("2031-05-14T08:30:00", START),
        ("0001-01-01T00:00:00", EARLIEST),
        ("soon", None),
        ("", None),
        ({}, None),
        (None, None),
    ],
)
def test_an_activity_is_not_lost_by_the_moment_it_tells(told, expected):
    activity = Activity.model_validate(
        {"type": "invoke", "conversation": {"id": "a:1"}, "timestamp": told}
    )
    assert activity.timestamp == expected
