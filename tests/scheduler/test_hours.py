"""On which days and in which hours somebody is written to."""

from datetime import time, timedelta

import pytest

from domain.calendar import Calendar
from domain.instructions import Close, KeepHour, KeepWeek
from tests.scheduler.quay import MONDAY, Quay, an_open_action, in_days


async def test_nothing_on_weekends_bank_holidays_and_closures():
    holiday = Calendar(closed=frozenset({in_days(7)}))
    quay = await Quay.with_actions(
        an_open_action("1.1", 7), an_open_action("1.2", 12), calendar=holiday
    )
    await quay.order(Close(start=in_days(10), end=in_days(11)), None)
    await quay.play(range(7, 13))
    assert list(await quay.days()) == [8, 9]  # closed when it is due: said the day before

    again = await Quay.with_actions(an_open_action("1.1", 7), calendar=holiday)
    await again.play(range(3, 8))
    assert list(await again.days()) == [3, 4]  # due on the holiday: said on the Friday


async def test_a_part_timer_is_asked_on_the_days_they_work():
    quay = await Quay.with_actions(an_open_action("1.1", 32))
    await quay.order(KeepWeek(person="nia", days=frozenset({0, 1})), None)
    await quay.play(range(33))

    # due on a Friday: each turn comes on the Tuesday before, the last two together
    assert list(await quay.days()) == [1, 15, 22, 29]


async def test_a_person_names_their_own_hour():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.order(KeepHour(person="nia", hour=time(14)), None)
    await quay.play([0], time(9, 15), time(13, 59))
    assert await quay.days() == {}

    await quay.play([0], time(14))
    assert list(await quay.days()) == [0]


@pytest.mark.parametrize("down", [timedelta(minutes=1), timedelta(hours=5), timedelta(days=7)])
async def test_what_was_missed_comes_once_in_the_next_working_hour(down: timedelta):
    quay = await Quay.with_actions(an_open_action("1.1", 0), an_open_action("1.2", 2))
    quay.clock.moment += timedelta(hours=9, minutes=14) + down
    for _ in range(3):
        await quay.play(
            [(quay.clock.now().date() - MONDAY).days], quay.clock.now().time(), time(16)
        )

    assert [set(about) for about in (await quay.days()).values()] == [{"1.1", "1.2"}]


@pytest.mark.parametrize(("hour", "day"), [(time(17), 0), (time(18), 1), (time(23), 1)])
async def test_nobody_is_written_to_in_the_evening(hour: time, day: int):
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.play([0], hour)
    await quay.play([1], time(8), time(9, 15))

    assert list(await quay.days()) == [day]


async def test_the_greeting_goes_by_the_clock():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.play([0], time(13))

    assert "Good afternoon, Nia." in await quay.text()
