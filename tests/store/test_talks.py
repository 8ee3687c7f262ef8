"""Where the bot is in a conversation."""

from domain.ports import OpenUnit
from domain.waiting import Waiting
from tests.builders import HERE, NOW, a_request

THREAD = HERE.model_copy(update={"thread": "17.1"})
HIDDEN = THREAD.model_copy(update={"only_for": "u1", "reply_to": "https://once.example"})


async def test_a_talk_is_told_by_its_place_whoever_may_see_it(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        assert await unit.talks.find(THREAD) is None
        await unit.talks.show(HIDDEN, ("7.3", "7.5"), NOW)
        found = await unit.talks.find(THREAD)
        assert found is not None
        assert (found.place, found.about, found.shown_at) == (THREAD, ("7.3", "7.5"), NOW)
        assert await unit.talks.find(HERE) is None


async def test_what_was_seen_never_goes_back(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.talks.see(HERE, "2.5")
        await unit.talks.see(HERE, "1.5")
        await unit.talks.show(HERE, ("7.3",), NOW)
        found = await unit.talks.find(HERE)
        assert found is not None and (found.seen, found.about) == ("2.5", ("7.3",))
        await unit.talks.see(HERE, "3.5")
        [found] = await unit.talks.all("console", "home")
        assert (found.seen, found.about) == ("3.5", ("7.3",))
        assert await unit.talks.all("console", "elsewhere") == []


async def test_a_message_is_held_by_one_until_it_is_answered(
    open_unit: OpenUnit, home: str
) -> None:
    request = a_request(id="r", workspace=home)
    async with open_unit(home) as unit:
        await unit.inbox.receive(request, NOW)
        assert await unit.inbox.due(NOW) == [Waiting(request=request, received_at=NOW)]
        assert await unit.inbox.hold("r") == Waiting(request=request, received_at=NOW)
        await unit.inbox.retry("r", NOW)
        held = await unit.inbox.hold("r")
        assert held is not None and held.attempts == 1
        assert await unit.inbox.answered("r", NOW)
        assert not await unit.inbox.answered("r", NOW)
        assert await unit.inbox.due(NOW) == []
        assert await unit.inbox.hold("r") is None
        assert await unit.inbox.hold("unheard of") is None
