"""What somebody edits corrects what they had said; what they delete changes nothing."""

from datetime import date

import pytest

from domain.calendar import DAY
from domain.events import ActionState
from domain.work import Status
from tests.bot.slack.conftest import HOME, Office, words
from tests.bot.slack.test_reliable import reminder, send


async def statuses(office: Office, *refs: str) -> list[Status | None]:
    found = [await office.state(ref) for ref in refs]
    return [each.status for each in found if isinstance(each, ActionState)]


async def test_an_edited_message_corrects_what_it_said(office: Office) -> None:
    said = await office.nia.says("7.3 complete")
    await office.nia.hears()
    await office.nia.edits(said, "7.3 at risk")
    assert "no longer counts: 7.3" in words(await office.nia.hears())
    assert await statuses(office, "7.3") == [Status.AT_RISK]


async def test_an_edited_mention_corrects_it_in_its_thread(office: Office) -> None:
    said = await office.nia.mentions("7.3 complete", office.board)
    await office.nia.hears()
    await office.nia.edits(said, "@Planbot 7.3 at risk")
    answer = await office.nia.hears()
    assert "no longer counts: 7.3" in words(answer) and answer.thread_ts == said.ts
    assert await statuses(office, "7.3") == [Status.AT_RISK]


async def test_an_edit_of_what_led_to_a_question_takes_the_question_back(office: Office) -> None:
    said = await office.nia.says("it is on track")
    asked = await office.nia.hears()
    assert "Which" in words(asked)
    await office.nia.edits(said, "7.2 is on track")
    answer = words(await office.nia.hears())
    assert "my question about it no longer stands" in answer
    await office.nia.presses("7.3", on=asked)
    assert "I am not waiting for an answer" in words(await office.nia.hears())
    assert await statuses(office, "7.2", "7.3") == [Status.ON_TRACK, None]


async def test_an_edit_takes_back_what_was_chosen_in_answer_to_it(office: Office) -> None:
    said = await office.nia.says("it is on track")
    await office.nia.presses("7.3", on=await office.nia.hears())
    await office.nia.hears()
    assert await statuses(office, "7.3") == [Status.ON_TRACK]
    await office.nia.edits(said, "7.2 is on track")
    assert "no longer counts: 7.3" in words(await office.nia.hears())
    assert await statuses(office, "7.2", "7.3") == [Status.ON_TRACK, None]


async def test_an_edit_is_about_what_the_message_was_about(office: Office) -> None:
    """Not about what was asked meanwhile."""
    await send(office, reminder(office).model_copy(update={"about": ("7.3",)}))
    await office.nia.hears()
    said = await office.nia.says("complete")
    await office.nia.hears()
    later = reminder(office).model_copy(update={"key": "reminder:later", "about": ("7.2",)})
    await send(office, later)
    await office.nia.hears()
    await office.nia.edits(said, "at risk")
    assert "no longer counts: 7.3" in words(await office.nia.hears())
    assert await statuses(office, "7.3", "7.2") == [Status.AT_RISK, Status.IN_PROGRESS]


async def test_an_old_message_that_said_nothing_is_about_nothing_when_edited(
    office: Office,
) -> None:
    said = await office.nia.says("thank you")
    await office.nia.hears()
    office.slack.clock.moment += 10 * DAY
    await send(office, reminder(office).model_copy(update={"about": ("7.3",)}))
    await office.nia.hears()
    await office.nia.edits(said, "complete")
    await office.nia.hears()
    assert await statuses(office, "7.3") == [None]


@pytest.mark.parametrize("text", ["status of the moon base", "7.3 on track " * 1_000])
async def test_an_edit_that_cannot_be_followed_takes_back_what_was_said(
    office: Office, text: str
) -> None:
    said = await office.nia.says("7.3 complete")
    await office.nia.hears()
    await office.nia.edits(said, text)
    assert "no longer counts: 7.3" in words(await office.nia.hears())
    assert await statuses(office, "7.3") == [None]


async def test_an_edit_that_changes_no_word_is_not_heard(office: Office) -> None:
    said = await office.nia.says("7.3 complete")
    await office.nia.hears()
    await office.nia.edits(said, "7.3 complete")
    assert office.desk is not None
    await office.desk.idle()
    assert office.nia.unread() == []
    assert await office.events("7.3") == 1


@pytest.mark.parametrize("text", ["7.3 complete", "it is on track", "what is mine?"])
async def test_what_is_deleted_changes_nothing(office: Office, text: str) -> None:
    said = await office.nia.says(text)
    await office.nia.hears()
    before = [await office.state(ref) for ref in ("7.2", "7.3")]
    await office.nia.deletes(said)
    assert office.desk is not None
    await office.desk.idle()
    assert office.nia.unread() == []
    assert [await office.state(ref) for ref in ("7.2", "7.3")] == before
    async with office.store(HOME) as unit:
        assert await unit.inbox.waiting(10) == []


async def test_a_second_edit_corrects_what_the_first_had_said(office: Office) -> None:
    said = await office.nia.says("7.3 complete")
    await office.nia.hears()
    await office.nia.edits(said, "7.2 complete")
    await office.nia.hears()
    await office.nia.edits(said, "7.2 at risk")
    assert "no longer counts: 7.2" in words(await office.nia.hears())
    assert await statuses(office, "7.3", "7.2") == [None, Status.AT_RISK]
    await office.nia.says("undo")
    assert "Taken back. 7.2" in words(await office.nia.hears())
    assert await statuses(office, "7.3", "7.2") == [None, Status.IN_PROGRESS]


async def test_what_comes_after_its_own_correction_says_nothing_any_more(office: Office) -> None:
    url, office.slack.app.url = office.slack.app.url, "http://127.0.0.1:9/slack/events"
    said = await office.nia.says("7.3 complete")
    [late] = office.nia.did
    office.slack.app.url = url
    await office.nia.edits(said, "7.3 at risk")
    assert "Recorded: 7.3 at risk" in words(await office.nia.hears())
    await office.slack.deliveries.repeat(late)
    assert late.acknowledged and office.desk is not None
    await office.desk.idle()
    assert office.nia.unread() == []
    assert await statuses(office, "7.3") == [Status.AT_RISK]


async def test_an_edit_takes_back_the_leave_that_was_told(office: Office) -> None:
    said = await office.nia.says("I am on leave from 2 to 6 June")
    await office.nia.hears()
    await office.nia.edits(said, "I am on leave from 9 to 13 June")
    answer = words(await office.nia.hears())
    assert "its earlier wording no longer counts" in answer
    async with office.store(HOME) as unit:
        leave = (await unit.people.directory()).leave
    assert [each.start for each in leave if each.start <= each.end] == [date(2031, 6, 9)]
