"""A digest comes to each group's channel once a week, in its hour, with all since the last one."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.clock import SetClock
from bot.console.render import to_text
from domain.calendar import Calendar
from domain.conversation import Address, Kind, Outgoing, Request
from domain.events import Event
from domain.occasions import Weekly, named_in
from domain.people import Account, PartnershipGroup, Person
from domain.ports import OpenUnit
from domain.problems import StoreUnavailable
from domain.sending import Receipt
from domain.work import Section
from handlers.reception import answer
from scheduler.digests import digest
from tests.builders import a_plan, an_action, by

MONDAY = datetime(2031, 5, 12, 8, 30, tzinfo=UTC)  # 09:30 in London, in summer time
QUAY = PartnershipGroup(
    name="Quay Board",
    slug="quay",
    address=Address(platform="fake", workspace="t1", conversation="#quay"),
)
NIA = Account(platform="fake", workspace="w", user="u1")
EVERY_DAY = Calendar()
FOREVER = MONDAY + timedelta(days=999)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
PLAN = a_plan(
    sections=(
        Section(name="Feeling Safe", slug="feeling-safe", partnership_groups=("Quay Board",)),
    ),
    read_at=MONDAY - 10 * DAY,
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MONDAY)


@pytest.fixture
async def ready(open_unit: OpenUnit, home: str) -> OpenUnit:
    async with open_unit(home) as unit:
        await unit.plans.put(PLAN)
        actions = [
            an_action(ref="1.1", due=by(date(2031, 5, 16))),
            an_action(ref="1.2", due=by(date(2031, 4, 30))),
            an_action(ref="2.1", section="Feeling Well", partnership_groups=("Reef Group",)),
        ]
        await unit.actions.put("harbour", actions)
        await unit.people.put(Person(id="nia", name="Nia Quill"))
        await unit.people.link(NIA.model_copy(update={"workspace": home}), "nia")
        await unit.people.put_group(QUAY, PartnershipGroup(name="Reef Group", slug="reef"))
        await unit.commit()
    return open_unit


async def say(text: str, open_unit: OpenUnit, home: str, clock: SetClock, id: str) -> None:
    account = NIA.model_copy(update={"workspace": home})
    address = Address(platform="fake", workspace=home, conversation="u1")
    request = Request(id=id, workspace=home, account=account, address=address, text=text)
    await answer(request, open_unit, clock)


async def posted(open_unit: OpenUnit, home: str) -> list[Outgoing]:
    """What went out since this was asked last."""
    found: list[Outgoing] = []
    async with open_unit(home) as unit:
        while leased := await unit.outbox.lease("fake", FOREVER, FOREVER + DAY, 999):
            for each in leased:
                await unit.outbox.sent(each.key, FOREVER, Receipt(message=each.key, thread="t"))
            found += leased
        await unit.commit()
    return sorted(found, key=lambda each: each.key)


async def take_back(open_unit: OpenUnit, home: str, clock: SetClock) -> None:
    """As the sender does with what is too late."""
    async with open_unit(home) as unit:
        [leased] = await unit.outbox.lease("fake", clock.moment, FOREVER, 9)
        await unit.outbox.withdraw(leased)
        await unit.editions.recall(*named_in(leased.key))
        await unit.commit()


async def test_it_goes_to_the_channel_of_the_group_and_to_no_other(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    [letter] = await posted(ready, home)
    assert (letter.kind, letter.address, letter.to) == (Kind.DIGEST, QUAY.address, None)
    assert (letter.key, letter.plan) == ("digest:harbour:quay:2031-W20", "harbour")
    text = to_text(letter.reply)
    assert "0 of 2 complete, 1 late or delayed" in text
    assert "2.1" not in text
    assert letter.about == ("1.2", "1.1")


async def test_many_beats_replicas_and_restarts_write_it_once(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    async def beat() -> int:
        return await digest(ready, home, clock, EVERY_DAY)

    together = await asyncio.gather(*(beat() for _ in range(4)), return_exceptions=True)
    wrote = [each for each in together if isinstance(each, int)]
    in_vain = [each for each in together if isinstance(each, StoreUnavailable)]
    assert len(wrote) + len(in_vain) == 4  # on a busy machine one may wait in vain for its turn
    assert sum(wrote) + await beat() == 1
    for _ in range(20):
        clock.moment += timedelta(hours=7)
        if clock.moment < MONDAY + 6 * DAY:
            assert await beat() == 0
    assert len(await posted(ready, home)) == 1


async def test_the_next_tells_what_was_said_since_and_nothing_twice(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    await digest(ready, home, clock, EVERY_DAY)
    await posted(ready, home)
    # In the very moment of the digest, but after it: told by the next.
    await say("1.2 complete, the lamps are lit", ready, home, clock, "m1")
    clock.moment += WEEK
    await digest(ready, home, clock, EVERY_DAY)
    [second] = await posted(ready, home)
    text = to_text(second.reply)
    assert "1 of 2 complete (1 more)" in text
    assert "“1.2 complete, the lamps are lit” (Nia Quill, 12 May)" in " ".join(text.split())
    clock.moment += WEEK
    await digest(ready, home, clock, EVERY_DAY)
    [third] = await posted(ready, home)
    assert "lamps" not in to_text(third.reply)


async def test_the_next_waits_for_one_still_to_be_sent_and_tells_what_that_told_in_vain(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    await say("1.2 complete, the lamps are lit", ready, home, clock, "m1")
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    clock.moment += WEEK  # in which the machine was down
    assert await digest(ready, home, clock, EVERY_DAY) == 0

    await take_back(ready, home, clock)
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    [second] = await posted(ready, home)
    assert second.key.endswith("2031-W21")
    assert "the lamps are lit" in to_text(second.reply)


async def test_what_a_first_one_told_in_vain_is_told_by_the_next_however_late_that_is(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    clock.moment -= 3 * DAY
    await say("1.2 complete, the lamps are lit", ready, home, clock, "m1")
    clock.moment = MONDAY
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    await take_back(ready, home, clock)
    clock.moment += WEEK + DAY
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    [second] = await posted(ready, home)
    assert second.key.endswith("2031-W21")
    assert "the lamps are lit" in to_text(second.reply)


async def test_after_weeks_of_silence_one_comes_with_all_since_the_last(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    await digest(ready, home, clock, EVERY_DAY)
    await posted(ready, home)
    await say("1.1 will be late, now 30 June", ready, home, clock, "m1")
    clock.moment = MONDAY + 3 * WEEK + 2 * DAY  # a Wednesday, for the Monday
    assert await digest(ready, home, clock, EVERY_DAY) == 1
    [letter] = await posted(ready, home)
    assert letter.key.endswith("2031-W23")
    text = to_text(letter.reply)
    assert text.startswith("Quay Board, 12 May to Wed 4 June: ")
    assert "was 16 May, now Mon 30 June" in text


@pytest.mark.parametrize(
    ("group", "now", "expected"),
    [
        ({}, MONDAY - timedelta(minutes=1), 0),
        ({}, MONDAY, 1),
        ({}, MONDAY - DAY, 0),  # a Sunday
        ({"digest": Weekly(day=3, at=time(14))}, MONDAY + 2 * DAY, 0),
        ({"digest": Weekly(day=3, at=time(14))}, MONDAY + 3 * DAY + timedelta(hours=5), 1),
        ({"address": None}, MONDAY, 0),  # nowhere to speak: an administrator's to put right
    ],
)
async def test_it_keeps_to_the_groups_own_hour(
    ready: OpenUnit, home: str, group: dict[str, object], now: datetime, expected: int
) -> None:
    async with ready(home) as unit:
        await unit.people.put_group(QUAY.model_copy(update=group))
        await unit.plans.put(PLAN.model_copy(update={"read_at": MONDAY - 4 * DAY}))
        await unit.commit()
    assert await digest(ready, home, SetClock(now), EVERY_DAY) == expected


async def test_on_a_bank_holiday_it_comes_the_day_after(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    closed = Calendar(closed=frozenset({MONDAY.date()}))
    assert await digest(ready, home, clock, closed) == 0
    clock.moment += DAY
    assert await digest(ready, home, clock, closed) == 1


async def test_none_comes_before_the_plan_was_there(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    async with ready(home) as unit:
        await unit.plans.put(PLAN.model_copy(update={"read_at": MONDAY + DAY}))
        await unit.commit()
    clock.moment += 2 * DAY
    assert await digest(ready, home, clock, EVERY_DAY) == 0
    clock.moment = MONDAY + WEEK
    assert await digest(ready, home, clock, EVERY_DAY) == 1


async def test_each_plan_that_the_group_answers_for_has_its_own(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    async with ready(home) as unit:
        for key in ("other", "third"):
            plan = PLAN.model_copy(update={"key": key, "title": f"Plan {key}"})
            await unit.plans.put(plan)
        await unit.actions.put("other", [an_action(ref="1", due=by(MONDAY.date()))])
        await unit.commit()
    assert await digest(ready, home, clock, EVERY_DAY) == 2
    letters = await posted(ready, home)
    assert [each.plan for each in letters] == ["harbour", "other"]
    assert [to_text(each.reply).split(":")[0] for each in letters] == [
        "Quay Board, Harbour Children's Plan, week to Mon 12 May",
        "Quay Board, Plan other, week to Mon 12 May",
    ]


async def test_what_does_not_fit_goes_into_its_thread(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    many = [an_action(ref=f"3.{n}", due=by(MONDAY.date() - DAY)) for n in range(30)]
    async with ready(home) as unit:
        await unit.actions.put("harbour", many)
        await unit.commit()
    await digest(ready, home, clock, EVERY_DAY)
    front, *thread = await posted(ready, home)
    assert {each.under for each in thread} == {front.key}
    refs = {ref for each in thread for ref in each.about}
    assert {each.ref for each in many} <= refs


async def test_a_failure_half_way_leaves_nothing_and_is_made_good(
    ready: OpenUnit, home: str, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(*_: object) -> list[Event]:
        raise ConnectionError("the database went away")

    with monkeypatch.context() as broken:
        broken.setattr("scheduler.publishing.post", failing)
        with pytest.raises(ConnectionError):
            await digest(ready, home, clock, EVERY_DAY)
    assert await posted(ready, home) == []
    assert await digest(ready, home, clock, EVERY_DAY) == 1


BOARD = PartnershipGroup(
    name="The Board",
    slug="board",
    board=True,
    address=Address(platform="fake", workspace="t1", conversation="#board"),
)
FIRST_OF_JUNE = datetime(2031, 6, 2, 8, 30, tzinfo=UTC)  # its first Monday


async def test_the_board_hears_of_all_groups_on_the_first_monday_of_a_month(
    ready: OpenUnit, home: str, clock: SetClock
) -> None:
    async with ready(home) as unit:
        await unit.people.put_group(BOARD)
        await unit.commit()
    await digest(ready, home, clock, EVERY_DAY)
    late = [each.key for each in await posted(ready, home) if each.kind is Kind.ROLL_UP]
    assert late[0] == "roll_up:harbour:board:2031-05"  # the plan was read in before May's
    await say("1.2 complete", ready, home, clock, "m1")
    clock.moment = FIRST_OF_JUNE
    await digest(ready, home, clock, EVERY_DAY)
    front, *thread = [each for each in await posted(ready, home) if each.kind is Kind.ROLL_UP]
    assert (front.key, front.address) == ("roll_up:harbour:board:2031-06", BOARD.address)
    text = " ".join(to_text(front.reply).split())
    assert text.startswith(
        "Harbour Children's Plan, 12 May to Mon 2 June: 1 of 3 complete (1 more)"
    )
    assert "Quay Board: 1 of 2 complete (1 more), 1 late or delayed" in text
    assert "Reef Group: 0 of 1 complete" in text
    assert {each.under for each in thread} == {front.key}
    clock.moment += DAY
    await digest(ready, home, clock, EVERY_DAY)
    assert [each for each in await posted(ready, home) if each.kind is Kind.ROLL_UP] == []
