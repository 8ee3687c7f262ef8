"""What was answered, sent and published half a year ago is removed; the record stays."""

import logging
from datetime import timedelta

import pytest

from domain.concerns import TOLD_AGAIN
from domain.occasions import Edition
from domain.people import Account
from handlers import people_list, reasons, several_plans
from scheduler import belated, postman, shared_news, undelivered
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.forgetting import SWEPT_AFTER, sweep
from tests.builders import a_request, an_event, an_instruction, an_outgoing
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action

LOOK_BACK = {
    "who is told of something again": timedelta(days=TOLD_AGAIN),
    "who puts out again what was late": belated.LOOKED_BACK,
    "who tells what was given up": undelivered.TOLD_WITHIN,
    "who tells what others have said": shared_news.TOLD_WITHIN,
    "who waits for what was under way": postman.LOOKED_FOR,
    "who is told why they were asked": reasons.LATELY,
    "who answers a message of ours": several_plans.LATELY,
    "who lists whom nothing reaches": people_list.LATELY,
}


@pytest.mark.parametrize("span", LOOK_BACK.values(), ids=LOOK_BACK)
def test_nobody_looks_back_as_far_as_is_swept(span: timedelta) -> None:
    assert span + timedelta(days=31) < SWEPT_AFTER


async def half_a_year_ago() -> Quay:
    """Everything that a word leads to, all of it over."""
    quay = await Quay.with_actions(an_open_action("1.1", 900))
    now = quay.clock.now()
    account = Account(platform="fake", workspace=WORKSPACE, user="nia")
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.inbox.receive(a_request(id="r", account=account), now)
        await unit.inbox.answered("r", now)
        await unit.outbox.put(an_outgoing(key="k", not_before=now))
        await unit.outbox.sent("k", now)
        for week in (1, 2):
            at = now + timedelta(minutes=week)
            await unit.editions.add("quay", Edition(occasion=f"week {week}", at=at))
        await unit.events.append(an_event(plan=PLAN.key, ref="1.1", by="nia", at=now))
        await unit.instructions.append(an_instruction(at=now))
        await unit.commit()
    return quay


async def test_the_beat_sweeps_half_a_year_later_and_leaves_the_record() -> None:
    quay, diary = await half_a_year_ago(), Diary()
    ended, left = quay.clock.now(), []
    for days in (-1, 1):
        quay.clock.moment = ended + SWEPT_AFTER + timedelta(days=days)
        await beat(quay.open_unit, WORKSPACE, quay.clock, quay.calendar, diary=diary)
        async with quay.open_unit(WORKSPACE) as unit:
            new = await unit.inbox.receive(a_request(id="r"), ended)
            left.append((new, await unit.outbox.put(an_outgoing(key="k"))))
            assert len(await unit.events.about(PLAN.key, "1.1")) == 1
            assert len(await unit.instructions.all()) == 1
            assert list(await unit.editions.last()) == ["quay"]
    assert left == [(False, False), (True, True)]


async def test_what_was_swept_is_in_the_log_as_figures(caplog: pytest.LogCaptureFixture) -> None:
    quay = await half_a_year_ago()
    quay.clock.moment += SWEPT_AFTER + timedelta(days=1)
    with caplog.at_level(logging.INFO):
        assert await sweep(quay.open_unit, WORKSPACE, quay.clock) == 3
        assert await sweep(quay.open_unit, WORKSPACE, quay.clock) == 0
    [said] = [vars(each) for each in caplog.records if each.message == "swept"]
    assert (said["deliveries"], said["messages"], said["editions"]) == (1, 1, 1)


async def test_a_long_backlog_is_swept_bit_by_bit() -> None:
    quay = await Quay.with_actions()
    now = quay.clock.now()
    async with quay.open_unit(WORKSPACE) as unit:
        for number in range(5):
            await unit.inbox.receive(a_request(id=f"{number}"), now)
            await unit.inbox.answered(f"{number}", now)
        await unit.commit()
    quay.clock.moment += SWEPT_AFTER + timedelta(days=1)
    swept = [await sweep(quay.open_unit, WORKSPACE, quay.clock, most=2) for _ in range(4)]
    assert swept == [2, 2, 1, 0]
