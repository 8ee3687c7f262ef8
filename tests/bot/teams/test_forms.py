"""An update is filled in on the card itself, and goes the way of what is said."""

from datetime import date

import pytest

from bot.teams.cards import MOST_BYTES, size, to_messages
from bot.teams.forms import MOST_ACTIONS, filled_in
from domain.conversation import Choice, Choices, Reply
from domain.intents import Update
from domain.work import Status
from tests.bot.teams.conftest import HOME

HOW, NEW_DATE, WORDS = "7.3: how does it stand?", "New date", "In your words"


async def state(office):
    async with office.store(HOME) as unit:
        return (await unit.actions.get("harbour", "7.3")).state


async def events(office):
    async with office.store(HOME) as unit:
        return len(await unit.events.about("harbour", "7.3"))


async def test_an_action_is_changed_on_the_card(office):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    filled = {HOW: "delayed", NEW_DATE: "2031-06-30", WORDS: "waiting on Harbour Finance"}
    shown = await nia.fills(office.teams.chat(nia)[-1], "Change…", filled)

    assert "will be late" in shown["value"]["speak"]
    now = await state(office)
    assert (now.status, now.forecast) == (Status.DELAYED, date(2031, 6, 30))
    assert now.words == "waiting on Harbour Finance"


async def test_a_form_delivered_again_acts_once_and_filled_in_otherwise_again(office):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    card = office.teams.chat(nia)[-1]
    before = await events(office)
    for _ in range(2):
        await nia.fills(card, "Change…", {HOW: "at_risk"})
    assert await events(office) == before + 1
    assert office.teams.answers[-1]["value"] == "That was done already."

    await nia.fills(card, "Change…", {HOW: "complete"})
    assert (await state(office)).status is Status.COMPLETE


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({HOW: "complete", NEW_DATE: "2031-06-30"}, "leave the date as it is"),
        ({HOW: "delayed", NEW_DATE: "2031-05-01"}, "That day has passed"),
        ({NEW_DATE: "0001-01-02"}, "That day has passed"),
        ({NEW_DATE: "9999-12-30"}, "too far away"),
    ],
)
async def test_a_day_that_cannot_be_meant_is_not_recorded(office, filled, told):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    before = await events(office)
    shown = await nia.fills(office.teams.chat(nia)[-1], "Change…", filled)

    assert told in shown["value"]
    assert await events(office) == before


async def test_an_empty_form_is_asked_for_something(office):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    before = await events(office)
    shown = await nia.fills(office.teams.chat(nia)[-1], "Change…", {})

    assert shown["value"] == "Choose how it stands, or give a date or a word."
    assert await events(office) == before


@pytest.mark.parametrize("filled", [{HOW: "splendid"}, {NEW_DATE: "soon"}])
async def test_what_no_form_offers_changes_nothing(office, filled):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    before = await events(office)
    await nia.fills(office.teams.chat(nia)[-1], "Change…", filled)

    assert await events(office) == before


@pytest.mark.parametrize(
    ("refs", "filled", "expected"),
    [
        (("7.3",), {}, ()),
        (("7.3",), {"1/note": " "}, ()),
        (("7.3",), {"1/note": "all well"}, (Update(ref="7.3", note="all well"),)),
        (
            ("7.3", "8.2"),
            {"1/status:2": "complete", "1/note": "done"},
            (Update(ref="8.2", status=Status.COMPLETE, note="done"),),
        ),
        (("7.3", "8.2"), {"1/note": "which of them?"}, ()),
        (("7.3", "8.2"), {"1/forecast": "2031-06-30"}, ()),
    ],
)
def test_what_is_filled_in_becomes_exact_updates(refs, filled, expected):
    assert filled_in(refs, filled)[0] == expected


def test_a_long_form_becomes_several_that_each_fit_and_lose_nothing():
    refs = tuple(f"{n}.1" for n in range(1, 35))
    reply = Reply(summary="All.", parts=(Choices(options=(Choice(label="Answer", form=refs),)),))
    forms = [
        action["card"]
        for message in to_messages(reply)
        for element in message.card["body"]
        for action in element.get("actions", [])
    ]

    asked = [ref for form in forms for ref in form["actions"][0]["data"]["refs"]]
    assert tuple(asked) == refs
    assert max(len(form["actions"][0]["data"]["refs"]) for form in forms) <= MOST_ACTIONS
    assert all(size(each.card) <= MOST_BYTES for each in to_messages(reply))


def test_every_field_has_a_label_that_is_read_aloud():
    reply = Reply(
        summary="7.3", parts=(Choices(options=(Choice(label="Change…", form=("7.3",)),)),)
    )
    [message] = to_messages(reply)
    [action] = message.card["body"][-1]["actions"]

    assert all(field["label"] for field in action["card"]["body"])
