"""Planbot connected to a Teams of our own, with the SDK's checks on."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.platform import Platform
from domain.people import Account
from domain.ports import Store
from store.opening import keep_in_memory
from tests.bot.teams.at_work import running
from tests.conversations.conftest import PEOPLE, START, settle
from tests.standins.teams.connector import TENANT, Member, Teams, a_teams
from tests.standins.teams.keys import KeyServer
from tests.standins.teams.ours import OURS

HOME = "harbour-home"


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
        async with asyncio.timeout(30):
            while self.desk.busy:  # noqa: ASYNC110 - it has nothing to tell us when it ends
                await asyncio.sleep(0.01)

    async def says(self, who: str, text: str) -> str:
        """Say something in the chat with the bot, and read what comes back."""
        member = self.people[who]
        before = len(self.teams.chat(member))
        assert await member.says(text) == 200
        await self.settled()
        return "\n".join(each.text for each in self.teams.chat(member)[before:])


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
        async with running(there, store, keys, HOME) as (desk, platform):
            yield Office(there, store, desk, platform, people)


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pytest's cache; where that is switched off, a folder of this run's own."""
    cache = getattr(request.config, "cache", None)
    return cache.mkdir("teams-manifest") if cache else tmp_path_factory.mktemp("teams-manifest")
