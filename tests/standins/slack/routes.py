"""Where this Slack listens: the Web API, files, response addresses, OAuth and the socket."""

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

from tests.standins.slack.answering import answer
from tests.standins.slack.calls import SlackError

if TYPE_CHECKING:
    from tests.standins.slack.server import Server

SIGN_IN = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>"


def routes(slack: "Server") -> web.Application:
    """The web application of one Slack."""

    async def api(request: web.Request) -> web.StreamResponse:
        return await answer(slack, request)

    async def download(request: web.Request) -> web.StreamResponse:
        return _file(slack, request)

    async def upload(request: web.Request) -> web.StreamResponse:
        return await _uploaded(slack, request)

    async def respond(request: web.Request) -> web.StreamResponse:
        return await _responded(slack, request)

    async def authorise(request: web.Request) -> web.StreamResponse:
        return _authorised(slack, request)

    app = web.Application(client_max_size=50 * 1024 * 1024)
    app.router.add_route("*", "/api/{method}", api)
    app.router.add_get("/files-pri/{owner}/{path:.+}", download)
    app.router.add_post("/upload/v1/{file}", upload)
    app.router.add_post("/response/{key}", respond)
    app.router.add_get("/oauth/v2/authorize", authorise)
    app.router.add_get("/link/", slack.sockets.connect)
    return app


def _file(slack: "Server", request: web.Request) -> web.Response:
    """The bytes, for a token that may read them; a page to sign in on for all others, with 200."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = slack.world.tokens.get(bearer)
    team, _, id = request.match_info["owner"].partition("-")
    found = slack.world.files.get(id)
    if found is None or found.team != team:
        return web.Response(status=404)
    if token is None or "files:read" not in token.scopes or token.revoked:
        return web.Response(text=SIGN_IN, content_type="text/html")
    seen = any(token.user in slack.world.channels[each].members for each in found.channels)
    if not seen and found.user != token.user:
        return web.Response(text=SIGN_IN, content_type="text/html")
    return web.Response(body=found.content, content_type=found.mimetype)


async def _uploaded(slack: "Server", request: web.Request) -> web.Response:
    found = slack.world.files.get(request.match_info["file"])
    if found is None or found.complete:
        return web.Response(status=404)
    if request.content_type == "multipart/form-data":
        part = next(iter((await request.post()).values()))
        found.content = part.file.read() if isinstance(part, web.FileField) else b""
    else:
        found.content = await request.read()
    return web.Response(text=f"OK - {len(found.content)}")


async def _responded(slack: "Server", request: web.Request) -> web.Response:
    key = request.match_info["key"]
    trouble = slack.responses.trouble(key)
    if trouble is not None:
        slack.faults.append(f"response_url: {trouble}")
        return web.json_response({"ok": False, "error": trouble}, status=404)
    try:
        given = json.loads(await request.text())
    except ValueError:
        return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
    slack.respond(key, given)
    return web.Response(text="ok")


def _authorised(slack: "Server", request: web.Request) -> web.StreamResponse:
    """The page on which somebody says yes. Who they are comes as a cookie, as in a browser."""
    user = slack.world.users.get(request.cookies.get("user", ""))
    if user is None:
        return web.Response(text=SIGN_IN, content_type="text/html")
    wide = request.cookies.get("whole_organisation") == "yes"
    try:
        there = slack.grants.authorise(request.query, user.team, user.id, wide)
    except SlackError as error:
        slack.faults.append(f"oauth: {error.error}")
        return web.Response(status=400, text=error.error)
    if not urlsplit(there).netloc:
        return web.Response(status=400, text="bad_redirect_uri")
    raise web.HTTPFound(there)
