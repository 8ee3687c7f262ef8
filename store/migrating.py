"""Bringing a database to the shape this code knows."""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.problems import StoreUnavailable
from store.database import write_ahead
from store.migrations import HEAD, STEPS
from store.troubles import Explaining, shown

TURN = 7_420_091  # PostgreSQL's lock for whoever migrates; any number of our own
LONGEST_WAIT = "60s"  # for another replica that is migrating


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database to the newest shape, all of it or nothing.

    Of several processes one does it and the others wait. Raise StoreUnavailable for a database
    that cannot be used, or that a newer Planbot has shaped.
    """
    with Explaining(engine.url):
        async with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                await write_ahead(connection)
            if await connection.run_sync(version_of) == HEAD:
                return
            await connection.run_sync(_climb)
            await connection.commit()


async def take_back(engine: AsyncEngine, to: str) -> None:
    """Take the database back to an earlier shape; "base" is before the first."""
    with Explaining(engine.url):
        async with engine.connect() as connection:
            await connection.run_sync(_descend, to)
            await connection.commit()


def version_of(connection: Connection) -> str | None:
    """The step that a database is at; None for one that is before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_version_of(connection: Connection) -> str | None:
    """The step that a database is at. Raise StoreUnavailable for one that we do not know."""
    version = version_of(connection)
    if version is None or version in STEPS:
        return version
    raise StoreUnavailable(
        f"{shown(connection.engine.url)} was made by a newer Planbot"
        f" (it is at step {version}, this one knows {HEAD}).",
        "Install the newer Planbot, or use another database.",
    )


def _climb(connection: Connection) -> None:
    from store.alembic_steps import climb  # a tenth of a second, which few starts need

    _take_turn(connection)
    if known_version_of(connection) != HEAD:
        climb(connection)


def _descend(connection: Connection, to: str) -> None:
    from store.alembic_steps import descend

    _take_turn(connection)
    descend(connection, to)


def _take_turn(connection: Connection) -> None:
    """From here to the commit nobody else changes the shape."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.execute(text(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}'"))
    connection.execute(text(f"SELECT pg_advisory_xact_lock({TURN})"))
