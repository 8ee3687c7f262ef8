"""When each replica was last heard of: one that falls silent is missed by the others."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

SILENT_AFTER = timedelta(seconds=100)  # noticed and said within two minutes
FORGOTTEN_AFTER = timedelta(days=1)


class Pulses(Protocol):
    async def beat(self, replica: str, at: datetime) -> None:
        """Keep that a replica is at work."""
        ...

    async def all(self) -> Mapping[str, datetime]:
        """When each was last heard of."""
        ...

    async def forget(self, replica: str) -> None:
        """It was told to stop, or nobody expects it any more."""
        ...


def silent(pulses: Mapping[str, datetime], now: datetime) -> Mapping[str, datetime]:
    """The replicas that should have been heard of by now, and since when they were not."""
    return {name: at for name, at in pulses.items() if now - at > SILENT_AFTER}
