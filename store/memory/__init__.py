"""The store in dictionaries, with the promises of the one on a database."""

from store.memory.unit import Memory, MemoryUnitOfWork

__all__ = ["Memory", "MemoryUnitOfWork"]
