"""The chores outlive an outage of the store, and it is logged."""

import asyncio
from datetime import UTC, datetime
from typing import cast

import pytest
from pydantic import SecretStr

from bot.platform import House
from bot.slack import chores as module
from bot.slack.chores import Chores
from bot.slack.hearing import Hearing
from bot.slack.teams import Teams
from domain.connections import Connection
from domain.problems import StoreUnavailable

TEAM = Connection(
    platform="slack",
    team="T1",
    workspace="harbour",
    token=SecretStr("a token"),
    bot="U1",
    connected_at=datetime(2031, 5, 14, tzinfo=UTC),
)


class Flickering:
    """Teams whose store cannot be used every other time."""

    def __init__(self) -> None:
        self.asked = 0

    async def all(self) -> list[Connection]:
        self.asked += 1
        if self.asked % 2:
            raise StoreUnavailable("The store does not answer.")
        return [TEAM]


async def test_chores_are_done_after_an_outage_and_it_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []
    enough = asyncio.Event()

    async def caught_up(_: Chores, connection: Connection) -> None:
        done.append(f"caught up with {connection.team}")

    async def called(_: Chores, connection: Connection) -> None:
        done.append(f"called the roll of {connection.team}")
        if len(done) == 3:
            enough.set()

    monkeypatch.setattr(module, "DAILY", 0.0)
    monkeypatch.setattr(module, "LATER", 0.0)
    monkeypatch.setattr(Chores, "catch_up", caught_up)
    monkeypatch.setattr(Chores, "call_the_roll", called)
    chores = Chores(cast(Teams, Flickering()), cast(House, None), cast(Hearing, None))
    working = asyncio.create_task(chores.run())
    await asyncio.wait_for(enough.wait(), 5)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert done[:3] == ["caught up with T1", *["called the roll of T1"] * 2]
    assert "chores_put_off" in [each.message for each in caplog.records]
