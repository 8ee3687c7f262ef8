"""What came in, and what has been done already, in SQL."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from domain.conversation import Request
from store.keepable import aware, keepable, keepable_key
from store.sql.transaction import Transaction, next_number
from store.tables import InboxRow, LedgerRow


class SqlLedger:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def claim(self, key: str) -> bool:
        return await self._transaction.add(LedgerRow, {"key": keepable_key(key)}) == 1


class SqlInbox:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = InboxRow.workspace == transaction.workspace

    async def receive(self, request: Request, at: datetime) -> bool:
        aware(at)
        row = {
            "id": keepable_key(keepable(request).id),
            "number": next_number(InboxRow.number, self._own),
            "request": request,
            "received_at": at,
        }
        return await self._transaction.add(InboxRow, row) == 1

    async def waiting(self, limit: int) -> Sequence[Request]:
        rows = await self._transaction.rows(
            select(InboxRow.request)
            .where(self._own, InboxRow.answered_at.is_(None))
            .order_by(InboxRow.received_at, InboxRow.number)
            .limit(limit)
        )
        return [row.request for row in rows]

    async def answered(self, id: str, at: datetime) -> None:
        aware(at)
        this = (self._own, InboxRow.id == id)
        row = await self._transaction.row(select(InboxRow.request).where(*this))
        if row:
            wordless = row.request.model_copy(update={"text": ""})
            await self._transaction.change(
                update(InboxRow).where(*this).values(request=wordless, answered_at=at)
            )
