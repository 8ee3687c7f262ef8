"""What has come out of what comes round, in memory."""

from collections.abc import Mapping
from datetime import datetime

from store.keepable import aware, keepable_key
from store.memory.kept import Draft


class MemoryEditions:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def add(self, series: str, occasion: str, at: datetime) -> bool:
        aware(at)
        editions = (await self._draft.write()).editions
        key = keepable_key(series), keepable_key(occasion)
        if key in editions:
            return False
        editions[key] = at
        return True

    async def last(self) -> Mapping[str, datetime]:
        found: dict[str, datetime] = {}
        for (series, _), at in self._draft.read().editions.items():
            found[series] = max(found.get(series, at), at)
        return found
