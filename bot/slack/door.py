"""The one address that Slack calls: what is not Slack's, or is no request at all, is turned away.

Everything here is done before the framework sees the request, which would answer a malformed one
with a fault of its own and a traceback.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.slack.outlines import has_outline
from bot.slack.replays import Replays

log = logging.getLogger(__name__)

PATH = "/slack/events"
LARGEST = 1_000_000  # bytes; Slack's own payloads stay far below
TIMESTAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
RETRIED = "X-Slack-Retry-Num"
SIGNED = re.compile(r"v0=[0-9a-f]{64}")
STAMPED = re.compile(r"[0-9]{1,11}")
MALFORMED = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
RATE_LIMITED = re.compile(r'"type"\s*:\s*"app_rate_limited"')


@dataclass
class Door:
    app: AsyncApp
    verifier: SignatureVerifier
    replays: Replays = field(default_factory=Replays)

    def add_routes(self, server: web.Application) -> None:
        server.router.add_post(PATH, self.open)

    async def open(self, request: web.Request) -> web.Response:
        """Answer a delivery: 401 where the signature is not Slack's, 400 where it is no request."""
        if not _is_signed(request.headers):
            return web.Response(status=401)
        body = await _body(request)
        if isinstance(body, web.Response):
            return body
        signature = request.headers[SIGNATURE]
        if not self.verifier.is_valid(body, request.headers[TIMESTAMP], signature):
            return web.Response(status=401)
        if RETRIED not in request.headers and not self.replays.first(signature):
            return web.Response(status=401)
        if _is_rate_limited(request, body):
            log.warning("slack_limits_events")
            return web.Response()
        return await self._handled(request, body)

    async def _handled(self, request: web.Request, body: str) -> web.Response:
        try:
            asked = AsyncBoltRequest(
                body=body,
                query=request.query_string,
                headers={name: [value] for name, value in request.headers.items()},
            )
        except MALFORMED:  # signed, and still neither a form nor JSON of the right shape
            return web.Response(status=400)
        if not has_outline(asked.body):
            log.warning("payload_not_understood")
            return web.Response(status=400)
        return await to_aiohttp_response(await self.app.async_dispatch(asked))


def _is_signed(headers: Mapping[str, str]) -> bool:
    """Whether the headers have the shape of a signature; whether it is right is seen later."""
    shapes = ((TIMESTAMP, STAMPED), (SIGNATURE, SIGNED))
    return all(shape.fullmatch(headers.get(name, "")) for name, shape in shapes)


async def _body(request: web.Request) -> str | web.Response:
    if (request.content_length or 0) > LARGEST:
        return web.Response(status=400)
    content = bytearray()
    async for chunk in request.content.iter_chunked(65_536):
        content += chunk
        if len(content) > LARGEST:
            return web.Response(status=400)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return web.Response(status=400)


def _is_rate_limited(request: web.Request, body: str) -> bool:
    """Slack tells on the top level that it leaves events out; no listener could match that."""
    is_json = request.content_type == "application/json"
    return is_json and len(body) < 2_000 and RATE_LIMITED.search(body) is not None
