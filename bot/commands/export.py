"""planbot export: write a plan out again, with how each action stands now."""

import argparse
import asyncio
from pathlib import Path

from bot.assembly import store_of
from bot.cli import DONE, Terminal
from bot.files import write
from bot.settings import Settings
from domain.problems import Unreadable
from handlers.handover import Handover, gather
from plans.writing.write import Form, written

EPILOG = """\
example: planbot export --to xlsx
         planbot export harbour-plan-2031 --to csv --out plan-today.csv

Each action comes with its status, first date, forecast, last words, by whom and when; what was
dropped from the plan stays out. What is written reads back to the same actions: in CSV a cell
that a spreadsheet would run as a formula begins with an apostrophe, which the reader takes away;
in Excel it is marked as text. JSON is one action a line. CSV and JSON go to the screen unless
--out names a file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument("plan", nargs="?", help="the plan's key, where there are several")
    parser.add_argument(
        "--to", choices=[each.value for each in Form], help="the kind of file; else as --out ends"
    )
    parser.add_argument("--out", metavar="FILE", help="where to write; else KEY.xlsx or KEY.docx")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    form = _form(given.to, given.out)
    handover = asyncio.run(_gather(given.plan, settings))
    content = written(form, handover.plan, handover.tracked)
    if given.out is None and form.textual:
        terminal.out.write(content.decode("utf-8-sig"))
        return DONE
    place = Path(given.out or f"{handover.plan.key}.{form}")
    write(content, place, force=given.force)
    count = len(handover.tracked)
    print(f"{count} {'action' if count == 1 else 'actions'} written to {place}.", file=terminal.out)
    return DONE


def _form(to: str | None, out: str | None) -> Form:
    ending = to or (Path(out).suffix.lstrip(".").lower() if out else "")
    ending = {"jsonl": "json"}.get(ending, ending)
    if ending not in [*Form]:
        raise Unreadable("As what kind of file?", f"Say --to {', '.join(Form)}.")
    return Form(ending)


async def _gather(key: str | None, settings: Settings) -> Handover:
    async with store_of(settings) as open_unit, open_unit(settings.workspace) as unit:
        return await gather(unit, key)
