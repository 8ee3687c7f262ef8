"""When each replica was last heard of, in memory."""

from collections.abc import Mapping
from datetime import datetime

from store.keepable import aware
from store.memory.kept import Draft


class MemoryPulses:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def beat(self, replica: str, at: datetime) -> None:
        aware(at)
        (await self._draft.write()).pulses[replica] = at

    async def all(self) -> Mapping[str, datetime]:
        return dict(self._draft.read().pulses)

    async def forget(self, replica: str) -> None:
        (await self._draft.write()).pulses.pop(replica, None)
