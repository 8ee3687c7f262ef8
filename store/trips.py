"""SQLite in a thread of its own, each statement in one trip there and back.

aiosqlite goes there four times for a statement: for a cursor, to execute, for the rows, and to end.
Where many are answered at once the trips take longer than SQLite does.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Self, cast

import aiosqlite


class Brought(NamedTuple):
    """What a statement has brought; ``columns`` is None for one that has no rows."""

    columns: Sequence[tuple[object, ...]] | None
    rows: list[tuple[object, ...]]
    changed: int
    last: int | None


NOTHING = Brought(None, [], -1, None)


class Cursor:
    """As much of a cursor as SQLAlchemy asks for; only executing takes a trip."""

    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._brought = NOTHING

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[object] = ()) -> Self:
        self._brought = await self._connection.trip(_execute, statement, values)
        return self

    async def executemany(self, statement: str, rows: Iterable[Sequence[object]]) -> Self:
        self._brought = await self._connection.trip(_execute_many, statement, rows)
        return self

    async def fetchall(self) -> list[tuple[object, ...]]:
        return self._brought.rows

    async def close(self) -> None:
        """The cursor in the thread was closed when its rows had been read."""

    @property
    def description(self) -> Sequence[tuple[object, ...]] | None:
        return self._brought.columns

    @property
    def rowcount(self) -> int:
        return self._brought.changed

    @property
    def lastrowid(self) -> int | None:
        return self._brought.last


class Connection(aiosqlite.Connection):
    """A connection that says neither COMMIT nor ROLLBACK where nothing has begun."""

    _under_way = False

    def cursor(self) -> Cursor:  # type: ignore[override]  # one for SQLAlchemy, which needs less
        return Cursor(self)

    async def trip(self, act: Callable[..., Brought], statement: str, values: object) -> Brought:
        """Do something in the thread; if nobody waits for it to end it stays under way."""
        self._under_way = True
        there = self._execute(act, self._conn, statement, values)  # type: ignore[no-untyped-call]  # has none
        brought = cast(Brought, await there)
        self._under_way = False
        return brought

    async def commit(self) -> None:
        if self._has_begun:
            await super().commit()

    async def rollback(self) -> None:
        if self._has_begun:
            await super().rollback()
            self._under_way = False

    @property
    def _has_begun(self) -> bool:
        return self._under_way or self.in_transaction


def connect(file: str, **options: object) -> Connection:
    """To be awaited. The thread does not keep the process alive."""

    def connector() -> sqlite3.Connection:
        return sqlite3.connect(file, **options)  # type: ignore[call-overload,no-any-return]  # SQLAlchemy's own

    connection = Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True
    return connection


def _execute(connection: sqlite3.Connection, statement: str, values: Sequence[object]) -> Brought:
    return _brought(connection.execute(statement, values))


def _execute_many(
    connection: sqlite3.Connection, statement: str, rows: Iterable[Sequence[object]]
) -> Brought:
    return _brought(connection.executemany(statement, rows))


def _brought(cursor: sqlite3.Cursor) -> Brought:
    columns = cursor.description
    rows = cursor.fetchall() if columns else []
    brought = Brought(columns, rows, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return brought
