"""Where the bot is in a conversation, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select, update

from domain.places import Address
from domain.talks import Talk
from store.keepable import aware, keepable, keepable_key
from store.sql.transaction import Transaction, Values
from store.tables import TalkRow

TALK = (
    TalkRow.platform,
    TalkRow.team,
    TalkRow.conversation,
    TalkRow.thread,
    TalkRow.about,
    TalkRow.shown_at,
    TalkRow.seen,
)


class SqlTalks:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return TalkRow.workspace == self._transaction.workspace

    async def find(self, place: Address) -> Talk | None:
        row = await self._transaction.row(select(*TALK).where(self._at(place)))
        return _talk(row) if row else None

    def _at(self, place: Address) -> ColumnElement[bool]:
        return and_(
            self._own,
            TalkRow.platform == place.platform,
            TalkRow.team == place.workspace,
            TalkRow.conversation == place.conversation,
            TalkRow.thread == (place.thread or ""),
        )

    async def show(self, place: Address, about: tuple[str, ...], at: datetime) -> None:
        aware(at)
        row = {**_keys(place), "about": about, "shown_at": at, "seen": ""}
        await self._transaction.put_apart(TalkRow, row, keeping=("seen",))

    async def see(self, place: Address, mark: str) -> None:
        row = {**_keys(place), "about": (), "shown_at": None, "seen": mark}
        if not await self._transaction.add_apart(TalkRow, row):
            later = and_(self._at(place), TalkRow.seen < mark)
            await self._transaction.change_apart(update(TalkRow).where(later).values(seen=mark))

    async def all(self, platform: str, workspace: str) -> Sequence[Talk]:
        rows = await self._transaction.rows(
            select(*TALK)
            .where(self._own, TalkRow.platform == platform, TalkRow.team == workspace)
            .order_by(TalkRow.conversation, TalkRow.thread)
        )
        return [_talk(row) for row in rows]


def _keys(place: Address) -> Values:
    kept = keepable(place)
    return {
        "platform": keepable_key(kept.platform),
        "team": keepable_key(kept.workspace),
        "conversation": keepable_key(kept.conversation),
        "thread": kept.thread or "",
    }


def _talk(row: Row[*tuple[Any, ...]]) -> Talk:
    place = Address(
        platform=row.platform,
        workspace=row.team,
        conversation=row.conversation,
        thread=row.thread or None,
    )
    return Talk(place=place, about=row.about, shown_at=row.shown_at, seen=row.seen)
