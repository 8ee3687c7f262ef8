"""planbot slack manifest: what Slack has to be told to make the app."""

import argparse
import json

from bot.cli import DONE, Terminal
from bot.settings import Settings
from bot.slack.manifest import manifest
from domain.problems import Unreadable

EXAMPLE = "example: planbot slack manifest > manifest.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("what", choices=["manifest"], help="print the manifest of the app")
    parser.add_argument(
        "--http",
        action="store_true",
        help="for a public address (PLANBOT_PUBLIC_URL) in place of Socket Mode",
    )


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    url = settings.public_url if given.http else None
    if given.http and url is None:
        raise Unreadable("There is no public address.", "Set PLANBOT_PUBLIC_URL.")
    json.dump(manifest(url), terminal.out, ensure_ascii=False, indent=2)
    print(file=terminal.out)
    return DONE
