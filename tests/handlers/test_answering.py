"""One message, answered on the spot or in its turn: the same is said, and the same is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.clock import SetClock
from domain.calendar import DAY
from domain.conversation import Reply, Request
from domain.documents import Attached
from domain.intents import Undo, Update
from domain.newcomers import Profile
from domain.people import LONDON, Account
from domain.problems import StoreUnavailable
from domain.waiting import PASSED_AFTER
from domain.work import Status
from handlers.answering import LATER_PAUSE, Answering, NotYet
from handlers.wording import FAULT
from tests.claiming import claim
from tests.conversations.conftest import START
from tests.handlers.at_home import HOME, House, said

QUESTIONS = (
    "status",
    "status feeling-safe",
    "show 7.3",
    "what do I owe you?",
    "what is overdue?",
    "what is due this month?",
    "who owns 7.3?",
    "which have no owner?",
    "history of 7.3",
    "what changed since 1 May?",
    "help",
    "our words",
)
MORE = ("7.3 on track", "undo", "call the lamps 7.3", "7.3 or 7.2 done", "show 99.9", "x" * 20_000)


class Unreadable:
    """A directory whose answer lacks what it should have."""

    async def profile(self, account: Account) -> Profile | None:
        raise KeyError(account.user)


async def broken(*_: object) -> object:
    raise RuntimeError("a fault")


async def gone(*_: object) -> object:
    raise StoreUnavailable("The database cannot be reached.")


@pytest.fixture
async def house() -> House:
    made = House()
    await made.settle()
    return made


@pytest.fixture
async def twin() -> House:
    made = House()
    await made.settle()
    return made


@pytest.mark.parametrize(
    "request_",
    [
        *map(said, (*QUESTIONS, *MORE)),
        said("7.3 on track", by="somebody new"),
        said("7.3 on track", by="uma"),
        said("status", by="uma"),
        said("all well", form=(Undo(),)),
        said("7.3 done", corrects="an earlier one"),
        said("", by="kit", documents=(Attached(id="f", name="plan.md"),)),
        said("", documents=(Attached(id="f", name="plan.md"),)),
    ],
    ids=lambda request: f"{request.text[:30]} by {request.account.user}",
)
async def test_whatever_is_answered_at_once_is_answered_as_in_its_turn(
    house: House, twin: House, request_: Request
) -> None:
    at_once = await house.answering.at_once(request_)
    assert at_once is not None and at_once == await twin.in_turn(request_)
    assert replace(house.kept, outbox={}, printings={}) == replace(
        twin.kept, outbox={}, printings={}
    )
    assert not house.kept.outbox.keys() & {f"answer:{request_.id}"}
    assert await house.answering.at_once(request_) is None


@pytest.mark.parametrize("text", QUESTIONS)
async def test_a_question_is_answered_on_the_spot_as_in_its_turn(
    house: House, twin: House, text: str
) -> None:
    before = house.kept
    async with house.store(HOME) as writing:
        await claim(writing, "the turn is taken")
        reply = await house.answering.question(said(text))
    assert house.kept is before
    assert reply is not None and reply == await twin.in_turn(said(text))


@pytest.mark.parametrize("text", MORE)
async def test_what_wants_more_than_to_be_told_something_is_kept_first(
    house: House, text: str
) -> None:
    assert await house.answering.question(said(text)) is None


async def test_nobody_new_is_answered_on_the_spot(house: House) -> None:
    assert await house.answering.question(said("status", by="somebody new")) is None
    assert await house.answering.question(said("status", by="uma")) is None


async def test_a_question_waits_for_what_the_same_person_said_before(house: House) -> None:
    await house.receive(said("7.3 delayed").model_copy(update={"id": "earlier"}))
    assert await house.answering.question(said("show 7.3")) is None
    assert await house.answering.question(said("show 7.3", by="bo")) is not None
    for waiting in await house.answering.due(HOME):
        await house.answering.answer(waiting)
    told = await house.answering.question(said("show 7.3"))
    assert told is not None and "late" in told.summary


async def test_the_account_that_was_used_last_is_noted_before_it_is_answered(house: House) -> None:
    other = Account(platform="console", workspace=HOME, user="nia's other one")
    async with house.store(HOME) as unit:
        await unit.people.link(other, "nia")
        await unit.commit()
    asked = said("status", by=other.user)
    assert await house.answering.question(asked) is None
    await house.in_turn(asked)
    assert await house.answering.question(asked) is not None
    assert await house.answering.question(said("status")) is None


@pytest.mark.parametrize("day", [date(9999, 12, 30), date(1, 1, 2)])
async def test_a_day_from_which_none_can_be_counted_is_not_recorded(
    house: House, day: date
) -> None:
    """Whatever a platform's form lets through: it would end every beat of the workspace."""
    told = await house.answering.at_once(said("", form=(Update(ref="7.3", forecast=day),)))
    assert told is not None
    assert "too far away: I know the years 1900 to 2099" in told.summary
    assert not house.kept.events


async def test_what_has_waited_speaks_of_the_days_after_it_was_said(house: House) -> None:
    """Nobody was there to answer it overnight."""
    await house.receive(said("7.3 finished by tomorrow"))
    clock = house.answering.clock
    assert isinstance(clock, SetClock)
    clock.moment += timedelta(days=1, hours=1)
    for waiting in await house.answering.due(HOME):
        await house.answering.answer(waiting)
    [event] = house.kept.events
    assert event.change.forecast == START.date() + DAY
    assert event.at == clock.moment


async def test_a_fault_is_told_and_the_message_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.answering.plans, "of", broken)
    with pytest.raises(NotYet) as kept:
        await house.answering.at_once(said("7.3 on track"))
    assert kept.value.failed
    assert house.kept.outbox == {}
    [delivery] = house.kept.inbox.values()
    assert delivery.answered_at is None
    assert delivery.next_try is not None and delivery.next_try > START
    assert delivery.next_try - START < timedelta(minutes=1)


async def test_what_was_kept_before_the_store_failed_waits_and_is_not_taken_for_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(house.answering.plans, "of", gone)
        for failed in (True, False):
            with pytest.raises(NotYet) as kept:
                await house.answering.at_once(said("7.3 on track"))
            assert kept.value.failed is failed
    [waiting] = await house.answering.due(HOME)
    assert await house.answering.answer(waiting) is not None
    assert await house.answering.at_once(said("7.3 on track")) is None
    assert len(house.kept.events) == 1


async def test_a_message_that_keeps_failing_is_tried_for_ever_and_told_of_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.answering.plans, "of", broken)
    await house.receive(said("7.3 on track"))
    clock = house.answering.clock
    assert isinstance(clock, SetClock)
    for attempt in range(1, 31):
        [waiting] = await house.answering.due(HOME)
        await house.answering.answer(waiting)
        [delivery] = house.kept.inbox.values()
        assert delivery.attempts == attempt and delivery.next_try is not None
        assert clock.moment < delivery.next_try <= clock.moment + LATER_PAUSE
        clock.moment = delivery.next_try
    assert [each.outgoing.reply.summary for each in house.kept.outbox.values()] == [FAULT]


@pytest.mark.parametrize("text", ["7.3 on track", "status"])
async def test_whoever_cannot_be_welcomed_is_told_and_their_message_stays(
    house: House, text: str
) -> None:
    house.answering = replace(house.answering, rolls={"console": Unreadable()})
    told = await house.in_turn(said(text, by="somebody new"))
    assert told is not None and told.summary == FAULT
    [delivery] = house.kept.inbox.values()
    assert (delivery.attempts, delivery.answered_at) == (1, None)


async def test_a_fault_while_something_is_explained_is_told_and_the_message_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.answering.explained", broken)
    told = await house.in_turn(said("x" * 20_000))
    assert told is not None and told.summary == FAULT
    [delivery] = house.kept.inbox.values()
    assert (delivery.attempts, delivery.answered_at) == (1, None)


async def overtaken(house: House, request: Request) -> Reply:
    """What is said of a request that failed until later words of its author had passed it."""
    clock = house.answering.clock
    assert isinstance(clock, SetClock)
    await house.receive(request)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Answering, "_done", broken)
        for _ in range(PASSED_AFTER):
            [waiting] = await house.answering.due(HOME)
            await house.answering.answer(waiting)
            clock.moment += timedelta(minutes=10)
    await house.in_turn(said("7.3 complete").model_copy(update={"id": "later"}))
    clock.moment += LATER_PAUSE
    [waiting] = await house.answering.due(HOME)
    told = await house.answering.answer(waiting)
    assert told is not None
    return told


@pytest.mark.parametrize(
    "earlier",
    [said("7.3 delayed"), said("", form=(Update(ref="7.3", status=Status.DELAYED),))],
    ids=["in words", "in a form"],
)
async def test_what_later_words_have_passed_is_recorded_only_on_a_yes(
    house: House, earlier: Request
) -> None:
    told = await overtaken(house, earlier)
    when = f"on {START:%a} {START.day} {START:%B} at {START.astimezone(LONDON):%H:%M}"
    assert told.summary == (
        f"You wrote this {when}, and I could not take it then. Does it still hold? 7.3 delayed."
    )
    assert [each.change.status for each in house.kept.events] == [Status.COMPLETE]
    await house.in_turn(said("yes").model_copy(update={"id": "yes"}))
    assert house.kept.events[-1].change.status is Status.DELAYED


@pytest.mark.parametrize("text", ["undo", "usual reminders for 7.3", "choose 1 of #1"])
async def test_what_would_do_something_else_by_now_is_to_be_said_again(
    house: House, text: str
) -> None:
    told = await overtaken(house, said(text))
    assert f"You wrote “{text}” on " in told.summary
    assert "Nothing was changed: please say it again if it still holds." in told.summary
    assert [each.change.status for each in house.kept.events] == [Status.COMPLETE]


async def test_a_question_that_later_words_have_passed_is_answered(house: House) -> None:
    assert "complete" in (await overtaken(house, said("show 7.3"))).summary
