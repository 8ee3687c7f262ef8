"""What has come out of what comes round, in SQL."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select

from store.keepable import aware, keepable_key
from store.sql.transaction import Transaction
from store.tables import EditionRow


class SqlEditions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, series: str, occasion: str, at: datetime) -> bool:
        aware(at)
        row = {"series": keepable_key(series), "occasion": keepable_key(occasion), "at": at}
        return await self._transaction.add(EditionRow, row) == 1

    async def last(self) -> Mapping[str, datetime]:
        rows = await self._transaction.rows(
            select(EditionRow.series, func.max(EditionRow.at).label("at"))
            .where(EditionRow.workspace == self._transaction.workspace)
            .group_by(EditionRow.series)
        )
        return {row.series: row.at for row in rows}
