"""What has come out of what comes round, in memory."""

from collections.abc import Mapping
from datetime import datetime

from domain.occasions import Edition
from store.keepable import aware, keepable, keepable_key
from store.memory.kept import Draft


class MemoryEditions:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def add(self, series: str, edition: Edition) -> bool:
        aware(edition.at)
        editions = (await self._draft.write()).editions
        key = keepable_key(series), keepable_key(keepable(edition).occasion)
        if key in editions:
            return False
        editions[key] = edition
        return True

    async def recall(self, series: str, occasion: str) -> None:
        editions = (await self._draft.write()).editions
        editions.pop((keepable_key(series), keepable_key(occasion)), None)

    async def forget_passed(self, before: datetime) -> int:
        aware(before)
        editions = (await self._draft.write()).editions
        past = [(series, each) for (series, _), each in editions.items() if each.at < before]
        last = {series: max(each.at for own, each in past if own == series) for series, _ in past}
        gone = [(series, each.occasion) for series, each in past if each.at < last[series]]
        for key in gone:
            del editions[key]
        return len(gone)

    async def last(self) -> Mapping[str, Edition]:
        found: dict[str, Edition] = {}
        for (series, _), edition in self._draft.read().editions.items():
            before = found.get(series)
            found[series] = edition if before is None or before.at < edition.at else before
        return found
