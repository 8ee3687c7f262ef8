"""Deliveries and messages: each comes in once, and goes out by one sender."""

import asyncio
from datetime import timedelta

from domain.conversation import Kind
from domain.intents import Disown, Option
from domain.ports import OpenUnit
from tests.builders import NOW, TODAY, a_question, a_request, an_outgoing

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(hours=1)


async def test_a_delivery_comes_in_once(open_unit: OpenUnit, home: str) -> None:
    first = a_request(id="r", text="1.1 done \u202e🙂")
    async with open_unit(home) as unit:
        assert await unit.inbox.receive(first, NOW)
        assert not await unit.inbox.receive(a_request(id="r", text="again"), LATER)
        await unit.commit()

    async with open_unit(home) as unit:
        assert not await unit.inbox.receive(first, LATER)
        assert await unit.inbox.waiting(10) == [first]


async def test_deliveries_wait_oldest_first_until_they_are_answered(
    open_unit: OpenUnit, home: str
) -> None:
    late, early, same = a_request(id="late"), a_request(id="early"), a_request(id="a")
    async with open_unit(home) as unit:
        await unit.inbox.receive(late, LATER)
        await unit.inbox.receive(early, NOW)
        await unit.inbox.receive(same, NOW)
        assert await unit.inbox.waiting(10) == [early, same, late]
        assert await unit.inbox.waiting(1) == [early]
        await unit.inbox.answered("early", LATER)
        await unit.inbox.answered("unheard of", LATER)
        assert await unit.inbox.waiting(10) == [same, late]


async def test_a_message_goes_out_once_for_its_key(open_unit: OpenUnit, home: str) -> None:
    first = an_outgoing(
        key="k",
        kind=Kind.DIGEST,
        to="nia",
        plan="harbour",
        about=("1.1", "1.2"),
        says=("asked harbour 1.1",),
        under="another",
        not_after=LATER,
    )
    async with open_unit(home) as unit:
        assert await unit.outbox.put(first)
        assert not await unit.outbox.put(an_outgoing(key="k"))
        assert await unit.outbox.lease(NOW, SOON, 10) == [first]
        await unit.outbox.sent("k", NOW)
        assert await unit.outbox.lease(LATER, LATER + timedelta(days=1), 10) == []
        assert not await unit.outbox.put(first)


async def test_messages_that_are_due_are_leased_oldest_first(
    open_unit: OpenUnit, home: str
) -> None:
    tomorrow = an_outgoing(not_before=NOW + timedelta(days=1))
    now, same = an_outgoing(key="z"), an_outgoing(key="a")
    earlier = an_outgoing(not_before=NOW - timedelta(hours=1))
    async with open_unit(home) as unit:
        for each in (tomorrow, now, same, earlier):
            await unit.outbox.put(each)
        assert await unit.outbox.lease(NOW, SOON, 2) == [earlier, now]
        assert await unit.outbox.lease(NOW, SOON, 2) == [same]


async def test_what_was_written_for_a_person_is_known_whatever_became_of_it(
    open_unit: OpenUnit, home: str
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    mine = [an_outgoing(to="nia", plan="harbour", day=day) for day in (tomorrow, TODAY)]
    async with open_unit(home) as unit:
        for each in (*mine, an_outgoing(to="odo"), an_outgoing(to=None)):
            await unit.outbox.put(each)
        await unit.outbox.sent(mine[1].key, NOW)
        assert await unit.outbox.written("nia", TODAY) == mine
        assert await unit.outbox.written("nia", tomorrow) == mine[:1]


async def test_a_lease_ends_and_a_message_given_back_waits(open_unit: OpenUnit, home: str) -> None:
    message = an_outgoing()
    async with open_unit(home) as unit:
        await unit.outbox.put(message)
        assert await unit.outbox.lease(NOW, SOON, 10) == [message]
        assert await unit.outbox.lease(NOW, LATER, 10) == []
        assert await unit.outbox.lease(SOON, LATER, 10) == [message]
        await unit.outbox.retry(message.key, LATER)
        assert await unit.outbox.lease(SOON, LATER, 10) == []
        assert await unit.outbox.lease(LATER, LATER + timedelta(days=1), 10) == [message]


async def test_of_many_senders_each_message_goes_to_one(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        for n in range(40):
            await unit.outbox.put(an_outgoing(key=f"{n}"))
        await unit.commit()

    async def send() -> list[str]:
        async with open_unit(home) as unit:
            leased = await unit.outbox.lease(NOW, SOON, 10)
            await asyncio.sleep(0.001)
            await unit.commit()
            return [each.key for each in leased]

    taken = [key for keys in await asyncio.gather(*(send() for _ in range(6))) for key in keys]
    assert sorted(taken, key=int) == [f"{n}" for n in range(40)]


async def test_a_lease_that_is_not_committed_is_given_back(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.outbox.put(an_outgoing())
        await unit.commit()
    async with open_unit(home) as unit:
        assert len(await unit.outbox.lease(NOW, SOON, 10)) == 1
    async with open_unit(home) as unit:
        assert len(await unit.outbox.lease(NOW, SOON, 10)) == 1


async def test_the_last_question_is_kept_until_it_is_answered(
    open_unit: OpenUnit, home: str
) -> None:
    option = Option(label="1.1 is not yours", intents=(Disown(ref="1.1"),))
    async with open_unit(home) as unit:
        first = await unit.questions.ask(a_question())
        second = await unit.questions.ask(a_question(options=(option,)))
        await unit.questions.ask(a_question(person="odo"))
        assert first.id is not None and second.id is not None
        assert await unit.questions.get(first.id) == first
        assert await unit.questions.last("nia") == second

        await unit.questions.close(second.id)
        closed = second.model_copy(update={"answered": True, "words": "", "options": ()})
        assert await unit.questions.last("nia") == closed
        assert await unit.questions.last("somebody") is None
        assert await unit.questions.get(99) is None
