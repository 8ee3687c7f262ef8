"""How the rest of the bot gets a unit of work, wherever things are kept."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.ports import OpenUnit
from store.memory import Memory, MemoryUnitOfWork
from store.sql import SqlUnitOfWork
from store.sql.transaction import Transaction
from store.turns import PATIENCE


def keep_in_memory() -> OpenUnit:
    """Keep everything as long as the process lives."""
    memory = Memory()
    return lambda workspace: MemoryUnitOfWork(memory, workspace)


def keep_in(engine: AsyncEngine, patience: float = PATIENCE) -> OpenUnit:
    """Keep everything in a database that store.migrating.migrate has made ready."""
    turn = asyncio.Lock()
    return lambda workspace: SqlUnitOfWork(Transaction(engine, workspace, turn, patience))
