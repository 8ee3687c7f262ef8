"""Reading rows of which some may be damaged: those are left out, and which they were is noted."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, SQLColumnExpression

from domain.faults import Subject, What
from store.sql.transaction import Transaction, Values

DAMAGED = (ValueError, TypeError, LookupError)  # a text that is no JSON, no day, no time zone

type Named = Callable[..., Subject]
"""What a row is about, told by its keys: nothing else of it can be read."""


async def sound_rows[*Columns](
    transaction: Transaction,
    statement: Select[*Columns],
    keys: Sequence[SQLColumnExpression[Any]],
    named: Named,
    values: Values | None = None,
) -> Sequence[Row[*Columns]]:
    """The rows that can be read. What the others are about is noted in ``transaction.unread``."""
    try:
        return await transaction.rows(statement, values)
    except DAMAGED:
        pass  # one of them: which, is found by taking them one by one
    result = await transaction.result(statement, values)
    read = [*_one_by_one(result.fetchone)]
    only_keys = statement.with_only_columns(*keys, maintain_column_froms=True)
    found = await transaction.rows(only_keys, values)
    transaction.unread += [
        named(*own) for own, row in zip(found, read, strict=False) if isinstance(row, Exception)
    ]
    return [row for row in read if not isinstance(row, Exception)]


def _one_by_one[Found](fetch: Callable[[], Found | None]) -> Iterator[Found | Exception]:
    """Each row, or why it cannot be read."""
    while True:
        try:
            row = fetch()
        except DAMAGED as error:
            yield error
            continue
        if row is None:
            return
        yield row


def an_action(plan: str, ref: str) -> Subject:
    return Subject(What.ACTION, ref, plan)


def a_message(key: str) -> Subject:
    return Subject(What.MESSAGE, key)


def a_person(id: str) -> Subject:
    return Subject(What.PERSON, id)


def a_leave(person: str) -> Subject:
    return Subject(What.TASK, f"leave of {person}")


def a_holding(person: str) -> Subject:
    return Subject(What.TASK, f"post of {person}")


def a_plan(key: str) -> Subject:
    return Subject(What.PLAN, key)


def a_flow(conversation: str) -> Subject:
    return Subject(What.TASK, f"pacing {conversation}".strip())


def an_instruction(id: int) -> Subject:
    return Subject(What.TASK, f"instruction {id}")
