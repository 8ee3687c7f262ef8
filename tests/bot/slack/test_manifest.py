"""The app asks Slack for what it uses, hears what it asked for, and nothing else.

That what it does needs no more is shown by all other tests here: their Slack has adopted the
manifest, and refuses a call without its scope.
"""

import re

from bot.slack.manifest import EVENTS, SCOPES, SHORTCUT, manifest
from tests.standins.slack.methods import METHODS
from tests.standins.slack.server import SCOPES as SCOPE_OF_EVENT
from tests.tree import ROOT

SOURCE = "\n".join(
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "bot" / "slack").glob("*.py"))
)
BY_FEATURE = {"commands": "slash_commands", "users:read.email": "profile"}


def called() -> set[str]:
    """The methods of the Web API that the code names, as Slack names them."""
    found = set(re.findall(r"\bclient\.([a-z]+(?:_[a-zA-Z]+)+)\b", SOURCE))
    return {name.replace("_", ".") for name in found if name.replace("_", ".") in METHODS}


def test_every_method_that_is_called_is_known_with_its_scopes() -> None:
    assert {"chat.postMessage", "conversations.open", "users.info", "files.info"} <= called()
    assert len(called()) >= 14


def test_for_every_method_that_is_called_there_is_a_scope() -> None:
    for name in called():
        scopes = METHODS[name].scopes
        assert not scopes or set(scopes) & set(SCOPES), name


def test_every_scope_is_needed_by_a_method_an_event_or_a_feature() -> None:
    by_methods = {scope for name in called() for scope in METHODS[name].scopes}
    by_events = {SCOPE_OF_EVENT[event] for event in EVENTS if event in SCOPE_OF_EVENT}
    assert set(SCOPES) - by_methods - by_events == set(BY_FEATURE)


def test_the_scopes_that_only_a_feature_needs_are_used_by_it() -> None:
    features = manifest()["features"]
    assert isinstance(features, dict) and features["slash_commands"]
    assert 'shown.get("email")' in SOURCE


def test_every_event_is_listened_for_and_none_else() -> None:
    heard = set(re.findall(r"@app\.event\(\"(\w+)\"\)", SOURCE))
    assert {event.split(".")[0] for event in EVENTS} == heard


def test_the_shortcut_on_a_message_is_the_one_that_is_listened_for() -> None:
    features = manifest()["features"]
    assert isinstance(features, dict)
    assert [each["callback_id"] for each in features["shortcuts"]] == [SHORTCUT]
    assert "@app.shortcut(SHORTCUT)" in SOURCE
