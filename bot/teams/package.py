"""The app as Teams has to be told of it: a manifest, two icons, and the zip that holds them.

Pure, and the same bytes for the same settings; docs/teams.md says where the zip goes.
"""

import json
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.teams.icons import ACCENT, colour, outline

VERSION, VERSION_WITH_SLASH = "1.25", "1.29"  # the older one is taken by more tenants
SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v{}/MicrosoftTeams.schema.json"
SCOPES = ("personal", "team", "groupChat")
COMMANDS = (
    ("plan status", "How the plan stands; add a section, group or action: plan status 7.3"),
    ("plan what’s mine?", "Your own actions"),
    ("plan what’s overdue?", "What is past its date"),
    ("plan what’s due this month?", "What falls due this month"),
    ("plan what changed since last week?", "What people have said, and what moved"),
    ("plan undo", "Take back what you said last"),
    ("plan help", "What can be said, on one screen"),
)

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class App:
    """What differs between one council's app and another's."""

    client_id: str
    website: str
    developer: str
    version: str
    slash: bool = False


def package(app: App) -> bytes:
    """The zip that an administrator uploads: flat, for Teams looks in no folder."""
    manifest_json = json.dumps(manifest(app), ensure_ascii=False, indent=2) + "\n"
    files = {
        "manifest.json": manifest_json.encode(),
        "color.png": colour(),
        "outline.png": outline(),
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return written.getvalue()


def manifest(app: App) -> Json:
    version = VERSION_WITH_SLASH if app.slash else VERSION
    return {
        "$schema": SCHEMA.format(version),
        "manifestVersion": version,
        "version": app.version,
        "id": app.client_id,
        "developer": {
            "name": app.developer,
            "websiteUrl": app.website,
            "privacyUrl": app.website,
            "termsOfUseUrl": app.website,
        },
        "name": {"short": "Planbot", "full": "Planbot, for partnership action plans"},
        "description": {
            "short": "Holds each officer’s actions from the partnership’s plan",
            "full": "Planbot asks whoever leads an action how it is going when its date comes "
            "near, keeps what they answer, and tells anybody in the partnership how the plan "
            "stands. Write to it in a chat of your own, or mention it in a channel.",
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [_bot(app)],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [],
    }


def _bot(app: App) -> Json:
    commands = [{"title": title, "description": told} for title, told in COMMANDS]
    listed: Json = {"scopes": list(SCOPES), "commands": commands}
    bot: Json = {"botId": app.client_id, "scopes": list(SCOPES), "commandLists": [listed]}
    bot["supportsFiles"] = True  # a plan that is sent in the chat
    if app.slash:
        bot["supportsTargetedMessages"] = True
        listed["triggers"] = ["mention", "slash"]
    return bot
