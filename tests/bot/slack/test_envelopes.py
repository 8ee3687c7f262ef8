"""What comes down the socket in an odd shape is acknowledged and dropped, and ends nothing."""

import asyncio
import json
import logging
import secrets
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.slack.envelopes import LARGEST, Envelope, envelope
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import Office, furnish, words
from tests.standins.slack import Slack

EVENT = {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "user": "U1"}}
WHOLE: dict[str, Any] = {"envelope_id": "e", "type": "events_api", "payload": EVENT}
ODD: list[dict[str, Any]] = [
    {"type": "a kind of next year"},
    {"type": ["events_api"]},
    {"type": None},
    {"payload": None},
    {"payload": []},
    {"payload": {}},
    {"payload": 7},
    {"payload": "words"},
    {"payload": EVENT | {"event": None}},
    {"payload": EVENT | {"event": {"type": {}}}},
    {"type": "interactive", "payload": {"type": "block_actions", "actions": [{}]}},
]


@pytest.mark.parametrize("change", ODD, ids=str)
def test_what_is_odd_is_told_from_what_is_ours(change: dict[str, Any]):
    assert envelope(WHOLE, 100) is Envelope.OURS
    assert envelope(WHOLE | change, 100) is Envelope.ODD


def test_what_is_too_large_is_odd():
    assert envelope(WHOLE, LARGEST + 1) is Envelope.ODD


@pytest.mark.parametrize("message", [{}, {"type": "hello"}, WHOLE | {"envelope_id": 7}], ids=str)
def test_what_cannot_be_acknowledged_is_none(message: dict[str, Any]):
    assert envelope(message, 100) is Envelope.NONE


@pytest.fixture
async def office(slack: Slack) -> AsyncIterator[Office]:
    slack.pacing.on = False
    slack.app.url = ""
    office = await furnish(slack)
    settings = settings_for(slack, office.token, PLANBOT_SLACK_APP_TOKEN=slack.app.app_token)
    async with running(slack, office.store, settings):
        yield office


async def acknowledged(slack: Slack, message: dict[str, Any]) -> bool:
    """Whether a message that goes down the socket as it stands is acknowledged."""
    await asyncio.wait_for(slack.sockets.here.wait(), 5)
    id = secrets.token_hex(8)
    answer: asyncio.Future[dict[str, object]] = asyncio.get_running_loop().create_future()
    slack.sockets.acknowledged[id] = answer
    await slack.sockets.open[-1].send_str(json.dumps(message | {"envelope_id": id}))
    await asyncio.wait_for(answer, 5)
    return True


async def test_every_odd_envelope_is_acknowledged_and_the_next_is_heard(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    connected = office.slack.sockets.opened
    with caplog.at_level(logging.WARNING):
        for change in ODD:
            assert await acknowledged(office.slack, WHOLE | change)
        long = WHOLE | {"payload": EVENT | {"padding": "x" * LARGEST}}
        assert await acknowledged(office.slack, long)
    told = [record.message for record in caplog.records]
    assert told == ["envelope_not_understood"] * (len(ODD) + 1)
    assert not any(record.exc_info for record in caplog.records)
    await office.nia.says("7.3 on track")
    assert "7.3" in words(await office.nia.hears())
    assert office.slack.sockets.opened == connected


async def test_what_is_said_between_the_ends_of_the_socket_does_no_harm(office: Office) -> None:
    await asyncio.wait_for(office.slack.sockets.here.wait(), 5)
    socket = office.slack.sockets.open[-1]
    for text in ("", "ping", "[]", "{}", '{"type": 1}', '{"envelope_id": [], "payload": 1}'):
        await socket.send_str(text)
    await office.nia.command("/plan status feeling-safe")
    assert "Feeling Safe" in words(await office.nia.hears())
