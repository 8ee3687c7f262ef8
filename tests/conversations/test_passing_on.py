"""What is said of somebody else's action is not lost: it is passed on where one likes."""

from datetime import UTC, date, datetime

import pytest

from bot.clock import SetClock
from bot.console.render import choices, to_text
from domain.calendar import WEEKDAYS
from domain.conversation import Address, Request
from domain.people import Account, Holding, Leave, Person
from domain.work import Status
from handlers.reception import answer
from scheduler.beat import beat
from scheduler.diary import Diary
from store.opening import keep_in_memory
from tests.conversations.conftest import START, Harbour, settle

SAID = "8.2 complete, the survey boat confirmed it"
OFFER = "Pass this on to Sam Tarn"
KEPT = "Sam Tarn will read your words in my next message to them."
PRIVATE = "8.2 complete, the skipper's NHS no is 943 476 5919"


async def test_one_press_and_the_words_are_passed_on_while_the_action_stays(harbour: Harbour):
    await harbour.say(SAID)

    assert KEPT in await harbour.press(1)
    assert (await harbour.state("8.2")).status is Status.ON_TRACK
    assert await harbour.events("8.2") == 0


@pytest.mark.parametrize("said", ["pass this on to Sam Tarn", "Pass this on to Sam Tarn please"])
async def test_the_button_can_be_said(harbour: Harbour, said: str):
    await harbour.say(SAID)

    assert KEPT in await harbour.say(said)


async def test_beside_what_was_recorded_it_can_be_passed_on_too(harbour: Harbour):
    assert "Recorded: 7.3 on track" in await harbour.say("7.3 on track, 8.2 complete")

    assert KEPT in await harbour.say(OFFER)


async def test_a_number_that_was_meant_instead_is_no_answer(harbour: Harbour):
    await harbour.say(SAID)

    assert "I am not waiting for an answer" in await harbour.say("no, 7.3")


async def test_undo_takes_it_back(harbour: Harbour):
    await harbour.say(SAID)
    await harbour.press(1)

    assert "I will not pass your words on to Sam Tarn" in await harbour.say("undo")


@pytest.fixture
async def quay() -> Harbour:
    """The same partnership at home, where it can be seen what is written to whom."""
    open_unit = keep_in_memory()
    await settle(open_unit, "harbour")
    return Harbour(open_unit, SetClock(START), "harbour")


async def reads(quay: Harbour, who: str, day: date, diary: Diary | None = None) -> str:
    """The message somebody gets on a day, on one line; "" where none comes."""
    quay.clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    await beat(quay.open_unit, quay.workspace, quay.clock, WEEKDAYS, diary=diary)
    async with quay.open_unit(quay.workspace) as unit:
        written = [each for each in await unit.outbox.written(who, day) if each.day == day]
    quay.shown = choices(written[-1].reply) if written else ()
    return " ".join(to_text(written[-1].reply).split()) if written else ""


async def passed_on(quay: Harbour, said: str = SAID, button: int = 1, who: str = "nia") -> None:
    await quay.say(said, who)
    await quay.press(button, who)


WEDNESDAY, THURSDAY, FRIDAY = START.date(), date(2031, 5, 15), date(2031, 5, 16)


async def test_the_button_stands_under_whose_it_is(quay: Harbour):
    assert f"[1] {OFFER}" in await quay.say(SAID)


async def test_the_owner_reads_them_whole_and_quoted_once_and_can_answer(quay: Harbour):
    await passed_on(quay)

    told = await reads(quay, "sam", THURSDAY)
    assert "Nia Quill asked me to pass something on to you." in told
    assert f"“{SAID}” (Nia Quill, 14 May)" in told
    assert SAID not in await reads(quay, "sam", FRIDAY)
    reply = await quay.say("8.2 complete", who="sam", about=("8.2",))
    assert "Recorded: 8.2 complete" in reply


async def test_the_owner_has_buttons_for_an_answer(quay: Harbour):
    await passed_on(quay)
    await reads(quay, "sam", THURSDAY)

    assert any(each.startswith("8.2 ") for each in quay.shown)


async def test_who_has_spoken_of_it_since_is_only_told(quay: Harbour):
    await passed_on(quay)
    quay.later(minutes=5)
    await quay.say("8.2 on track", who="sam")

    told = await reads(quay, "sam", THURSDAY)
    assert SAID in told
    assert not any(each.startswith("8.2 on") for each in quay.shown)


async def test_private_words_are_passed_on_without_them_unless_it_is_wished(quay: Harbour):
    reply = await quay.say(PRIVATE)

    assert f"[1] {OFFER} without an NHS number" in reply
    assert f"[2] {OFFER} as written" in reply


async def test_who_had_their_message_today_reads_them_in_the_next(quay: Harbour):
    diary = Diary()
    assert await reads(quay, "sam", WEDNESDAY, diary)
    await passed_on(quay)

    assert SAID not in await reads(quay, "sam", WEDNESDAY, diary)
    assert SAID in await reads(quay, "sam", THURSDAY, diary)


async def test_of_a_paused_plan_they_are_told_and_not_asked(quay: Harbour):
    await passed_on(quay)
    await quay.say("pause the plan until 1 June", who="kit")

    assert SAID in await reads(quay, "sam", THURSDAY)
    assert not any(each.startswith("8.2 ") for each in quay.shown)


async def test_what_was_left_out_reaches_nobody(quay: Harbour):
    await passed_on(quay, PRIVATE)

    told = await reads(quay, "sam", THURSDAY)
    assert "[left out]" in told
    assert "943 476 5919" not in told


async def test_private_words_that_are_wanted_whole_reach_the_owner_whole(quay: Harbour):
    await passed_on(quay, PRIVATE, button=2)

    assert "943 476 5919" in await reads(quay, "sam", THURSDAY)


async def test_what_was_taken_back_in_time_reaches_nobody(quay: Harbour):
    await passed_on(quay)
    assert "I will not pass your words on" in await quay.say("undo")

    assert SAID not in await reads(quay, "sam", THURSDAY)


async def test_what_has_been_read_cannot_be_taken_back(quay: Harbour):
    await passed_on(quay)
    await reads(quay, "sam", THURSDAY)

    assert "Sam Tarn has had your words already" in await quay.say("undo")


async def test_an_edited_message_is_not_passed_on_as_it_was(quay: Harbour):
    account = Account(platform="console", workspace="harbour", user="nia")
    place = Address(platform="console", workspace="harbour", conversation="nia")
    first = Request(id="m1", workspace="harbour", account=account, address=place, text=SAID)
    shown = choices(await answer(first, quay.open_unit, quay.clock))
    quay.number_from(2)
    await quay.say(shown[0])
    edited = first.model_copy(update={"id": "m1b", "corrects": "m1", "text": "7.3 on track"})
    reply = await answer(edited, quay.open_unit, quay.clock)

    assert "Recorded: 7.3 on track" in to_text(reply)
    assert SAID not in await reads(quay, "sam", THURSDAY)


async def test_why_it_came_is_said(quay: Harbour):
    await passed_on(quay)
    await reads(quay, "sam", THURSDAY)

    reply = " ".join((await quay.say("why 8.2?", who="sam")).split())
    assert "Nia Quill asked me to pass their words on to you" in reply


async def on_leave(quay: Harbour, person: str, cover: str | None = None) -> None:
    leave = Leave(person=person, start=START.date(), end=date(2031, 6, 20), delegate=cover)
    async with quay.open_unit(quay.workspace) as unit:
        await unit.people.leave(leave)
        await unit.commit()


@pytest.mark.parametrize(
    ("cover", "offer"),
    [
        ("kit", "Pass this on to Kit Wren"),  # who answers for the owner
        (None, "Pass this on to Bo Lark"),  # who chairs the group that it answers to
    ],
)
async def test_of_an_owner_who_is_away_somebody_else_is_told(quay: Harbour, cover, offer):
    await on_leave(quay, "sam", cover)

    assert f"[1] {offer}" in await quay.say(SAID)


async def test_where_chair_and_owner_are_away_an_administrator_is_told(quay: Harbour):
    await on_leave(quay, "sam")
    await on_leave(quay, "bo")

    assert "[1] Pass this on to Kit Wren" in await quay.say(SAID)
    await quay.press(1)
    told = await reads(quay, "kit", THURSDAY)
    assert f"“{SAID}” (Nia Quill, 14 May)" in told
    assert "8.2 on track" not in quay.shown  # it is not theirs to answer for


async def test_where_nobody_can_be_told_nothing_is_offered(quay: Harbour):
    for person in ("sam", "bo", "kit"):
        await on_leave(quay, person)

    assert "Pass this on" not in await quay.say(SAID)


async def test_owners_of_several_each_have_a_button_and_each_can_be_pressed(quay: Harbour):
    async with quay.open_unit(quay.workspace) as unit:
        await unit.people.put(Person(id="guest", name="Gull Guest"))
        account = Account(platform="console", workspace="harbour", user="guest")
        await unit.people.link(account, "guest")
        await unit.people.hold(Holding(post="Pool Keeper", person="bo"))
        await unit.commit()
    reply = await quay.say("7.3 complete, 8.2 at risk", who="guest")
    shown = quay.shown

    assert "Pass this on to Nia Quill" in reply
    assert OFFER in reply
    for each in shown:
        assert "will read your words" in await quay.say(each, who="guest")
