"""What came in, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, select, update

from domain.conversation import Request
from domain.waiting import WORDLESS, Waiting, due
from store.keepable import aware, keepable, keepable_key
from store.sql.sound import a_message, sound_rows
from store.sql.statements import next_number
from store.sql.swept import forget
from store.sql.transaction import Transaction
from store.tables import InboxRow

WAITING = (InboxRow.request, InboxRow.received_at, InboxRow.attempts, InboxRow.next_try)
UNANSWERED = (  # built once: it is asked with every message
    select(*WAITING)
    .where(InboxRow.workspace == bindparam("workspace"), InboxRow.answered_at.is_(None))
    .order_by(InboxRow.received_at, InboxRow.number)
    .limit(bindparam("most"))
)
LOOKED_AT = 200  # messages that wait; more than that are failing only if everything is


class SqlInbox:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return InboxRow.workspace == self._transaction.workspace

    async def receive(self, request: Request, at: datetime) -> bool:
        aware(at)
        row = {
            "id": keepable_key(keepable(request).id),
            "number": next_number(InboxRow.number, self._own),
            "request": request,
            "received_at": at,
        }
        return await self._transaction.add_apart(InboxRow, row) == 1

    async def known(self, id: str) -> bool:
        one = select(InboxRow.number).where(self._own, InboxRow.id == id)
        return await self._transaction.row(one) is not None

    async def waiting(self, limit: int) -> Sequence[Request]:
        return [row.request for row in await self._unanswered(limit)]

    async def due(self, now: datetime) -> Sequence[Waiting]:
        return list(due(map(_waiting, await self._unanswered(LOOKED_AT)), now))

    async def hold(self, id: str) -> Waiting | None:
        await self._transaction.take_turn()
        row = await self._transaction.row(select(*WAITING).where(*self._still(id)))
        return _waiting(row) if row else None

    async def retry(self, id: str, at: datetime) -> None:
        aware(at)
        await self._transaction.change(
            update(InboxRow)
            .where(self._own, InboxRow.id == id)
            .values(attempts=InboxRow.attempts + 1, next_try=at)
        )

    async def answered(self, id: str, at: datetime) -> bool:
        aware(at)
        held = await self.hold(id)
        if held is None:
            return False
        wordless = held.request.model_copy(update=WORDLESS)
        await self._transaction.change(
            update(InboxRow).where(*self._still(id)).values(request=wordless, answered_at=at)
        )
        return True

    async def forget_answered(self, before: datetime, most: int) -> int:
        aware(before)
        oldest = (
            select(InboxRow.id, InboxRow.answered_at)
            .where(self._own)
            .order_by(InboxRow.number)
            .limit(most)
            .subquery()
        )
        past = select(oldest.c.id).where(oldest.c.answered_at < before)
        gone = delete(InboxRow).where(self._own, InboxRow.id.in_(past))
        return await forget(self._transaction, past, gone)

    async def _unanswered(self, limit: int) -> Sequence[Row[*tuple[Any, ...]]]:
        wanted = {"workspace": self._transaction.workspace, "most": limit}
        return await sound_rows(self._transaction, UNANSWERED, [InboxRow.id], a_message, wanted)

    def _still(self, id: str) -> tuple[ColumnElement[bool], ...]:
        return (self._own, InboxRow.id == id, InboxRow.answered_at.is_(None))


def _waiting(row: Row[*tuple[Any, ...]]) -> Waiting:
    return Waiting(
        request=row.request,
        received_at=row.received_at,
        attempts=row.attempts,
        next_try=row.next_try,
    )
