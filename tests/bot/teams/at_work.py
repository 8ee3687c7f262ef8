"""Planbot at work on a Teams on loopback: all of it but the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import jwt
from aiohttp import web
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from pydantic import SecretStr

from bot.desk import Desk
from bot.platform import House, Platform
from bot.settings import Settings
from bot.teams.door import PATH
from bot.teams.messenger import PACING
from bot.teams.platform import Surroundings, teams
from domain.connections import References
from domain.documents import Fetcher
from domain.newcomers import Roll
from domain.pacing import Pacing
from domain.ports import Messenger, Store
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from scheduler.postman import Sending
from store.memory.connections import MemoryReferences
from tests.standins.teams.connector import BOT_ID, TENANT, Teams
from tests.standins.teams.keys import KeyServer


def token(*_: object) -> str:
    return jwt.encode({"for": "tests"}, "x" * 32)


def settings_for(workspace: str) -> Settings:
    return Settings(
        workspace=workspace,
        teams_client_id=BOT_ID,
        teams_client_secret=SecretStr("s" * 32),
        teams_tenant_id=TENANT,
    )


def around(there: Teams, keys: KeyServer) -> Surroundings:
    return Surroundings(
        cloud=with_overrides(PUBLIC, openid_metadata_url=keys.metadata),
        services=frozenset({there.url.rstrip("/")}),
        anywhere=there.url,
        token=token,
        files=frozenset({there.url.rstrip("/")}),
    )


@asynccontextmanager
async def running(
    there: Teams,
    store: Store,
    keys: KeyServer,
    workspace: str,
    pacing: Pacing = PACING,
    references: References | None = None,
) -> AsyncIterator[tuple[Desk, Platform]]:
    """Planbot at work on a port of its own, until the end; at the pace of Teams, or another."""
    messengers: dict[str, Messenger] = {}
    rolls: dict[str, Roll] = {}
    fetchers: dict[str, Fetcher] = {}
    desk = Desk(
        Sending(store, messengers, there.clock, lambda: 0.0),
        Answering(store, there.clock, KnownPlans(), rolls, Doorkeeper(frozenset()), fetchers),
    )
    plans = desk.answering.plans
    house = House(
        store,
        there.clock,
        None,
        references or MemoryReferences(),
        plans,
        desk.ask,
        desk.question,
        desk.poke,
        desk.answering.enrol,
    )
    async with teams(settings_for(workspace), house, around(there, keys)) as platform:
        assert platform is not None
        platform = replace(platform, messenger=replace(platform.messenger, pacing=pacing))
        messengers[platform.name], rolls[platform.name] = platform.messenger, platform.roll
        assert platform.fetcher is not None
        assert platform.answered is not None
        desk.answering.listeners[platform.name] = platform.answered
        fetchers[platform.name] = platform.fetcher
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
