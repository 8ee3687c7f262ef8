"""Several replicas see the same message waiting: it is answered once, whoever is faster."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import SetClock
from domain.people import Account
from domain.ports import OpenUnit
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from tests.builders import HERE, a_request
from tests.conversations.conftest import START, settle


def replica(open_unit: OpenUnit) -> Answering:
    return Answering(open_unit, SetClock(START), KnownPlans(), {}, Doorkeeper(frozenset()))


@pytest.mark.parametrize(
    ("text", "events"), [("7.3 on track", 1), ("status feeling-safe", 0), ("show 99.9", 0)]
)
async def test_one_of_them_answers(open_unit: OpenUnit, home: str, text: str, events: int) -> None:
    await settle(open_unit, home)
    account = Account(platform="console", workspace=home, user="nia")
    request = a_request(text, id="r", workspace=home, account=account)
    async with open_unit(home) as unit:
        assert await unit.inbox.receive(request, START)
        await unit.commit()
    replicas = [replica(open_unit) for _ in range(3)]
    seen = [waiting for each in replicas for waiting in await each.due(home)]
    assert len(seen) == len(replicas)
    await asyncio.gather(
        *(each.answer(waiting) for each, waiting in zip(replicas, seen, strict=True)),
        return_exceptions=True,  # on a busy machine one may wait in vain for its turn to write
    )
    for waiting in await replicas[0].due(home):
        await replicas[0].answer(waiting)
    async with open_unit(home) as unit:
        assert await unit.inbox.waiting(9) == []
        assert len(await unit.events.about("harbour", "7.3")) == events
        until = START + timedelta(minutes=3)
        assert len(await unit.outbox.lease(HERE.platform, START, until, 9)) == 1
