"""What has come out of what comes round, in SQL."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import aliased

from domain.occasions import Edition
from store.keepable import aware, keepable, keepable_key
from store.sql.swept import forget
from store.sql.transaction import Transaction
from store.tables import EditionRow

COLUMNS = tuple(getattr(EditionRow, name) for name in Edition.model_fields)
LATER = aliased(EditionRow)


class SqlEditions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, series: str, edition: Edition) -> bool:
        aware(edition.at)
        keepable_key(edition.occasion)
        row = {"series": keepable_key(series), **dict(keepable(edition))}
        return await self._transaction.add(EditionRow, row) == 1

    async def recall(self, series: str, occasion: str) -> None:
        gone = delete(EditionRow).where(
            EditionRow.workspace == self._transaction.workspace,
            EditionRow.series == keepable_key(series),
            EditionRow.occasion == keepable_key(occasion),
        )
        await self._transaction.change(gone)

    async def forget_passed(self, before: datetime) -> int:
        aware(before)
        followed = exists().where(
            LATER.workspace == EditionRow.workspace,
            LATER.series == EditionRow.series,
            LATER.at > EditionRow.at,
            LATER.at < before,
        )
        passed = (EditionRow.workspace == self._transaction.workspace, followed)
        past = select(EditionRow.occasion).where(*passed)
        return await forget(self._transaction, past, delete(EditionRow).where(*passed))

    async def last(self) -> Mapping[str, Edition]:
        rows = await self._transaction.rows(
            select(EditionRow.series, *COLUMNS)
            .where(EditionRow.workspace == self._transaction.workspace)
            .order_by(EditionRow.at)
        )
        return {row.series: Edition(occasion=row[1], at=row[2], event=row[3]) for row in rows}
