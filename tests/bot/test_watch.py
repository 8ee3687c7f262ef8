"""A loop that stands still is noticed within two minutes and said; once, and when it goes again."""

import logging
from datetime import UTC, datetime, timedelta

from bot.clock import SetClock
from bot.health import STOPPED_AFTER, Pulse
from bot.watch import LOOKS_EVERY, Watch, watching
from domain.people import Account, Appointment, Office, Person
from domain.ports import OpenUnit
from scheduler.stoppage import sign_off, tell_of_stoppage, watch_the_others
from store.opening import keep_in_memory

NOON = datetime(2031, 5, 14, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_it_is_said_once_that_the_loop_stopped_and_once_that_it_goes(caplog):
    clock = SetClock(NOON)
    pulse = Pulse(clock)
    watch = Watch(pulse, clock)
    watch.look()
    assert caplog.messages == []

    clock.moment += STOPPED_AFTER + SECOND
    watch.look()
    watch.look()
    assert caplog.messages == ["loop_stopped"]

    pulse.beat()
    watch.look()
    assert caplog.messages == ["loop_stopped", "loop_goes_again"]


def test_two_minutes_and_no_more_pass_before_it_is_noticed():
    assert timedelta(minutes=2) >= STOPPED_AFTER + LOOKS_EVERY


async def test_it_is_noticed_while_the_whole_process_is_blocked(caplog):
    clock = SetClock(NOON)
    watch = Watch(Pulse(clock), clock)
    clock.moment += STOPPED_AFTER + SECOND
    with caplog.at_level(logging.ERROR), watching(watch, timedelta(milliseconds=1)):
        for _ in range(5_000):  # nothing of the loop runs meanwhile
            if watch.standing_still:
                break
            await_nothing()
    assert caplog.messages == ["loop_stopped"]


def await_nothing() -> None:
    import time

    time.sleep(0.001)


async def with_an_administrator() -> OpenUnit:
    store = keep_in_memory()
    async with store("home") as unit:
        await unit.people.put(Person(id="kit", name="Kit Wren"), Person(id="nia", name="Nia Quill"))
        for id in ("kit", "nia"):
            await unit.people.link(Account(platform="fake", workspace="home", user=id), id)
        await unit.people.appoint(Appointment(person="kit", office=Office.ADMINISTRATOR))
        await unit.commit()
    return store


async def told(store: OpenUnit) -> list[str]:
    async with store("home") as unit:
        return [each.reply.summary for each in await unit.outbox.written("kit", NOON.date())]


async def test_the_administrators_are_told_once_of_each_stop():
    store = await with_an_administrator()
    now = NOON + timedelta(minutes=28)

    assert await tell_of_stoppage(store, "home", NOON, now) == 1
    assert await tell_of_stoppage(store, "home", NOON, now + SECOND) == 0

    [said] = await told(store)
    assert "from 13:00 on Wednesday 14 May and noticed at 13:28" in said


async def test_while_one_stands_still_another_tells_the_administrators_within_two_minutes():
    store = await with_an_administrator()
    await watch_the_others(store, "home", "blue", NOON)
    for seconds in (30, 60, 90, 120):  # the green one goes on
        assert await told(store) == []
        await watch_the_others(store, "home", "green", NOON + timedelta(seconds=seconds))

    [said] = await told(store)
    assert "blue, has not been heard of since 13:00 on Wednesday 14 May" in said
    assert await watch_the_others(store, "home", "green", NOON + timedelta(minutes=5)) == 0


async def test_one_that_was_told_to_stop_is_not_missed():
    store = await with_an_administrator()
    await watch_the_others(store, "home", "blue", NOON)
    await sign_off(store, "home", "blue")
    await watch_the_others(store, "home", "green", NOON + timedelta(hours=1))

    assert await told(store) == []


async def test_one_that_comes_back_and_stops_again_is_told_of_again():
    store = await with_an_administrator()
    for hour in (0, 1):
        then = NOON + timedelta(hours=hour)
        await watch_the_others(store, "home", "blue", then)
        await watch_the_others(store, "home", "green", then + timedelta(minutes=2))

    assert sum("my work, blue" in said for said in await told(store)) == 2
