"""The public keys that tokens are checked with, fetched so that nobody waits for a key server.

The SDK asks for a key in the event loop, where its own client may wait for half a minute: for the
server, or for the lock of another request that does. So it is given a ring on which a key is
before it asks; fetching is done by threads of our own.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

import jwt

FETCHERS = 4  # threads of our own: names are looked up in the loop's, also those of other platforms
THREADS = "teams-keys"
FRESH = 300.0  # seconds, as long as the SDK's client keeps what it has fetched


class Keys(Protocol):
    """Where the public keys come from (PyJWKClient); blocks, and remembers."""

    def get_signing_key_from_jwt(self, token: str) -> object: ...


@dataclass(frozen=True, slots=True)
class Keyring:
    """``source`` blocks; this never does but in ``fetch``, which waits and lets others go on."""

    source: Keys
    clock: Callable[[], float] = monotonic
    _held: dict[str, tuple[object, float]] = field(default_factory=dict)  # by its name; since when
    _fetchers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(FETCHERS, thread_name_prefix=THREADS)
    )

    async def fetch(self, token: str, patience: float) -> None:
        """Have the key of a token on the ring.

        Raise TimeoutError after waiting in vain, and what the source raises.
        """
        name = named(token)
        if name in self._held and self.clock() - self._held[name][1] < FRESH:
            return
        loop = asyncio.get_running_loop()
        fetching = loop.run_in_executor(self._fetchers, self.source.get_signing_key_from_jwt, token)
        self._held[name] = await asyncio.wait_for(fetching, patience), self.clock()

    def get_signing_key_from_jwt(self, token: str) -> object:
        """As the SDK asks; raise PyJWKClientError where the key is not on the ring."""
        held = self._held.get(named(token))
        if held is None:
            raise jwt.PyJWKClientError("the key was not fetched")
        return held[0]

    def close(self) -> None:
        """Wait for no thread that waits for a key."""
        self._fetchers.shutdown(wait=False, cancel_futures=True)


def named(token: str) -> str:
    """The name of the key that a token says it is signed with. Raise InvalidTokenError."""
    name = jwt.get_unverified_header(token).get("kid")
    if not isinstance(name, str):
        raise jwt.InvalidTokenError("no key is named")
    return name
