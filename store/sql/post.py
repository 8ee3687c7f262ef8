"""What came in, what goes out and what has been done already, in SQL."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, or_, select, update

from domain.conversation import Outgoing, Request
from store.keepable import aware, keepable, keepable_key
from store.sql.transaction import Transaction, next_number
from store.tables import InboxRow, LedgerRow, OutboxRow


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


class Letter(StrEnum):
    """What has become of a message."""

    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given up"


MESSAGE = tuple(getattr(OutboxRow, name) for name in Outgoing.model_fields)


class SqlOutbox:
    """Several senders share the work: each leases rows that nobody else is looking at."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = OutboxRow.workspace == transaction.workspace

    async def put(self, outgoing: Outgoing) -> bool:
        aware(outgoing.not_before, outgoing.not_after)
        keepable_key(outgoing.key)
        row = {
            **dict(keepable(outgoing)),
            "number": next_number(OutboxRow.number, self._own),
            "state": Letter.WAITING,
            "attempts": 0,
            "next_try": outgoing.not_before,
        }
        return await self._transaction.add(OutboxRow, row) == 1

    async def lease(self, now: datetime, until: datetime, limit: int) -> Sequence[Outgoing]:
        aware(now, until)
        await self._transaction.begin_writing()
        rows = await self._transaction.rows(
            select(*MESSAGE)
            .where(
                self._own,
                OutboxRow.state == Letter.WAITING,
                OutboxRow.next_try <= now,
                or_(OutboxRow.claimed_until.is_(None), OutboxRow.claimed_until <= now),
            )
            .order_by(OutboxRow.next_try, OutboxRow.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        leased = [_outgoing(row) for row in rows]
        await self._mark(
            [each.key for each in leased], claimed_until=until, attempts=OutboxRow.attempts + 1
        )
        return leased

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        rows = await self._transaction.rows(
            select(*MESSAGE)
            .where(self._own, OutboxRow.to == to, OutboxRow.day >= since)
            .where(OutboxRow.state != Letter.GIVEN_UP)
            .order_by(OutboxRow.number)
        )
        return [_outgoing(row) for row in rows]

    async def sent(self, key: str, at: datetime) -> None:
        aware(at)
        await self._mark([key], state=Letter.SENT, sent_at=at)

    async def retry(self, key: str, at: datetime) -> None:
        aware(at)
        await self._mark([key], next_try=at, claimed_until=None)

    async def _mark(self, keys: Sequence[str], **news: object) -> None:
        if keys:
            await self._transaction.change_apart(
                update(OutboxRow).where(self._own, OutboxRow.key.in_(keys)).values(**news)
            )


def _outgoing(row: Row[*tuple[Any, ...]]) -> Outgoing:
    return Outgoing.model_validate(dict(row._mapping))
