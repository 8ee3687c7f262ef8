"""Carrying bytes between a port and a socket in the file system, which two networks can share."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

CHUNK = 65_536

type Reader = asyncio.StreamReader
type Writer = asyncio.StreamWriter
type Serve = Callable[[Reader, Writer], Awaitable[None]]


def to_socket(path: Path) -> Serve:
    """Every connection goes on to the socket; while there is none, it is closed."""

    async def serve(reader: Reader, writer: Writer) -> None:
        await _joined(reader, writer, lambda: asyncio.open_unix_connection(path))

    return serve


def to_port(port: int) -> Serve:
    async def serve(reader: Reader, writer: Writer) -> None:
        await _joined(reader, writer, lambda: asyncio.open_connection("127.0.0.1", port))

    return serve


async def _joined(
    reader: Reader, writer: Writer, there: Callable[[], Awaitable[tuple[Reader, Writer]]]
) -> None:
    try:
        other_reader, other_writer = await there()
    except OSError:
        writer.close()
        return
    await asyncio.gather(_carried(reader, other_writer), _carried(other_reader, writer))


async def _carried(reader: Reader, writer: Writer) -> None:
    with suppress(OSError):
        while chunk := await reader.read(CHUNK):
            writer.write(chunk)
            await writer.drain()
    writer.close()
