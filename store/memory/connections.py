"""Who has let the bot in, in memory. Tokens are sealed here too: the promises are the same.

For tests only: the program keeps connections in a database, or in its settings.
"""

from dataclasses import dataclass, field
from datetime import datetime

from domain.connections import Connection, Reference
from store.keepable import aware
from store.promises import made, opened
from store.seal import Seal


@dataclass
class MemoryConnections:
    seal: Seal
    _kept: dict[tuple[str, str], tuple[Connection, str]] = field(default_factory=dict)
    _redeemed: set[str] = field(default_factory=set)

    async def get(self, platform: str, team: str) -> Connection | None:
        kept = self._kept.get((platform, team))
        return self._opened(*kept) if kept else None

    async def all(self, platform: str) -> list[Connection]:
        teams = sorted(key for key in self._kept if key[0] == platform)
        return [self._opened(*self._kept[key]) for key in teams]

    async def put(self, connection: Connection) -> None:
        aware(connection.connected_at)
        key = (connection.platform, connection.team)
        self._kept[key] = (connection, self.seal.close(connection.token))

    async def remove(self, platform: str, team: str) -> bool:
        return self._kept.pop((platform, team), None) is not None

    def promise(self, until: datetime) -> str:
        return made(until, self.seal)

    def stands(self, secret: str, now: datetime) -> bool:
        return opened(secret, now, self.seal) is not None

    async def redeem(self, secret: str, now: datetime) -> bool:
        promise = opened(secret, now, self.seal)
        if promise is None or promise.digest in self._redeemed:
            return False
        self._redeemed.add(promise.digest)
        return True

    def _opened(self, connection: Connection, sealed: str) -> Connection:
        return connection.model_copy(update={"token": self.seal.open(sealed)})


@dataclass
class MemoryReferences:
    _kept: dict[tuple[str, str, str], Reference] = field(default_factory=dict)

    async def get(self, platform: str, team: str, name: str) -> Reference | None:
        return self._kept.get((platform, team, name))

    async def put(self, *references: Reference) -> None:
        aware(*(each.seen_at for each in references))
        for each in references:
            key = (each.platform, each.team, each.name)
            known = self._kept.get(key)
            if known is None or known.seen_at <= each.seen_at:
                self._kept[key] = each

    async def remove(self, platform: str, team: str, name: str) -> None:
        self._kept.pop((platform, team, name), None)

    async def expire(self, platform: str, kind: str, before: datetime) -> None:
        aware(before)
        for key, each in list(self._kept.items()):
            if each.platform == platform and each.name.startswith(kind) and each.seen_at <= before:
                del self._kept[key]
