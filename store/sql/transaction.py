"""What one unit of work does to the database, statement by statement."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence

from sqlalchemy import CursorResult, Delete, Insert, Row, Update, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import TypedReturnsRows

from domain.faults import Subject
from store.keepable import keepable_text
from store.mark import new_mark
from store.sql.remembered import KIND_OF, NO_WORKSPACE, Kind, Marks, Remembered, at_any_time
from store.sql.statements import (
    MARKS,
    TURN,
    Columns,
    addition,
    apart,
    insertion,
    next_number,
    plain_addition,
    table_of,
    upsertion,
)
from store.tables import Base, WorkspaceRow
from store.troubles import Explaining
from store.turns import wait_for

AT_A_TIME = 500  # rows; some milliseconds

type Values = Mapping[str, object]


class Transaction:
    """One transaction in one workspace.

    Reading sees what is committed at that moment, or was when the unit of work first looked for
    something it recalls; in its turn it sees what is. The first change takes the workspace's turn
    to write and keeps it to the end (SQLite has one for all workspaces): whoever changes something
    after reading it in their turn changes what still is so. Waiting too long for the turn
    raises StoreUnavailable.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        workspace: str,
        turn: asyncio.Lock,
        patience: float,
        remembered: Remembered,
    ) -> None:
        self.workspace = workspace
        self.on_sqlite = engine.dialect.name == "sqlite"
        self._engine = engine
        self._turn = turn  # of SQLite, which lets those who wait sleep, and come in no order
        self._patience = patience
        self._connection: AsyncConnection | None = None
        self._writing = False
        self._has_turn = False
        self._remembered = remembered
        self._marks: Marks | None = None  # as we found them
        self._changed: set[Kind] = set()  # by ourselves
        self.unread: list[Subject] = []  # what was left out: store.sql.sound
        self._explaining = Explaining(engine.url)

    async def rows[*Columns](
        self, statement: TypedReturnsRows[*Columns], values: Values | None = None
    ) -> Sequence[Row[*Columns]]:
        """All rows; ``values`` are those of the statement's parameters.

        Making values of very many rows takes long, and lets others go on in between.
        """
        with self._explaining:
            connection = await self._connected()
            result = await connection.execute(statement, values)
            rows = list(part := result.fetchmany(AT_A_TIME))
            while len(part) == AT_A_TIME:
                await asyncio.sleep(0)
                rows += (part := result.fetchmany(AT_A_TIME))
            return rows

    async def result[*Columns](
        self, statement: TypedReturnsRows[*Columns], values: Values | None = None
    ) -> CursorResult[*Columns]:
        """The rows, to be taken one by one."""
        with self._explaining:
            return await (await self._connected()).execute(statement, values)

    async def row[*Columns](
        self, statement: TypedReturnsRows[*Columns], values: Values | None = None
    ) -> Row[*Columns] | None:
        """The first row, if there is any."""
        with self._explaining:
            connection = await self._connected()
            return (await connection.execute(statement, values)).first()

    async def recall[Value](
        self,
        name: Hashable,
        kinds: tuple[Kind, ...],
        read: Callable[[], Awaitable[Value]],
        holds: Callable[[Value], bool] = at_any_time,
    ) -> Value:
        """What ``read`` would give, from an earlier time if nothing of these kinds has changed.

        The value belongs to everybody and is not to be changed. What this unit of work has changed
        itself it reads anew, and nobody else is given it.
        """
        if self._changed:
            return await read()
        found = await self._found_marks()
        marks = tuple(getattr(found, kind) for kind in kinds)
        return await self._remembered.recall((self.workspace, name), marks, read, holds)

    async def known(self) -> str:
        """The mark of that kind; in our turn nobody else makes it a new one."""
        if Kind.KNOWN in self._changed:
            return new_mark()
        return (await self._found_marks()).known

    async def _found_marks(self) -> Marks:
        if self._marks is None:
            row = await self.row(MARKS, {"workspace": self.workspace})
            self._marks = Marks(row.known, row.standing) if row else NO_WORKSPACE
        return self._marks

    async def add(self, kind: type[Base], *rows: Values) -> int:
        """Insert what is not there yet by its key; say how much of a single row that was."""
        if not rows:
            return 0
        await self.take_turn()
        return await self._insert(insertion(kind, self.on_sqlite).on_conflict_do_nothing(), rows)

    async def add_all(self, kind: type[Base], columns: Columns) -> int:
        """Insert what is not there yet by its key; say how many that was, however many they are.

        A row has a key besides its workspace, and there is one at least. What is kept whole has
        been written: store.columns.Whole.
        """
        await self.take_turn()
        self._note(table_of(kind).name)
        many, same = apart(kind, columns)
        same["workspace"] = self.workspace
        with self._explaining:
            connection = await self._connected()
            if self.on_sqlite:
                plain = plain_addition(kind, (*many, *same))
                added = await connection.exec_driver_sql(plain.statement, plain.rows(many, same))
            else:
                adding = addition(kind, tuple(many), tuple(same))
                added = await connection.execute(adding, {**many, **same})
            return added.rowcount

    async def put(self, kind: type[Base], *rows: Values, keeping: tuple[str, ...] = ()) -> None:
        """Insert, or replace what is there by its key, except for the columns worth keeping."""
        if rows:
            await self.take_turn()
            upserting = upsertion(kind, self.on_sqlite, tuple(rows[0]), keeping)
            await self._insert(upserting, rows)

    async def add_apart(self, kind: type[Base], row: Values) -> int:
        """Insert a row if it is not there yet, without waiting for the workspace's turn."""
        await self._enter()
        return await self._insert(insertion(kind, self.on_sqlite).on_conflict_do_nothing(), [row])

    async def put_apart(
        self, kind: type[Base], *rows: Values, keeping: tuple[str, ...] = ()
    ) -> None:
        """Insert or replace rows that nothing else depends on, without waiting for that turn."""
        if rows:
            await self._enter()
            await self._insert(upsertion(kind, self.on_sqlite, tuple(rows[0]), keeping), rows)

    async def _enter(self) -> None:
        """Be about to write in a workspace, which is made where it is not there."""
        await self.begin_writing()
        if await self._found_marks() is NO_WORKSPACE:
            await self.take_turn()

    async def add_numbered(
        self, kind: type[Base], number: InstrumentedAttribute[int], row: Values
    ) -> int:
        """Insert a row under the next number of its kind in the workspace, and return that."""
        await self.take_turn()
        own = table_of(kind).c.workspace == self.workspace
        values = {"workspace": self.workspace, **row, number.key: next_number(number, own)}
        self._note(table_of(kind).name)
        added = await self.row(insertion(kind, self.on_sqlite).values(values).returning(number))
        assert added is not None
        return added[0]

    async def change(self, statement: Update | Delete) -> int:
        """Update or delete; return how many rows that were."""
        self._note(statement.table.description)
        return await self.change_aside(statement)

    async def change_aside(self, statement: Update | Delete, values: Values | None = None) -> int:
        """The same of columns that are only looked up where they are used, and never recalled."""
        await self.take_turn()
        return await self.change_apart(statement, values)

    async def change_apart(self, statement: Update | Delete, values: Values | None = None) -> int:
        """Change rows that were locked one by one, without waiting for the workspace's turn."""
        await self.begin_writing()
        with self._explaining:
            connection = await self._connected()
            return (await connection.execute(statement, values)).rowcount

    async def take_turn(self) -> None:
        """Wait until no other unit of work writes in this workspace, which exists from now on."""
        if self._has_turn:
            return
        await self.begin_writing()
        while (row := await self.row(TURN, {"workspace": self.workspace})) is None:
            new = {"name": keepable_text(self.workspace)}
            with self._explaining:
                connection = await self._connected()
                added = insertion(WorkspaceRow, self.on_sqlite).on_conflict_do_nothing()
                await connection.execute(added, new)
        self._has_turn, self._marks = True, Marks(row.known, row.standing)

    async def begin_writing(self) -> None:
        """From now on it is all or nothing.

        On SQLite, become the one writer at once: a reader who turns writer later may fail.
        """
        if self._writing:
            return
        with self._explaining:  # first, or those who wait for the turn could hold all there are
            connection = await self._connected()
        if self.on_sqlite:
            await self._become_writer(connection)
        else:
            with self._explaining:
                await connection.commit()  # of nothing: it has only read
                await connection.execution_options(isolation_level="READ COMMITTED")
        self._writing = True

    async def _become_writer(self, connection: AsyncConnection) -> None:
        await wait_for(self._turn, self._patience)
        try:
            with self._explaining:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
        except BaseException:
            self._turn.release()
            raise
        self._marks = None

    async def commit(self) -> None:
        if self._connection is not None:
            with self._explaining:
                await self._mark_changed(self._connection)
                await self._connection.commit()
        self._end()

    async def close(self) -> None:
        """Forget what was not committed."""
        connection, self._connection = self._connection, None
        try:
            if connection is not None:
                await asyncio.shield(connection.close())
        finally:
            self._end()

    def _end(self) -> None:
        if self._writing and self.on_sqlite:
            self._turn.release()
        self._writing = self._has_turn = False
        self._marks = None
        self._changed.clear()

    async def _mark_changed(self, connection: AsyncConnection) -> None:
        """Let everybody know, with the change itself, that what they recall is no more so."""
        if self._changed:
            own = update(WorkspaceRow).where(WorkspaceRow.name == self.workspace)
            news = {kind.value: new_mark() for kind in sorted(self._changed)}
            await connection.execute(own.values(**news))

    def _note(self, table: str) -> None:
        if table in KIND_OF:
            self._changed.add(KIND_OF[table])

    async def _connected(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
            if not self.on_sqlite:  # as SQLite does: reading begins and ends nothing
                await self._connection.execution_options(isolation_level="AUTOCOMMIT")
        return self._connection

    async def _insert(self, inserting: Insert, rows: Sequence[Values]) -> int:
        self._note(inserting.table.description)
        own = [{"workspace": self.workspace, **row} for row in rows]
        with self._explaining:
            connection = await self._connected()
            if len(own) == 1:  # its values may be expressions
                return (await connection.execute(inserting.values(own[0]))).rowcount
            return (await connection.execute(inserting, own)).rowcount
