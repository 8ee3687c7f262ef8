"""What planbot run does until it is told to stop: the heartbeat, and the web server."""

import asyncio
import logging
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta

from aiohttp import web

from bot.assembly import store_of
from bot.clock import SystemClock
from bot.health import Pulse, health_app
from bot.settings import Settings
from bot.working_days import bank_holidays
from domain.ports import Messenger, OpenUnit
from scheduler.beat import beat
from scheduler.heartbeat import every
from scheduler.postman import Sending
from scheduler.sender import send_due

log = logging.getLogger(__name__)

BEAT = timedelta(seconds=30)

type Messengers = Mapping[str, Messenger]


async def serve(settings: Settings, messengers: Messengers, started: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``started`` is called when all is up.

    Raise StoreUnavailable where the store cannot be used, OSError where the port is taken.
    """
    clock = SystemClock()
    pulse = Pulse(clock)
    async with store_of(settings) as open_unit:

        async def store_answers() -> None:
            async with open_unit(settings.workspace) as unit:
                await unit.plans.all()

        async with _listening(health_app(pulse, clock, store_answers), settings):
            heart = every(BEAT, _tick(open_unit, settings, messengers, clock, pulse))
            heart.start()
            started()
            await _told_to_stop()
            heart.shutdown(wait=False)


def _tick(
    open_unit: OpenUnit,
    settings: Settings,
    messengers: Messengers,
    clock: SystemClock,
    pulse: Pulse,
) -> Callable[[], Awaitable[None]]:
    """One beat. Where no platform is configured there is nobody to speak to: nothing is written."""

    async def tick() -> None:
        try:
            if messengers:
                await beat(open_unit, settings.workspace, clock, bank_holidays())
                sending = Sending(open_unit, messengers, clock, random.random)
                await send_due(sending, settings.workspace)
            pulse.beat()
        except Exception:
            log.exception("beat_failed")

    return tick


@asynccontextmanager
async def _listening(app: web.Application, settings: Settings) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
        yield
    finally:
        await runner.cleanup()


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
