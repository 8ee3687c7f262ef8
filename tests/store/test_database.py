"""A database that cannot be used is explained in a sentence, without its password."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.ports import OpenUnit
from domain.problems import StoreUnavailable
from store.database import open_database
from store.migrating import migrate
from store.opening import keep_in
from store.troubles import in_words, shown
from tests.builders import a_plan
from tests.claiming import claim

SECRET = "open-sesame"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("sqlite+aiosqlite:////tmp/x.db", "sqlite+aiosqlite:////tmp/x.db"),
        ("postgres://u:p@h:5433/d", "postgresql+asyncpg://u:p@h:5433/d"),
        ("postgresql://u@h/d?sslmode=require", "postgresql+asyncpg://u@h/d"),
        ("postgresql+asyncpg://h/d", "postgresql+asyncpg://h/d"),
        ("postgresql+psycopg://h/d", "postgresql+asyncpg://h/d"),
        ("postgresql://u:@/d?host=/run/pg", "postgresql+asyncpg://u:@/d?host=%2Frun%2Fpg"),
    ],
)
def test_a_url_is_taken_as_people_write_it(url: str, expected: str) -> None:
    assert open_database(url).url.render_as_string(hide_password=False) == expected


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("", "cannot be understood"),
        (f"a sentence with {SECRET}", "cannot be understood"),
        (f"postgresql://u:{SECRET}@h:port/d", "cannot be understood"),
        (f"mysql://u:{SECRET}@h/d", "SQLite or PostgreSQL, not in 'mysql'"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_a_url_that_names_no_database_is_refused(url: str, what: str) -> None:
    with pytest.raises(StoreUnavailable, match=what) as raised:
        open_database(url)
    assert SECRET not in f"{raised.value.what} {raised.value.remedy}"
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite+aiosqlite:///x.db", "The database x.db"),
        (f"postgresql+asyncpg://u:{SECRET}@h/d", "The database d on h"),
        (f"postgresql+asyncpg://u:{SECRET}@/d?host=/run/pg", "The database d on /run/pg"),
    ],
)
def test_a_database_is_shown_without_its_password(url: str, expected: str) -> None:
    assert shown(make_url(url)) == expected


async def test_an_error_does_not_repeat_what_was_to_be_written(engine: AsyncEngine) -> None:
    broken = text("SELECT name FROM workspaces WHERE nowhere = :said")
    async with engine.connect() as connection:
        with pytest.raises(DBAPIError) as raised:
            await connection.execute(broken, {"said": SECRET})
    assert SECRET not in str(raised.value)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_letter(path: Path) -> None:
    path.write_text("Dear all, please find attached. " * 200)


def a_damaged_one(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)


def nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("name", "make", "what"),
    [
        ("no folder/x.db", nothing, "cannot be opened"),
        ("x.db", a_folder, "cannot be opened"),
        ("x.db", a_letter, "is not an SQLite database"),
        ("x.db", a_damaged_one, "is not an SQLite database|is damaged"),
    ],
)
async def test_a_file_that_is_no_database_is_explained(
    tmp_path: Path, name: str, make: Callable[[Path], None], what: str
) -> None:
    make(tmp_path / name)
    engine = open_database(f"sqlite:///{tmp_path / name}")
    with pytest.raises(StoreUnavailable, match=what) as raised:
        await migrate(engine)
    assert raised.value.remedy
    await engine.dispose()


async def test_a_locked_file_is_explained_and_what_is_there_can_be_read(
    on_sqlite: AsyncEngine,
) -> None:
    open_unit = keep_in(on_sqlite)
    async with open_unit("home") as unit:
        await unit.plans.put(a_plan())
        await unit.commit()
    other = sqlite3.connect(on_sqlite.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    async with open_unit("home") as unit:
        assert await unit.plans.default() == a_plan()
        with pytest.raises(StoreUnavailable, match="is locked: another program"):
            await claim(unit, "key")
        other.close()
        assert await claim(unit, "key")
    async with open_unit("home") as unit:
        assert await claim(unit, "key")


async def test_a_writer_elsewhere_between_reading_and_writing_does_no_harm(
    on_sqlite: AsyncEngine,
) -> None:
    async with keep_in(on_sqlite)("home") as unit, keep_in(on_sqlite)("home") as other:
        assert not await unit.plans.all()
        assert await claim(other, "theirs")
        await other.commit()
        assert await claim(unit, "ours")
        assert not await claim(unit, "theirs")


@pytest.fixture
async def stays_read_only(on_sqlite: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    """SQLite's own way of opening a file that may not be written to; root may write to any."""
    path = on_sqlite.url.database
    engine = open_database(f"sqlite:///file:{path}?mode=ro&uri=true")
    yield engine
    await engine.dispose()


async def test_a_read_only_file_is_explained(stays_read_only: AsyncEngine) -> None:
    async with keep_in(stays_read_only)("home") as unit:
        assert await unit.plans.all() == []
        with pytest.raises(StoreUnavailable, match="is read-only"):
            await claim(unit, "key")


@pytest.mark.parametrize(
    "url", [f"postgresql://u:{SECRET}@127.0.0.1:1/d", f"postgresql://u:{SECRET}@nowhere.invalid/d"]
)
async def test_a_server_that_does_not_answer_is_explained(url: str) -> None:
    engine = open_database(url)
    with pytest.raises(StoreUnavailable, match=r"The database d on .* cannot be reached") as raised:
        await migrate(engine)
    assert SECRET not in f"{raised.value} {raised.value.remedy}"
    await engine.dispose()


async def test_a_database_that_is_not_there_is_explained(postgresql: str) -> None:
    url = make_url(postgresql).set(database="lost")
    engine = open_database(url.render_as_string(hide_password=False))
    with pytest.raises(StoreUnavailable, match=r"The database lost on .* does not exist"):
        await migrate(engine)
    await engine.dispose()


async def test_a_connection_that_is_cut_is_explained_and_the_next_unit_has_another(
    on_postgresql: AsyncEngine, home: str
) -> None:
    open_unit: OpenUnit = keep_in(on_postgresql)
    async with open_unit(home) as unit:
        assert await claim(unit, "key")
        await cut_all_others(on_postgresql)
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            await unit.commit()
    async with open_unit(home) as unit:
        assert await claim(unit, "key")


@pytest.mark.parametrize(
    ("setting", "expected"), [("max_parallel_workers_per_gather", "0"), ("jit", "off")]
)
async def test_a_server_makes_nothing_ready_that_takes_longer_than_what_is_asked(
    on_postgresql: AsyncEngine, setting: str, expected: str
) -> None:
    async with on_postgresql.connect() as connection:
        assert (await connection.execute(text(f"SHOW {setting}"))).scalar_one() == expected


async def cut_all_others(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
        )
    await asyncio.sleep(0.05)


@pytest.fixture
async def roles(shared_postgresql: str) -> str:
    """A server with users who may not do all they would; the URL has room for their names."""
    engine = open_database(shared_postgresql)
    async with engine.connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        hba = Path((await free.execute(text("SHOW hba_file"))).scalar_one())
        for name, options in ROLES.items():
            await free.execute(text(f"DROP ROLE IF EXISTS {name}"))
            await free.execute(text(f"CREATE ROLE {name} LOGIN {options}"))
        await free.execute(text("ALTER ROLE reader SET default_transaction_read_only = on"))
        await asyncio.to_thread(ask_for_passwords, hba)
        await free.execute(text("SELECT pg_reload_conf()"))
    await engine.dispose()
    await asyncio.sleep(0.1)
    return shared_postgresql


ROLES = {
    "stranger": "PASSWORD 'right'",
    "guest": "",
    "crowd": "CONNECTION LIMIT 0",
    "reader": "SUPERUSER",
}


def ask_for_passwords(hba: Path) -> None:
    rule = "local all stranger scram-sha-256\nhost all stranger all scram-sha-256\n"
    hba.write_text(rule + hba.read_text().replace(rule, ""))


@pytest.mark.parametrize(
    ("role", "what"),
    [
        ("stranger", "refuses this user or password"),
        ("guest", "does not let this user do that"),
        ("crowd", "has no connection free"),
        ("reader", "is read-only"),
    ],
)
async def test_what_a_server_refuses_is_explained(
    roles: str, home: str, role: str, what: str
) -> None:
    url = make_url(roles).set(username=role, password=SECRET)
    engine = open_database(url.render_as_string(hide_password=False))
    with pytest.raises(StoreUnavailable, match=what) as raised:
        async with keep_in(engine)(home) as unit:
            await claim(unit, "key")
    assert SECRET not in f"{raised.value} {raised.value.remedy}"
    await engine.dispose()


async def test_more_write_to_a_file_at_once_than_there_are_connections(
    on_sqlite: AsyncEngine, home: str
) -> None:
    open_unit = keep_in(on_sqlite)

    async def write(n: int) -> None:
        async with open_unit(home) as unit:
            if n % 2:
                await unit.plans.all()
            assert await claim(unit, f"{n}")
            await unit.commit()

    await asyncio.gather(*(write(n) for n in range(60)))


async def test_two_programs_write_to_one_file_at_once(on_sqlite: AsyncEngine, home: str) -> None:
    # A turn of its own for each, as if they were two processes: only the file is between them.
    programs = [keep_in(on_sqlite), keep_in(on_sqlite)]

    async def write(program: OpenUnit, name: str) -> None:
        for n in range(20):
            async with program(home) as unit:
                await unit.plans.all()
                assert await claim(unit, f"{name} {n}")
                await asyncio.sleep(0)
                await unit.commit()

    await asyncio.gather(*(write(each, f"{n}") for n, each in enumerate(programs)))


class Refused(Exception):
    """As PostgreSQL's driver says it."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(f"refused {SECRET}")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "what"),
    [
        ("28P01", "refuses this user or password"),
        ("28000", "refuses this user or password"),
        ("3D000", "does not exist"),
        ("53300", "no connection free"),
        ("53100", "no room left"),
        ("57P03", "cannot be reached"),
        ("08006", "cannot be reached"),
        ("55P03", "is locked"),
        ("40P01", "is locked"),
        ("25006", "is read-only"),
        ("42501", "does not let this user"),
    ],
)
def test_what_postgresql_refuses_is_put_in_words(sqlstate: str, what: str) -> None:
    problem = in_words(Refused(sqlstate), "The database d on h")
    assert problem is not None and what in problem.what
    assert SECRET not in f"{problem.what} {problem.remedy}"


@pytest.mark.parametrize("fault", [Refused("23505"), Refused("42601"), ValueError(), KeyError()])
def test_a_fault_of_ours_is_not_put_in_words(fault: Exception) -> None:
    assert in_words(fault, "The database") is None
