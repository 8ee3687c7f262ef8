"""Opening the database: SQLite as the embedded default, PostgreSQL by its URL."""

import asyncio
import math
import sqlite3
from collections.abc import Sequence
from time import monotonic
from typing import Any, cast

from sqlalchemy import URL, Dialect, event, make_url
from sqlalchemy.dialects.postgresql.asyncpg import (
    AsyncAdapt_asyncpg_connection,
    AsyncAdapt_asyncpg_dbapi,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DisconnectionError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from domain.problems import StoreUnavailable
from store.trips import connect
from store.turns import PATIENCE

CONNECTING = 10.0  # seconds to wait for a server
ANSWERING = 60.0  # seconds to wait for an answer to one statement
ATTEMPTS = 100  # within the patience
TRUSTED = 3.0  # seconds for which a connection is taken to be as it was
USED_AT = "used_at"
CONNECTIONS = 15  # at most, and kept: making one takes longer than most statements
SHORT = {  # is all we ask: more processes or machine code take longer to make than to look
    "application_name": "planbot",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
}
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
URL_FORMS = "Give it as sqlite:///planbot.db or postgresql://user:password@host/name."


def open_database(
    url: str, patience: float = PATIENCE, connections: int = CONNECTIONS
) -> AsyncEngine:
    """Make ready to use the database at ``url``; nothing is connected yet.

    Its errors leave out what was to be written: they may be logged, and people's words may not.

    Raise StoreUnavailable for a URL that names no database we can use.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, patience)
    return _postgresql(address, patience, connections)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnavailable("The database URL cannot be understood.", URL_FORMS) from None
    driver = DRIVERS.get(address.drivername.split("+")[0])
    if driver is None:
        what = f"Planbot keeps things in SQLite or PostgreSQL, not in {address.drivername!r}."
        raise StoreUnavailable(what, URL_FORMS)
    return address.set(drivername=driver)


def _sqlite(address: URL, patience: float) -> AsyncEngine:
    """We say BEGIN ourselves (store.sql.transaction), so the driver must not."""
    if address.database in (None, "", ":memory:"):
        raise StoreUnavailable("The database URL names no file.", URL_FORMS)
    options = {"isolation_level": None, "timeout": patience, "async_creator_fn": connect}
    engine = create_async_engine(
        address,
        connect_args=options,
        pool_size=CONNECTIONS,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "do_connect", _try_opening)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _try_opening(
    dialect: Dialect, entry: ConnectionPoolEntry, where: Sequence[str], options: dict[str, Any]
) -> None:
    """Fail here for a file that cannot be opened: aiosqlite's thread would outlive the loop."""
    sqlite3.connect(where[0], uri=bool(options.get("uri"))).close()


def _prepare_sqlite(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    cursor.close()


async def write_ahead(connection: AsyncConnection) -> None:
    """Let readers and the writer of an SQLite file not wait for each other, from now on.

    SQLite does not wait for its turn to do this, so we do.
    """
    for _ in range(ATTEMPTS):
        try:
            await connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorname", None) != "SQLITE_BUSY":
                raise
            await asyncio.sleep(PATIENCE / ATTEMPTS)
        else:
            return


def _postgresql(address: URL, patience: float, connections: int) -> AsyncEngine:
    query = dict(address.query)
    mode = query.pop("sslmode", None)  # as libpq and most hosting services write it
    settings = {**SHORT, "lock_timeout": str(math.ceil(patience * 1000))}
    options: dict[str, Any] = {
        "timeout": CONNECTING,
        "command_timeout": ANSWERING,
        "server_settings": settings,
    }
    if mode is not None:
        options["ssl"] = mode
    engine = create_async_engine(
        address.set(query=query),
        connect_args=options,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "checkin", _note_when)
    event.listen(engine.sync_engine, "checkout", _try_again)
    return engine


def _note_when(connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
    entry.info[USED_AT] = monotonic()


def _try_again(
    connection: DBAPIConnection, entry: ConnectionPoolEntry, proxy: PoolProxiedConnection
) -> None:
    """Ask a connection that was not in use for a while whether the server is still there.

    To ask each time would take longer than most that is done with it.
    """
    if monotonic() - entry.info.get(USED_AT, monotonic()) < TRUSTED:
        return
    try:
        cast(AsyncAdapt_asyncpg_connection, connection).ping()  # type: ignore[no-untyped-call]  # has none
    except AsyncAdapt_asyncpg_dbapi.Error:
        raise DisconnectionError from None  # the pool makes another
