"""Bringing in a file that a platform keeps, counted while it comes."""

import asyncio
from collections.abc import Mapping

import aiohttp

from bot.files import LARGEST
from domain.problems import Unreadable

CHUNK = 65_536  # bytes
FAILURES = (aiohttp.ClientError, OSError, asyncio.IncompleteReadError)


async def download(
    session: aiohttp.ClientSession,
    url: str,
    name: str,
    again: str,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return what stands at an address; ``again`` says what to do where it cannot be had.

    Nothing is followed to another address, where a token would go along.
    Raise Unreadable where it is not given, too large or does not arrive whole.
    """
    content = bytearray()
    try:
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            if answer.status != 200:
                raise Unreadable(f"I am not given {name}.", again)
            async for chunk in answer.content.iter_chunked(CHUNK):
                content += chunk
                if len(content) > LARGEST:
                    raise too_large(name)
    except FAILURES:
        raise Unreadable(f"{name} did not arrive whole.", again) from None
    return bytes(content)


def too_large(name: str) -> Unreadable:
    """What is said of a file over the limit."""
    limit = LARGEST // 1_000_000
    return Unreadable(f"{name} is larger than {limit} MB, the most that is read.", "Split it.")
