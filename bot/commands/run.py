"""planbot run: serve the platforms that are configured, and the scheduler."""

import argparse
import asyncio
import logging

from bot.cli import DONE, FAILED, Terminal
from bot.serving import serve
from bot.settings import Settings

EXAMPLE = "example: PLANBOT_DATABASE_URL=postgresql://planbot@db/planbot planbot run"
NO_PLATFORM = (
    "No platform is connected: Slack and Teams are not in this version. "
    "The database is up to date and the health page answers."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    logging.basicConfig(
        level=logging.INFO, stream=terminal.err, format="%(asctime)s %(levelname)s %(message)s"
    )

    def started() -> None:
        print(NO_PLATFORM, file=terminal.out)
        print(
            f"Listening on port {settings.port}. Stop with Ctrl-C.", file=terminal.out, flush=True
        )

    try:
        asyncio.run(serve(settings, {}, started))
    except OSError as error:
        print(f"planbot: port {settings.port} cannot be used: {error.strerror}.", file=terminal.err)
        return FAILED
    return DONE
