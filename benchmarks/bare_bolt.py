"""Bolt on aiohttp with one listener that does nothing: a process to set ours beside.

python -m benchmarks.bare_bolt PORT SECRET
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult


def bare(secret: str) -> AsyncApp:
    app = AsyncApp(signing_secret=secret, authorize=_anybody, process_before_response=True)

    @app.command("/plan")
    async def listener(ack: Callable[[], Awaitable[object]]) -> None:
        await ack()

    return app


async def serve(port: int, secret: str) -> None:
    app = bare(secret)

    async def handle(request: web.Request) -> web.Response:
        answer = await app.async_dispatch(await to_bolt_request(request))
        return await to_aiohttp_response(answer)

    server = web.Application()
    server.router.add_post("/slack/events", handle)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def _anybody(**_: object) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id=None, bot_token="xoxb-none")


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
