"""Waiting for one's turn to write, among the units of work of this process."""

import asyncio

from domain.problems import StoreUnavailable

PATIENCE = 5.0  # seconds to wait for somebody else, here or in another program, to finish writing


async def wait_for(turn: asyncio.Lock, patience: float) -> None:
    """Take the turn, first come first served. Raise StoreUnavailable after waiting in vain."""
    try:
        await asyncio.wait_for(turn.acquire(), patience)
    except TimeoutError:
        what = "Somebody else has been writing for too long."
        raise StoreUnavailable(what, "Try again in a moment.") from None
