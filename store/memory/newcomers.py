"""Accounts that are nobody's yet, in memory."""

from collections.abc import Sequence

from domain.newcomers import Newcomer
from domain.people import Account
from store.keepable import aware, keepable
from store.memory.kept import Draft


class MemoryNewcomers:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def find(self, account: Account) -> Newcomer | None:
        return self._draft.read().newcomers.get(account)

    async def put(self, newcomer: Newcomer) -> None:
        aware(newcomer.at)
        (await self._draft.write()).newcomers[newcomer.account] = keepable(newcomer)

    async def remove(self, account: Account) -> None:
        (await self._draft.write()).newcomers.pop(account, None)

    async def all(self) -> Sequence[Newcomer]:
        waiting = [each for each in self._draft.read().newcomers.values() if not each.refused]
        return sorted(waiting, key=lambda each: (each.at, each.account.user))
