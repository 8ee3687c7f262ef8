"""Slack, as a whole: connected by what is set, for as long as the bot runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

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
from bot.slack.reaching import Line
from bot.slack.roll import SlackRoll
from bot.slack.setup import Mode, Setup, setup_of
from bot.slack.socket import listening
from bot.slack.teams import Teams
from domain.connections import Connection
from domain.ports import Clock


@asynccontextmanager
async def slack(settings: Settings, house: House) -> AsyncIterator[Platform | None]:
    """Connect Slack as far as it is set; None where it is not."""
    setup = setup_of(settings)
    if setup.mode is None:
        yield None
        return
    async with aiohttp.ClientSession() as session:
        teams = Teams(house.connections, session, settings.slack_api_url, house.clock)
        counter = Counter(teams, house)
        hearing = Hearing(house.store, house.clock, house.poke, house.question)
        app = slack_app(teams, hearing, counter, _secret(settings.slack_signing_secret))
        chores = Chores(teams, house, hearing)
        line = Line(partial(_connected, app, teams, settings, house.clock, chores))
        teams.introduced = settings.slack_bot_token is None
        try:
            async with line.held():
                yield _platform(app, teams, settings, setup, house, counter, line)
        finally:
            await counter.close()


@asynccontextmanager
async def _connected(
    app: AsyncApp, teams: Teams, settings: Settings, clock: Clock, chores: Chores
) -> AsyncIterator[None]:
    """Let Slack know us, and hear it. Raise NotSent where it is not reached or lets us not in."""
    if settings.slack_bot_token and not teams.introduced:
        await _introduce(teams, settings.slack_bot_token, settings.workspace, clock)
    async with AsyncExitStack() as stack:
        if settings.slack_app_token:  # which wins where both ways are set
            await stack.enter_async_context(listening(app, teams, settings.slack_app_token))
        work = asyncio.create_task(chores.run())
        try:
            yield
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


def _platform(
    app: AsyncApp,
    teams: Teams,
    settings: Settings,
    setup: Setup,
    house: House,
    counter: Counter,
    line: Line,
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
    told = [line.trouble] if line.trouble else told
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
        trouble=lambda: line.trouble,
    )


async def _introduce(teams: Teams, token: SecretStr, workspace: str, clock: Clock) -> None:
    """Ask Slack whose token it is. Raise NotSent."""
    client = teams.client_with(token.get_secret_value())
    told = await look_up(client.auth_test())
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
    teams.introduced = True


def _secret(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None
