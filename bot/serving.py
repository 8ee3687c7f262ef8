"""What planbot run does until it is told to stop: platforms, the heartbeat and the web server."""

import asyncio
import logging
import platform
import random
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import timedelta

from aiohttp import web

from bot.assembly import opened
from bot.clock import SystemClock
from bot.connecting import platforms
from bot.desk import Desk
from bot.health import Pulse, health_app
from bot.platform import House, Platform
from bot.settings import Settings
from bot.watch import Watch, watching
from bot.working_days import bank_holidays
from domain.documents import Fetcher
from domain.newcomers import Roll
from domain.ports import Clock, Messenger, Store
from domain.problems import StoreUnavailable
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.heartbeat import every
from scheduler.postman import Sending
from scheduler.stoppage import sign_off, tell_of_stoppage, watch_the_others

log = logging.getLogger(__name__)

BEAT = timedelta(seconds=30)


class NoPort(Exception):
    """The port cannot be listened on; says why."""


async def serve(settings: Settings, started: Callable[[Sequence[Platform]], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``started`` is called with what is connected.

    Raise StoreUnavailable where the store cannot be used, NoPort where the port cannot, and NotSent
    where a platform does not let us in.
    """
    stop = _told_to_stop()
    async with opened(settings.database_url.get_secret_value(), settings.key) as database:
        clock = SystemClock()
        messengers: dict[str, Messenger] = {}
        rolls: dict[str, Roll] = {}
        fetchers: dict[str, Fetcher] = {}
        desk = Desk(
            Sending(database.store, messengers, clock, random.random),
            _answering(database.store, clock, rolls, fetchers, settings),
        )
        house = House(
            database.store,
            clock,
            database.connections,
            database.references,
            desk.answering.plans,
            desk.ask,
            desk.question,
            desk.poke,
            desk.answering.enrol,
        )
        async with _connected(settings, house, stop) as connected:
            if connected is None:
                return
            messengers.update({each.name: each.messenger for each in connected})
            rolls.update({each.name: each.roll for each in connected})
            fetchers.update({each.name: each.fetcher for each in connected if each.fetcher})
            hearing = {each.name: each.answered for each in connected if each.answered}
            desk.answering.listeners.update(hearing)
            try:
                await _run(settings, database.store, clock, desk, connected, started, stop)
            finally:
                await desk.close()


@asynccontextmanager
async def _connected(
    settings: Settings, house: House, stop: asyncio.Event
) -> AsyncIterator[list[Platform] | None]:
    """Every platform that is set; None where we are told to stop before they can be reached."""
    async with AsyncExitStack() as stack:
        entering = stack.enter_async_context(platforms(settings, house))
        connecting, stopping = asyncio.ensure_future(entering), asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((connecting, stopping), return_when=asyncio.FIRST_COMPLETED)
            yield connecting.result() if connecting.done() else None
        finally:
            for each in (connecting, stopping):
                each.cancel()
            await asyncio.gather(connecting, stopping, return_exceptions=True)


def _answering(
    store: Store,
    clock: Clock,
    rolls: Mapping[str, Roll],
    fetchers: Mapping[str, Fetcher],
    settings: Settings,
) -> Answering:
    administrators = frozenset(each.casefold() for each in settings.administrators)
    calendar = bank_holidays(settings.nation)
    return Answering(
        store, clock, KnownPlans(), rolls, Doorkeeper(administrators), fetchers, calendar
    )


async def _run(
    settings: Settings,
    store: Store,
    clock: Clock,
    desk: Desk,
    connected: Sequence[Platform],
    started: Callable[[Sequence[Platform]], None],
    stop: asyncio.Event,
) -> None:
    pulse = Pulse(clock)
    diary = Diary()
    asides = [diary.left_out, *(each.trouble for each in connected if each.trouble)]
    server = health_app(pulse, clock, _answers(store, settings.workspace), *asides)
    for each in connected:
        each.add_routes(server)
    async with _listening(server, settings):
        replica = _own_name()
        heart = every(BEAT, _tick(store, desk, settings, clock, pulse, replica, diary))
        heart.start()
        await _poke_all(store, desk)
        desk.warm(settings.workspace)
        started(connected)
        with watching(Watch(pulse, clock)):
            await stop.wait()
        heart.shutdown(wait=False)
        await _sign_off(store, replica)


def _own_name() -> str:
    """What this process is called among its like."""
    return f"{platform.node() or 'planbot'}-{secrets.token_hex(3)}"


async def _sign_off(store: Store, replica: str) -> None:
    try:
        for workspace in await store.workspaces():
            await sign_off(store, workspace, replica)
    except StoreUnavailable as problem:
        log.warning("not_signed_off", extra={"why": problem.what})


def _answers(store: Store, workspace: str) -> Callable[[], Awaitable[None]]:
    async def store_answers() -> None:
        async with store(workspace) as unit:
            await unit.plans.all()

    return store_answers


def _tick(
    store: Store,
    desk: Desk,
    settings: Settings,
    clock: Clock,
    pulse: Pulse,
    replica: str,
    diary: Diary,
) -> Callable[[], Awaitable[None]]:
    """One beat. Where no platform is configured there is nobody to speak to: nothing is written."""
    calendar = bank_holidays(settings.nation)

    async def beat_in(workspace: str) -> bool:
        try:
            await beat(store, workspace, clock, calendar, settings.timezone, diary)
            await watch_the_others(store, workspace, replica, clock.now())
        except Exception:  # of this workspace: the others go on
            log.exception("beat_failed", extra={"workspace": workspace})
            return False
        return True

    async def tick() -> None:
        try:
            workspaces = await store.workspaces() if desk.sending.messengers else ()
            went = [await beat_in(workspace) for workspace in workspaces]
            await _poke_all(store, desk)
            for workspace in desk.answering.plans.workspaces:
                desk.warm(workspace)
            if any(went) or not went:
                await _beaten(pulse, clock, store, workspaces)
        except Exception:
            log.exception("beat_failed")

    return tick


async def _beaten(pulse: Pulse, clock: Clock, store: Store, workspaces: Sequence[str]) -> None:
    """The loop has gone round; if it had stood still, the administrators are told."""
    now, since = clock.now(), pulse.last
    stopped = pulse.stopped(now)
    pulse.beat()
    if stopped:
        for workspace in workspaces:
            await tell_of_stoppage(store, workspace, since, now)


async def _poke_all(store: Store, desk: Desk) -> None:
    """Take up what was left undone, here or in another process that has stopped."""
    for workspace in await store.workspaces():
        desk.poke(workspace)


@asynccontextmanager
async def _listening(app: web.Application, settings: Settings) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, settings.host, settings.port).start()
        except OSError as error:
            raise NoPort(error.strerror or str(error)) from error
        yield
    finally:
        await runner.cleanup()


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError):  # not in every thread, nor on Windows
            loop.add_signal_handler(number, stop.set)
    return stop
