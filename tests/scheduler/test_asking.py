"""What is asked about, and what is left in peace."""

from datetime import datetime, time

import pytest

from domain.hours import opens
from domain.instructions import Pause, Resume
from domain.people import LONDON
from domain.work import Due, DueKind, Status
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.fakes import FakeMessenger
from tests.scheduler.quay import WORKSPACE, Quay, an_open_action, in_days


def midnight(days: int) -> datetime:
    return opens(in_days(days), time(), LONDON)


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.COMPLETE},
        {"status": Status.CANCELLED},
        {"snoozed_until": in_days(30)},
        {"disowned": True, "handed_to": "Sam Tarn"},
        {"disowned": True},
        {"status": Status.ON_TRACK},  # said the day before
    ],
)
async def test_nobody_is_asked_about_what_is_finished_put_off_handed_on_or_fresh(state):
    quay = await Quay.with_actions(an_open_action("1.1", 2))
    await quay.say("1.1", -1, **state)
    await quay.play(range(3))

    assert await quay.days() == {}


async def test_what_was_to_start_is_asked_about_until_a_date_is_given():
    from_today = Due(kind=DueKind.FROM, start=in_days(0))
    quay = await Quay.with_actions(an_open_action("1.1", from_today))
    await quay.play(range(8))
    assert list(await quay.days()) == [0, 7]
    assert "has it started?" in await quay.text()

    await quay.say("1.1", 7, forecast=in_days(60), moves=1)
    await quay.play(range(8, 61))
    assert list(await quay.days()) == [0, 7, 32, 46, 53, 58, 60]
    assert "expected today" in await quay.text()


async def test_what_must_be_finished_comes_before_what_was_to_start():
    from_then = Due(kind=DueKind.FROM, start=in_days(-20))
    quay = await Quay.with_actions(an_open_action("1.1", from_then), an_open_action("1.2", -1))
    await quay.play([0])

    assert await quay.days() == {0: ("1.2", "1.1")}


async def test_an_update_ends_the_asking_until_the_next_turn():
    quay = await Quay.with_actions(an_open_action("1.1", 14))
    await quay.play([0])
    await quay.say("1.1", 1, status=Status.ON_TRACK)
    await quay.play(range(1, 15))

    assert list(await quay.days()) == [0, 7, 11, 14]


async def test_what_one_answer_held_back_asks_about_the_rest_the_same_day():
    quay = await Quay.with_actions(an_open_action("1.1", 0), an_open_action("1.2", 0))
    await quay.play([0], time(9, 15))
    await quay.say("1.1", 0, status=Status.ON_TRACK)  # at ten, before it could be delivered
    quay.clock.moment = opens(in_days(0), time(11), LONDON)
    messenger = FakeMessenger()
    sending = Sending(quay.open_unit, {"fake": messenger}, quay.clock, lambda: 0.5)
    await send_due(sending, WORKSPACE)
    assert messenger.sent == []

    await quay.play([0], time(11, 1))
    await send_due(sending, WORKSPACE)
    assert len(messenger.sent) == 1
    assert await quay.days() == {0: ("1.2",)}


async def test_an_action_that_nothing_is_wanted_of_is_not_looked_at_again():
    quay = await Quay.with_actions(an_open_action("1.1", 200))
    await quay.beat(0)
    async with quay.open_unit(WORKSPACE) as unit:
        assert await unit.actions.awake(midnight(80), 10) == []
        assert await unit.actions.awake(midnight(300), 10) != []


class TestPaused:
    async def test_nobody_is_asked_about_a_paused_plan_until_it_is_resumed(self):
        quay = await Quay.with_actions(an_open_action("1.1", 3))
        await quay.order(Pause())
        await quay.play(range(5))
        assert await quay.days() == {}

        await quay.order(Resume())
        await quay.play(range(7, 9))
        assert list(await quay.days()) == [7]

    async def test_a_pause_ends_on_its_day(self):
        quay = await Quay.with_actions(an_open_action("1.1", 3))
        await quay.order(Pause(until=in_days(2)))
        await quay.play(range(5))

        assert list(await quay.days()) == [2, 3]
