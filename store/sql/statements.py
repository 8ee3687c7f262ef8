"""Statements that every part of the store makes of its own rows."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Insert,
    SQLColumnExpression,
    String,
    Table,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import ScalarSelect

from store.tables import Base, WorkspaceRow

MARKS = select(WorkspaceRow.known, WorkspaceRow.standing).where(
    WorkspaceRow.name == bindparam("workspace")
)
TURN = MARKS.with_for_update(key_share=True)


def insertion(kind: type[Base], on_sqlite: bool) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(kind) if on_sqlite else postgresql.insert(kind)


@lru_cache(maxsize=256)  # there are few, and each takes longer to build than to run
def upsertion(
    kind: type[Base], on_sqlite: bool, columns: tuple[str, ...], keeping: tuple[str, ...]
) -> Insert:
    inserted = insertion(kind, on_sqlite)
    keys = [column.name for column in table_of(kind).primary_key]
    news = {name: inserted.excluded[name] for name in columns if name not in (*keys, *keeping)}
    return inserted.on_conflict_do_update(index_elements=keys, set_=news)


@lru_cache(maxsize=256)
def addition(kind: type[Base], columns: tuple[str, ...]) -> Insert:
    """Of rows that are handed over column by column: PostgreSQL takes them all at once."""
    table = table_of(kind)
    arrays = [
        bindparam(each, type_=postgresql.ARRAY(table.c[each].type, dimensions=1))
        for each in columns
    ]
    rows = select(*(func.unnest(each) for each in arrays))
    return postgresql.insert(kind).from_select(columns, rows).on_conflict_do_nothing()


def among(
    column: SQLColumnExpression[Any], values: Sequence[str], on_sqlite: bool
) -> ColumnElement[bool]:
    """Whether a column has one of many values.

    PostgreSQL would compare each row with each of them, did it not see that they are a table.
    """
    if on_sqlite:
        return column.in_(values)
    array = literal(list(values), postgresql.ARRAY(String, dimensions=1))
    return column.in_(select(func.unnest(array)))


def next_number(
    number: InstrumentedAttribute[int], *conditions: ColumnElement[bool]
) -> ScalarSelect[int]:
    """One more than the greatest so far; alone in the workspace, since we have its turn."""
    return select(func.coalesce(func.max(number), 0) + 1).where(*conditions).scalar_subquery()


def table_of(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
