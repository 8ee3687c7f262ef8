"""What comes in, what goes out and what has been done already: the part of domain.ports on that."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.conversation import Outgoing, Request


class Ledger(Protocol):
    """Remembers what has already happened, so that nothing happens twice."""

    async def claim(self, key: str) -> bool:
        """Return True for the first caller with this key, False for any later one."""
        ...


class Inbox(Protocol):
    """Deliveries from the platforms, kept from the acknowledgement until they are answered."""

    async def receive(self, request: Request, at: datetime) -> bool:
        """Keep the delivery; False where one of its id was kept before."""
        ...

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Those not yet answered, oldest first."""
        ...

    async def answered(self, id: str, at: datetime) -> None:
        """Keep only that it came and was answered: its words are forgotten here."""
        ...


class Outbox(Protocol):
    """Messages to be sent, written in the transaction that causes them."""

    async def put(self, outgoing: Outgoing) -> bool:
        """Keep the message; False where one of its key was kept before."""
        ...

    async def lease(self, now: datetime, until: datetime, limit: int) -> Sequence[Outgoing]:
        """Take up to ``limit`` messages that are due and that nobody else holds, oldest first."""
        ...

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        """The messages for a person of that day and later, sent or not, oldest first.

        Not those that were given up: nobody had them.
        """
        ...

    async def sent(self, key: str, at: datetime) -> None: ...
    async def retry(self, key: str, at: datetime) -> None:
        """Give the message back, to be tried again from ``at``."""
        ...


class Editions(Protocol):
    """What has come out of what comes round: each occasion of a series once."""

    async def add(self, series: str, occasion: str, at: datetime) -> bool:
        """Keep that it came out; False where it had done so before."""
        ...

    async def last(self) -> Mapping[str, datetime]:
        """When each series came out last."""
        ...
