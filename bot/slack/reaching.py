"""Reaching Slack for as long as it takes: meanwhile all else goes on, and it is said."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import aiohttp

from bot.settings import Settings
from bot.slack.calls import look_up
from bot.slack.teams import Teams
from domain.ports import Clock
from domain.sending import NotSent, Refused, Rejected, Unreachable

log = logging.getLogger(__name__)

WAITED_FOR = timedelta(seconds=5)  # at the start, in which Slack mostly has answered
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=2)

type Connect = Callable[[], AbstractAsyncContextManager[None]]
"""Connects until the end of the block. Raises NotSent where that cannot be."""


@dataclass
class Line:
    """The way to Slack. ``trouble`` says in a sentence why there is none at present."""

    connect: Connect
    trouble: str | None = "Slack has not answered yet: I keep trying, and all else goes on."
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _begun: bool = False

    async def hold(self) -> None:
        """Connect, and try again after longer and longer pauses until it is.

        Raise Rejected where Slack does not let us in at the first attempt.
        """
        for attempts in count():
            trouble = await self._connected()
            if isinstance(trouble, Rejected) and not self._begun:
                raise trouble
            pause = pause_after(attempts, trouble)
            self._tell(trouble, pause)
            self._known()
            await asyncio.sleep(pause.total_seconds())

    async def _connected(self) -> NotSent:
        """Be connected; return what keeps us from it."""
        try:
            async with self.connect():
                self.trouble = None
                log.info("slack_connected")
                self._known()
                await asyncio.Event().wait()
        except NotSent as trouble:
            return trouble
        except Exception as error:  # whatever it is, Slack is tried again
            log.exception("slack_line_failed")
            return Unreachable(type(error).__name__)
        return Unreachable("the line was closed")

    def _known(self) -> None:
        self._begun = True
        self._up.set()

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Begin to connect, and go on when it is known whether Slack can be reached. As hold()."""
        holding = asyncio.create_task(self.hold())
        known = asyncio.create_task(self._up.wait())
        try:
            waited_for = WAITED_FOR.total_seconds()
            await asyncio.wait(
                {holding, known}, timeout=waited_for, return_when=asyncio.FIRST_COMPLETED
            )
            self._begun = True
            if holding.done():
                holding.result()
            yield
        finally:
            for each in (holding, known):
                each.cancel()
            await asyncio.gather(holding, known, return_exceptions=True)

    def _tell(self, trouble: NotSent, pause: timedelta) -> None:
        facts = {"trouble": str(trouble), "again_in": f"{pause.total_seconds():.0f} s"}
        if isinstance(trouble, Rejected):
            self.trouble = f"Slack does not let me in ({trouble}): I keep trying."
            log.error("slack_refuses", extra=facts)
        else:
            self.trouble = not_reached(trouble)
            log.warning("slack_not_reached", extra=facts)


def not_reached(trouble: NotSent) -> str:
    return f"Slack cannot be reached ({trouble}): I keep trying, and all else goes on."


def pause_after(attempts: int, trouble: NotSent) -> timedelta:
    """Twice as long each time, up to the longest; or as long as Slack asks for."""
    pause: timedelta = min(FIRST_PAUSE * (1 << min(attempts, 10)), LONGEST_PAUSE)
    return max(pause, trouble.retry_after) if isinstance(trouble, Refused) else pause


async def answer_of_slack(settings: Settings, clock: Clock) -> NotSent | None:
    """What keeps Slack from letting us in at this moment; None where it would."""
    async with aiohttp.ClientSession() as session:
        teams = Teams(None, session, settings.slack_api_url, clock)
        try:
            if settings.slack_bot_token:
                client = teams.client_with(settings.slack_bot_token.get_secret_value())
                await look_up(client.auth_test())
            if settings.slack_app_token:
                token = settings.slack_app_token.get_secret_value()
                client = teams.client_with(token)
                await look_up(client.apps_connections_open(app_token=token))
        except NotSent as trouble:
            return trouble
    return None
