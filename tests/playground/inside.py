"""Inside the network of its own: the bot with its checks on, keys, what signs, and the Playground.

    unshare -rn python -m tests.playground.inside FOLDER CLI

The bot has the sample plan, on a day of its year from which the clock runs on.
"""

import asyncio
import fcntl
import logging
import os
import shutil
import signal
import socket
import struct
import sys
from contextlib import AsyncExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.clock import SystemClock
from bot.console.casting import SAMPLE, introduce, sample_cast
from bot.console.demo import SAMPLE_DAY
from bot.desk import Desk
from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, Store
from handlers.intake import File, consider, take_in
from plans.read import read
from scheduler.beat import beat
from store.opening import keep_in_memory
from tests.bot.teams.at_work import running
from tests.playground.bridge import to_port
from tests.playground.people import CHANNEL, configuration
from tests.standins.teams.connector import BOT_ID, Teams
from tests.standins.teams.keys import ISSUER, key_server
from tests.standins.teams.ours import OURS

HOME = "playground"
PORT = 56150
SERVICE = f"http://127.0.0.1:{PORT}/_connector"
BEAT = 5.0  # seconds
SET_FLAGS, UP = 0x8914, 0x41  # of a network interface, as linux/sockios.h and if.h have them


class RunningOn:
    """A clock that was set to a moment when it was made, and goes on from there."""

    def __init__(self, moment: datetime) -> None:
        self._ahead: timedelta = moment - SystemClock().now()

    def now(self) -> datetime:
        return SystemClock().now() + self._ahead


def loopback_up() -> None:
    """A new network begins with loopback down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as anything:
        fcntl.ioctl(anything, SET_FLAGS, struct.pack("16sh", b"lo", UP))


async def a_store(clock: Clock) -> Store:
    store = keep_in_memory()
    name, content = "plan.csv", (SAMPLE / "plan.csv").read_bytes()
    document = read(name, content)
    async with store(HOME) as unit:
        await introduce(sample_cast(), unit)
        for account in await unit.people.linked("console", "demo"):
            await unit.people.unlink(account)  # here they have Teams only
        await take_in(
            await consider(File(name=name, digest="1"), document, unit), unit, clock.now()
        )
        await unit.commit()
    return store


def signing(session: aiohttp.ClientSession, bot: str) -> web.Application:
    """Passes on to the bot what the Playground says, signed as Teams would: it signs nothing."""

    async def forward(request: web.Request) -> web.Response:
        activity = await request.json()
        now = int(SystemClock().now().timestamp())
        claims: dict[str, object] = {"iss": ISSUER, "aud": BOT_ID, "iat": now, "exp": now + 300}
        token = OURS.token({**claims, "serviceurl": activity["serviceUrl"]})
        headers = {"Authorization": f"Bearer {token}"}
        async with session.post(bot, json=activity, headers=headers) as answer:
            body, kind = await answer.read(), answer.content_type
            return web.Response(status=answer.status, body=body, content_type=kind)

    app = web.Application()
    app.router.add_post("/api/messages", forward)
    return app


async def beating(store: Store, clock: Clock, desk: Desk) -> None:
    while True:
        await beat(store, HOME, clock, Calendar())
        desk.poke(HOME)
        await asyncio.sleep(BEAT)


async def main(folder: Path, cli: str) -> int:
    loopback_up()
    this = asyncio.current_task()
    assert this is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    clock = RunningOn(datetime.combine(SAMPLE_DAY, datetime.min.time(), LONDON).replace(hour=9))
    store = await a_store(clock)
    async with AsyncExitStack() as stack:
        keys = stack.enter_context(key_server(folder, OURS))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        there = Teams(OURS, session, clock, url=f"http://127.0.0.1:{PORT}/")
        desk, _ = await stack.enter_async_context(running(there, store, keys, HOME))
        runner = web.AppRunner(signing(session, there.bot_url), access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        endpoint = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
        page = await asyncio.start_unix_server(to_port(PORT), folder / "page")
        stack.callback(page.close)
        (folder / ".m365agentsplayground.yml").write_text(configuration(), encoding="utf-8")
        hours = asyncio.create_task(beating(store, clock, desk))
        stack.callback(hours.cancel)
        return await playground(cli, endpoint, folder)


def no_browser(folder: Path) -> Path:
    """A folder for the PATH: the Playground opens a browser, which would be lost in here."""
    opener = folder / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text("#!/bin/sh\n", encoding="utf-8")
    opener.chmod(0o755)
    return opener.parent


async def playground(cli: str, endpoint: str, folder: Path) -> int:
    options = ["-e", endpoint, "-c", "msteams", "-p", str(PORT), "--service-url", SERVICE]
    started = await asyncio.create_subprocess_exec(
        "env",
        f"PATH={no_browser(folder)}:{os.defpath}:{Path(shutil.which('node') or '').parent}",
        *("node", cli, "start", *options, "--disable-telemetry"),
        cwd=folder,
    )
    try:
        return await started.wait()
    finally:
        if started.returncode is None:
            started.terminate()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    sys.stdout.write(f"Say there: plan status, what's mine?, or @Planbot help in {CHANNEL}.\n")
    with suppress(asyncio.CancelledError, KeyboardInterrupt):
        sys.exit(asyncio.run(main(Path(sys.argv[1]), sys.argv[2])))
