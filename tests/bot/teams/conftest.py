"""Planbot connected to a Teams of our own, with the SDK's checks on."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import jwt
import pytest
from aiohttp import web
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from pydantic import SecretStr

from bot.desk import Desk
from bot.platform import House, Platform
from bot.settings import Settings
from bot.teams.door import PATH
from bot.teams.platform import Surroundings, teams
from domain.newcomers import Roll
from domain.people import Account
from domain.ports import Messenger, Store
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from scheduler.postman import Sending
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory
from tests.conversations.conftest import PEOPLE, START, settle
from tests.standins.teams.connector import BOT_ID, TENANT, Member, Teams, a_teams
from tests.standins.teams.keys import KeyServer, Signer, key_server

HOME = "harbour-home"
OURS = Signer.new("ours")


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyServer]:
    with key_server(tmp_path_factory.mktemp("keys"), OURS) as server:
        yield server


@dataclass
class Office:
    """The partnership on Teams, and everybody's account there."""

    teams: Teams
    store: Store
    desk: Desk
    platform: Platform
    people: dict[str, Member]

    async def settled(self) -> None:
        """Wait until nothing is being answered or sent."""
        async with asyncio.timeout(10):
            while self.desk.busy:  # noqa: ASYNC110 - it has nothing to tell us when it ends
                await asyncio.sleep(0.01)

    async def says(self, who: str, text: str) -> str:
        """Say something in the chat with the bot, and read what comes back."""
        member = self.people[who]
        before = len(self.teams.chat(member))
        assert await member.says(text) == 200
        await self.settled()
        return "\n".join(each.text for each in self.teams.chat(member)[before:])


def token(*_: object) -> str:
    return jwt.encode({"for": "tests"}, "x" * 32)


@asynccontextmanager
async def running(
    there: Teams, store: Store, keys: KeyServer
) -> AsyncIterator[tuple[Desk, Platform]]:
    messengers: dict[str, Messenger] = {}
    rolls: dict[str, Roll] = {}
    desk = Desk(
        Sending(store, messengers, there.clock, lambda: 0.0),
        Answering(store, there.clock, KnownPlans(), rolls, Doorkeeper(frozenset())),
    )
    settings = Settings(
        workspace=HOME,
        teams_client_id=BOT_ID,
        teams_client_secret=SecretStr("s" * 32),
        teams_tenant_id=TENANT,
    )
    house = House(
        store, there.clock, None, MemoryReferences(), desk.answering.plans, desk.ask, desk.poke
    )
    surroundings = Surroundings(
        cloud=with_overrides(PUBLIC, openid_metadata_url=keys.metadata),
        services=frozenset({there.url.rstrip("/")}),
        anywhere=there.url,
        token=token,
    )
    async with teams(settings, house, surroundings) as platform:
        assert platform is not None
        messengers[platform.name], rolls[platform.name] = platform.messenger, platform.roll
        server = web.Application()
        platform.add_routes(server)
        runner = web.AppRunner(server, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        there.bot_url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
        try:
            yield desk, platform
        finally:
            await desk.close()
            await runner.cleanup()


@pytest.fixture
async def office(keys: KeyServer) -> AsyncIterator[Office]:
    async with a_teams(OURS, START) as there:
        store = keep_in_memory()
        await settle(store, HOME)
        people = {each.id: there.person(each.name) for each in PEOPLE}
        async with store(HOME) as unit:
            for id, member in people.items():
                account = Account(platform="teams", workspace=TENANT, user=member.entra)
                await unit.people.link(account, id)
            await unit.commit()
        async with running(there, store, keys) as (desk, platform):
            yield Office(there, store, desk, platform, people)
