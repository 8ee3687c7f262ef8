"""The teams and tenants of the platforms that have let the bot in."""

from datetime import datetime
from typing import Protocol

from pydantic import SecretStr

from domain.value import Value


class Connection(Value):
    """A team (Slack) or tenant (Teams) and the workspace of ours that its people speak to.

    Several may share a workspace: a council in one and its health partner in another. ``bot`` is
    our own user there; ``enterprise`` the organisation that the team belongs to, if any.
    """

    platform: str
    team: str
    enterprise: str | None = None
    workspace: str
    token: SecretStr
    bot: str = ""
    scopes: tuple[str, ...] = ()
    connected_by: str = ""
    connected_at: datetime

    @property
    def is_of_organisation(self) -> bool:
        """Whether one token stands for all teams of an organisation."""
        return self.enterprise == self.team


class Connections(Protocol):
    """Kept apart from every workspace, because it tells which workspace is meant."""

    async def get(self, platform: str, team: str) -> Connection | None: ...

    async def all(self, platform: str) -> list[Connection]:
        """Every connection of a platform, in order of its team."""
        ...

    async def put(self, connection: Connection) -> None:
        """Add the connection, or replace the one of its platform and team."""
        ...

    async def remove(self, platform: str, team: str) -> bool:
        """Forget the connection and its token; False where there was none."""
        ...

    def promise(self, until: datetime) -> str:
        """Make a secret that one request may bring back before ``until``; nothing is kept of it.

        Anybody can ask for one without being known, as often as they like.
        """
        ...

    def stands(self, secret: str, now: datetime) -> bool:
        """Whether a secret was promised and has not run out."""
        ...

    async def redeem(self, secret: str, now: datetime) -> bool:
        """True once for a secret that stands; False ever after."""
        ...


class Reference(Value):
    """What a platform wants to hear before it lets us speak somewhere, as it was told to us.

    ``name`` is a user's, a conversation's, or "" for the team itself; ``whole`` is the platform's
    own, which only its folder reads.
    """

    platform: str
    team: str
    name: str
    whole: str
    seen_at: datetime


class References(Protocol):
    """Where we were last spoken to, kept apart from every workspace like Connections."""

    async def get(self, platform: str, team: str, name: str) -> Reference | None: ...

    async def put(self, *references: Reference) -> None:
        """Keep each, in place of what was seen of it earlier; what was seen later stays."""
        ...

    async def remove(self, platform: str, team: str, name: str) -> None:
        """Forget it: we were told that we may not speak there any more."""
        ...

    async def expire(self, platform: str, kind: str, before: datetime) -> None:
        """Forget all whose name begins with ``kind`` and that were last seen before or then."""
        ...
