"""Socket Mode: Slack is reached from here, and needs no way in."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from bot.slack.calls import look_up
from bot.slack.teams import Teams

log = logging.getLogger(__name__)

PATIENCE = 60  # seconds to be connected in; a token that is not accepted would wait for ever


@asynccontextmanager
async def listening(app: AsyncApp, teams: Teams, token: SecretStr) -> AsyncIterator[None]:
    """Hear what Slack sends until the end; the library connects again by itself.

    Raise Rejected where Slack does not accept the token, Unreachable where it is not reached.
    """
    client = teams.client_with(token.get_secret_value())
    await look_up(client.apps_connections_open(app_token=token.get_secret_value()))
    handler = AsyncSocketModeHandler(app, token.get_secret_value(), web_client=client)
    try:
        await asyncio.wait_for(_connect(handler), PATIENCE)
        log.info("socket_connected")
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # it has none


async def _connect(handler: AsyncSocketModeHandler) -> None:
    await handler.connect_async()  # type: ignore[no-untyped-call]  # it has none
