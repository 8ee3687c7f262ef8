"""Planbot begins although Slack cannot be reached, says so, and connects when it can."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.settings import Settings
from bot.slack import reaching
from bot.slack.reaching import LONGEST_PAUSE, Line, answer_of_slack, pause_after
from domain.sending import NotSent, Refused, Rejected, Unreachable
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import HOME, furnish, words
from tests.bot.slack.test_reliable import reminder
from tests.standins.slack import Slack

AWAY, NOT_IN = Unreachable("ClientConnectorError"), Rejected("invalid_auth")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "FIRST_PAUSE", timedelta(0))


@dataclass
class Slow:
    """A Slack that answers with each of these errors first, and then lets in."""

    errors: list[Exception]
    connected: int = 0

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[None]:
        if self.errors:
            raise self.errors.pop(0)
        self.connected += 1
        yield


async def until(true: Callable[[], bool]) -> None:
    for _ in range(2_000):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never was")


@pytest.mark.parametrize("errors", [[], [AWAY], [AWAY] * 4, [AWAY, NOT_IN], [KeyError("team_id")]])
async def test_it_is_tried_until_slack_lets_us_in(errors: list[Exception]) -> None:
    line = Line(slow := Slow([*errors]))
    async with line.held():
        await until(lambda: slow.connected == 1)
        assert line.trouble is None


async def test_who_is_not_let_in_at_the_first_attempt_is_told_and_does_not_begin() -> None:
    with pytest.raises(Rejected, match="invalid_auth"):
        async with Line(Slow([NOT_IN])).held():
            pytest.fail("it began")


async def test_a_slack_that_does_not_answer_holds_up_nothing(monkeypatch) -> None:
    @asynccontextmanager
    async def silent() -> AsyncIterator[None]:
        await asyncio.Event().wait()
        yield

    monkeypatch.setattr(reaching, "WAITED_FOR", timedelta(milliseconds=20))
    line = Line(silent)
    async with line.held():
        assert line.trouble == ("Slack has not answered yet: I keep trying, and all else goes on.")


@pytest.mark.parametrize(
    ("attempts", "trouble", "expected"),
    [
        (0, AWAY, timedelta(seconds=5)),
        (2, AWAY, timedelta(seconds=20)),
        (9_999, AWAY, LONGEST_PAUSE),
        (0, Refused(timedelta(seconds=30)), timedelta(seconds=30)),
        (9, Refused(timedelta(seconds=30)), LONGEST_PAUSE),
    ],
)
def test_the_pause_doubles_and_what_slack_asks_for_is_kept(
    attempts: int, trouble: NotSent, expected: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "FIRST_PAUSE", timedelta(seconds=5))
    assert pause_after(attempts, trouble) == expected


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@asynccontextmanager
async def led_to(slack: Slack, port: int) -> AsyncIterator[None]:
    """What comes to a port of ours goes to Slack, and back."""
    there = int(slack.url.rpartition(":")[2])

    async def pass_on(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        while some := await source.read(65_536):
            to.write(some)
            await to.drain()
        to.close()

    async def lead(source: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        answers, to = await asyncio.open_connection("127.0.0.1", there)
        await asyncio.gather(pass_on(source, to), pass_on(answers, back), return_exceptions=True)

    server = await asyncio.start_server(lead, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()


@pytest.mark.parametrize("by", ["socket", "http"])
async def test_what_is_to_be_sent_waits_and_goes_when_slack_is_back(slack: Slack, by: str) -> None:
    slack.pacing.on = False
    office, port = await furnish(slack), free_port()
    more = {"PLANBOT_SLACK_APP_TOKEN": slack.app.app_token} if by == "socket" else {}
    settings = settings_for(
        slack, office.token, PLANBOT_SLACK_API_URL=f"http://127.0.0.1:{port}/api/", **more
    )
    async with running(slack, office.store, settings) as (desk, platform):
        assert platform.trouble is not None
        assert "Slack cannot be reached" in str(platform.trouble())
        assert platform.told[0] == platform.trouble()
        office.desk = desk
        async with office.store(HOME) as unit:
            await unit.outbox.put(reminder(office))
            await unit.commit()
        desk.poke(HOME)
        await desk.idle()
        async with office.store(HOME) as unit:
            assert await unit.outbox.given_up(slack.clock.now() - timedelta(days=1)) == []
        async with led_to(slack, port):
            await until(lambda: platform.trouble is not None and platform.trouble() is None)
            slack.clock.moment += timedelta(minutes=2)
            desk.poke(HOME)
            assert "Two things on the plan" in words(await office.nia.hears())
            await office.nia.says("7.3 on track")
            assert "7.3" in words(await office.nia.hears())


async def test_what_keeps_slack_from_letting_us_in_is_found_beforehand(slack: Slack) -> None:
    office = await furnish(slack)
    nowhere = {"PLANBOT_SLACK_API_URL": f"http://127.0.0.1:{free_port()}/"}
    wrong = {"PLANBOT_SLACK_BOT_TOKEN": "xoxb" + "-nobody"}

    async def found(**more: str) -> NotSent | None:
        settings: Settings = settings_for(slack, office.token, **more)
        return await answer_of_slack(settings, slack.clock)

    assert await found() is None
    assert await found(PLANBOT_SLACK_APP_TOKEN=slack.app.app_token) is None
    assert isinstance(await found(**nowhere), Unreachable)
    assert isinstance(await found(**wrong), Rejected)
