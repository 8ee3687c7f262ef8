"""Documents that are handed over on a platform, and how their bytes are got at."""

from typing import Protocol

from domain.value import Value


class Attached(Value):
    """A file that came with a message; ``id`` is the platform's own name for it."""

    id: str
    name: str = ""


class Fetched(Value):
    name: str
    content: bytes


class Fetcher(Protocol):
    """A platform's files."""

    async def fetch(self, workspace: str, id: str) -> Fetched:
        """The bytes of a file, in what the platform calls a workspace.

        Raise Unreadable where it cannot be had, or is larger than is read.
        """
        ...
