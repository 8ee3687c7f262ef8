"""The guide explains the app as it is: its scopes, its settings and its addresses."""

import re

from bot.settings import Settings, variable_of
from bot.slack.door import PATH
from bot.slack.install import INSTALL_PATH
from bot.slack.manifest import EVENTS, SCOPES, manifest
from tests.tree import ROOT

GUIDE = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")

NEEDS = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "team_join": "users:read",
    "user_change": "users:read",
}


def test_each_scope_is_explained_and_no_other() -> None:
    explained = re.findall(r"^\| `([a-z_:.]+)` \| \S", GUIDE, re.MULTILINE)
    assert explained == list(SCOPES)


def test_every_event_has_the_scope_that_it_needs() -> None:
    assert {NEEDS[event] for event in EVENTS if event in NEEDS} <= set(SCOPES)


def test_what_the_guide_names_is_there() -> None:
    variables = {variable_of(name) for name in Settings.model_fields}
    assert set(re.findall(r"PLANBOT_[A-Z_]+", GUIDE)) <= variables
    assert PATH in GUIDE and INSTALL_PATH in GUIDE


def test_the_manifest_is_for_socket_mode_unless_there_is_an_address() -> None:
    alone, reached = manifest(), manifest("https://planbot.example")
    assert "planbot.example" not in str(alone) and "'socket_mode_enabled': True" in str(alone)
    assert str(reached).count("https://planbot.example/slack/events") == 3
    assert "'socket_mode_enabled': False" in str(reached)
