"""planbot import: read a plan document, show what was and was not read, and store it."""

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.assembly import store_of
from bot.cli import DONE, Terminal
from bot.clock import SystemClock
from bot.files import fetch
from bot.settings import Settings
from handlers.intake import File, Intake, consider, key_of, take_in
from plans.answer_json import as_json
from plans.document import Note, PlanDocument
from plans.read import read

EXAMPLE = "example: planbot import plan.csv --dry-run"
SHOWN = 40  # lines of the receipt; --json has them all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("file", help="the plan document: text, CSV, or JSONL of actions")
    parser.add_argument("--dry-run", action="store_true", help="show what was read; store nothing")
    parser.add_argument("--json", action="store_true", help="print actions and receipt as JSON")
    parser.add_argument("--key", help="the plan's key, where it should not come from its title")


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    file, content = fetch(given.file)
    document = read(file.name, content)
    intake = None
    if not given.dry_run:
        intake = asyncio.run(_store(file, document, given.key, settings))
    if given.json:
        json.dump(as_json(document), terminal.out, ensure_ascii=False, indent=1)
        print(file=terminal.out)
    else:
        for line in receipt(document, given.key or key_of(document), intake):
            print(line, file=terminal.out)
    return DONE


async def _store(file: File, document: PlanDocument, key: str | None, settings: Settings) -> Intake:
    async with store_of(settings) as open_unit, open_unit(settings.workspace) as unit:
        intake = await consider(file, document, unit, key)
        await take_in(intake, unit, SystemClock().now())
        await unit.commit()
    return intake


def receipt(document: PlanDocument, key: str, intake: Intake | None) -> Iterator[str]:
    """What was read and what was not, in words."""
    sections = len(document.sections)
    where = f" in {sections} sections" if sections > 1 else " in 1 section" if sections else ""
    yield f"{document.title or key}: {len(document.actions)} actions{where}{_period(document)}."
    if document.notes:
        yield _counted(document.notes)
    for note in document.notes[:SHOWN]:
        yield f"  {note.message}{_at(note)}"
    if len(document.notes) > SHOWN:
        yield f"  and {len(document.notes) - SHOWN} more; --json lists them all"
    yield _what_became_of_it(intake, key)


def _period(document: PlanDocument) -> str:
    period = document.period
    if period is None:
        return ""
    start, end = period.start, period.end
    return f" ({start.day} {start:%B %Y} to {end.day} {end:%B %Y})"


def _counted(notes: Sequence[Note]) -> str:
    counts = Counter(note.code.replace("-", " ") for note in notes)
    return "Worth a look: " + ", ".join(f"{count} {code}" for code, count in counts.items()) + "."


def _at(note: Note) -> str:
    where = str(note.source)
    return f" ({where})" if where else ""


def _what_became_of_it(intake: Intake | None, key: str) -> str:
    if intake is None:
        return "Nothing was stored: this was a dry run."
    if intake.same:
        return f"This very document was read before as {key}: nothing changed."
    if intake.known is None:
        return f"Stored as {key}."
    if not intake.changes:
        return f"Stored as {key}: no action differs from the document read last."
    counts = Counter(change.kind.value for change in intake.changes)
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return f"Stored as {key}: {told}. What people have said stays."
