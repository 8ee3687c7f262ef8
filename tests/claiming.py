"""The least that can be written: what comes about once for its key, and takes the writer's turn."""

from domain.occasions import Edition
from domain.ports import UnitOfWork
from tests.builders import NOW

ONCE = Edition(occasion="once", at=NOW)


async def claim(unit: UnitOfWork, key: str) -> bool:
    """Write that it came about; False where that was written before."""
    return await unit.editions.add(key, ONCE)
