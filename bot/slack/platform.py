"""Slack, as a whole: connected by what is set, for as long as the bot runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.platform import House, Platform
from bot.settings import Settings
from bot.slack.app import slack_app
from bot.slack.calls import look_up
from bot.slack.chores import Chores
from bot.slack.counter import Counter
from bot.slack.door import PATH, Door
from bot.slack.files import SlackFiles
from bot.slack.hearing import Hearing
from bot.slack.inbound import PLATFORM
from bot.slack.install import INSTALL_PATH, Install
from bot.slack.messenger import SlackMessenger
from bot.slack.roll import SlackRoll
from bot.slack.setup import Mode, Setup, setup_of
from bot.slack.socket import listening
from bot.slack.teams import Teams
from domain.connections import Connection
from domain.ports import Clock
from domain.sending import NotSent, Refused, Rejected

log = logging.getLogger(__name__)

TRIED_AGAIN = 10  # seconds


@asynccontextmanager
async def slack(settings: Settings, house: House) -> AsyncIterator[Platform | None]:
    """Connect Slack as far as it is set; None where it is not."""
    setup = setup_of(settings)
    if setup.mode is None:
        yield None
        return
    async with aiohttp.ClientSession() as session:
        teams = Teams(house.connections, session, settings.slack_api_url, house.clock)
        if settings.slack_bot_token:
            await _introduce(teams, settings.slack_bot_token, settings.workspace, house.clock)
        counter = Counter(teams, house)
        hearing = Hearing(house.store, house.clock, house.poke, house.question)
        app = slack_app(teams, hearing, counter, _secret(settings.slack_signing_secret))
        platform = _platform(app, teams, settings, setup, house, counter)
        chores = asyncio.create_task(Chores(teams, house, hearing).run())
        try:
            if setup.mode is Mode.SOCKET and settings.slack_app_token:
                async with listening(app, teams, settings.slack_app_token):
                    yield platform
            else:
                yield platform
        finally:
            chores.cancel()
            await asyncio.gather(chores, return_exceptions=True)
            await counter.close()


def _platform(
    app: AsyncApp, teams: Teams, settings: Settings, setup: Setup, house: House, counter: Counter
) -> Platform:
    def add_routes(server: web.Application) -> None:
        if setup.mode is Mode.HTTP:
            secret = _secret(settings.slack_signing_secret) or ""
            Door(app, SignatureVerifier(secret)).add_routes(server)
        if setup.installs and house.connections:
            Install(settings, house, teams, house.connections).add_routes(server)

    told = [f"Slack: connected by {setup.mode}."]
    if setup.mode is Mode.HTTP:
        told = [f"Slack: listening at {settings.public_url or ''}{PATH}."]
    if setup.installs:
        told.append(f"Workspaces install Planbot at {settings.public_url}{INSTALL_PATH}.")
    return Platform(
        name=PLATFORM,
        messenger=SlackMessenger(teams),
        roll=SlackRoll(teams),
        add_routes=add_routes,
        told=told,
        fetcher=SlackFiles(teams),
        answered=counter.look_again,
    )


async def _introduce(teams: Teams, token: SecretStr, workspace: str, clock: Clock) -> None:
    """Ask Slack whose token it is; as long as Slack cannot be reached, ask again.

    Raise Rejected where Slack does not accept the token.
    """
    client = teams.client_with(token.get_secret_value())
    while True:
        try:
            told = await look_up(client.auth_test())
        except Rejected:
            raise
        except NotSent as trouble:
            log.warning("slack_not_reached", extra={"trouble": str(trouble)})
            pause = trouble.retry_after.total_seconds() if isinstance(trouble, Refused) else 0
            await asyncio.sleep(max(pause, TRIED_AGAIN))
            continue
        enterprise = told.get("enterprise_id")
        teams.fixed = Connection(
            platform=PLATFORM,
            team=str(enterprise if told.get("is_enterprise_install") else told["team_id"]),
            enterprise=enterprise,
            workspace=workspace,
            token=token,
            bot=str(told.get("user_id", "")),
            connected_at=clock.now(),
        )
        return


def _secret(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None
