"""Accounts that are nobody's yet, in SQL."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, select

from domain.newcomers import Newcomer
from domain.people import Account
from store.keepable import aware, keepable, keepable_key
from store.sql.transaction import Transaction
from store.tables import NewcomerRow


class SqlNewcomers:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = NewcomerRow.workspace == transaction.workspace

    async def find(self, account: Account) -> Newcomer | None:
        row = await self._transaction.row(
            select(NewcomerRow.newcomer).where(self._own, _is(account))
        )
        return row.newcomer if row else None

    async def put(self, newcomer: Newcomer) -> None:
        aware(newcomer.at)
        account = newcomer.account
        row = {
            "platform": keepable_key(account.platform),
            "team": keepable_key(account.workspace),
            "user": keepable_key(account.user),
            "at": newcomer.at,
            "refused": newcomer.refused,
            "newcomer": keepable(newcomer),
        }
        await self._transaction.put(NewcomerRow, row)

    async def remove(self, account: Account) -> None:
        await self._transaction.change(delete(NewcomerRow).where(self._own, _is(account)))

    async def all(self) -> Sequence[Newcomer]:
        rows = await self._transaction.rows(
            select(NewcomerRow.newcomer)
            .where(self._own, NewcomerRow.refused.is_(False))
            .order_by(NewcomerRow.at, NewcomerRow.user)
        )
        return [row.newcomer for row in rows]


def _is(account: Account) -> ColumnElement[bool]:
    return and_(
        NewcomerRow.platform == account.platform,
        NewcomerRow.team == account.workspace,
        NewcomerRow.user == account.user,
    )
