"""Accounts that are nobody's yet, and what a platform's own directory says of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.conversation import Request
from domain.people import Account
from domain.value import Value


class Profile(Value):
    """What a platform's own directory says of an account; ``ours`` is False for a guest's."""

    account: Account
    name: str
    email: str | None = None
    active: bool = True
    ours: bool = True


class Newcomer(Value):
    """An account that is nobody's yet: what it says and is said of it, until somebody decides.

    ``person`` is whom it may be, ``why`` so; ``claim`` what was typed, which proves nothing;
    ``said`` the message that waits for an answer. ``ours`` is False for a guest.
    """

    account: Account
    name: str
    email: str | None = None
    person: str | None = None  # Person.id
    why: str = ""
    claim: str = ""
    said: Request | None = None
    refused: bool = False
    ours: bool = True
    at: datetime


class Newcomers(Protocol):
    async def find(self, account: Account) -> Newcomer | None: ...

    async def put(self, newcomer: Newcomer) -> None:
        """Add the newcomer, or replace the one of its account."""
        ...

    async def remove(self, account: Account) -> None: ...

    async def all(self) -> Sequence[Newcomer]:
        """All that nobody has decided about, oldest first."""
        ...


class Roll(Protocol):
    """A platform's own directory."""

    async def profile(self, account: Account) -> Profile | None:
        """What it says of an account; None where it has none, or cannot be reached now."""
        ...
