"""Deliveries come in once, and questions wait for their answer."""

import asyncio
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.intents import Disown, Option
from domain.ports import OpenUnit
from store.opening import keep_in
from tests.builders import HERE, NOW, a_question, a_request, an_outgoing

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


async def test_a_delivery_is_known_in_its_workspace_also_once_it_is_answered(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        assert not await unit.inbox.known("r")
        await unit.inbox.receive(a_request(id="r"), NOW)
        assert await unit.inbox.known("r")
        await unit.inbox.answered("r", NOW)
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.inbox.known("r")
        assert not await unit.inbox.known("R")
    async with open_unit(home + "-elsewhere") as unit:
        assert not await unit.inbox.known("r")


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


async def test_the_questions_that_a_message_led_to_are_found_until_they_are_answered(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        first = await unit.questions.ask(a_question(message="m"))
        second = await unit.questions.ask(a_question(message="m"))
        await unit.questions.ask(a_question(message="other"))
        await unit.questions.ask(a_question(person="odo", message="m"))
        assert await unit.questions.asked_with("m", "nia") == [first, second]

        assert first.id is not None
        await unit.questions.close(first.id)
        assert await unit.questions.asked_with("m", "nia") == [second]
        assert await unit.questions.asked_with("unheard of", "nia") == []


async def test_a_question_that_nobody_answers_is_forgotten_in_time(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.questions.ask(a_question(asked_at=NOW))
        await unit.questions.ask(a_question(person="odo", asked_at=LATER))
        assert await unit.questions.expire(NOW) == 0
        assert await unit.questions.expire(LATER) == 1
        assert await unit.questions.expire(LATER) == 0
        old, young = await unit.questions.last("nia"), await unit.questions.last("odo")
        assert old is not None and (old.answered, old.words, old.options) == (True, "", ())
        assert young is not None and young.words


async def test_on_a_server_a_delivery_is_kept_while_somebody_else_writes(
    on_postgresql: AsyncEngine, home: str
) -> None:
    open_unit = keep_in(on_postgresql)
    async with open_unit(home) as unit:
        await unit.inbox.receive(a_request(id="first"), NOW)  # the workspace is made with it
        await unit.commit()
    async with open_unit(home) as writing:
        await writing.outbox.put_all([an_outgoing(key="k")])
        async with asyncio.timeout(1), open_unit(home) as unit:
            assert await unit.inbox.receive(a_request(id="r"), NOW)
            await unit.talks.see(HERE, "9")
            await unit.commit()
        await writing.commit()
    async with open_unit(home) as unit:
        assert [each.id for each in await unit.inbox.waiting(10)] == ["first", "r"]


async def test_of_copies_that_come_at_once_one_is_kept(open_unit: OpenUnit, home: str) -> None:
    async def receive() -> bool:
        async with open_unit(home) as unit:
            new = await unit.inbox.receive(a_request(id="r"), NOW)
            await unit.commit()
            return new

    assert sum(await asyncio.gather(*(receive() for _ in range(4)))) == 1
