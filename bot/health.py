"""Says over HTTP whether this process does its work: the store answers and the heart beats.

Whoever reaches the port reads it. Where the store is and what is wrong with it is in the log.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from domain.ports import Clock
from domain.problems import StoreUnavailable
from domain.pulses import SILENT_AFTER

log = logging.getLogger(__name__)

STOPPED_AFTER = SILENT_AFTER
NO_STORE = "The store does not answer: the log says why under store_does_not_answer."


class Pulse:
    """Remembers when the scheduler's loop last went round."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.last = clock.now()

    def beat(self) -> None:
        self.last = self._clock.now()

    def stopped(self, now: datetime) -> bool:
        return now - self.last > STOPPED_AFTER


type Check = Callable[[], Awaitable[None]]
"""Raises StoreUnavailable where something is wrong."""


type Aside = Callable[[], str | None]
"""Says what goes wrong while the process does its work: nothing that starting it again mends."""


def health_app(pulse: Pulse, clock: Clock, store_answers: Check, *asides: Aside) -> web.Application:
    """``GET /health``: 200 when all is well, 503 with what has stopped when it is not.

    What the ``asides`` say is shown with a 200: all else goes on.
    """

    async def health(_: web.Request) -> web.Response:
        trouble = await _trouble(pulse, clock, store_answers)
        told = [trouble] if trouble else [each for aside in asides if (each := aside())]
        return web.json_response(
            {"ok": trouble is None, "trouble": " ".join(told) or None},
            status=503 if trouble else 200,
        )

    app = web.Application()
    app.router.add_get("/health", health)
    return app


async def _trouble(pulse: Pulse, clock: Clock, store_answers: Check) -> str | None:
    if pulse.stopped(clock.now()):
        return f"The scheduler has not run since {pulse.last:%Y-%m-%d %H:%M} UTC."
    try:
        await store_answers()
    except StoreUnavailable as problem:
        log.error("store_does_not_answer", extra={"what": problem.what, "remedy": problem.remedy})
        return NO_STORE
    return None
