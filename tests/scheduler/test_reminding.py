"""What the bot says unasked: at the person's hour, all in one message, never twice, never lost."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SetClock
from bot.console.render import to_text
from domain.calendar import Calendar
from domain.people import Account, Person
from domain.ports import OpenUnit
from scheduler.postman import FIRST_PAUSE, LEASE, Sending
from scheduler.reminders import remind
from scheduler.sender import send_due
from store.opening import keep_in_memory
from tests.builders import a_plan, an_action, by
from tests.fakes import FakeMessenger

WORKSPACE = "harbour"
DUE = datetime(2031, 5, 14, tzinfo=UTC).date()  # a Wednesday
AT_NINE = datetime(2031, 5, 14, 8, 0, tzinfo=UTC)  # 09:00 in London, in summer time
EVERY_DAY = Calendar()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(AT_NINE)


@pytest.fixture
def platform() -> FakeMessenger:
    return FakeMessenger()


@pytest.fixture
async def open_unit() -> OpenUnit:
    open_unit = keep_in_memory()
    async with open_unit(WORKSPACE) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put(
            "harbour",
            [
                an_action(ref="1.1", due=by(DUE + timedelta(days=7))),
                an_action(ref="1.2", due=by(DUE)),
            ],
        )
        await unit.people.put(Person(id="nia", name="Nia Quill"))
        await unit.people.link(Account(platform="fake", workspace=WORKSPACE, user="u1"), "nia")
        await unit.commit()
    return open_unit


async def beat(open_unit: OpenUnit, clock: SetClock, platform: FakeMessenger) -> None:
    await remind(open_unit, WORKSPACE, clock, EVERY_DAY)
    await deliver(open_unit, clock, fake=platform)


async def deliver(open_unit: OpenUnit, clock: SetClock, **platforms: FakeMessenger) -> int:
    return await send_due(Sending(open_unit, platforms, clock, lambda: 1.0), WORKSPACE)


def later(clock: SetClock, **by: float) -> None:
    clock.moment += timedelta(**by)


async def test_all_that_concerns_a_person_comes_in_one_message_most_urgent_first(
    open_unit, clock, platform
):
    later(clock, minutes=15)
    await beat(open_unit, clock, platform)

    [(address, reply)] = platform.sent
    text = to_text(reply)
    assert address.conversation == "u1"
    assert "Good morning, Nia. Two things on the plan need a word from you." in text
    assert text.index("1.2") < text.index("1.1")


async def test_nothing_is_said_before_the_persons_hour(open_unit, clock, platform):
    later(clock, minutes=14)
    await beat(open_unit, clock, platform)

    assert platform.sent == []


async def test_the_hour_is_that_of_the_persons_own_zone(open_unit, clock, platform):
    async with open_unit(WORKSPACE) as unit:
        await unit.people.put(
            Person(id="nia", name="Nia Quill", timezone=ZoneInfo("America/New_York"))
        )
        await unit.commit()
    later(clock, hours=5, minutes=14)
    await beat(open_unit, clock, platform)
    assert platform.sent == []

    later(clock, minutes=1)
    await beat(open_unit, clock, platform)
    assert len(platform.sent) == 1


async def test_many_beats_a_restart_and_a_late_beat_say_it_once(open_unit, clock, platform):
    later(clock, minutes=15)
    for _ in range(3):
        await beat(open_unit, clock, platform)
        later(clock, hours=2)

    assert len(platform.sent) == 1


async def test_what_the_platform_refused_is_tried_again_and_arrives_once(
    open_unit, clock, platform
):
    later(clock, minutes=15)
    platform.broken = True
    await beat(open_unit, clock, platform)
    platform.broken = False
    await beat(open_unit, clock, platform)
    assert platform.sent == []

    later(clock, seconds=FIRST_PAUSE.total_seconds())
    await beat(open_unit, clock, platform)
    await beat(open_unit, clock, platform)
    assert len(platform.sent) == 1


async def test_what_a_process_took_and_never_sent_is_taken_by_the_next(open_unit, clock, platform):
    later(clock, minutes=15)
    await remind(open_unit, WORKSPACE, clock, EVERY_DAY)
    async with open_unit(WORKSPACE) as unit:
        taken = await unit.outbox.lease("fake", clock.now(), clock.now() + LEASE, 10)
        await unit.commit()
    assert len(taken) == 1
    await deliver(open_unit, clock, fake=platform)
    assert platform.sent == []

    later(clock, seconds=LEASE.total_seconds() + 1)
    await deliver(open_unit, clock, fake=platform)
    assert len(platform.sent) == 1


async def test_without_a_plan_or_on_a_day_not_worked_nothing_is_said(open_unit, clock, platform):
    later(clock, minutes=15)
    assert await remind(keep_in_memory(), WORKSPACE, clock, EVERY_DAY) == 0
    assert await remind(open_unit, WORKSPACE, clock, Calendar(closed=frozenset({DUE}))) == 0


async def test_a_platform_that_is_not_there_loses_nothing(open_unit, clock, platform):
    later(clock, minutes=15)
    await remind(open_unit, WORKSPACE, clock, EVERY_DAY)
    assert await deliver(open_unit, clock) == 0

    later(clock, seconds=FIRST_PAUSE.total_seconds())
    assert await deliver(open_unit, clock, fake=platform) == 1
