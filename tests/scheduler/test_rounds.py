"""A reporting round in people’s messages: opened, chased, handed over, within one message a day."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SetClock
from bot.console.render import to_text
from domain.calendar import WEEKDAYS
from domain.conversation import Outgoing
from domain.sending import Receipt
from domain.work import Due, DueKind
from scheduler.beat import beat
from scheduler.diary import Diary
from store.opening import keep_in_memory
from tests.builders import an_action
from tests.conversations.conftest import PLAN, START, Harbour, settle

HOME = "harbour"
FOREVER = datetime(2040, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
OPEN = "open a round for feeling-safe, papers due 12 June"
ROUND = "The reporting round for Feeling Safe"
OPENS = datetime(2031, 5, 22, 8, 15, tzinfo=UTC)  # 09:15 in London, in summer time
FIRST_CHASE = datetime(2031, 5, 29, 8, 15, tzinfo=UTC)
LAST_DAY = datetime(2031, 6, 9, 8, 15, tzinfo=UTC)


@pytest.fixture
async def harbour() -> Harbour:
    open_unit = keep_in_memory()
    await settle(open_unit, HOME)
    harbour = Harbour(open_unit, SetClock(START), HOME)
    await harbour.say(OPEN, "bo")
    return harbour


async def told(harbour: Harbour, at: datetime, diary: Diary | None = None) -> dict[str, str]:
    """What is said on a morning, by whom it is for."""
    harbour.clock.moment = at
    await beat(harbour.open_unit, HOME, harbour.clock, WEEKDAYS, diary=diary)
    return {str(each.to): to_text(each.reply) for each in await posted(harbour)}


async def posted(harbour: Harbour) -> list[Outgoing]:
    found: list[Outgoing] = []
    async with harbour.open_unit(HOME) as unit:
        while leased := await unit.outbox.lease("console", FOREVER, FOREVER + DAY, 999):
            for each in leased:
                await unit.outbox.sent(each.key, harbour.clock.now(), Receipt(message=each.key))
            found += leased
        await unit.commit()
    return found


def of_the_round(messages: dict[str, str]) -> set[str]:
    return {person for person, text in messages.items() if ROUND in " ".join(text.split())}


async def test_before_it_opens_nobody_is_asked_for_it(harbour: Harbour) -> None:
    assert of_the_round(await told(harbour, OPENS - DAY)) == set()


async def test_it_opens_with_one_message_to_each_owner_with_all_their_actions(
    harbour: Harbour,
) -> None:
    await harbour.say("7.3 on track, lamps ordered")
    messages = await told(harbour, OPENS)
    assert of_the_round(messages) == {"nia", "sam"}
    nia = " ".join(messages["nia"].split())
    assert f"{ROUND} is open. Please say how each of these stands by Mon 9 June" in nia
    assert "7.2 Train the keepers" in nia
    assert "7.3 Switch on the second row" in nia
    assert "“7.3 on track, lamps ordered” (last word: Nia Quill, 14 May)" in nia
    assert "7.1" not in nia  # complete before
    assert "8.2" in messages["sam"]


async def test_it_opens_once_however_often_one_looks(harbour: Harbour) -> None:
    await told(harbour, OPENS)
    for minutes in (1, 60, 24 * 60, 2 * 24 * 60):
        again = await told(harbour, OPENS + timedelta(minutes=minutes))
        assert "is open" not in "".join(again.values())


async def test_only_those_who_have_not_answered_are_chased_with_what_is_left(
    harbour: Harbour,
) -> None:
    await told(harbour, OPENS)
    await harbour.say("8.2 on track", "sam")
    messages = await told(harbour, FIRST_CHASE)
    assert of_the_round(messages) == {"nia"}
    nia = " ".join(messages["nia"].split())
    assert f"{ROUND} closes on Mon 9 June: these still need a word." in nia
    assert "7.2" in nia
    assert "7.3" in nia


async def test_who_has_had_two_messages_in_a_week_is_chased_later_but_the_opening_comes(
    harbour: Harbour,
) -> None:
    for days in (3, 2):  # two reminders in the week before
        await told(harbour, OPENS - days * DAY)
    assert "nia" in of_the_round(await told(harbour, OPENS))


async def test_on_the_last_day_it_says_so(harbour: Harbour) -> None:
    harbour.clock.moment = OPENS
    await harbour.say("8.2 on track", "sam")
    messages = await told(harbour, LAST_DAY - 3 * DAY)  # the last chaser, on a Friday
    assert "closes on Mon 9 June" in " ".join(messages["nia"].split())
    assert of_the_round(await told(harbour, LAST_DAY)) == set()


async def test_the_day_after_it_closed_chair_and_administrator_have_its_summary(
    harbour: Harbour,
) -> None:
    harbour.clock.moment = OPENS
    await harbour.say("7.2 complete, all trained")
    await harbour.say("7.3 will be late, now 31 July, lamps not delivered")
    messages = await told(harbour, LAST_DAY + DAY)
    assert of_the_round(messages) <= {"bo", "kit"}
    for person in ("bo", "kit"):
        text = " ".join(messages[person].split())
        assert "Feeling Safe: reporting round of 22 May to 9 June" in text
        assert "2 of 3 actions answered" in text
        assert "lamps not delivered" in text
        assert "No answer: 1" in text
    again = await told(harbour, LAST_DAY + 2 * DAY)
    assert "reporting round of" not in "".join(again.values())


async def test_a_round_that_was_closed_early_is_handed_over_then(harbour: Harbour) -> None:
    harbour.clock.moment = OPENS
    await harbour.say("close the round", "bo")
    messages = await told(harbour, OPENS + DAY)
    assert "reporting round of 22 May" in " ".join(messages["kit"].split())
    assert "nia" not in of_the_round(messages)


async def test_a_round_that_was_called_off_asks_nobody_and_tells_nothing(harbour: Harbour) -> None:
    await harbour.say("call off the round", "bo")
    for at in (OPENS, FIRST_CHASE, LAST_DAY + DAY):
        assert of_the_round(await told(harbour, at)) == set()


async def test_a_plan_that_is_paused_is_not_asked_about(harbour: Harbour) -> None:
    await harbour.say("pause the plan until 28 May", "kit")
    assert of_the_round(await told(harbour, OPENS)) == set()
    assert "nia" in of_the_round(await told(harbour, FIRST_CHASE))


async def test_what_is_snoozed_is_left_in_peace(harbour: Harbour) -> None:
    await harbour.say("ask me about 8.2 on 2 June", "sam")
    assert "sam" not in of_the_round(await told(harbour, OPENS))
    later = datetime(2031, 6, 3, 8, 15, tzinfo=UTC)
    assert "sam" in of_the_round(await told(harbour, later))


async def test_after_days_of_silence_the_last_chaser_comes_and_no_other(harbour: Harbour) -> None:
    messages = await told(harbour, LAST_DAY)
    assert " ".join(messages["nia"].split()).count(ROUND) == 1
    assert f"{ROUND} closes today" in " ".join(messages["nia"].split())


async def test_all_of_many_actions_are_listed(harbour: Harbour) -> None:
    due = Due(kind=DueKind.ONGOING)
    many = [an_action(ref=f"6.{n}", due=due, owners=("Nia Quill",)) for n in range(1, 21)]
    async with harbour.open_unit(HOME) as unit:
        await unit.actions.put(PLAN.key, many)
        await unit.commit()
    text = (await told(harbour, OPENS))["nia"]
    assert all(f"{each.ref} Light" in text for each in many)
    assert "which can wait" not in text


async def test_what_is_remembered_of_a_round_is_forgotten_with_the_next_word(
    harbour: Harbour,
) -> None:
    diary = Diary()
    await told(harbour, OPENS - timedelta(minutes=1), diary)  # nobody's hour yet
    await harbour.say("8.2 on track", "sam")
    assert of_the_round(await told(harbour, OPENS, diary)) == {"nia"}


async def test_a_group_without_a_channel_is_on_the_administrators_list(harbour: Harbour) -> None:
    kit = " ".join((await told(harbour, OPENS))["kit"].split())
    assert "Harbour Board: it has no channel, so that its digest goes nowhere" in kit
    again = await told(harbour, OPENS + DAY)
    assert "no channel" not in again.get("kit", "")
