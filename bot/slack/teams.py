"""The Slack teams that have let the bot in, and a client for each."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.inbound import PLATFORM, Ear
from domain.connections import Connection, Connections
from domain.ports import Clock

REMEMBERED = timedelta(minutes=1)  # another process may have connected or removed a team
PATIENCE = 15  # seconds for one call; the sender gives up waiting after twenty


class NotConnected(Exception):
    """The team has not let us in, or has put us out."""


@dataclass
class Teams:
    """Knows teams by their tokens. One that is ``fixed`` comes from the settings, not the store."""

    connections: Connections | None
    session: aiohttp.ClientSession
    api: str
    clock: Clock
    fixed: Connection | None = None
    introduced: bool = True  # whether Slack has told us whose the token of the settings is
    _known: dict[str, tuple[datetime, Connection | None]] = field(default_factory=dict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def connection(self, team: str, enterprise: str | None = None) -> Connection | None:
        """The connection of a team, or of the whole organisation that it belongs to."""
        found = await self._connection(team)
        if found is None and enterprise:
            found = await self._connection(enterprise)
        return found

    async def all(self) -> list[Connection]:
        stored = await self.connections.all(PLATFORM) if self.connections else []
        return [*([self.fixed] if self.fixed else []), *stored]

    async def client(self, team: str) -> AsyncWebClient:
        """Raise NotConnected."""
        found = await self._connection(team)
        if found is None:
            raise NotConnected(team)
        return self.client_with(found.token.get_secret_value())

    def client_with(self, token: str | None = None) -> AsyncWebClient:
        """A client that sends once: what may have arrived is not sent again unasked."""
        return AsyncWebClient(
            token=token,
            base_url=self.api,
            timeout=PATIENCE,
            session=self.session,
            retry_handlers=[],
        )

    async def remove(self, team: str, at: datetime) -> None:
        """We were put out at a moment: the token is no good any more, and is not kept.

        One that we have been given since then is another: what comes late puts nobody out.
        """
        held = await self.connections.get(PLATFORM, team) if self.connections else None
        if self.connections and held and held.connected_at <= at:
            await self.connections.remove(PLATFORM, team)
        self.forget(team)

    def forget(self, team: str) -> None:
        """Look again in the store when the team is wanted next."""
        self._known.pop(team, None)

    async def _connection(self, team: str) -> Connection | None:
        if self.fixed and self.fixed.team == team:
            return self.fixed
        if self.connections is None:
            return None
        now = self.clock.now()
        async with self._lock:
            at, found = self._known.get(team, (None, None))
            if at is None or now - at > REMEMBERED:
                found = await self.connections.get(PLATFORM, team)
                self._known[team] = now, found
        return found


def ear_of(connection: Connection, team: str, among_us: bool = False) -> Ear:
    """Who we are in a team of the connection; ``among_us`` where nobody else's people can be."""
    return Ear(
        workspace=connection.workspace,
        team=connection.team,
        bot=connection.bot or None,
        home=frozenset({team, connection.team, connection.enterprise or connection.team}),
        among_us=among_us and connection.enterprise is not None,
    )
