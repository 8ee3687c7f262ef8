"""How long others wait on the same port while the key server of Teams hangs: it must be nobody."""

import asyncio
import json
import logging
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import aiohttp
from aiohttp import web

from benchmarks.figures import Figure, milliseconds, p50, p99, times
from bot.clock import SystemClock
from bot.teams.door import PATH, Door
from tests.standins.teams.keys import ISSUER, KeyServer, Signer, key_server
from tests.standins.teams.ours import OURS

HANGS = 10.0  # seconds
PINGS = 300
SERVICE = "https://smba.trafficmanager.net/uk/"


def figures() -> Iterator[Figure]:
    with (
        warnings.catch_warnings(),
        tempfile.TemporaryDirectory() as folder,
        key_server(Path(folder), OURS) as keys,
    ):
        warnings.simplefilter("ignore")
        logging.getLogger("bot.teams.door").setLevel(logging.ERROR)  # it is told of each refusal
        quiet, hanging = asyncio.run(_measured(keys))
    for name, took in (("nothing else to do", quiet), ("the keys hang, tokens come in", hanging)):
        worst = f"longest of {PINGS}: {milliseconds(max(took))}, p99 {milliseconds(p99(took))}"
        yield Figure(f"a request beside Teams: {name}", milliseconds(p50(took)), worst)
    yield Figure("longest wait, with keys hanging beside without", times(max(hanging), max(quiet)))


async def _measured(keys: KeyServer) -> tuple[list[float], list[float]]:
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
    from pydantic import SecretStr

    from bot.teams.sdk import Registration, close, connect

    door = Door()
    bot = Registration(client_id="bot-1", client_secret=SecretStr("s" * 32), tenant="tenant-1")
    sdk = await connect(bot, door, with_overrides(PUBLIC, openid_metadata_url=keys.metadata))
    server = web.Application()
    server.router.add_post(PATH, door.receive)
    server.router.add_get("/ping", _pong)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session:
        quiet = await _pings(session, here)
        keys.slow_by(HANGS)
        flood = asyncio.create_task(_flood(session, here + PATH))
        await asyncio.sleep(0.2)
        hanging = await _pings(session, here)
        flood.cancel()
        await asyncio.gather(flood, return_exceptions=True)
        keys.slow_by(0)
    await runner.cleanup()
    await close(sdk)
    return quiet, hanging


async def _pong(_: web.Request) -> web.Response:
    return web.Response()


async def _pings(session: aiohttp.ClientSession, here: str) -> list[float]:
    took = []
    for _ in range(PINGS):
        start = perf_counter()
        async with session.get(f"{here}/ping") as answer:
            await answer.read()
        took.append(perf_counter() - start)
        await asyncio.sleep(0.01)
    return took


async def _flood(session: aiohttp.ClientSession, url: str) -> None:
    """Tokens of keys that would have to be fetched, and of issuers that have keys of their own."""
    async with asyncio.TaskGroup() as group:
        for number in range(10_000):
            issuer = ISSUER if number % 2 else f"https://login.microsoftonline.com/{number}/v2.0"
            group.create_task(_deliver(session, url, issuer, f"key {number}"))
            await asyncio.sleep(0.05)


async def _deliver(session: aiohttp.ClientSession, url: str, issuer: str, key: str) -> None:
    now = int(SystemClock().now().timestamp())
    claims: dict[str, object] = {"iss": issuer, "aud": "bot-1", "serviceurl": SERVICE}
    token = Signer(OURS.key, key).token({**claims, "iat": now, "exp": now + 300})
    body = json.dumps({"type": "message", "serviceUrl": SERVICE})
    headers = {"Authorization": f"Bearer {token}"}
    async with session.post(url, data=body, headers=headers) as answer:
        await answer.read()
