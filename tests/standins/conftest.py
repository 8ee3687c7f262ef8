"""A harbour on a Slack, with the bare framework of the product listening to it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from tests.standins.slack import Channel, Person, Slack, Team, Token


@dataclass
class Ear:
    """An app that keeps what it is told and answers as it is bidden."""

    statuses: list[int] = field(default_factory=list)  # of the next answers; 200 after them
    headers: dict[str, str] = field(default_factory=dict)
    answer: str = ""
    told: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)

    async def listen(self, request: web.Request) -> web.Response:
        headers = {key.lower(): value for key, value in request.headers.items()}
        self.told.append((request.content_type, await request.read(), headers))
        status = self.statuses.pop(0) if self.statuses else 200
        kind = "application/json" if self.answer.startswith("{") else "text/plain"
        return web.Response(
            status=status, text=self.answer, content_type=kind, headers=self.headers
        )


@dataclass
class Harbour:
    """A team that has let the app in, two people of it and a channel of theirs."""

    slack: Slack
    team: Team
    token: Token
    client: AsyncWebClient
    nia: Person
    bo: Person
    board: Channel


@pytest.fixture
def harbour(slack: Slack) -> Harbour:
    team = slack.team("Harbour")
    token = slack.install(team)
    nia = slack.person(team, "Nia Quill", email="nia@harbour.example")
    bo = slack.person(team, "Bo Lark", email="bo@harbour.example")
    client = AsyncWebClient(token=token.value, base_url=slack.api_url, retry_handlers=[])
    board = slack.channel(team, "harbour-board", nia, bo)
    return Harbour(slack, team, token, client, nia, bo, board)


@pytest.fixture
async def ear(slack: Slack) -> AsyncIterator[Ear]:
    """Somebody listening where the app would."""
    ear = Ear()
    app = web.Application()
    app.router.add_post("/slack/events", ear.listen)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.app.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield ear
    await slack.settled()
    await runner.cleanup()
