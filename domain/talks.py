"""Where the bot is in a conversation: private ones, and threads of its own in channels."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.places import Address
from domain.value import Value


class Talk(Value):
    """A private conversation or a thread that the bot is in.

    ``about`` are the refs that its last message there was about, in the order in which it showed
    them; ``seen`` is the platform's own mark of the last message that was taken in.
    """

    place: Address
    about: tuple[str, ...] = ()
    shown_at: datetime | None = None
    seen: str = ""


class Talks(Protocol):
    """A place is told by its platform, workspace, conversation and thread, and by nothing else."""

    async def find(self, place: Address) -> Talk | None: ...

    async def show(self, place: Address, about: tuple[str, ...], at: datetime) -> None:
        """Keep that the bot spoke there, and what about."""
        ...

    async def see(self, place: Address, mark: str) -> None:
        """Keep that a message was taken in there; a mark that is not greater changes nothing."""
        ...

    async def all(self, platform: str, workspace: str) -> Sequence[Talk]:
        """All talks on a platform in what it calls a workspace, in order of their places."""
        ...
