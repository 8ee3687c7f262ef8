"""How the rest of the bot gets a unit of work, wherever things are kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.ports import Store, UnitOfWork
from store.memory import Memory, MemoryUnitOfWork
from store.sql import SqlUnitOfWork
from store.sql.remembered import Remembered
from store.sql.transaction import Transaction
from store.tables import WorkspaceRow
from store.troubles import Explaining
from store.turns import PATIENCE


@dataclass(frozen=True)
class InMemory:
    memory: Memory

    def __call__(self, workspace: str) -> UnitOfWork:
        return MemoryUnitOfWork(self.memory, workspace)

    async def workspaces(self) -> Sequence[str]:
        return sorted(self.memory.shelves)


@dataclass(frozen=True)
class InDatabase:
    engine: AsyncEngine
    patience: float
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    remembered: Remembered = field(default_factory=Remembered)

    def __call__(self, workspace: str) -> UnitOfWork:
        return SqlUnitOfWork(
            Transaction(self.engine, workspace, self.turn, self.patience, self.remembered)
        )

    async def workspaces(self) -> Sequence[str]:
        with Explaining(self.engine.url):
            async with self.engine.connect() as connection:
                names = await connection.execute(
                    select(WorkspaceRow.name).order_by(WorkspaceRow.name)
                )
                return names.scalars().all()


def keep_in_memory() -> Store:
    """Keep everything as long as the process lives."""
    return InMemory(Memory())


def keep_in(engine: AsyncEngine, patience: float = PATIENCE) -> Store:
    """Keep everything in a database that store.migrating.migrate has made ready."""
    return InDatabase(engine, patience)
