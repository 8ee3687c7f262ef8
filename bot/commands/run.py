"""planbot run: serve the platforms that are configured, and the scheduler."""

import argparse
import asyncio
from collections.abc import Sequence

from bot.cli import DONE, FAILED, Terminal
from bot.log_lines import keep_log
from bot.platform import Platform
from bot.serving import NoPort, serve
from bot.settings import Settings
from bot.slack.setup import setup_of as slack_setup
from bot.teams.setup import setup_of as teams_setup
from domain.sending import NotSent

EXAMPLE = "example: PLANBOT_DATABASE_URL=postgresql://planbot@db/planbot planbot run"
NO_PLATFORM = (
    "No platform is connected: planbot check says what it takes. "
    "The database is up to date and the health page answers."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    keep_log(terminal.err)
    for name, setup in (("Slack", slack_setup(settings)), ("Teams", teams_setup(settings))):
        for missing in setup.missing:
            print(f"{name} is not connected. {missing}", file=terminal.err)

    def started(connected: Sequence[Platform]) -> None:
        told = [line for platform in connected for line in platform.told]
        for line in (*(told or [NO_PLATFORM]), _listening(settings)):
            print(line, file=terminal.out, flush=True)

    try:
        asyncio.run(serve(settings, started))
    except NoPort as error:
        print(f"planbot: port {settings.port} cannot be used: {error}.", file=terminal.err)
        return FAILED
    except NotSent as refusal:
        print(f"planbot: Slack does not let Planbot in: {refusal}", file=terminal.err)
        return FAILED
    return DONE


def _listening(settings: Settings) -> str:
    return f"Listening on port {settings.port}. Stop with Ctrl-C."
