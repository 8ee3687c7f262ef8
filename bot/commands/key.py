"""planbot key: make a key that tokens are encrypted with where they are kept."""

import argparse

from bot.cli import DONE, Terminal
from bot.settings import Settings
from store.seal import new_key

EPILOG = """\
example: planbot key

Put it into PLANBOT_KEY. To change a key later, put the new one before the old one with a
comma between them; tokens that are stored from then on are kept under the new one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    print(new_key(), file=terminal.out)
    return DONE
