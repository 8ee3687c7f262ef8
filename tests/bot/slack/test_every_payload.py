"""Every payload that Slack's own libraries are tested with goes through the door."""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.bot.slack.conftest import Office, furnish, running, settings_for
from tests.shared import SHARED, needs_shared
from tests.standins.slack import Slack
from tests.standins.slack.deliveries import COMMANDS, EVENTS, PRESSES
from tests.standins.slack.world import Json

pytestmark = needs_shared

FILES = sorted((SHARED / "slack" / "payloads").glob("*.json"))
TEAM = re.compile(r'"(team_id|app_installed_team_id)": "T[^"]*"|("team": \{"id": )"T[^"]*"')
PRESSED = (
    "block_actions",
    "view_submission",
    "view_closed",
    "shortcut",
    "message_action",
    "block_suggestion",
    "dialog_submission",
    "dialog_cancellation",
    "dialog_suggestion",
    "interactive_message",
    "workflow_step_edit",
)
ON_TOP = ("event_callback", "url_verification", "app_rate_limited", "ssl_check")


@pytest.fixture(autouse=True)
def nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR] == []


def deliveries(file: Path) -> list[tuple[str, Json]]:
    """The payload in the way it comes; what is but an event, in the envelope of one."""
    payload = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(payload, dict):
        return []
    inner = payload.get("payload")
    if isinstance(inner, dict):
        payload = inner
    if "command" in payload:
        return [(COMMANDS, payload)]
    if payload.get("type") in PRESSED:
        return [(PRESSES, payload)]
    if payload.get("type") in ON_TOP:
        return [(EVENTS, payload)]
    envelope = {"type": "event_callback", "event_id": "Ev1", "team_id": "T111", "event": payload}
    return [(EVENTS, payload), (EVENTS, envelope)]


def of_ours(payload: Json, team: str) -> Json:
    """The same as if it came from a team that has let the app in."""

    def ours(found: re.Match[str]) -> str:
        return f'{found[2]}"{team}"' if found[2] else f'"{found[1]}": "{team}"'

    made = json.loads(TEAM.sub(ours, json.dumps(payload)))
    return made if "team" in made or "event" in made else made | {"team_id": team}


def written(kind: str, payload: Json) -> tuple[bytes, str]:
    if kind == EVENTS:
        return json.dumps(payload).encode(), "application/json"
    form = "application/x-www-form-urlencoded"
    if kind == COMMANDS:
        return urlencode({key: str(value) for key, value in payload.items()}).encode(), form
    return urlencode({"payload": json.dumps(payload)}).encode(), form


def not_of_slack(payload: Json) -> bool:
    """Some samples are of parts of payloads, or broken on purpose."""
    return "type" not in payload and not isinstance(payload.get("command"), str)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_whatever_comes_over_http_is_acknowledged(office: Office, file: Path) -> None:
    slack = office.slack
    for kind, payload in deliveries(file):
        for each in (payload, of_ours(payload, office.team.id)):
            body, content_type = written(kind, each)
            headers = {"Content-Type": content_type, "X-Slack-Retry-Num": "1"}
            attempt = await slack.deliveries.post(body, headers | slack.deliveries.signed(body))
            assert attempt.status == 200 or not_of_slack(payload), attempt
            assert attempt.status in (200, 400)


@pytest.fixture
async def on_a_socket(slack: Slack) -> AsyncIterator[Office]:
    office = await furnish(slack)
    app_token = slack.app.app_token
    settings = settings_for(slack, office.token, PLANBOT_SLACK_APP_TOKEN=app_token)
    async with running(slack, office.store, settings):
        yield office


async def test_whatever_comes_down_a_socket_is_acknowledged(on_a_socket: Office) -> None:
    sockets = on_a_socket.slack.sockets
    for file in FILES:
        for kind, payload in deliveries(file):
            if not_of_slack(payload):
                continue
            told = of_ours(payload, on_a_socket.team.id)
            async with asyncio.timeout(10):
                answer = await sockets.tell(kind, told, 0, 5)
            assert answer is not None, f"{file.name} was not acknowledged"
