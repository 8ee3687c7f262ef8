"""How the rest of the bot gets a unit of work, wherever things are kept."""

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.ports import OpenUnit
from store.memory import Memory, MemoryUnitOfWork
from store.sql import SqlUnitOfWork


def keep_in_memory() -> OpenUnit:
    """Keep everything as long as the process lives."""
    memory = Memory()
    return lambda workspace: MemoryUnitOfWork(memory, workspace)


def keep_in(engine: AsyncEngine) -> OpenUnit:
    """Keep everything in a database that store.migrating.migrate has made ready."""
    return lambda workspace: SqlUnitOfWork(engine, workspace)
