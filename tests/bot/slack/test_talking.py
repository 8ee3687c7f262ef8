"""Officers and chairs on Slack: what they do there, and what they see."""

from domain.events import ActionState
from domain.work import Status
from tests.bot.slack.conftest import Office, words


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
