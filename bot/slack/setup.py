"""Which way Slack is connected, by what is set; and what is missing, in words. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from bot.settings import Settings, variable_of


class Mode(StrEnum):
    SOCKET = "Socket Mode"
    HTTP = "HTTP"


@dataclass(frozen=True, slots=True)
class Setup:
    """``mode`` is None where Slack is not connected; ``missing`` says what it would take."""

    mode: Mode | None
    installs: bool = False
    missing: tuple[str, ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether anything of Slack is set."""
        return self.mode is not None or bool(self.missing)


TOKEN, APP, SECRET, ID, PASSWORD, KEY, URL = map(
    variable_of,
    (
        "slack_bot_token",
        "slack_app_token",
        "slack_signing_secret",
        "slack_client_id",
        "slack_client_secret",
        "key",
        "public_url",
    ),
)


def setup_of(settings: Settings) -> Setup:
    """Socket Mode wins where both ways are set: it needs no public address."""
    token, app = _has(settings.slack_bot_token), _has(settings.slack_app_token)
    signing = _has(settings.slack_signing_secret)
    installs = bool(settings.slack_client_id) or _has(settings.slack_client_secret)
    if not (token or app or signing or installs):
        return Setup(None)
    missing = [*_malformed(settings)]
    if not app and not signing:
        missing.append(
            f"Set {APP} for Socket Mode, or {SECRET} for a public address: "
            "without either nothing reaches Planbot."
        )
    if installs:
        missing += _for_installs(settings)
    elif not token:
        missing.append(f"Set {TOKEN}, or {ID} and {PASSWORD} to let workspaces install Planbot.")
    if missing:
        return Setup(None, missing=tuple(missing))
    return Setup(Mode.SOCKET if app else Mode.HTTP, installs)


def _for_installs(settings: Settings) -> list[str]:
    needed = (
        (ID, bool(settings.slack_client_id), "the app’s Basic Information shows it"),
        (PASSWORD, _has(settings.slack_client_secret), "the app’s Basic Information shows it"),
        (KEY, bool(settings.key), "planbot key makes one"),
        (URL, settings.public_url is not None, "people’s browsers come back there"),
    )
    return [f"Set {name}: {how}." for name, there, how in needed if not there]


def _malformed(settings: Settings) -> list[str]:
    """Tokens that cannot be what they are said to be: those of Slack are told by their prefix."""
    shapes = ((TOKEN, settings.slack_bot_token, "xoxb-"), (APP, settings.slack_app_token, "xapp-"))
    return [
        f"{name} is not of the kind that begins with {prefix}."
        for name, token, prefix in shapes
        if token is not None and not token.get_secret_value().startswith(prefix)
    ]


def _has(secret: object) -> bool:
    return secret is not None
