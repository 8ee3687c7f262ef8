"""Leave is noted with its days, taken back and called off; so is whatever was told last."""

from datetime import date

import pytest

from domain.people import Directory, Leave
from tests.conversations.conftest import Harbour, awake, put_to_sleep, settled

LEAVE = "I am on leave from 2 to 6 June"


async def away_on(harbour: Harbour, day: date, person: str = "nia") -> bool:
    async with harbour.open_unit(harbour.workspace) as unit:
        directory: Directory = await unit.people.directory()
    own = [each for each in directory.leave if each.person == person]
    return any(each.start <= day <= each.end for each in own)


IN_JUNE = date(2031, 6, 4)


async def test_undo_takes_back_the_leave_that_was_told_last_and_no_older_news(harbour: Harbour):
    await settled(harbour, "7.3 at risk, no money")
    await settled(harbour, LEAVE)
    assert await away_on(harbour, IN_JUNE)

    told = await settled(harbour, "undo")

    assert "Taken back: you are not away from Mon 2 June to Fri 6 June." in told
    assert not await away_on(harbour, IN_JUNE)
    assert (await harbour.state("7.3")).words == "7.3 at risk, no money"
    assert "7.3 is as it was before" in await settled(harbour, "undo")
    assert "nothing of yours to take back" in await settled(harbour, "undo")


async def test_undo_takes_back_the_news_that_came_after_the_leave(harbour: Harbour):
    await settled(harbour, LEAVE)
    await settled(harbour, "7.3 at risk, no money")

    assert "7.3 is as it was before" in await settled(harbour, "undo")
    assert await away_on(harbour, IN_JUNE)


async def test_undo_takes_back_news_and_leave_of_one_message(harbour: Harbour):
    await settled(harbour, "7.3 at risk, no money. I am on leave from 2 to 6 June.")
    assert await away_on(harbour, IN_JUNE)

    told = await settled(harbour, "undo")

    assert "7.3 is as it was before" in told
    assert "you are not away from Mon 2 June to Fri 6 June" in told
    assert not await away_on(harbour, IN_JUNE)
    assert (await harbour.state("7.3")).status is None


async def test_the_button_takes_back_this_leave_however_much_was_said_since(harbour: Harbour):
    await settled(harbour, LEAVE)
    takes_back = harbour.shown[0]
    await settled(harbour, "7.3 at risk, no money")

    assert "you are not away" in await settled(harbour, takes_back)
    assert "nothing of yours to take back" in await settled(harbour, takes_back)


async def test_nobody_takes_back_somebody_elses_leave(harbour: Harbour):
    await settled(harbour, LEAVE)

    assert "nothing of yours to take back" in await settled(harbour, harbour.shown[0], "sam")
    assert await away_on(harbour, IN_JUNE)


async def test_leave_that_was_told_again_is_as_it_was_told_first(harbour: Harbour):
    await settled(harbour, LEAVE)
    await settled(harbour, "I am on leave from 2 to 20 June")

    told = await settled(harbour, "undo")

    assert "Taken back: you are away from Mon 2 June to Fri 6 June." in told
    assert await away_on(harbour, date(2031, 6, 6))
    assert not await away_on(harbour, date(2031, 6, 9))


@pytest.mark.parametrize(
    "said",
    [
        "cancel my leave",
        "please cancel my leave",
        "Cancel my annual leave in June",
        "cancel my leave from 2 to 6 June",
        "my leave is cancelled",
        "my leave in June is cancelled",
        "I'm not away after all",
        "I am not on leave from 2 June after all.",
    ],
)
async def test_leave_to_come_is_called_off_in_words(harbour: Harbour, said: str):
    await settled(harbour, LEAVE)

    told = await settled(harbour, said)

    assert "Called off: I no longer have you down as away from Mon 2 June to Fri 6 June." in told
    assert not await away_on(harbour, IN_JUNE)
    assert "you are away from Mon 2 June to Fri 6 June" in await settled(harbour, "undo")
    assert await away_on(harbour, IN_JUNE)


async def test_leave_that_has_begun_ends_with_yesterday_when_it_is_called_off(harbour: Harbour):
    await settled(harbour, "on leave until 3 June")
    harbour.later(days=3)

    assert "Called off: I no longer have you down as away until Tue 3 June." in await settled(
        harbour, "cancel my leave"
    )
    assert await away_on(harbour, date(2031, 5, 16))
    assert not await away_on(harbour, date(2031, 5, 17))


async def test_which_leave_is_called_off_is_asked_where_there_are_two(harbour: Harbour):
    await settled(harbour, LEAVE)
    await settled(harbour, "I am on leave from 7 to 11 July")

    asked = await settled(harbour, "cancel my leave")
    assert "from Mon 2 June to Fri 6 June and from Mon 7 July to Fri 11 July." in asked
    assert "Which one shall I call off?" in asked
    assert await away_on(harbour, IN_JUNE)

    told = await harbour.press(2)
    assert "Called off: I no longer have you down as away from Mon 7 July to Fri 11 July." in told
    assert await away_on(harbour, IN_JUNE)


async def test_the_button_calls_off_its_leave_even_where_another_has_the_same_days(
    harbour: Harbour,
):
    await settled(harbour, LEAVE)
    await settled(harbour, "I am on leave from 4 to 10 June")
    await settled(harbour, "cancel my leave")

    told = await harbour.press(2)

    assert (
        "Called off: I no longer have you down as away from Wed 4 June to Tue 10 June."
        in " ".join(told.split())
    )
    assert await away_on(harbour, date(2031, 6, 6))
    assert not await away_on(harbour, date(2031, 6, 9))


async def test_both_are_called_off_where_all_are_meant(harbour: Harbour):
    await settled(harbour, LEAVE)
    await settled(harbour, "I am on leave from 7 to 11 July")

    assert "Called off" in await settled(harbour, "cancel all my leave")
    assert not await away_on(harbour, IN_JUNE)
    assert not await away_on(harbour, date(2031, 7, 8))


async def test_leave_that_was_never_told_is_not_called_off(harbour: Harbour):
    told = await settled(harbour, "cancel my leave")

    assert "I do not have you down as away, so nothing has changed." in told


async def test_who_is_back_before_their_leave_is_told_what_is_noted(harbour: Harbour):
    await settled(harbour, LEAVE)

    told = await settled(harbour, "I am back from leave")

    assert "You are not away today." in told
    assert "I have you down as away from Mon 2 June to Fri 6 June." in told
    assert await away_on(harbour, IN_JUNE)
    assert "Called off" in await harbour.press(1)


async def test_a_setting_is_taken_back_as_news_is(harbour: Harbour):
    await settled(harbour, "7.3 at risk, no money")
    await settled(harbour, "ask me at 8:30")

    assert "Taken back: “ask me at 8:30” no longer counts." in await settled(harbour, "undo")
    assert (await harbour.state("7.3")).words == "7.3 at risk, no money"


async def test_a_pause_is_taken_back(harbour: Harbour):
    await settled(harbour, "pause the plan until 1 June", "kit")

    assert "“pause the plan until 1 June” no longer counts" in await settled(harbour, "undo", "kit")


async def test_what_cannot_be_taken_back_is_said_and_nothing_older_is(harbour: Harbour):
    await settled(harbour, "7.3 at risk, no money", "kit")
    await settled(harbour, "give post Harbour Master to Nia Quill", "kit")

    told = await settled(harbour, "undo", "kit")

    assert "“undo” cannot take back “give post Harbour Master to Nia Quill”" in told
    assert (await harbour.state("7.3")).words == "7.3 at risk, no money"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I'm on leave from 5 June to 1 June", "(It would end before it begins.)"),
        ("on leave from 30/2 to 5/3", "(That day does not exist.)"),
        ("on leave from 1 to 5 May 2031", "(That has passed.)"),
        ("away 3, 4 and 5 June", "(I cannot tell which days.)"),
    ],
)
async def test_leave_that_cannot_be_meant_is_asked_about(harbour: Harbour, said: str, asked: str):
    told = await settled(harbour, said)

    assert f"From when until when are you away? {asked}" in told
    async with harbour.open_unit(harbour.workspace) as unit:
        assert (await unit.people.directory()).leave == ()


async def test_two_leaves_of_one_message_are_two_and_are_taken_back_together(harbour: Harbour):
    told = await settled(harbour, "I'm away from 2 to 6 June and again from 7 to 11 July")

    assert "from Mon 2 June to Fri 6 June" in told and "from Mon 7 July to Fri 11 July" in told
    assert await away_on(harbour, IN_JUNE)
    assert not await away_on(harbour, date(2031, 6, 20))
    assert "nothing of yours" not in await settled(harbour, "undo")
    assert not await away_on(harbour, IN_JUNE)
    assert not await away_on(harbour, date(2031, 7, 8))


@pytest.mark.parametrize("said", ["I'm back", "I am back from leave", "i'm back at work now."])
async def test_who_is_back_early_is_asked_again(harbour: Harbour, said: str):
    await settled(harbour, "on leave until 3 June, Sam Tarn is covering")
    await put_to_sleep(harbour)
    harbour.later(days=3)

    assert "Welcome back. I will ask you" in await settled(harbour, said)
    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert leave.end == date(2031, 5, 16)
    assert await awake(harbour) == {"7.1", "7.2", "7.3"}


async def test_who_was_not_away_is_told_so(harbour: Harbour):
    assert "I did not have you down as away" in await settled(harbour, "I'm back")


async def test_cover_by_somebody_unknown_is_said(harbour: Harbour):
    reply = await settled(harbour, "on leave until 3 June, Ezra Finch is covering")

    assert "You are away until Tue 3 June." in reply
    assert "nobody called Ezra Finch" in reply


async def test_leave_is_kept_with_its_words_and_has_ones_actions_looked_at(harbour: Harbour):
    await put_to_sleep(harbour)
    await settled(harbour, "on leave until 3 June, Sam Tarn is covering")

    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert leave == Leave(
        person="nia",
        start=date(2031, 5, 14),
        end=date(2031, 6, 3),
        delegate="sam",
        words="on leave until 3 June, Sam Tarn is covering",
    )
    assert await awake(harbour) == {"7.1", "7.2", "7.3"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "I am on leave until 3 June",
            "You are away until Tue 3 June. I will not ask you anything then",
        ),
        (
            "I am on leave from 2 June until 6 June",
            "You are away from Mon 2 June to Fri 6 June. I will not ask you anything then",
        ),
        ("I am on leave on 2 June", "You are away on Mon 2 June. I will not ask you anything then"),
    ],
)
async def test_leave_is_repeated_with_its_days(harbour: Harbour, said: str, told: str):
    assert told in await settled(harbour, said)


@pytest.mark.parametrize(
    "said",
    [
        "Sam Tarn answers for me until 3 June",
        "Sam Tarn will cover for me until 3 June.",
        "Sam Tarn is standing in for me to 3 June",
    ],
)
async def test_somebody_else_answers_without_a_word_about_leave(harbour: Harbour, said: str):
    assert "Sam Tarn may answer for your actions until then" in await settled(harbour, said)

    async with harbour.open_unit(harbour.workspace) as unit:
        [leave] = (await unit.people.directory()).leave
    assert (leave.person, leave.end, leave.delegate) == ("nia", date(2031, 6, 3), "sam")


async def test_cover_in_the_news_of_an_action_is_no_leave(harbour: Harbour):
    await settled(harbour, "7.3 on track, Sam Tarn covers for me on Tuesdays")

    async with harbour.open_unit(harbour.workspace) as unit:
        assert (await unit.people.directory()).leave == ()
