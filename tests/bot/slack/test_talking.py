"""Officers and chairs on Slack: what they do there, and what they see."""

import pytest

from domain.events import ActionState
from domain.work import Status
from tests.bot.slack.conftest import Office, words
from tests.builders import an_action
from tests.standins.slack import links


async def test_an_officer_reports_in_a_direct_message(office: Office) -> None:
    await office.nia.says("7.3 on track")
    answer = await office.nia.hears()
    assert "7.3" in words(answer) and "on track" in words(answer)
    assert (answer.channel, answer.thread_ts) == (office.nia.direct.id, None)
    state = await office.state("7.3")
    assert isinstance(state, ActionState) and state.status is Status.ON_TRACK


async def test_a_mention_in_a_channel_is_answered_in_its_thread(office: Office) -> None:
    asked = await office.bo.mentions("status feeling-safe", office.board)
    answer = await office.bo.hears()
    assert "Feeling Safe" in words(answer)
    assert (answer.channel, answer.thread_ts) == (office.board.id, asked.ts)
    assert len(office.bo.heard()) == 1  # though it came as a mention and as a message


async def test_a_reply_in_a_thread_of_ours_needs_no_mention(office: Office) -> None:
    asked = await office.bo.mentions("status feeling-safe", office.board)
    first = await office.bo.hears()
    await office.bo.says("what is overdue?", office.board, thread=asked)
    second = await office.bo.hears()
    assert "overdue" in words(second) and second.thread_ts == first.thread_ts


async def test_what_others_say_in_a_channel_is_neither_answered_nor_stored(
    office: Office,
) -> None:
    said = await office.nia.says("7.3 complete", office.board)
    await office.bo.says("well done", office.board, thread=said)
    await office.bo.mentions("help", office.board)
    await office.bo.hears()
    async with office.store("harbour") as unit:
        assert len(await unit.talks.all("slack", office.team.id)) == 1
    assert await office.events("7.3") == 0


async def test_a_command_is_answered_to_the_one_who_typed_it(office: Office) -> None:
    await office.bo.command("/plan status feeling-safe", office.board)
    answer = await office.bo.hears()
    assert "Feeling Safe" in words(answer)
    assert office.nia.heard() == []


async def test_a_button_does_what_it_says_where_it_is(office: Office) -> None:
    await office.nia.says("7.3 on track")
    await office.nia.hears()
    await office.nia.presses("Undo")
    answer = await office.nia.hears()
    assert "Taken back" in words(answer)
    assert await office.events("7.3") == 2


async def test_a_redelivered_message_acts_once(office: Office) -> None:
    await office.nia.says("7.3 on track")
    await office.nia.hears()
    [delivery] = office.nia.did
    await office.slack.deliveries.repeat(delivery)
    assert delivery.acknowledged
    await office.nia.says("help")
    await office.nia.hears()
    assert await office.events("7.3") == 1
    assert len(office.nia.heard()) == 2


@pytest.mark.parametrize("who", ["nia", "bo", "kit"])
async def test_the_help_is_one_message_for_a_phone_and_says_how_to_speak_in_threads(
    office: Office, who: str
) -> None:
    person = office.people[who]
    await person.command("/plan help", office.board)
    told = await person.hears()
    assert len(told.text) < 2_000 and max(map(len, told.text.splitlines())) < 110
    assert "in a thread there, begin with my name: @Planbot" in told.text
    assert person.unread() == []


SAME_WORDS = (
    "status feeling-safe",
    "show 7.3",
    "who owns 8.2?",
    "what is overdue?",
    "groups",
    "policy feeling-safe",
    "help",
    "people",
)


@pytest.mark.parametrize("text", SAME_WORDS)
async def test_a_command_a_mention_and_a_direct_message_are_told_the_same(
    office: Office, text: str
) -> None:
    await office.kit.command(f"/plan {text}", office.board)
    by_command = await office.kit.hears()
    await office.kit.mentions(text, office.board)
    by_name = await office.kit.hears()
    await office.kit.says(text)
    directly = await office.kit.hears()
    assert words(by_command) == words(by_name) == words(directly)
    assert by_command.only_for == office.kit.id


async def test_what_is_for_one_person_is_shown_to_them_alone_in_a_channel(office: Office) -> None:
    """Who is who, and what was not theirs to change."""
    await office.kit.mentions("people", office.board)
    assert (await office.kit.hears()).only_for == office.kit.id
    await office.nia.mentions("8.2 complete", office.board)
    refused = await office.nia.hears()
    assert "I have not changed it" in words(refused) and refused.only_for == office.nia.id
    assert office.bo.heard() == []


async def test_nothing_that_is_sent_unfurls_or_links(office: Office) -> None:
    await office.nia.says("7.3 on track, see https://example.org/lamps and 8.2")
    await office.nia.mentions("show 7.3", office.board)
    await office.bo.command("/plan status feeling-safe", office.board)
    await office.desk.idle()
    posted = [each for each in office.slack.calls if each.method == "chat.postMessage"]
    assert len(posted) >= 2
    for each in posted:
        assert each.arguments["unfurl_links"] is each.arguments["unfurl_media"] is False
    shown = [*office.nia.heard(), *office.bo.heard()]
    assert [links(each.blocks) for each in shown] == [[]] * len(shown)


async def test_a_reply_over_the_limits_goes_on_in_its_thread(office: Office) -> None:
    """Also in a direct message; nothing of it is left out."""
    refs = [f"60.{place}" for place in range(1, 19)]
    said = {"section": "Feeling Safe", "text": "Mend the wall " * 40, "owners": ("Nia Quill",)}
    async with office.store("harbour") as unit:
        await unit.actions.put("harbour", [an_action(ref=r).model_copy(update=said) for r in refs])
        await unit.commit()
    for where in (None, office.board):
        asked = await (
            office.nia.says("what is mine?")
            if where is None
            else office.nia.mentions("what is mine?", where)
        )
        await office.desk.idle()
        parts = office.nia.unread()
        root = parts[0].ts if where is None else asked.ts
        assert len(parts) > 2
        assert {each.thread_ts for each in parts[1:]} == {root}
        assert parts[0].thread_ts == (None if where is None else root)
        told = "".join(words(each) for each in parts)
        assert [ref for ref in (*refs, "7.2", "7.3") if f"{ref} " not in told] == []


async def test_a_long_answer_to_a_command_is_all_for_the_one_who_typed_it(office: Office) -> None:
    """In more parts than the address of a command may be used for."""
    refs = [f"60.{place}" for place in range(1, 19)]
    said = {"section": "Feeling Safe", "text": "Mend the wall " * 90, "owners": ("Nia Quill",)}
    async with office.store("harbour") as unit:
        await unit.actions.put("harbour", [an_action(ref=r).model_copy(update=said) for r in refs])
        await unit.commit()
    await office.nia.command("/plan mine", office.board)
    await office.desk.idle()
    parts = office.nia.unread()
    assert len(parts) > 5
    assert {each.only_for for each in parts} == {office.nia.id}
    told = "".join(words(each) for each in parts)
    assert [ref for ref in refs if f"{ref} " not in told] == []
