"""On which days and in which hours somebody is written to."""

from datetime import time, timedelta

import pytest

from domain.calendar import Calendar
from domain.conversation import Address, Request
from domain.hours import opens
from domain.instructions import Close, KeepHour, KeepWeek
from domain.people import LONDON, Account
from handlers.reception import answer
from tests.scheduler.quay import MONDAY, WORKSPACE, Quay, an_open_action, in_days


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


HALF_PAST_EIGHT, AT_TWO = time(8, 30), time(14)
HOURS = (time(8), HALF_PAST_EIGHT, time(9), time(9, 15), time(10, 1), AT_TWO, time(14, 1), time(16))


async def a_quay_with_somebody_at_two(person: str) -> Quay:
    """Nia is away, and an action of hers is due; another is nobody's. Sam has one."""
    quay = await Quay.with_actions(
        an_open_action("1.1", 1),
        an_open_action("1.2", 60).model_copy(update={"owners": ()}),
        an_open_action("1.3", 1, "Sam Tarn"),
    )
    await quay.away("nia", -1, 9)
    await quay.order(KeepHour(person=person, hour=AT_TWO), None)
    return quay


async def says(person: str, text: str, day: int, at: time, quay: Quay) -> None:
    quay.clock.moment = opens(in_days(day), at, LONDON)
    request = Request(
        id="hour",
        workspace=WORKSPACE,
        account=Account(platform="fake", workspace=WORKSPACE, user=person),
        address=Address(platform="fake", workspace=WORKSPACE, conversation=person),
        text=text,
    )
    assert await answer(request, quay.open_unit, quay.clock)


@pytest.mark.parametrize("person", ["bo", "kit", "sam"])  # a chair, an administrator, an owner
@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (-1, time(12), HALF_PAST_EIGHT),  # a Sunday
        (0, time(7), HALF_PAST_EIGHT),  # before both
        (0, time(10), time(10, 1)),  # the new one has struck, the old has not
        (0, time(13, 59), AT_TWO),
    ],
)
async def test_whose_hour_is_moved_earlier_is_written_to_at_that_and_not_at_the_old_one(
    person: str, day: int, at: time, expected: time
):
    quay = await a_quay_with_somebody_at_two(person)
    await quay.play([-1])
    await quay.play([0], *(hour for hour in HOURS if day == 0 and hour < at))
    await says(person, "ask me at 8:30", day, at, quay)
    await quay.play([0], *(hour for hour in HOURS if day < 0 or hour > at))
    await quay.play([1], *HOURS)

    first, *_ = written = await quay.written(person)
    assert first.not_before == opens(MONDAY, expected, LONDON)
    assert [(each.day - MONDAY).days for each in written] == sorted({*await quay.days(person)})
    assert all(each.not_before.astimezone(LONDON).time() == HALF_PAST_EIGHT for each in written[1:])
