"""Payloads that the framework could not read are told from those that it can."""

import json
from typing import Any

import pytest

from bot.slack.outlines import has_outline
from tests.shared import SHARED, needs_shared

EVENT = {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "user": "U1"}}
PRESS: dict[str, Any] = {
    "type": "block_actions",
    "user": {"id": "U1"},
    "actions": [{"action_id": "a"}],
}


@pytest.mark.parametrize(
    ("payload", "right"),
    [
        ({}, True),
        (EVENT, True),
        (EVENT | {"authorizations": None}, True),
        (PRESS, True),
        (PRESS | {"team": None, "enterprise": {"id": "E1"}}, True),
        ([], False),
        (None, False),
        ("words", False),
        (EVENT | {"event": None}, False),
        (EVENT | {"event": {"type": 1}}, False),
        (EVENT | {"team_id": 1}, False),
        (EVENT | {"authorizations": {}}, False),
        (EVENT | {"authorizations": ["x"]}, False),
        (PRESS | {"actions": []}, False),
        (PRESS | {"actions": [{}]}, False),
        (PRESS | {"actions": [*PRESS["actions"], {"value": "help"}]}, False),
        (PRESS | {"actions": [{"action_id": {}}]}, False),
        (PRESS | {"user": 1}, False),
        ({"type": "view_submission"}, False),
        ({"type": ["event_callback"]}, False),
    ],
)
def test_a_payload_is_told_from_what_is_none_by_its_outline(payload: object, right: bool):
    assert has_outline(payload) is right


@needs_shared
def test_every_payload_of_slacks_own_can_be_read():
    files = sorted((SHARED / "slack" / "payloads").glob("*.json"))
    payloads = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    kinds = ("event_callback", "block_actions", "view_submission", "view_closed", "shortcut")
    ours = [each for each in payloads if isinstance(each, dict) and each.get("type") in kinds]
    assert len(ours) > 80
    assert [each for each in ours if not has_outline(each)] == []
