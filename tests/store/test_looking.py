"""A database is looked at without being made or changed."""

from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.problems import StoreUnavailable
from store.database import open_database
from store.looking import look
from store.migrating import migrate, take_back


async def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    engine = open_database(f"sqlite:///{file}")
    # Asked again, it would say so if the first look had made it.
    for _ in range(2):
        assert "is not there yet and will be made" in await look(engine)


async def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="has no folder") as raised:
        await look(open_database(f"sqlite:///{tmp_path}/lost/new.db"))
    assert "lost" in raised.value.remedy


async def test_it_is_said_whether_a_database_is_ready(empty: AsyncEngine) -> None:
    await migrate(empty)
    assert (await look(empty)).endswith("is ready.")
    await take_back(empty, "0001")
    assert "will be brought up to date" in await look(empty)
