"""Who has let the bot in, in SQL. Each call is a transaction of its own."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.connections import Connection, Reference
from store.keepable import aware, keepable_text
from store.promises import made, opened
from store.seal import Seal
from store.tables import Base, ConnectionRow, PromiseRow, ReferenceRow, WorkspaceRow
from store.troubles import Explaining


class Apart:
    """What SQL on tables of no workspace needs: each call is a transaction of its own.

    Whoever only reads waits for nobody who writes.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._explaining = Explaining(engine.url)
        self._on_sqlite = engine.dialect.name == "sqlite"

    def _insert(self, kind: type[Base]) -> sqlite.Insert | postgresql.Insert:
        return sqlite.insert(kind) if self._on_sqlite else postgresql.insert(kind)

    async def _rows(self, selected: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        with self._explaining:
            async with self._engine.connect() as connection:
                if not self._on_sqlite:  # as SQLite does: reading begins and ends nothing
                    await connection.execution_options(isolation_level="AUTOCOMMIT")
                return (await connection.execute(selected)).all()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncConnection]:
        with self._explaining:
            async with self._engine.connect() as connection:
                if self._on_sqlite:
                    await connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                await connection.commit()


class SqlConnections(Apart):
    def __init__(self, engine: AsyncEngine, seal: Seal) -> None:
        super().__init__(engine)
        self._seal = seal

    async def get(self, platform: str, team: str) -> Connection | None:
        rows = await self._rows(_selected(platform).where(ConnectionRow.team == team))
        return self._opened(rows[0]) if rows else None

    async def all(self, platform: str) -> list[Connection]:
        rows = await self._rows(_selected(platform).order_by(ConnectionRow.team))
        return [self._opened(row) for row in rows]

    async def put(self, connection: Connection) -> None:
        aware(connection.connected_at)
        row = connection.model_dump(exclude={"token"})
        row["sealed"] = self._seal.close(connection.token)
        keys = {"platform", "team"}
        upsertion = self._insert(ConnectionRow).values(row)
        news = {name: upsertion.excluded[name] for name in row.keys() - keys}
        workspace = {"name": keepable_text(connection.workspace)}
        async with self._transaction() as transaction:
            await transaction.execute(
                self._insert(WorkspaceRow).values(workspace).on_conflict_do_nothing()
            )
            await transaction.execute(
                upsertion.on_conflict_do_update(index_elements=sorted(keys), set_=news)
            )

    async def remove(self, platform: str, team: str) -> bool:
        gone = delete(ConnectionRow).where(
            ConnectionRow.platform == platform, ConnectionRow.team == team
        )
        async with self._transaction() as connection:
            return (await connection.execute(gone)).rowcount == 1

    def promise(self, until: datetime) -> str:
        return made(until, self._seal)

    def stands(self, secret: str, now: datetime) -> bool:
        return opened(secret, now, self._seal) is not None

    async def redeem(self, secret: str, now: datetime) -> bool:
        promise = opened(secret, now, self._seal)
        if promise is None:
            return False
        used = self._insert(PromiseRow).values(promise._asdict()).on_conflict_do_nothing()
        async with self._transaction() as connection:
            await connection.execute(delete(PromiseRow).where(PromiseRow.until <= now))
            return (await connection.execute(used)).rowcount == 1

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Connection:
        values = dict(row._mapping)
        token = self._seal.open(values.pop("sealed"))
        return Connection.model_validate({**values, "token": token})


class SqlReferences(Apart):
    async def get(self, platform: str, team: str, name: str) -> Reference | None:
        meant = (
            ReferenceRow.platform == platform,
            ReferenceRow.team == team,
            ReferenceRow.name == name,
        )
        rows = await self._rows(select(ReferenceRow.__table__).where(*meant))
        return Reference.model_validate(dict(rows[0]._mapping)) if rows else None

    async def put(self, *references: Reference) -> None:
        aware(*(each.seen_at for each in references))
        insertion = self._insert(ReferenceRow)
        news = {name: insertion.excluded[name] for name in ("whole", "seen_at")}
        upsertion = insertion.on_conflict_do_update(
            index_elements=["platform", "team", "name"],
            set_=news,
            where=ReferenceRow.seen_at <= insertion.excluded.seen_at,
        )
        async with self._transaction() as connection:
            for each in references:
                await connection.execute(upsertion.values(each.model_dump()))

    async def remove(self, platform: str, team: str, name: str) -> None:
        gone = delete(ReferenceRow).where(
            ReferenceRow.platform == platform,
            ReferenceRow.team == team,
            ReferenceRow.name == name,
        )
        async with self._transaction() as connection:
            await connection.execute(gone)

    async def expire(self, platform: str, kind: str, before: datetime) -> None:
        aware(before)
        gone = delete(ReferenceRow).where(
            ReferenceRow.platform == platform,
            ReferenceRow.name.startswith(kind, autoescape=True),
            ReferenceRow.seen_at <= before,
        )
        async with self._transaction() as connection:
            await connection.execute(gone)


def _selected(platform: str) -> Select[*tuple[Any, ...]]:
    return select(ConnectionRow.__table__).where(ConnectionRow.platform == platform)
