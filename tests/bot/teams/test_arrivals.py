"""Officers who have the app and have not written yet: known by the roster, and written to."""

import asyncio

import pytest

from bot.teams.arrivals import Arrivals
from bot.teams.inbound import Ear
from bot.teams.roll import profile_of
from bot.teams.sdk import TeamsChannelAccount
from bot.teams.whereabouts import Atlas
from domain.newcomers import Newcomer
from domain.people import Account, Person
from handlers.acquaintance import Doorkeeper
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory
from tests.bot.teams.conftest import HOME
from tests.bot.teams.test_teams import a_word, put
from tests.conversations.conftest import PEOPLE, START, SetClock
from tests.standins.teams.connector import TENANT

QUAY_TEAM = "19:quay-team@thread.tacv2"


def account_of(member) -> Account:
    return Account(platform="teams", workspace=TENANT, user=member.entra)


async def linked(office) -> set[str]:
    async with office.store(HOME) as unit:
        return set((await unit.people.linked("teams", TENANT)).values())


async def nobody_is_known(office) -> None:
    """The plan has everybody's address, and nobody's account is known."""
    async with office.store(HOME) as unit:
        for each in PEOPLE:
            member = office.people[each.id]
            await unit.people.put(each.model_copy(update={"email": member.email.title()}))
            await unit.people.unlink(account_of(member))
        await unit.commit()


async def noticed(office, expected: set[str]) -> None:
    """Wait until these are known; a roster is read when Teams has been answered."""
    async with asyncio.timeout(30):
        while await linked(office) != expected:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.01)


async def test_who_has_the_app_by_policy_is_known_and_written_to_before_they_have_spoken(office):
    await nobody_is_known(office)
    sam = office.people["sam"]
    assert await sam.gets_the_app() == 200
    await noticed(office, {"sam"})

    await put(office, a_word(sam.entra))
    assert office.teams.chat(sam)[0].text == "A word about 7.3."


async def test_everybody_of_a_team_that_the_app_comes_to_is_known_by_their_address(office):
    await nobody_is_known(office)
    stranger = office.teams.person("Ada Foy")
    members = [*office.people.values(), stranger]
    assert await office.people["bo"].adds_the_app_to(QUAY_TEAM, *members) == 200
    await noticed(office, set(office.people))

    sam = office.people["sam"]
    await put(office, a_word(sam.entra))
    assert len(office.teams.chat(sam)) == 1


async def test_who_lost_the_app_is_on_the_administrators_list_with_what_to_do(office):
    sam = office.people["sam"]
    await sam.gets_the_app()
    await sam.loses_the_app()
    message = a_word(sam.entra).model_copy(update={"to": "sam"})
    await put(office, message)
    told = await office.says("kit", "people")

    assert "Could not be written to: Sam Tarn. Teams does not let Planbot write to them" in told
    assert "Ask your Teams administrator to install Planbot for everybody in its policy." in told
    assert office.teams.chat(sam) == []


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ({}, True),
        ({"userRole": "user", "tenantId": TENANT}, True),
        ({"userRole": "owner"}, True),
        ({"userRole": "guest"}, False),
        ({"userRole": "Guest", "tenantId": TENANT}, False),
        ({"userRole": "anonymous"}, False),
        ({"userRole": "user", "tenantId": "tenant-2"}, False),
        ({"userPrincipalName": "sam_away.example#EXT#@harbour.example"}, False),
    ],
)
def test_a_guest_is_told_from_those_the_tenant_vouches_for(told, ours):
    account = Account(platform="teams", workspace=TENANT, user="e1")
    member = TeamsChannelAccount.model_validate({"id": "29:1", "name": "Sam Tarn", **told})

    assert profile_of(member, account).ours is ours


@pytest.mark.parametrize("guest", [{"role": "guest"}, {"home": "tenant-2"}])
async def test_a_guest_with_an_officers_address_is_nobody_until_an_administrator_says_so(
    office, guest
):
    await nobody_is_known(office)
    async with office.store(HOME) as unit:
        await unit.people.link(account_of(office.people["kit"]), "kit")
        await unit.commit()
    visitor = office.teams.person("Sam Tarn", **guest)
    await visitor.gets_the_app()
    assert await visitor.says("8.2 complete") == 200
    await office.settled()

    assert await linked(office) == {"kit"}
    asked = office.teams.chat(office.people["kit"])[-1].text
    assert "They are a guest" in asked
    async with office.store(HOME) as unit:
        assert await unit.events.about("harbour", "8.2") == []


async def test_a_guest_in_a_channel_changes_nothing_and_is_shown_nothing(office):
    visitor = office.teams.person("Ada Foy", role="guest", home="tenant-2")
    await visitor.mentions("status feeling-safe", QUAY_TEAM)
    await office.settled()

    seen = [each.text for posted in office.teams.conversations.values() for each in posted]
    assert not any("7.2" in text or "Feeling Safe" in text for text in seen)


@pytest.mark.parametrize("where", ["from", "conversation", "channelData"])
async def test_whoever_is_of_another_tenant_in_any_place_is_not_heard(office, where):
    message = office.people["nia"].message("7.3 complete", None)
    if where == "channelData":
        message["channelData"] = {"tenant": {"id": "tenant-2"}}
    else:
        message[where] = {**message[where], "tenantId": "tenant-2"}
    assert await office.teams.deliver(message) == 200
    await office.settled()

    assert office.teams.conversations == {}
    async with office.store(HOME) as unit:
        assert await unit.events.about("harbour", "7.3") == []


@pytest.fixture
async def later():
    """The tenant has been looked at, and the plan names nobody yet."""
    store, doorkeeper = keep_in_memory(), Doorkeeper()
    atlas = Atlas(MemoryReferences(), SetClock(START))

    async def enrol(workspace, profiles):
        async with store(workspace) as unit:
            await doorkeeper.enrol(profiles, unit, START)
            await unit.commit()

    arrivals = Arrivals(None, atlas, store, enrol)
    sam = Account(platform="teams", workspace=TENANT, user="entra-sam")
    await atlas.keep_address("Sam.Tarn@harbour.example", sam)
    return store, arrivals, sam, atlas


OUR_EAR = Ear(workspace=HOME, tenant=TENANT)
SAM = Person(id="sam", name="Sam Tarn", email="sam.tarn@Harbour.example")


async def test_who_is_named_by_a_plan_later_is_known_then(later):
    store, arrivals, sam, _ = later
    await arrivals.look(OUR_EAR)
    async with store(HOME) as unit:
        await unit.people.put(SAM, Person(id="bo", name="Bo Lark", email="bo@harbour.example"))
        await unit.commit()
    await arrivals.look(OUR_EAR)

    async with store(HOME) as unit:
        assert await unit.people.reachable() == {"sam": sam}


async def test_an_account_that_an_administrator_refused_stays_nobodys(later):
    store, arrivals, sam, _ = later
    async with store(HOME) as unit:
        await unit.people.put(SAM)
        await unit.newcomers.put(Newcomer(account=sam, name="Sam", refused=True, at=START))
        await unit.commit()
    await arrivals.look(OUR_EAR)

    async with store(HOME) as unit:
        assert await unit.people.reachable() == {}


async def test_of_somebody_in_no_plan_no_address_is_kept(later):
    _, _, _, atlas = later
    assert "sam" not in repr([key for key in atlas.references._kept]).casefold()
