"""planbot import: read a plan document, show what was and was not read, and store it."""

import argparse
import asyncio
import json
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bot.asking import Talk, talk_at
from bot.assembly import store_as_it_is, store_of
from bot.cli import DONE, Terminal
from bot.clock import SystemClock
from bot.files import fetch
from bot.settings import Settings
from domain.names import slug
from domain.ports import UnitOfWork
from domain.problems import StoreUnavailable, Unreadable
from handlers.intake import File, Intake, consider, key_of, take_in
from handlers.receipt import (
    change_lines,
    day_first,
    document_lines,
    outcome_lines,
    renumbered_lines,
    standing_lines,
    undo_lines,
    undone_lines,
)
from handlers.taking_back import last_reading, take_back
from plans.answer_json import as_json
from plans.document import PlanDocument
from plans.meaning.date_order import Order, open_dates
from plans.read import read

EPILOG = """\
example: planbot import plan.docx --dry-run
         planbot import --undo

Before anything is stored you are asked, if you are at a terminal; --yes, a pipe or a
script stores at once. A plan that is known is compared with the document read last:
what people have said stays, and what the document no longer has is closed, not deleted.

Dates such as 03/04/2027 are read as the document shows. Where nothing shows whether the
day or the month comes first, you are asked; without a terminal say --dates, or --yes for
the day first."""

CARRY = "Take what was said about them along to the new numbers?"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument("file", nargs="?", help="the plan document, as officers have it")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what was read and would change"
    )
    parser.add_argument("--yes", action="store_true", help="store it without asking")
    parser.add_argument("--json", action="store_true", help="print actions and receipt as JSON")
    parser.add_argument(
        "--dates",
        choices=[each.value for each in Order],
        help="which comes first in dates such as 03/04/2027",
    )
    parser.add_argument("--key", help="the plan's key, where it should not come from its title")
    parser.add_argument(
        "--renumbered",
        action="store_true",
        help="take what was said along to the new number of an action that has the same words",
    )
    parser.add_argument(
        "--undo",
        action="store_true",
        help="take the last import back, or that of FILE if it was the last of its plan; what "
        "people said stays",
    )


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    talk = talk_at(terminal, asking=not given.yes, aside=given.json)
    if given.undo:
        name = Path(given.file).name if given.file else None
        asyncio.run(_undo(given.key, name, talk, settings, only_shown=given.dry_run))
        return DONE
    if given.file is None:
        raise Unreadable("Which file?", "Say planbot import FILE, or planbot import --undo.")
    errand = _errand(given, talk)
    talk.tell(document_lines(errand.document, given.key or key_of(errand.document)))
    work = _compare if given.dry_run else _import
    intake = asyncio.run(work(errand, talk, settings))
    if given.json:
        json.dump(_answer(errand.document, intake), terminal.out, ensure_ascii=False, indent=1)
        print(file=terminal.out)
    return DONE


@dataclass(frozen=True, slots=True)
class Errand:
    """A document that is to be stored, and how."""

    file: File
    document: PlanDocument
    key: str | None
    carry: bool

    async def considered(self, unit: UnitOfWork) -> Intake:
        return await consider(self.file, self.document, unit, self.key)


def _errand(given: argparse.Namespace, talk: Talk) -> Errand:
    """Read the document; where the order of its dates is open, with the answer of who is there."""
    file, content = fetch(given.file)
    order = Order(given.dates) if given.dates else None
    document = read(file.name, content, order)
    if dates := open_dates(document):
        if talk.attended:
            order = Order.DAY_FIRST if talk.agrees(day_first(dates[0])) else Order.MONTH_FIRST
            document = read(file.name, content, order)
        elif not (given.dry_run or given.yes):
            raise Unreadable(
                f"“{dates[0]}” can be read with the day or the month first, so nothing was stored.",
                "Say --dates day-first or --dates month-first; --dry-run shows what is read.",
            )
    if given.key and given.key != slug(given.key):
        remedy = f"Say --key {slug(given.key) or key_of(document)}."
        raise Unreadable(f"“{given.key}” is no key: it could not be typed.", remedy)
    if order is Order.MONTH_FIRST:
        file = replace(file, digest=sha256(content + order.encode()).hexdigest())
    return Errand(file, document, given.key, given.renumbered)


async def _compare(errand: Errand, talk: Talk, settings: Settings) -> Intake | None:
    """Show what the document would change in what is stored. Changes nothing."""
    intake = None
    try:
        async with store_as_it_is(settings) as open_unit:
            if open_unit:
                async with open_unit(settings.workspace) as unit:
                    intake = await errand.considered(unit)
    except StoreUnavailable as problem:
        talk.tell([f"It could not be compared with what is stored. {problem}"])
    if intake:
        talk.tell([*standing_lines(intake), *change_lines(intake), *renumbered_lines(intake)])
    talk.tell(["Nothing was stored: this was a dry run."])
    return intake


async def _import(errand: Errand, talk: Talk, settings: Settings) -> Intake:
    """Compare, show, ask and store. What is stored is what was shown."""
    async with store_of(settings) as open_unit:
        async with open_unit(settings.workspace) as unit:
            shown = await errand.considered(unit)
        talk.tell([*change_lines(shown), *renumbered_lines(shown)])
        carry = errand.carry
        if talk.attended and not shown.same:
            carry = carry or bool(shown.renumbered and talk.agrees(CARRY))
            if not talk.agrees("Store it?"):
                talk.tell(["Nothing was stored."])
                return shown
        async with open_unit(settings.workspace) as unit:
            await _store(await errand.considered(unit), shown, unit, carry)
    talk.tell(outcome_lines(shown, carry))
    return shown


async def _store(intake: Intake, shown: Intake, unit: UnitOfWork, carry: bool) -> None:
    if (intake.known, intake.changes, intake.same) != (shown.known, shown.changes, shown.same):
        raise Unreadable(
            "Somebody has stored this plan in the meantime, so nothing was stored.",
            "Run the command again to see what would change now.",
        )
    await take_in(intake, unit, SystemClock().now(), carry)
    await unit.commit()


async def _undo(
    key: str | None, name: str | None, talk: Talk, settings: Settings, *, only_shown: bool
) -> None:
    async with store_of(settings) as open_unit:
        async with open_unit(settings.workspace) as unit:
            shown = await last_reading(unit, key, name)
        talk.tell(undo_lines(shown))
        if only_shown:
            talk.tell(["Nothing was changed: this was a dry run."])
            return
        if talk.attended and not talk.agrees("Take it back?"):
            talk.tell(["Nothing was changed."])
            return
        async with open_unit(settings.workspace) as unit:
            last = await last_reading(unit, shown.plan.key)
            if last != shown:
                raise Unreadable(
                    "Somebody has read the plan again in the meantime, so nothing was changed.",
                    "Run the command again to see what would be taken back now.",
                )
            done = await take_back(last, unit, SystemClock().now())
            await unit.commit()
    talk.tell(undone_lines(shown, done))


def _answer(document: PlanDocument, intake: Intake | None) -> dict[str, object]:
    changes = intake.changes if intake else ()
    return as_json(document) | {"changes": [each.model_dump(mode="json") for each in changes]}
