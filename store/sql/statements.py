"""Statements that every part of the store makes of its own rows."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

from sqlalchemy import (
    Insert,
    SQLColumnExpression,
    String,
    Table,
    Text,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import ScalarSelect

from store.columns import Whole
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


type Process = Callable[[Any], Any]

type Columns = Mapping[str, Sequence[object]]
"""What is to be inserted, column by column, in the order of its rows."""


class PlainAddition(NamedTuple):
    """A statement as SQLite's driver takes it, and what makes its values of those of each column.

    For very many rows: taking each through the statement takes longer than to insert it.
    """

    statement: str
    processes: Mapping[str, Process]  # by column, in the order of the statement

    def rows(self, many: Columns, same: Mapping[str, object]) -> list[tuple[object, ...]]:
        """The rows for the driver, of columns in which each has its own and of what is the same."""

        def column(name: str, process: Process) -> Iterable[object]:
            if name in same:
                return repeat(process(same[name]), count)
            return map(process, many[name])

        count = len(next(iter(many.values())))
        made = (column(name, process) for name, process in self.processes.items())
        return list(zip(*made, strict=True))


@lru_cache(maxsize=256)
def plain_addition(kind: type[Base], columns: tuple[str, ...]) -> PlainAddition:
    """Of what is not there yet by its key."""
    table, dialect = table_of(kind), sqlite.dialect()
    adding = sqlite.insert(kind).on_conflict_do_nothing()
    compiled = adding.compile(dialect=dialect, column_keys=columns)
    assert isinstance(compiled, SQLCompiler)
    types = {name: table.c[name].type.dialect_impl(dialect) for name in compiled.positiontup or ()}
    processes = {name: each.bind_processor(dialect) or as_it_is for name, each in types.items()}
    return PlainAddition(str(compiled), processes)


def as_it_is(value: object) -> object:
    return value


def apart(
    kind: type[Base], columns: Columns
) -> tuple[dict[str, Sequence[object]], dict[str, object]]:
    """The columns in which rows differ, their keys among them, and the one value of all others."""
    many, same = {}, {}
    keys = table_of(kind).primary_key.columns
    for name, values in columns.items():
        if name not in keys and values.count(values[0]) == len(values):
            same[name] = values[0]
        else:
            many[name] = values
    return many, same


@lru_cache(maxsize=256)
def addition(kind: type[Base], many: tuple[str, ...], same: tuple[str, ...]) -> Insert:
    """Of rows that are handed over column by column: PostgreSQL takes them all at once.

    What is kept whole comes as store.columns.Written.
    """
    table = table_of(kind)
    kept = {each: table.c[each].type for each in many}
    taken = {name: Text() if isinstance(each, Whole) else each for name, each in kept.items()}
    arrays = [
        bindparam(name, type_=postgresql.ARRAY(each, dimensions=1)) for name, each in taken.items()
    ]
    others = [bindparam(each, type_=table.c[each].type) for each in same]
    rows = select(*(func.unnest(each) for each in arrays), *others)
    return postgresql.insert(kind).from_select((*many, *same), rows).on_conflict_do_nothing()


def among(
    column: SQLColumnExpression[Any], values: Sequence[str], on_sqlite: bool
) -> ColumnElement[bool]:
    """Whether a column has one of many values.

    As one parameter, which is a table: PostgreSQL would compare each row with each of them, and for
    SQLite a statement would have to be written for each number of them.
    """
    if on_sqlite:
        return column.in_(select(func.json_each(json.dumps(values)).table_valued("value").c.value))
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
