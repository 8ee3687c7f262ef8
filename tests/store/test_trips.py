"""SQLite is reached in one trip a statement, and never left in the middle of a transaction."""

import asyncio
from pathlib import Path

import aiosqlite
import pytest

from store.trips import Connection, connect

LONG = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) "
    "INSERT INTO said SELECT max(i) FROM n"
)


async def opened(folder: Path) -> Connection:
    connection: Connection = await connect(str(folder / "said.db"), isolation_level=None)
    await connection.cursor().execute("CREATE TABLE IF NOT EXISTS said (word)")
    return connection


async def words(connection: Connection) -> list[tuple[object, ...]]:
    return await (await connection.cursor().execute("SELECT word FROM said")).fetchall()


async def test_a_statement_brings_its_rows_along(tmp_path: Path) -> None:
    connection = await opened(tmp_path)
    added = await connection.cursor().execute("INSERT INTO said VALUES (?)", ("one",))
    more = await connection.cursor().executemany("INSERT INTO said VALUES (?)", [("two",), (3,)])
    found = await connection.cursor().execute("SELECT word FROM said")
    assert (added.rowcount, added.description, more.rowcount) == (1, None, 2)
    assert found.description is not None and found.description[0][0] == "word"
    assert await found.fetchall() == [("one",), ("two",), (3,)]
    await connection.close()


async def test_what_was_begun_is_rolled_back(tmp_path: Path) -> None:
    connection = await opened(tmp_path)
    await connection.cursor().execute("BEGIN IMMEDIATE")
    await connection.cursor().execute("INSERT INTO said VALUES ('one')")
    await connection.rollback()
    assert not connection.in_transaction and await words(connection) == []
    await connection.close()


async def test_what_was_left_in_the_middle_is_rolled_back(tmp_path: Path) -> None:
    connection = await opened(tmp_path)
    await connection.cursor().execute("BEGIN IMMEDIATE")
    leaving = asyncio.create_task(connection.cursor().execute(LONG))
    await asyncio.sleep(0.01)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    await connection.rollback()
    assert not connection.in_transaction and await words(connection) == []
    await connection.close()


async def test_a_transaction_that_begins_after_it_was_left_is_rolled_back(tmp_path: Path) -> None:
    connection = await opened(tmp_path)
    leaving = asyncio.create_task(connection.cursor().execute("BEGIN IMMEDIATE"))
    await asyncio.sleep(0)
    leaving.cancel()
    await connection.rollback()
    assert not connection.in_transaction
    await connection.close()


async def test_faults_are_sqlites_own(tmp_path: Path) -> None:
    connection = await opened(tmp_path)
    with pytest.raises(aiosqlite.OperationalError, match="no such table"):
        await connection.cursor().execute("SELECT * FROM nowhere")
    await connection.close()
