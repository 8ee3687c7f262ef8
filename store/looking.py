"""Looking at a database without changing it: could Planbot work with it?"""

import os
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.problems import StoreUnavailable
from store.migrating import known_version_of
from store.migrations import HEAD
from store.troubles import Explaining, shown


async def look(engine: AsyncEngine) -> str:
    """Say in words what is there. Raise StoreUnavailable where Planbot could not work with it.

    An SQLite file that is not there is not made.
    """
    where = shown(engine.url)
    if (file := _missing_file(engine)) is not None:
        return _file_to_be(file, where)
    with Explaining(engine.url):
        async with engine.connect() as connection:
            version = await connection.run_sync(known_version_of)
    if version == HEAD:
        return f"{where} is ready."
    return f"{where} will be brought up to date when Planbot starts."


async def is_up_to_date(engine: AsyncEngine) -> bool:
    """Whether there is a database, of the newest shape. Nothing is made or changed.

    Raise StoreUnavailable where Planbot could not work with what is there.
    """
    if _missing_file(engine) is not None:
        return False
    with Explaining(engine.url):
        async with engine.connect() as connection:
            return await connection.run_sync(known_version_of) == HEAD


def _missing_file(engine: AsyncEngine) -> Path | None:
    """The file that the database would be in, where that is not there yet."""
    file = Path(str(engine.url.database))
    return file if engine.dialect.name == "sqlite" and not file.exists() else None


def _file_to_be(file: Path, where: str) -> str:
    folder = file.absolute().parent
    if not folder.is_dir():
        raise StoreUnavailable(f"{where} has no folder to be in.", f"Make {folder} first.")
    if not os.access(folder, os.W_OK):
        raise StoreUnavailable(f"{where} cannot be made.", f"Let this user write to {folder}.")
    return f"{where} is not there yet and will be made when Planbot starts."
