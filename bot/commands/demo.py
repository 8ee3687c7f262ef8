"""planbot demo: the bot in this terminal, with no token and no server."""

import argparse
import asyncio

from bot.cli import DONE, Terminal
from bot.console.demo import opened, play, talk, tour
from bot.files import fetch_text
from bot.settings import Settings

EXAMPLE = """\
examples: planbot demo
          planbot demo plan.csv --script lines.txt
          echo "7.3 on track" | planbot demo"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("plan", nargs="?", help="a plan document of yours; else the sample plan")
    parser.add_argument("--script", metavar="FILE", help="play these lines, print the transcript")


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    script = _script(given, terminal)
    asyncio.run(_demo(given.plan, script, terminal))
    return DONE


def _script(given: argparse.Namespace, terminal: Terminal) -> str | None:
    """What is to be played: a script, piped lines, or the tour; None where a person types."""
    if given.script:
        return fetch_text(given.script)
    if terminal.stdin is None:
        return tour()
    if terminal.stdin.isatty():
        return None
    return terminal.stdin.read() or tour()


async def _demo(plan: str | None, script: str | None, terminal: Terminal) -> None:
    async with opened(plan) as chat:
        if script is None:
            await talk(chat, terminal.out)
        else:
            await play(chat, script.splitlines(), terminal.out)
