"""The app as it is known to Slack: who it is, what it listens for and where it is reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EVERY_EVENT = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "team_join",
    "tokens_revoked",
    "user_change",
)
EVERY_SCOPE = (
    "app_mentions:read",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "reactions:write",
    "team:read",
    "users:read",
    "users:read.email",
)


@dataclass
class App:
    """Until a manifest is adopted it hears of everything and may do everything.

    ``url`` is where events, commands and presses are delivered over HTTP; where it is empty they
    go down the socket of whoever has connected.
    """

    id: str = "A0000000001"
    name: str = "Planbot"
    client_id: str = "1000000001.2000000002"
    client_secret: str = "the-secret-of-the-app"
    signing_secret: str = "the-secret-of-the-signature"
    verification: str = "the-old-verification-token"
    app_token: str = "xapp-for-the-socket"
    url: str = ""
    events: tuple[str, ...] = EVERY_EVENT
    scopes: tuple[str, ...] = EVERY_SCOPE
    commands: tuple[str, ...] = ("/plan",)
    shortcuts: dict[str, str] = field(default_factory=dict)  # name → callback_id
    redirects: tuple[str, ...] = ()

    def adopt(self, manifest: Mapping[str, object]) -> None:
        """Be what the manifest says: what it leaves out is neither heard nor allowed."""
        settings, features = _part(manifest, "settings"), _part(manifest, "features")
        oauth = _part(manifest, "oauth_config")
        self.name = str(_part(manifest, "display_information").get("name", self.name))
        self.events = _words(_part(settings, "event_subscriptions").get("bot_events"))
        self.scopes = _words(_part(oauth, "scopes").get("bot"))
        self.redirects = _words(oauth.get("redirect_urls"))
        self.commands = tuple(str(each["command"]) for each in _rows(features, "slash_commands"))
        self.shortcuts = {
            str(each["name"]): str(each["callback_id"]) for each in _rows(features, "shortcuts")
        }


def _part(of: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = of.get(name)
    return part if isinstance(part, Mapping) else {}


def _words(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _rows(of: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    value = of.get(name)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
