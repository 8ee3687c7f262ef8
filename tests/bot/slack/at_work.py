"""Planbot at work on a Slack on loopback: all of it but the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.desk import Desk
from bot.platform import House, Platform
from bot.settings import Settings
from bot.slack.platform import slack as connect
from domain.connections import Connections
from domain.documents import Fetcher
from domain.newcomers import Roll
from domain.pacing import Pacing
from domain.ports import Messenger, Store
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from scheduler.postman import Sending
from store.memory.connections import MemoryReferences
from tests.standins.slack import Slack, Token


def settings_for(slack: Slack, token: Token | None, **more: str) -> Settings:
    given = {
        "PLANBOT_SLACK_API_URL": slack.api_url,
        "PLANBOT_SLACK_SIGNING_SECRET": slack.app.signing_secret,
        "PLANBOT_WORKSPACE": "harbour",
        **({"PLANBOT_SLACK_BOT_TOKEN": token.value} if token else {}),
        **more,
    }
    return Settings.read(given)


@asynccontextmanager
async def running(
    slack: Slack,
    store: Store,
    settings: Settings,
    connections: Connections | None = None,
    port: int = 0,
) -> AsyncIterator[tuple[Desk, Platform]]:
    """Planbot at work on a port of its own, until the end."""
    messengers: dict[str, Messenger] = {}
    rolls: dict[str, Roll] = {}
    fetchers: dict[str, Fetcher] = {}
    administrators = frozenset(settings.administrators)
    desk = Desk(
        Sending(store, messengers, slack.clock, lambda: 0.0),
        Answering(store, slack.clock, KnownPlans(), rolls, Doorkeeper(administrators), fetchers),
    )
    references = MemoryReferences()
    house = House(
        store,
        slack.clock,
        connections,
        references,
        desk.answering.plans,
        desk.ask,
        desk.question,
        desk.poke,
        desk.answering.enrol,
    )
    async with connect(settings, house) as platform:
        assert platform is not None
        if not slack.pacing.on:
            platform.messenger.pacing = Pacing()  # type: ignore[misc]  # as if there were no limits
        messengers[platform.name], rolls[platform.name] = platform.messenger, platform.roll
        if platform.fetcher:
            fetchers[platform.name] = platform.fetcher
        if platform.answered:
            desk.answering.listeners[platform.name] = platform.answered
        server = web.Application()
        platform.add_routes(server)
        runner = web.AppRunner(server, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        if settings.slack_app_token is None:
            port = runner.addresses[0][1]
            slack.app.url = f"http://127.0.0.1:{port}/slack/events"
        try:
            yield desk, platform
        finally:
            await slack.settled()
            await desk.close()
            await runner.cleanup()
