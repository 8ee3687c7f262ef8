"""The HTTP door that Teams delivers to: what must be refused before the SDK sees it.

The SDK checks signature, audience and times; around it this keeps what it does not (facts found
by running microsoft-teams-apps 2.1.1): a body that is no JSON object, an issuer that makes it fetch
keys from an address of the sender's choice, a token without an end, a service URL that is none of
Microsoft's.
"""

import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jwt
from aiohttp import web

from bot.teams.keyring import Keyring

if TYPE_CHECKING:  # loading the SDK is left to those who have Teams
    from microsoft_teams.apps.http.adapter import HttpMethod, HttpResponse, HttpRouteHandler

log = logging.getLogger(__name__)

PATH = "/api/messages"
LARGEST = 256 * 1024  # bytes of an activity; Teams sends at most 100 kB
ISSUER = "https://api.botframework.com"
SERVICES = frozenset(
    {"https://smba.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com"}
)
"""The only places that are ever sent a token of ours."""
PATIENCE = 3.0  # seconds for the key server: Slack, on the same port, waits no longer for us
BEARER = "Bearer "

type Json = Mapping[str, object]


class Refused(Exception):
    """An HTTP status, and the reason for the log: never anything that the sender wrote."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Door:
    """An HTTP adapter for the SDK which only lets in what deserves its attention."""

    def __init__(self, services: frozenset[str] = SERVICES, patience: float = PATIENCE) -> None:
        self._services = services
        self._patience = patience
        self._handler: HttpRouteHandler | None = None
        self.keys: Keyring | None = None

    def register_route(self, method: "HttpMethod", path: str, handler: "HttpRouteHandler") -> None:
        """Called by the SDK when it is ready."""
        self._handler = handler

    def serve_static(self, path: str, directory: str) -> None:
        """Nothing is served but messages."""

    async def start(self, port: int) -> None:
        raise NotImplementedError("planbot run has a server of its own")

    async def stop(self) -> None:
        if self.keys is not None:
            self.keys.close()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one delivery: the SDK's answer, or 400, 401, 413 or 503 with nothing in it."""
        try:
            activity = await _activity(request)
            token = _token(request.headers.get("Authorization", ""))
            self._look_at(token, activity)
            await self._fetch_key(token)
        except Refused as refused:
            log.warning("teams_refused", extra={"status": refused.status, "why": refused.reason})
            return web.Response(status=refused.status)
        assert self._handler is not None
        answer = await self._handler({"body": activity, "headers": _lower(request.headers)})
        return _response(answer)

    def _look_at(self, token: str, activity: Json) -> None:
        """Refuse by what is claimed, before anything is fetched to check the claim."""
        try:
            claims = jwt.decode(token, options={"verify_signature": False})
        except jwt.InvalidTokenError:
            raise Refused(401, "token is malformed") from None
        if claims.get("iss") != ISSUER:
            raise Refused(401, "issuer is not the Bot Framework")
        if "exp" not in claims:
            raise Refused(401, "token never ends")
        address = activity.get("serviceUrl")
        if not isinstance(address, str) or not _is_at(address, self._services):
            raise Refused(401, "service URL is not known")

    async def _fetch_key(self, token: str) -> None:
        """Have the key ready, so that the SDK finds it without waiting."""
        assert self.keys is not None
        try:
            await self.keys.fetch(token, self._patience)
        except (TimeoutError, jwt.PyJWKClientConnectionError):
            raise Refused(503, "key server does not answer") from None
        except (jwt.PyJWTError, ValueError):
            raise Refused(401, "key is not known") from None


async def _activity(request: web.Request) -> dict[str, object]:
    try:
        body = json.loads(await _body(request))
    except (ValueError, RecursionError):
        raise Refused(400, "body is not JSON") from None
    if not isinstance(body, dict) or not isinstance(body.get("type"), str):
        raise Refused(400, "body is not an activity")
    return body


async def _body(request: web.Request) -> bytes:
    """The body, counted as it comes: what it declares of its length may not be so."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > LARGEST:
            raise Refused(413, "body is too large")
    return bytes(body)


def _token(authorization: str) -> str:
    if not authorization.startswith(BEARER):
        raise Refused(401, "no bearer token")
    return authorization.removeprefix(BEARER)


def _is_at(address: str, services: frozenset[str]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return f"{parts.scheme}://{parts.netloc}" in services


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _response(answer: "HttpResponse") -> web.Response:
    status, body = answer["status"], answer["body"]
    return web.Response(status=status) if body is None else web.json_response(body, status=status)
