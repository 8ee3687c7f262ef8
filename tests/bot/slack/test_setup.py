"""Which way Slack is connected by what is set, and what is said to be missing."""

import pytest

from bot.settings import Settings
from bot.slack.setup import Mode, setup_of

BOT = {"PLANBOT_SLACK_BOT_TOKEN": "xoxb" + "-1"}
APP = {"PLANBOT_SLACK_APP_TOKEN": "xapp-1"}
SIGNED = {"PLANBOT_SLACK_SIGNING_SECRET": "s"}
INSTALLS = {
    "PLANBOT_SLACK_CLIENT_ID": "1.2",
    "PLANBOT_SLACK_CLIENT_SECRET": "s",
    "PLANBOT_KEY": "k",
    "PLANBOT_PUBLIC_URL": "https://planbot.example",
}


@pytest.mark.parametrize(
    ("given", "mode", "missing"),
    [
        ({}, None, []),
        ({"SLACK_BOT_TOKEN": "xoxb" + "-1", "SLACK_CLIENT_ID": "1"}, None, []),
        (BOT | APP, Mode.SOCKET, []),
        (BOT | SIGNED, Mode.HTTP, []),
        (BOT | APP | SIGNED, Mode.SOCKET, []),
        (INSTALLS | SIGNED, Mode.HTTP, []),
        (BOT, None, ["PLANBOT_SLACK_APP_TOKEN"]),
        (APP, None, ["PLANBOT_SLACK_BOT_TOKEN"]),
        (BOT | {"PLANBOT_SLACK_SIGNING_SECRET": ""}, None, ["PLANBOT_SLACK_SIGNING_SECRET"]),
        ({"PLANBOT_SLACK_BOT_TOKEN": "xapp-1"} | SIGNED, None, ["xoxb-"]),
        (SIGNED | {"PLANBOT_SLACK_CLIENT_ID": "1"}, None, ["SECRET", "KEY", "PUBLIC_URL"]),
    ],
)
def test_the_way_follows_from_what_is_set(
    given: dict[str, str], mode: Mode | None, missing: list[str]
) -> None:
    setup = setup_of(Settings.read(given))
    assert setup.mode is mode
    assert len(setup.missing) == len(missing)
    for told, named in zip(setup.missing, missing, strict=True):
        assert named in told
