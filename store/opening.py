"""How the rest of the bot gets a unit of work, wherever things are kept."""

from domain.ports import OpenUnit
from store.memory import Memory, MemoryUnitOfWork


def keep_in_memory() -> OpenUnit:
    """Keep everything as long as the process lives."""
    memory = Memory()
    return lambda workspace: MemoryUnitOfWork(memory, workspace)
