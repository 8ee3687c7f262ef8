"""One call of the Web API from its bytes to its answer: read, troubled, checked, done, noted."""

import asyncio
import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from aiohttp import web

from tests.standins.slack.calls import Call, SlackError, arguments_of
from tests.standins.slack.checking import Refusal, refused
from tests.standins.slack.methods import METHODS
from tests.standins.slack.troubles import Broken, Fails, Limited, Lost, Refused, Slow, Trouble
from tests.standins.slack.world import Json

if TYPE_CHECKING:
    from tests.standins.slack.server import Server


@dataclass(frozen=True)
class Made:
    """A call as it was made, and how it was answered: ``error`` is None where all was well."""

    method: str
    arguments: Json
    token: str
    error: str | None


class TooFast(Exception):
    """429."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


async def answer(slack: "Server", request: web.Request) -> web.StreamResponse:
    """Answer a call as Slack does; keep that it was made, and what was wrong with it."""
    name = request.match_info["method"]
    try:
        call = await _call(slack, request, name)
    except SlackError as error:
        return _refusal(error)
    try:
        return await _answered(call, request)
    except SlackError as error:
        _note(call, error.error)
        _fault(call, error)
        return _refusal(error)
    except TooFast as error:
        _note(call, "ratelimited")
        return web.json_response(
            {"ok": False, "error": "ratelimited"},
            status=429,
            headers={"Retry-After": str(error.seconds)},
        )


async def _answered(call: Call, request: web.Request) -> web.StreamResponse:
    trouble = call.slack.troubles.next(call.method, call.arguments.get("channel"))
    if trouble is not None:
        early = _instead(trouble, request)
        if early is not None:
            _note(call, type(trouble).__name__.lower())
            return early
    answered = _done(call)
    _note(call, None)
    call.slack.stir()
    if isinstance(trouble, Slow):
        await asyncio.sleep(trouble.seconds)
    if isinstance(trouble, Lost):
        return _hung_up(request)
    return web.json_response({"ok": True, **answered})


def _done(call: Call) -> Json:
    """Carry the call out, if it is one that may be."""
    method = METHODS[call.method]
    if method.token:
        _known(call)
        wait = call.slack.pacing.wait_to_call(call.by.team, call.method, method.tier)
        if wait:
            raise TooFast(wait)
        if method.scopes:
            call.must(*method.scopes)
    for fault in refused(call):
        call.slack.faults.append(fault)
    return method.does(call)


def _known(call: Call) -> None:
    if not call.bearer:
        raise SlackError("not_authed")
    if call.token is None:
        raise SlackError("invalid_auth")
    if call.token.revoked:
        raise SlackError("token_revoked")


async def _call(slack: "Server", request: web.Request, name: str) -> Call:
    if name not in METHODS:
        slack.faults.append(f"{name} is no method that this Slack knows")
        raise SlackError("unknown_method", req_method=name)
    if request.content_type == "application/json" and not METHODS[name].in_json:
        slack.faults.append(f"{name} takes no JSON")
    arguments = await arguments_of(request)
    held = str(arguments.pop("token", ""))
    header = request.headers.get("Authorization", "")
    bearer = header.removeprefix("Bearer ") if header.startswith("Bearer ") else held
    return Call(
        slack,
        name,
        arguments,
        slack.world.tokens.get(bearer),
        bearer,
        _basic(header),
    )


def _basic(header: str) -> tuple[str, str] | None:
    """The name and the secret, where the call is made with those."""
    if not header.startswith("Basic "):
        return None
    name, _, secret = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
    return name, secret


def _instead(trouble: Trouble, request: web.Request) -> web.StreamResponse | None:
    """What comes instead of an answer, where the call is not carried out."""
    match trouble:
        case Limited(seconds=seconds):
            raise TooFast(seconds)
        case Broken(status=status):
            return web.Response(status=status, text="upstream request failed")
        case Fails(error=error):
            return _refusal(SlackError(error))
        case Refused():
            return _hung_up(request)
        case _:
            return None


def _hung_up(request: web.Request) -> NoReturn:
    """Break the connection off where the answer should be."""
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


def _note(call: Call, error: str | None) -> None:
    call.slack.calls.append(Made(call.method, dict(call.arguments), call.bearer, error))


def _fault(call: Call, error: SlackError) -> None:
    """An error that only a call which should not have been made can get."""
    if isinstance(error, Refusal):
        call.slack.faults += [f"{call.method}: {each}" for each in error.reasons]
    elif error.error.startswith("invalid_arg") or error.error in NEVER_MEANT:
        call.slack.faults.append(f"{call.method}: {error.error} {error.more or ''}".strip())


NEVER_MEANT = (
    "no_text",
    "msg_too_long",
    "missing_scope",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "markdown_text_conflict",
    "missing_argument",
    "view_too_large",
)


def _refusal(error: SlackError) -> web.Response:
    return web.json_response({"ok": False, "error": error.error, **error.more})
