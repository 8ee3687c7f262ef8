"""How often somebody is asked, and why, is said and set in words."""

import pytest

from handlers.policies import back_to_usual
from tests.conversations.conftest import PLAN, Harbour, settled


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("remind 14, 7 and 0 days ahead", "Ahead of a date: 14 and 7 days, and on the day"),
        ("remind feeling-safe 3 days before", "Ahead of a date: 3 days"),
        ("chase 7.3 every 14 days", "Once it is past: every 14 days"),
        ("chase feeling safe fortnightly", "Once it is past: every 14 days"),
        ("leave 7 alone for 10 days after an update", "After an update: nothing for 10 days"),
        ("tell the chair after 5 working days", "the chair after 5 working days"),
        ("tell the administrator about 7.3 after 7 working days", "an administrator after 7 more"),
    ],
)
async def test_how_often_is_set_for_the_plan_or_a_part_of_it(
    harbour: Harbour, said: str, shown: str
):
    told = await settled(harbour, said, "kit")

    assert shown in told
    assert f"Last set by Kit Wren, 14 May: “{said}”" in told


async def test_a_chair_sets_it_of_what_answers_to_them_also_where_it_is_their_own(
    harbour: Harbour,
):
    async with harbour.open_unit(harbour.workspace) as unit:
        action = (await unit.actions.get(PLAN.key, "7.3")).action
        await unit.actions.put(PLAN.key, [action.model_copy(update={"owners": ("Bo Lark",)})])
        await unit.commit()

    assert "every 14 days" in await settled(harbour, "chase 7.3 every 14 days", "bo")


async def test_a_policy_goes_back_to_what_is_usual(harbour: Harbour):
    await settled(harbour, "remind feeling-safe 3 days before", "kit")
    told = await harbour.press(1, "kit")

    assert "28, 14, 7 and 2 days, and on the day" in " ".join(told.split())


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("", "usual reminders"),
        ("safer-harbour", "usual reminders for safer-harbour"),
        ("staff", "usual reminders for staff"),
        ("who to look for", "usual reminders for who to look for"),
    ],
)
def test_the_button_back_to_what_is_usual_names_the_part_as_it_is_called(part: str, says: str):
    assert back_to_usual(part) == says


async def test_a_chair_sets_what_answers_to_their_group_and_nothing_else(harbour: Harbour):
    assert "every 14 days" in await settled(harbour, "chase feeling-safe every 14 days", "bo")
    assert "every 21 days" in await settled(harbour, "chase 7.3 every 21 days", "bo")
    assert "Only its own chair" in await settled(harbour, "chase feeling-well every 14 days", "bo")


async def test_anybody_may_ask_how_often(harbour: Harbour):
    told = await settled(harbour, "how often do you ask about 7.3?")

    assert "How I ask about 7.3:" in told
    assert "one message a day, two a week unless something is due that day" in told


async def test_a_part_the_plan_does_not_have_is_said(harbour: Harbour):
    assert "called “the moon”" in await settled(harbour, "chase the moon every 14 days", "kit")


async def test_why_is_answered_under_a_message_and_by_number(harbour: Harbour):
    under = await harbour.ask("why?", about=("7.2", "7.3"))

    assert under is not None
    told = await settled(harbour, "why am I asked about 7.2 and 7.3?")
    assert "it was due Fri 9 May; I ask every 7 days" in told
    assert "it is due Fri 30 May; I ask 28, 14, 7 and 2 days ahead, and on the day" in told
    assert "the plan names you as its owner" in told
    assert under.summary == "Why I wrote to you:"


async def test_why_gives_the_round_that_asks_and_an_administrator_what_is_lacking(harbour: Harbour):
    await harbour.say("open a round for feeling-safe, papers due 12 June", "kit")
    harbour.later(days=8)

    told = await settled(harbour, "why 7.3?")
    assert "the reporting round for Feeling Safe asks for a word by Mon 9 June" in told
    await settled(harbour, "7.3 is not mine")
    assert "its owner says that it is not theirs; and you look after" in await settled(
        harbour, "why 7.3?", "kit"
    )


async def test_why_without_any_message_says_so(harbour: Harbour):
    assert "I have not written to you" in await settled(harbour, "why?")
