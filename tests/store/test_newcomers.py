"""Accounts that are nobody's yet, and those that are somebody's no more."""

from domain.newcomers import Newcomer
from domain.people import Account, Appointment, Office
from domain.ports import OpenUnit
from tests.builders import NIA, NIAS_ACCOUNT, NOW, a_request

ACCOUNT = Account(platform="console", workspace="home", user="new")
SOMEBODY = Newcomer(account=ACCOUNT, name="Ann", said=a_request(), at=NOW)


async def test_a_newcomer_waits_until_somebody_decides(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        assert await unit.newcomers.find(ACCOUNT) is None
        await unit.newcomers.put(SOMEBODY)
        await unit.newcomers.put(SOMEBODY.model_copy(update={"claim": "I am Ann"}))
        [found] = await unit.newcomers.all()
        assert (found.claim, found.said) == ("I am Ann", SOMEBODY.said)
        await unit.newcomers.put(SOMEBODY.model_copy(update={"refused": True}))
        assert await unit.newcomers.all() == []
        await unit.newcomers.remove(ACCOUNT)
        assert await unit.newcomers.find(ACCOUNT) is None


async def test_accounts_and_offices_can_be_taken_away(open_unit: OpenUnit, home: str) -> None:
    chair = Appointment(person="nia", office=Office.CHAIR, partnership_group="Quay")
    async with open_unit(home) as unit:
        await unit.people.put(NIA)
        await unit.people.link(NIAS_ACCOUNT, "nia")
        await unit.people.appoint(chair)
        assert await unit.people.linked("console", "home") == {NIAS_ACCOUNT: "nia"}
        assert await unit.people.linked("console", "elsewhere") == {}
        await unit.people.unlink(NIAS_ACCOUNT)
        await unit.people.dismiss(chair)
        assert await unit.people.linked("console", "home") == {}
        assert (await unit.people.directory()).appointments == ()
