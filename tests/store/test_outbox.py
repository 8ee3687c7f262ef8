"""Messages: each goes out once for its key, by one sender at a time, and its end is known."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain.conversation import Kind, Outgoing
from domain.ports import OpenUnit, UnitOfWork
from domain.sending import Leased, Receipt
from tests.builders import NOW, TODAY, an_outgoing

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(hours=1)
MUCH_LATER = NOW + timedelta(days=2)
HERE = "console"  # the platform of the builders
WHOLE = an_outgoing(
    key="k",
    kind=Kind.DIGEST,
    to="nia",
    plan="harbour",
    about=("1.1", "1.2"),
    under="another",
    not_after=LATER,
)


async def take(unit: UnitOfWork, now=NOW, until=SOON, limit: int = 10) -> Sequence[Leased]:
    return await unit.outbox.lease(HERE, now, until, limit)


async def taken(unit: UnitOfWork, now=NOW, until=SOON, limit: int = 10) -> list[str]:
    return [each.key for each in await take(unit, now, until, limit)]


async def test_a_message_goes_out_once_for_its_key(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await unit.outbox.put(WHOLE)
        assert not await unit.outbox.put(an_outgoing(key="k"))
        [leased] = await take(unit)
        assert dict(leased) == dict(WHOLE) | {
            "until": SOON,
            "attempts": 0,
            "first_try": NOW,
            "in_doubt": False,
        }
        await unit.outbox.sent("k", NOW)
        assert await take(unit, MUCH_LATER, MUCH_LATER) == []
        assert not await unit.outbox.put(WHOLE)


async def test_many_are_kept_at_once_and_each_key_but_once(open_unit: OpenUnit, home: str) -> None:
    many = [an_outgoing(key=f"{n}") for n in range(2_500)]
    async with open_unit(home) as unit:
        await unit.outbox.put(many[7])
        assert await unit.outbox.put_all(many) == 2_499
        assert await unit.outbox.put_all([*many, WHOLE, an_outgoing(key="k")]) == 1
        assert await unit.outbox.put_all([]) == 0
        assert await taken(unit, limit=3) == ["7", "0", "1"]
        kept = await taken(unit, limit=3_000)
        assert len(kept) == 2_498
        assert kept[-1] == "k"


async def test_an_answer_goes_before_what_nobody_asked_for(open_unit: OpenUnit, home: str) -> None:
    long_ago = NOW - timedelta(hours=1)
    async with open_unit(home) as unit:
        for number in range(3):
            await unit.outbox.put(an_outgoing(key=f"r{number}", not_before=long_ago))
        await unit.outbox.put(an_outgoing(key="a1", kind=Kind.ANSWER))
        await unit.outbox.put(an_outgoing(key="a2", kind=Kind.ANSWER))
        assert await taken(unit, limit=1) == ["a1"]
        assert await taken(unit, limit=3) == ["a2", "r0", "r1"]
        assert await taken(unit) == ["r2"]


async def test_messages_that_are_due_are_leased_oldest_first(
    open_unit: OpenUnit, home: str
) -> None:
    tomorrow = an_outgoing(key="t", not_before=NOW + timedelta(days=1))
    now, same = an_outgoing(key="z"), an_outgoing(key="a")
    earlier = an_outgoing(key="e", not_before=NOW - timedelta(hours=1))
    async with open_unit(home) as unit:
        for each in (tomorrow, now, same, earlier):
            await unit.outbox.put(each)
        assert await unit.outbox.next_due(HERE) == earlier.not_before
        assert await unit.outbox.next_due("another platform") is None
        assert await unit.outbox.lease("another platform", NOW, SOON, 10) == []
        assert await taken(unit, limit=2) == ["e", "z"]
        assert await taken(unit) == ["a"]


async def test_a_message_given_back_waits(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(an_outgoing(key="k"))
        [first] = await take(unit)
        assert await take(unit) == []
        await unit.outbox.defer(first, LATER)
        assert await take(unit, SOON) == []
        [second] = await take(unit, LATER, MUCH_LATER)
        assert (second.attempts, second.in_doubt, second.first_try) == (0, False, NOW)
        await unit.outbox.retry(second, MUCH_LATER)
        [third] = await take(unit, MUCH_LATER, MUCH_LATER + timedelta(days=1))
        assert (third.attempts, third.in_doubt) == (1, False)


async def test_of_an_attempt_without_an_end_the_next_knows_that_it_is_in_doubt(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        for key in ("lapsed", "said so"):
            await unit.outbox.put(an_outgoing(key=key))
        lapsed, said_so = await take(unit)
        await unit.outbox.retry(said_so, SOON, in_doubt=True)
        assert [each.in_doubt for each in await take(unit, SOON, LATER)] == [True, True]
        [again, _] = await take(unit, LATER, MUCH_LATER)
        await unit.outbox.defer(again, LATER)
        assert [each.in_doubt for each in await take(unit, LATER, MUCH_LATER)] == [True]
        assert lapsed.in_doubt is False


async def test_who_held_a_message_too_long_changes_nothing_but_that_it_was_sent(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(an_outgoing(key="k"))
        [late] = await take(unit)
        await take(unit, SOON, LATER)
        await unit.outbox.retry(late, SOON)
        await unit.outbox.defer(late, SOON)
        await unit.outbox.give_up(late, SOON, "gone")
        await unit.outbox.doubt(late, SOON)
        await unit.outbox.withdraw(late)
        assert await take(unit, SOON) == []
        assert await taken(unit, LATER, MUCH_LATER) == ["k"]
        await unit.outbox.sent("k", LATER)
        assert await take(unit, MUCH_LATER, MUCH_LATER) == []


async def test_what_is_under_a_message_follows_it_into_its_thread(
    open_unit: OpenUnit, home: str
) -> None:
    below = an_outgoing(key="below", under="above", not_before=NOW - timedelta(hours=1))
    async with open_unit(home) as unit:
        await unit.outbox.put_all([below, an_outgoing(key="above")])
        assert await unit.outbox.next_due(HERE) == NOW
        assert await taken(unit) == ["above"]
        assert await unit.outbox.next_due(HERE) == SOON  # when the lease ends
        await unit.outbox.sent("above", NOW, Receipt(message="m", thread="t"))
        [leased] = await take(unit)
        assert (leased.key, leased.address.thread) == ("below", "t")


@pytest.mark.parametrize("end", ["doubted", "not there"])
async def test_what_is_under_a_message_without_a_thread_stands_by_itself(
    open_unit: OpenUnit, home: str, end: str
) -> None:
    async with open_unit(home) as unit:
        if end == "doubted":
            await unit.outbox.put(an_outgoing(key="above"))
            [above] = await take(unit)
            await unit.outbox.doubt(above, NOW)
        await unit.outbox.put(an_outgoing(key="below", under="above"))
        [leased] = await take(unit)
        assert (leased.key, leased.address.thread) == ("below", None)


async def test_what_is_given_up_is_told_with_all_that_was_under_it(
    open_unit: OpenUnit, home: str
) -> None:
    above, below = an_outgoing(key="above", to="nia"), an_outgoing(key="below", under="above")
    async with open_unit(home) as unit:
        await unit.outbox.put_all([above, below])
        [leased] = await take(unit)
        await unit.outbox.give_up(leased, SOON, "No such channel.")
        told = await unit.outbox.given_up(NOW)
        assert [(each.message, each.at, each.why) for each in told] == [
            (above, SOON, "No such channel."),
            (below, SOON, "No such channel."),
        ]
        assert await unit.outbox.given_up(LATER) == []
        assert await take(unit, LATER, MUCH_LATER) == []
        assert await unit.outbox.written("nia", TODAY) == []
        assert not await unit.outbox.put(above)


async def test_what_is_withdrawn_was_never_written(open_unit: OpenUnit, home: str) -> None:
    both = [an_outgoing(key="above", to="nia"), an_outgoing(key="below", under="above")]
    async with open_unit(home) as unit:
        await unit.outbox.put_all(both)
        [leased] = await take(unit)
        await unit.outbox.withdraw(leased)
        assert await unit.outbox.written("nia", TODAY) == []
        assert await unit.outbox.put_all(both) == 2


async def test_what_nobody_can_know_is_kept_apart_until_it_is_put_right(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(WHOLE)
        [leased] = await take(unit)
        await unit.outbox.doubt(leased, NOW)
        assert await take(unit, MUCH_LATER, MUCH_LATER) == []
        assert await unit.outbox.doubtful(HERE) == [WHOLE]
        assert await unit.outbox.doubtful("another platform") == []
        assert await unit.outbox.written("nia", TODAY) == [WHOLE]
        await unit.outbox.sent("k", NOW)
        assert await unit.outbox.doubtful(HERE) == []


async def test_what_is_still_to_be_sent_is_known_by_its_key(open_unit: OpenUnit, home: str) -> None:
    keys = ["held", "tried", "gone", "doubtful", "given up", "withdrawn"]
    async with open_unit(home) as unit:
        await unit.outbox.put_all([an_outgoing(key=key) for key in keys])
        assert await unit.outbox.waiting([*keys, "never written"]) == {*keys}
        held = {each.key: each for each in await take(unit)}
        await unit.outbox.retry(held["tried"], LATER)
        await unit.outbox.sent("gone", NOW)
        await unit.outbox.doubt(held["doubtful"], NOW)
        await unit.outbox.give_up(held["given up"], NOW, "The account was closed.")
        await unit.outbox.withdraw(held["withdrawn"])
        assert await unit.outbox.waiting(keys) == {"held", "tried"}
        assert await unit.outbox.waiting([]) == set()


async def test_what_was_written_for_a_person_is_known_whatever_became_of_it(
    open_unit: OpenUnit, home: str
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    mine: list[Outgoing] = [
        an_outgoing(to="nia", plan="harbour", day=day) for day in (tomorrow, TODAY)
    ]
    async with open_unit(home) as unit:
        for each in (*mine, an_outgoing(to="odo"), an_outgoing(to=None)):
            await unit.outbox.put(each)
        await unit.outbox.sent(mine[1].key, NOW)
        assert await unit.outbox.written("nia", TODAY) == mine
        assert await unit.outbox.told(["nia", "nobody"], TODAY) == {
            "nia": [(each.day, each.says) for each in mine]
        }
        assert await unit.outbox.written("nia", tomorrow) == mine[:1]


async def test_of_many_senders_each_message_goes_to_one(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        for n in range(40):
            await unit.outbox.put(an_outgoing(key=f"{n}"))
        await unit.commit()

    async def send() -> list[str]:
        async with open_unit(home) as unit:
            leased = await taken(unit)
            await asyncio.sleep(0.001)
            await unit.commit()
            return leased

    found = [key for keys in await asyncio.gather(*(send() for _ in range(6))) for key in keys]
    assert sorted(found, key=int) == [f"{n}" for n in range(40)]


async def test_a_lease_that_is_not_committed_is_given_back(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(an_outgoing(key="k"))
        await unit.commit()
    async with open_unit(home) as unit:
        assert await taken(unit) == ["k"]
    async with open_unit(home) as unit:
        [leased] = await take(unit)
        assert not leased.in_doubt
