"""Several people are answered at once, and each of them in the order in which they spoke."""

import asyncio
from dataclasses import replace

import pytest

from bot.clerk import AT_ONCE, Clerk
from domain.conversation import Request
from domain.documents import Attached, Fetched
from domain.problems import StoreUnavailable
from handlers.answering import Answering
from handlers.known_plans import Known, KnownPlans
from tests.handlers.at_home import HOME, PLAN, House, said

LETTER = said("", by="kit", documents=(Attached(id="f", name="plan.md"),))


class SlowFiles:
    """Hands a file out only when it is told to."""

    def __init__(self) -> None:
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def fetch(self, workspace: str, id: str) -> Fetched:
        self.asked.set()
        await self.go.wait()
        return Fetched(name="plan.md", content=PLAN)


class CountedPlans(KnownPlans):
    """Notes how many messages are read at the same time."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = self.most = 0

    async def of(self, *asked: object) -> Known:
        self.reading += 1
        self.most = max(self.most, self.reading)
        await asyncio.sleep(0.001)
        self.reading -= 1
        return await super().of(*asked)  # type: ignore[arg-type]  # passed on as it came


@pytest.fixture
async def house() -> House:
    made = House()
    await made.settle()
    return made


async def receive(house: House, *requests: Request) -> None:
    for number, request in enumerate(requests):
        await house.receive(request.model_copy(update={"id": f"{len(house.kept.inbox)}:{number}"}))


def answered(house: House) -> list[str]:
    return [each.outgoing.reply.summary for each in house.kept.outbox.values()]


async def test_who_waits_for_a_document_holds_up_nobody_else(house: House) -> None:
    files = SlowFiles()
    house.answering = replace(house.answering, fetchers={"console": files})
    clerk = Clerk(house.answering, HOME, lambda: None)
    await receive(house, LETTER)
    working = asyncio.create_task(clerk.work())
    await files.asked.wait()
    await receive(house, said("7.3 on track"), said("help", by="kit"))
    clerk.look()
    while not house.kept.outbox:  # noqa: ASYNC110 - the store has no bell
        await asyncio.sleep(0)
    assert [each[:13] for each in answered(house)] == ["Recorded: 7.3"]
    files.go.set()
    await working
    assert len(answered(house)) == 3
    assert all(each.answered_at for each in house.kept.inbox.values())


async def test_what_one_person_says_is_answered_in_its_order(house: House) -> None:
    await receive(house, *map(said, ("7.3 on track", "7.3 delayed", "show 7.3", "7.3 complete")))
    await Clerk(house.answering, HOME, lambda: None).work()
    first, _, third, _ = answered(house)
    assert "late" in third and "late" not in first
    async with house.store(HOME) as unit:
        events = await unit.events.about("harbour", "7.3")
    assert [each.words for each in events] == ["7.3 on track", "7.3 delayed", "7.3 complete"]


async def test_many_are_answered_at_once_but_not_all(house: House) -> None:
    plans = CountedPlans()
    house.answering = replace(house.answering, plans=plans)
    async with house.store(HOME) as unit:
        for number in range(3 * AT_ONCE):
            await unit.people.link(said("", by=f"u{number}").account, "bo")
        await unit.commit()
    await receive(house, *(said("status", by=f"u{number}") for number in range(3 * AT_ONCE)))
    await Clerk(house.answering, HOME, lambda: None).work()
    assert len(answered(house)) == 3 * AT_ONCE
    assert 1 < plans.most <= AT_ONCE


async def test_whoever_stops_in_the_middle_leaves_it_to_the_next(house: House) -> None:
    files = SlowFiles()
    house.answering = replace(house.answering, fetchers={"console": files})
    clerk = Clerk(house.answering, HOME, lambda: None)
    await receive(house, LETTER)
    working = asyncio.create_task(clerk.work())
    await files.asked.wait()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert answered(house) == []
    files.go.set()
    await clerk.work()
    assert len(answered(house)) == 1


async def test_a_message_that_cannot_even_be_put_off_is_logged_and_stops_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> object:
        raise RuntimeError("a fault")

    monkeypatch.setattr(Answering, "_welcomed", broken)
    monkeypatch.setattr(Answering, "_put_off", broken)
    await receive(house, said("status", by="somebody new"), said("7.3 on track"))
    clerk = Clerk(house.answering, HOME, lambda: None)
    for _ in range(2):
        await clerk.work()
    assert [each[:13] for each in answered(house)] == ["Recorded: 7.3"]
    faults = [each for each in caplog.records if each.message == "not_put_off"]
    assert len(faults) == 2  # once in each beat


async def test_an_outage_of_the_store_ends_the_beat(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def out(*_: object) -> object:
        raise StoreUnavailable("The store does not answer.")

    monkeypatch.setattr(Answering, "_done", out)
    await receive(house, said("status"))
    with pytest.raises(StoreUnavailable):
        await Clerk(house.answering, HOME, lambda: None).work()
