"""Planbot on Teams, from what is delivered to what is posted: over HTTP, all checks on."""

from datetime import timedelta

import pytest

from domain.conversation import Address, Choice, Choices, Kind, Outgoing, Reply
from domain.sending import Rejected
from tests.bot.teams.conftest import HOME
from tests.conversations.conftest import START
from tests.standins.teams.connector import LOST, TENANT

QUAY = "19:quay@thread.tacv2;messageid=1699"


def a_word(to: str, key: str = "word", **but: object) -> Outgoing:
    usual = {
        "key": key,
        "kind": Kind.NOTICE,
        "address": Address(platform="teams", workspace=TENANT, conversation=to),
        "reply": Reply(
            summary="A word about 7.3.",
            parts=(Choices(options=(Choice(label="Complete", says="7.3 complete"),)),),
        ),
        "day": START.date(),
        "not_before": START,
    }
    return Outgoing.model_validate(usual | but)


async def test_a_word_in_the_chat_is_recorded_and_answered_there(office):
    told = await office.says("nia", "7.3 on track, lamps came on Monday")

    assert "7.3" in told
    assert "on track" in told
    async with office.store(HOME) as unit:
        assert (await unit.actions.get("harbour", "7.3")).state.status == "on_track"


async def test_plan_status_is_understood_as_teams_brings_it(office):
    assert "Feeling Safe" in await office.says("nia", "/plan status feeling-safe")


async def test_in_a_channel_the_answer_goes_into_the_thread(office):
    assert await office.people["nia"].mentions("status feeling-safe", QUAY) == 200
    await office.settled()

    [posted] = office.teams.conversations[QUAY]
    assert "Feeling Safe" in posted.text


async def test_what_is_not_to_us_in_a_channel_is_not_even_kept(office):
    message = office.people["nia"].message("7.3 is a disaster", None)
    message["conversation"] = {"id": QUAY, "conversationType": "channel"}
    assert await office.teams.deliver(message) == 200
    await office.settled()

    assert office.teams.conversations == {}
    async with office.store(HOME) as unit:
        assert await unit.events.about("harbour", "7.3") == []


async def test_a_press_replaces_the_card_in_the_answer_itself(office):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    shown = await nia.presses(office.teams.chat(nia)[-1], "Undo")

    assert shown["statusCode"] == 200
    assert shown["type"] == "application/vnd.microsoft.card.adaptive"
    assert "7.3" in shown["value"]["speak"]
    async with office.store(HOME) as unit:
        assert (await unit.actions.get("harbour", "7.3")).state.status != "on_track"


async def test_a_press_delivered_again_under_another_id_acts_once(office):
    await office.says("nia", "7.3 on track")
    nia = office.people["nia"]
    card = office.teams.chat(nia)[-1]
    await nia.presses(card, "Undo")
    async with office.store(HOME) as unit:
        before = len(await unit.events.about("harbour", "7.3"))
    shown = await nia.presses(card, "Undo")

    assert shown["value"] == "That was done already."
    async with office.store(HOME) as unit:
        assert len(await unit.events.about("harbour", "7.3")) == before


async def test_in_a_channel_a_press_replaces_the_card_for_everybody(office):
    nia = office.people["nia"]
    await nia.mentions("7.3 on track", QUAY)
    await office.settled()
    posted = office.teams.conversations[QUAY][-1]
    await nia.presses(posted, "Undo", QUAY)

    assert posted.edits == 1


async def test_a_message_delivered_twice_acts_once(office):
    nia = office.people["nia"]
    for _ in range(2):
        assert await nia.says("7.3 on track", id="same") == 200
        await office.settled()

    assert len(office.teams.chat(nia)) == 1


async def test_somebody_of_another_tenant_is_not_heard(office):
    stranger = office.teams.person("Ada Foy", tenant="tenant-2")
    assert await stranger.says("status") == 200
    await office.settled()

    assert office.teams.conversations == {}


async def test_somebody_unknown_is_told_how_to_be_known_and_no_more(office):
    stranger = office.teams.person("Ada Foy")
    assert await stranger.says("status") == 200
    await office.settled()

    [posted] = office.teams.chat(stranger)
    assert "7.3" not in posted.text


async def test_who_never_wrote_is_spoken_to_where_teams_lets_us(office):
    sam = office.people["sam"]
    receipt = await office.platform.messenger.send(a_word(sam.entra))

    assert receipt.conversation == sam.chat
    assert office.teams.chat(sam)[0].text == "A word about 7.3."


async def test_who_has_not_the_app_is_told_to_the_administrator_with_what_to_do(office):
    office.people["sam"].installed = False

    with pytest.raises(Rejected, match="Ask your Teams administrator to install"):
        await office.platform.messenger.send(a_word(office.people["sam"].entra))


async def put(office, *messages: Outgoing) -> None:
    async with office.store(HOME) as unit:
        for each in messages:
            assert await unit.outbox.put(each)
        await unit.commit()
    office.desk.poke(HOME)
    await office.settled()


async def test_what_teams_has_no_room_for_is_sent_when_it_says(office):
    office.teams.faults.append(429)
    sam = office.people["sam"]
    await put(office, a_word(sam.entra))
    assert office.teams.chat(sam) == []

    office.teams.clock.moment += timedelta(seconds=4)
    office.desk.poke(HOME)
    await office.settled()
    assert len(office.teams.chat(sam)) == 1


@pytest.mark.parametrize("fault", [LOST, 502, 504, 500])
async def test_what_may_have_arrived_is_not_sent_again_but_mended_with_the_next(office, fault):
    office.teams.faults.append(fault)
    sam = office.people["sam"]
    await put(office, a_word(sam.entra))
    there = len(office.teams.chat(sam))
    for _ in range(3):
        office.teams.clock.moment += timedelta(minutes=5)
        office.desk.poke(HOME)
        await office.settled()
    assert len(office.teams.chat(sam)) == there

    later = a_word(sam.entra, "next", not_before=office.teams.clock.now())
    await put(office, later)
    assert "you may have had this already" in office.teams.chat(sam)[-1].text.casefold()


async def test_the_sdk_still_has_what_its_private_parts_are_used_for(office):
    assert office.platform.name == "teams"


async def test_a_reply_in_the_thread_of_a_message_of_ours_is_about_what_that_was(office):
    channel = "19:quay-channel@thread.tacv2"
    await put(office, a_word(channel, about=("7.3",), plan="harbour"))
    [posted] = office.teams.conversations[channel]
    await office.people["nia"].mentions("on track", f"{channel};messageid={posted.id}")
    await office.settled()

    async with office.store(HOME) as unit:
        assert (await unit.actions.get("harbour", "7.3")).state.status == "on_track"
    assert len(office.teams.conversations[f"{channel};messageid={posted.id}"]) == 1
