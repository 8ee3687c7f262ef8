"""The target says what it lacks, and what it needs of ours is as the Playground wants it."""

import asyncio
from pathlib import Path

import pytest

from tests.playground import __main__ as playground
from tests.playground.bridge import to_port, to_socket
from tests.playground.people import FIVE, SPEAKER, configuration


async def test_without_the_playground_it_says_what_to_install_and_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(playground, "CLI", tmp_path / "cli.js")
    assert await playground.main() == 2

    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert "npm install --no-save @microsoft/m365agentsplayground" in told[-1]
    assert all(line.startswith("teams-playground needs ") for line in told)


def test_its_tenant_has_as_many_people_as_it_asks_for() -> None:
    told = configuration()

    assert told.count('  - id: "29:user-') == FIVE
    assert told.index(SPEAKER) < told.index("users:")


async def test_the_bridge_carries_both_ways_and_closes_where_nobody_is(tmp_path: Path) -> None:
    async def shout(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write((await reader.readline()).upper())
        writer.close()

    far = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = far.sockets[0].getsockname()[1]
    near = await asyncio.start_server(to_socket(tmp_path / "page"), "127.0.0.1", 0)
    assert await said("too early\n", near) == ""

    middle = await asyncio.start_unix_server(to_port(port), tmp_path / "page")
    assert await said("plan status\n", near) == "PLAN STATUS\n"
    for server in (far, near, middle):
        server.close()


async def said(text: str, server: asyncio.Server) -> str:
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(text.encode())
    try:
        return (await reader.read()).decode()
    except ConnectionResetError:
        return ""
    finally:
        writer.close()
