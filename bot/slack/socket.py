"""Socket Mode: Slack is reached from here, and needs no way in."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.slack.calls import look_up
from bot.slack.envelopes import Envelope, envelope
from bot.slack.teams import Teams
from domain.sending import Unreachable

log = logging.getLogger(__name__)

type Listener = Callable[[SocketModeClient, dict[str, Any], str | None], Awaitable[None]]

PATIENCE = 60  # seconds to be connected in; a token that is not accepted would wait for ever


@asynccontextmanager
async def listening(app: AsyncApp, teams: Teams, token: SecretStr) -> AsyncIterator[None]:
    """Hear what Slack sends until the end; the library connects again by itself.

    Raise Rejected where Slack does not accept the token, Unreachable where it is not reached.
    """
    client = teams.client_with(token.get_secret_value())
    await look_up(client.apps_connections_open(app_token=token.get_secret_value()))
    handler = AsyncSocketModeHandler(app, token.get_secret_value(), web_client=client)
    # Not as a listener of requests: the library makes one of a message before it asks anybody.
    handler.client.socket_mode_request_listeners.clear()
    handler.client.message_listeners.append(_opening(handler))  # type: ignore[arg-type]  # it names a parameter otherwise
    try:
        try:
            await asyncio.wait_for(_connect(handler), PATIENCE)
        except TimeoutError as error:
            raise Unreachable("no connection within a minute") from error
        log.info("socket_connected")
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # it has none


def _opening(handler: AsyncSocketModeHandler) -> Listener:
    async def opened(client: SocketModeClient, message: dict[str, Any], raw: str | None) -> None:
        """Open what is ours; what is odd is acknowledged, so that it does not come again."""
        match envelope(message, len(raw or "")):
            case Envelope.OURS:
                request = SocketModeRequest.from_dict(message)
                assert request is not None  # it has what a request has
                await handler.handle(client, request)
            case Envelope.ODD:
                log.warning("envelope_not_understood", extra={"length": len(raw or "")})
                await client.send_socket_mode_response(SocketModeResponse(message["envelope_id"]))
            case Envelope.NONE:
                pass

    return opened


async def _connect(handler: AsyncSocketModeHandler) -> None:
    await handler.connect_async()  # type: ignore[no-untyped-call]  # it has none
