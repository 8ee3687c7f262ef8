"""What people were asked, in SQL."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, select, update

from domain.intents import Question
from store.keepable import aware, keepable
from store.sql.transaction import Transaction
from store.tables import QuestionRow

CLOSED = {"answered": True, "words": "", "options": ()}
COLUMNS = tuple(getattr(QuestionRow, name) for name in Question.model_fields)
LAST = (  # built once: it is asked with every message
    select(*COLUMNS)
    .where(QuestionRow.workspace == bindparam("workspace"))
    .where(QuestionRow.person == bindparam("person"))
    .order_by(QuestionRow.id.desc())
    .limit(1)
)


class SqlQuestions:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @cached_property
    def _own(self) -> ColumnElement[bool]:
        return QuestionRow.workspace == self._transaction.workspace

    async def ask(self, question: Question) -> Question:
        aware(question.asked_at)
        id = await self._transaction.add_numbered(
            QuestionRow, QuestionRow.id, dict(keepable(question))
        )
        return question.model_copy(update={"id": id})

    async def get(self, id: int) -> Question | None:
        asked = select(*COLUMNS).where(self._own, QuestionRow.id == id)
        return _question(await self._transaction.row(asked))

    async def last(self, person: str) -> Question | None:
        whose = {"workspace": self._transaction.workspace, "person": person}
        return _question(await self._transaction.row(LAST, whose))

    async def asked_with(self, message: str, person: str) -> Sequence[Question]:
        rows = await self._transaction.rows(
            select(*COLUMNS)
            .where(
                self._own,
                QuestionRow.person == person,
                QuestionRow.message == message,
                QuestionRow.answered.is_(False),
            )
            .order_by(QuestionRow.id)
        )
        return [Question.model_validate(dict(row._mapping)) for row in rows]

    async def close(self, id: int) -> None:
        await self._transaction.change(
            update(QuestionRow).where(self._own, QuestionRow.id == id).values(**CLOSED)
        )

    async def expire(self, before: datetime) -> int:
        aware(before)
        old = and_(self._own, ~QuestionRow.answered, QuestionRow.asked_at < before)
        if await self._transaction.row(select(QuestionRow.id).where(old).limit(1)) is None:
            return 0  # nothing is locked only to find that out
        return await self._transaction.change(update(QuestionRow).where(old).values(**CLOSED))


def _question(row: Row[*tuple[Any, ...]] | None) -> Question | None:
    return Question.model_validate(dict(row._mapping)) if row else None
