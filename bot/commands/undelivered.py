"""planbot undelivered: the messages that were given up, or may never have arrived, and why."""

import argparse
import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from bot.assembly import store_of
from bot.cli import DONE, Terminal
from bot.clock import SystemClock
from bot.settings import Settings
from domain.named import bare
from domain.people import Directory
from domain.sending import Undelivered
from handlers.days import days as in_days

MOST_DAYS = 3_650  # nothing of so long ago is of use to anybody

EPILOG = """\
example: planbot undelivered
         planbot undelivered --days 30

A message is given up after 24 hours in vain, when the hours for it have passed, or when the
platform says that it never will take it. What it asked about is looked at again by itself."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument(
        "--days", type=some_days, default=7, help="how far to look back; 7 if not said"
    )


def some_days(text: str) -> int:
    """Read a number of days. Raise argparse's own error, which names the argument."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to {MOST_DAYS}")
    return int(text)


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    since = SystemClock().now() - timedelta(days=given.days)
    found, directory = asyncio.run(_given_up(since, settings))
    for line in _lines(found, directory, given.days):
        print(line, file=terminal.out)
    return DONE


async def _given_up(since: datetime, settings: Settings) -> tuple[Sequence[Undelivered], Directory]:
    async with store_of(settings) as open_unit, open_unit(settings.workspace) as unit:
        return await unit.outbox.given_up(since), await unit.people.directory()


def _lines(found: Sequence[Undelivered], directory: Directory, days: int) -> Iterator[str]:
    if not found:
        yield f"Nothing was given up in the last {in_days(days)}."
        return
    yield f"{len(found)} given up in the last {in_days(days)}:"
    for each in found:
        person = directory.person(each.message.to or "")
        to = person.name if person else each.message.address.conversation
        when = each.at.astimezone(person.timezone if person else UTC)
        kind = each.message.kind.value.replace("_", " ")
        about = f" about {', '.join(map(bare, each.message.about))}" if each.message.about else ""
        yield f"  {when:%a} {when.day} {when:%b %H:%M}  {kind} to {to}{about}: {each.why}"
