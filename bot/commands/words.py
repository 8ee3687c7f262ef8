"""planbot words: what this workspace means by words of its own."""

import argparse
import asyncio

from pydantic import ValidationError

from bot.assembly import store_of
from bot.cli import DONE, Terminal
from bot.commands.status import at_the_keyboard
from bot.console.render import to_text
from bot.settings import Settings
from domain.instructions import CallIt
from domain.intents import Asked, Intent, Query
from domain.problems import Unreadable
from domain.work import Status
from handlers.acting import carry_out
from language.claims.local import status_named

EXAMPLE = 'example: planbot words --add "with Cabinet" "at risk"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("--add", nargs=2, metavar=("PHRASE", "STATUS"), help="what a phrase means")
    parser.add_argument("--forget", metavar="PHRASE", help="it means nothing in particular")


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    print(asyncio.run(_answer(_wishes(given), settings)), file=terminal.out)
    return DONE


def _wishes(given: argparse.Namespace) -> list[Intent]:
    wishes: list[Intent] = []
    if given.forget is not None:
        wishes.append(_wish(given.forget))
    if given.add:
        phrase, said = given.add
        status = status_named(said)
        if status is None:
            raise Unreadable(f"“{said}” names no status.", "Say for instance “at risk”.")
        wishes.append(_wish(phrase, status))
    return wishes or [Query(what=Asked.WORDS)]


def _wish(phrase: str, status: Status | None = None) -> CallIt:
    try:
        return CallIt(phrase=phrase, status=status)
    except ValidationError:
        raise Unreadable(f"“{phrase}” is no phrase.", "It takes 2 to 60 letters.") from None


async def _answer(wishes: list[Intent], settings: Settings) -> str:
    async with store_of(settings) as open_unit, open_unit(settings.workspace) as unit:
        scene = await at_the_keyboard(await unit.plans.default(), unit, settings)
        reply = await carry_out(wishes, scene)
        await unit.commit()
        return to_text(reply)
