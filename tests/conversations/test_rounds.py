"""Holding a reporting round through the one door: opened, answered, asked about, ended."""

import pytest

from domain.people import Appointment, Office
from domain.rounds import rounds_in
from tests.conversations.conftest import PLAN, Harbour

OPEN = "open a round for feeling-safe, papers due 12 June"


async def test_the_chair_opens_one_and_is_told_its_days(harbour: Harbour) -> None:
    text = await harbour.say(OPEN, "bo")
    assert "The reporting round for Feeling Safe is set: 3 actions are asked about." in text
    assert "Opens: Thu 22 May" in text
    assert "Asked again: 29 May, 3 June, 6 June, those who have not answered" in text
    assert "Closes: at the end of Mon 9 June" in text
    assert "Papers due: Thu 12 June" in text


async def test_who_opened_it_when_and_in_which_words_is_kept(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    async with harbour.open_unit(harbour.workspace) as unit:
        [held] = rounds_in(await unit.instructions.all())
    told = held.opened
    assert (told.by_name, told.words, told.at) == ("Bo Lark", OPEN, harbour.clock.now())


@pytest.mark.parametrize(
    ("who", "part", "allowed"),
    [
        ("bo", "feeling-safe", True),
        ("bo", "feeling-well", False),
        ("bo", "the whole plan", False),
        ("bo", "my group", True),
        ("bo", "harbour board", True),
        ("kit", "the whole plan", True),
        ("nia", "feeling-safe", False),
    ],
)
async def test_only_chairs_of_what_it_is_for_and_administrators_open_one(
    harbour: Harbour, who: str, part: str, allowed: bool
) -> None:
    text = await harbour.say(f"open a round for {part}, papers due 12 June", who)
    assert ("is set" in text) is allowed
    assert ("Only the chair of all that it covers or an administrator" in text) is not allowed


async def test_a_chair_who_names_nothing_means_their_own_group(harbour: Harbour) -> None:
    text = await harbour.say("open a round, papers due 12 June", "bo")
    assert "The reporting round for Harbour Board is set: 3 actions" in text


async def test_the_boards_chair_opens_one_for_anything(harbour: Harbour) -> None:
    async with harbour.open_unit(harbour.workspace) as unit:
        group = (await unit.people.directory()).partnership_groups[0]
        await unit.people.put_group(
            group.model_copy(update={"name": "The Board", "slug": "board", "board": True})
        )
        await unit.people.appoint(
            Appointment(person="nia", office=Office.CHAIR, partnership_group="The Board")
        )
        await unit.commit()
    assert "is set" in await harbour.say(OPEN, "nia")


async def test_without_a_day_it_is_asked_for_and_nothing_is_opened(harbour: Harbour) -> None:
    text = await harbour.say("open a round for feeling-safe", "bo")
    assert "When are the board’s papers due?" in text
    assert "No round has been held." in await harbour.say("who has answered?", "bo")


async def test_too_little_time_says_which_day_is_the_earliest(harbour: Harbour) -> None:
    text = await harbour.say("open a round for feeling-safe, papers due 16 May", "bo")
    assert "There is not enough time for a round before Fri 16 May." in text
    assert "Wed 21 May is the earliest" in text


async def test_an_unknown_part_is_answered_with_what_there_is(harbour: Harbour) -> None:
    text = await harbour.say("open a round for feeling-brave, papers due 12 June", "bo")
    assert "“Feeling Safe”" in text.replace("\n", " ")


async def test_a_second_one_for_the_same_part_is_not_opened(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    text = await harbour.say(OPEN, "bo")
    assert "Feeling Safe, reporting round: opens on Thu 22 May. Call it off first" in text


async def test_anybody_sees_who_has_answered_and_who_has_not(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=8)
    await harbour.say("7.2 on track, the keepers like it")
    text = await harbour.say("who has answered the round?", "sam")
    assert "Feeling Safe, reporting round: open until Mon 9 June. 1 of 3 actions" in text
    _, waiting, done = text.split("Still to answer: 2")[0], *text.split("Answered: 1")
    assert "Nia Quill: 7.3" in waiting
    assert "Sam Tarn: 8.2" in waiting
    assert "Nia Quill: 7.2" in done


async def test_a_late_answer_is_taken_and_marked_late(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=27)
    told = " ".join((await harbour.say("7.2 on track")).split())
    assert "Recorded: 7.2 on track." in told
    assert (
        "The reporting round for Feeling Safe closed on Mon 9 June: 7.2 is recorded, marked late."
    ) in told
    text = await harbour.say("who has answered?", "bo")
    assert "closed on Mon 9 June. 1 of 3 actions answered, 1 of them" in text
    assert "Answered late: 1" in text


async def test_only_the_first_word_after_a_round_is_said_to_be_late(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=8)
    assert "marked late" not in await harbour.say("7.3 on track")
    harbour.later(days=19)
    assert "marked late" not in await harbour.say("7.3 at risk, the lamps are late")
    assert "marked late" in await harbour.say("8.2 on track", "sam")
    assert "marked late" not in await harbour.say("9.1 on track", "sam")  # of another section
    assert "marked late" not in await harbour.say("8.2 still on track", "sam")
    harbour.later(days=40)
    assert "marked late" not in await harbour.say("7.2 on track")


async def test_one_message_answers_for_all_but_one(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=8)
    said = "all on track except 7.3, which will be late, end of July, lamps not delivered"
    await harbour.say(said, about=("7.2", "7.3"))
    text = await harbour.say("who has answered?", "bo")
    assert "2 of 3 actions answered" in text


async def test_it_is_closed_by_words_with_what_it_brought(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=8)
    await harbour.say("7.2 complete, all of them trained")
    await harbour.say("7.3 will be late, now 31 July, lamps not delivered")
    harbour.later(days=1)
    text = " ".join((await harbour.say("close the round for feeling-safe", "bo")).split())
    assert "The round for Feeling Safe is closed." in text
    assert "2 of 3 actions answered" in text
    assert "Dates changed in this round: 1" in text
    assert "was 30 May, now Thu 31 July (+62 days, moved once)" in text
    assert "lamps not delivered" in text
    assert "Completed in this round: 1" in text
    assert "No answer: 1" in text
    assert "8.2 Dredge the channel" in text.split("No answer: 1")[1]


async def test_one_that_has_not_opened_is_not_closed(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    text = await harbour.say("close the round", "bo")
    assert "opens on Thu 22 May, so there is nothing to close yet." in text
    assert "is called off" in await harbour.press(1, "bo")


async def test_it_is_called_off_by_who_may_open_it(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    assert "Only the chair" in await harbour.say("call off the round", "nia")
    assert "is called off" in await harbour.say("call off the round", "bo")
    assert "called off." in await harbour.say("who has answered?", "bo")
    assert "No round is open" in await harbour.say("close the round", "bo")
    assert "is set" in await harbour.say(OPEN, "bo")


async def test_the_button_calls_it_off(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    assert "is called off" in await harbour.press(1, "bo")


async def test_a_round_of_something_else_is_news_of_an_action(harbour: Harbour) -> None:
    await harbour.say("7.3 second round of interviews done, on track")
    assert await harbour.events("7.3") == 1
    assert PLAN.key == "harbour"


async def test_what_its_owner_disowned_is_said_to_be_so_in_the_summary(harbour: Harbour) -> None:
    await harbour.say(OPEN, "bo")
    harbour.later(days=9)
    await harbour.say("7.3 is not mine")
    text = " ".join((await harbour.say("close the round", "bo")).split())
    assert "No answer: 3" in text
    assert "no word yet; its owner says that it is not theirs" in text
