"""When each replica was last heard of, in SQL: a row each, which nobody else writes."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select

from store.keepable import aware, keepable_key
from store.sql.transaction import Transaction
from store.tables import PulseRow


class SqlPulses:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = PulseRow.workspace == transaction.workspace

    async def beat(self, replica: str, at: datetime) -> None:
        aware(at)
        await self._transaction.put(PulseRow, {"replica": keepable_key(replica), "at": at})

    async def all(self) -> Mapping[str, datetime]:
        rows = await self._transaction.rows(select(PulseRow.replica, PulseRow.at).where(self._own))
        return {row.replica: row.at for row in rows}

    async def forget(self, replica: str) -> None:
        own = (self._own, PulseRow.replica == replica)
        await self._transaction.change(delete(PulseRow).where(*own))
