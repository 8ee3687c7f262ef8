"""The guide explains the app as it is: its scopes, its settings and its addresses."""

import re

import pytest

from bot.settings import Settings, variable_of
from bot.slack.door import PATH
from bot.slack.install import INSTALL_PATH
from bot.slack.manifest import EVENTS, SCOPES, manifest
from domain.intents import Decision
from language.message import Message
from language.understand import understand
from tests.language.plan import NOW, known, speaker
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


@pytest.mark.parametrize(
    "said",
    [
        "people",
        "give post Healthy Schools Co-ordinator to Jo Bell from 1 June",
        "deputy for Healthy Schools Co-ordinator is Sam Hall",
        "what needs an administrator?",
        "groups",
        "group staying-safe chair Jo Bell",
        "group staying-safe here",
        "policy",
        "help",
    ],
)
def test_what_the_guide_has_people_say_is_understood(said: str) -> None:
    told = said.replace("staying-safe chair Jo Bell", "NAME chair PERSON")
    assert f"{told.replace('staying-safe', 'NAME')}`" in GUIDE
    read = understand(Message(text=said, now=NOW), known(), speaker("Owen Trask"))
    assert read.decision in (Decision.APPLY, Decision.ANSWER), read


def test_the_commands_that_the_guide_names_are_there() -> None:
    commands = {file.stem for file in (ROOT / "bot" / "commands").glob("*.py")}
    named = set(re.findall(r"`planbot ([a-z]+)", GUIDE))
    assert {"slack", "check", "run", "preview", "undelivered", "key"} <= named
    assert named - {"import"} <= commands and ("import" not in named or "importing" in commands)
