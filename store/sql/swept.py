"""Removing what nothing needs any more, in SQL."""

from typing import Any

from sqlalchemy import Delete, Select

from store.sql.transaction import Transaction


async def forget(transaction: Transaction, past: Select[Any], gone: Delete) -> int:
    """Remove what is past, if anything is. Return how many rows that were.

    The workspace's turn is not taken only to find that nothing is.
    """
    if await transaction.row(past.limit(1)) is None:
        return 0
    return await transaction.change(gone)
