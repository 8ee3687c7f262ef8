"""planbot teams package: the app that a Teams administrator uploads."""

import argparse
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from bot.cli import DONE, Terminal
from bot.files import write
from bot.settings import Settings
from domain.problems import Unreadable

EPILOG = """\
example: planbot teams package
         planbot teams package --slash --out planbot-teams.zip

Needs PLANBOT_TEAMS_CLIENT_ID, and an https address where people read who runs Planbot: --website,
else PLANBOT_PUBLIC_URL. docs/teams.md says where to upload what is written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument("what", choices=["package"], help="write the app's zip")
    parser.add_argument("--slash", action="store_true", help="offer the commands after a / as well")
    parser.add_argument("--website", metavar="URL", help="your page on Planbot and on privacy")
    parser.add_argument("--developer", metavar="NAME", default="Planbot", help="who runs it")
    parser.add_argument("--out", metavar="FILE", default="planbot-teams.zip", help="where to write")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    try:
        from bot.teams.package import App, package
    except ModuleNotFoundError:
        raise Unreadable(
            "What draws the icons is not installed.", "Install planbot[teams]."
        ) from None
    app = App(
        client_id=_client_id(settings),
        website=_website(given.website or settings.public_url),
        developer=_developer(given.developer),
        version=version("planbot"),
        slash=given.slash,
    )
    place = Path(given.out)
    write(package(app), place, force=given.force)
    print(
        f"The Teams app is written to {place}; docs/teams.md has the next steps.", file=terminal.out
    )
    return DONE


def _client_id(settings: Settings) -> str:
    try:
        return str(UUID(settings.teams_client_id or ""))
    except ValueError:
        raise Unreadable(
            "The app needs the Application (client) ID of the bot’s registration.",
            "Set PLANBOT_TEAMS_CLIENT_ID to it, with its hyphens.",
        ) from None


def _website(address: str | None) -> str:
    parts = urlsplit(address or "")
    if parts.scheme != "https" or not parts.hostname:
        raise Unreadable(
            "The app needs an https address where people read who runs Planbot.",
            "Give --website, or set PLANBOT_PUBLIC_URL.",
        )
    return parts.geturl()


def _developer(name: str) -> str:
    if not name.strip() or len(name) > 32:
        raise Unreadable("Teams shows at most 32 letters of who runs it.", "Shorten --developer.")
    return name
