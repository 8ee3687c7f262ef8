"""What ended long ago is removed, and nothing that anybody still needs."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import pytest

from domain.conversation import Outgoing
from domain.occasions import Edition
from domain.ports import OpenUnit, UnitOfWork
from domain.sending import Leased
from tests.builders import NOW, a_request, an_outgoing

LATER = NOW + timedelta(hours=1)
MANY = 100
HERE = "console"  # the platform of the builders


async def test_what_was_answered_before_a_moment_is_removed(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        for id in ("old", "waits", "young"):
            await unit.inbox.receive(a_request(id=id), NOW)
        await unit.inbox.answered("old", NOW)
        await unit.inbox.answered("young", LATER)
        await unit.commit()
    async with open_unit(home) as unit:
        assert await unit.inbox.forget_answered(NOW, MANY) == 0  # not at that very moment
        assert await unit.inbox.forget_answered(LATER, MANY) == 1
        assert await unit.inbox.forget_answered(LATER, MANY) == 0
        await unit.commit()
    async with open_unit(home) as unit:
        new = [
            await unit.inbox.receive(a_request(id=id), LATER) for id in ("young", "waits", "old")
        ]
        assert new == [False, False, True]
        assert [each.id for each in await unit.inbox.waiting(9)] == ["waits", "old"]


async def test_of_the_deliveries_only_the_oldest_are_looked_at(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        for id in ("first", "second", "third"):
            await unit.inbox.receive(a_request(id=id), NOW)
        for id in ("second", "third"):
            await unit.inbox.answered(id, NOW)
        assert await unit.inbox.forget_answered(LATER, 1) == 0
        assert await unit.inbox.forget_answered(LATER, 2) == 1
        assert await unit.inbox.forget_answered(LATER, 2) == 1


type End = Callable[[UnitOfWork, Leased], Awaitable[None]]

ENDS = {
    "sent": lambda unit, each: unit.outbox.sent(each.key, NOW),
    "given up": lambda unit, each: unit.outbox.give_up(each, NOW, "Nobody there."),
    "of unknown outcome": lambda unit, each: unit.outbox.doubt(each, NOW),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
async def test_a_message_that_has_ended_is_removed(
    open_unit: OpenUnit, home: str, end: End
) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(an_outgoing(key="k"))
        [leased] = await unit.outbox.lease(HERE, NOW, LATER, 9)
        await end(unit, leased)
        await unit.commit()
    async with open_unit(home) as unit:
        assert await unit.outbox.forget_ended(NOW, MANY) == 0
        assert await unit.outbox.forget_ended(LATER, MANY) == 1
        await unit.commit()
    async with open_unit(home) as unit:
        assert await unit.outbox.given_up(NOW) == await unit.outbox.doubtful(HERE) == []
        assert await unit.outbox.put(an_outgoing(key="k"))


async def written(unit: UnitOfWork, *messages: Outgoing, sent: Sequence[str]) -> None:
    await unit.outbox.put_all(messages)
    for key in sent:
        await unit.outbox.sent(key, NOW)


async def test_a_message_that_waits_stays_however_old_it_is(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await written(unit, an_outgoing(key="waits"), sent=[])
        assert await unit.outbox.forget_ended(LATER, MANY) == 0
        [leased] = await unit.outbox.lease(HERE, NOW, LATER, 9)
        assert await unit.outbox.forget_ended(LATER, MANY) == 0  # on its way
        await unit.outbox.retry(leased, LATER)
        assert await unit.outbox.forget_ended(LATER, MANY) == 0


async def test_of_the_messages_only_the_oldest_are_looked_at(
    open_unit: OpenUnit, home: str
) -> None:
    messages = [an_outgoing(key=key) for key in ("waits", "a", "b")]
    async with open_unit(home) as unit:
        await written(unit, *messages, sent=["a", "b"])
        assert [await unit.outbox.forget_ended(LATER, most) for most in (1, 2, 2, 2)] == [
            0,
            1,
            1,
            0,
        ]


async def test_what_is_put_after_all_was_removed_goes_out_in_its_order(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await written(unit, an_outgoing(key="a"), sent=["a"])
        assert await unit.outbox.forget_ended(LATER, MANY) == 1
        await written(unit, an_outgoing(key="b"), an_outgoing(key="c"), sent=[])
        assert [each.key for each in await unit.outbox.lease(HERE, NOW, LATER, 9)] == ["b", "c"]


def an_edition(week: int) -> Edition:
    return Edition(occasion=f"week {week}", at=in_week(week), event=week)


def in_week(week: int) -> datetime:
    return NOW + timedelta(weeks=week)


@pytest.mark.parametrize(
    ("before", "left"),
    [
        (0, [1, 2, 3]),
        (1, [1, 2, 3]),
        (2, [1, 2, 3]),  # the first is the last before the second
        (3, [2, 3]),
        (9, [3]),  # the last stays, however old it is
    ],
)
async def test_an_edition_is_removed_when_one_as_old_has_followed_it(
    open_unit: OpenUnit, home: str, before: int, left: Sequence[int]
) -> None:
    async with open_unit(home) as unit:
        await unit.editions.add("reef", an_edition(1))
        for week in (1, 2, 3):
            await unit.editions.add("quay", an_edition(week))
        await unit.commit()
    async with open_unit(home) as unit:
        assert await unit.editions.forget_passed(in_week(before)) == 3 - len(left)
        found = []
        while (last := await unit.editions.last()).get("quay"):
            found.append(last["quay"].event)
            await unit.editions.recall("quay", last["quay"].occasion)
        assert (found[::-1], last) == (list(left), {"reef": an_edition(1)})


async def test_nothing_of_another_workspace_is_removed(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.inbox.receive(a_request(id="r"), NOW)
        await unit.inbox.answered("r", NOW)
        await written(unit, an_outgoing(key="k"), sent=["k"])
        for week in (1, 2):
            await unit.editions.add("quay", an_edition(week))
        await unit.commit()
    async with open_unit(f"beside {home}") as unit:
        assert await unit.inbox.forget_answered(in_week(9), MANY) == 0
        assert await unit.outbox.forget_ended(in_week(9), MANY) == 0
        assert await unit.editions.forget_passed(in_week(9)) == 0
        await unit.commit()
    async with open_unit(home) as unit:
        assert not await unit.inbox.receive(a_request(id="r"), NOW)
        assert not await unit.outbox.put(an_outgoing(key="k"))
        assert not await unit.editions.add("quay", an_edition(1))
