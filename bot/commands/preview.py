"""planbot preview: everything the bot would send in a span of time, and to whom."""

import argparse
import asyncio
import json
from collections.abc import Iterator
from datetime import datetime

from pydantic import ConfigDict, Field, ValidationError

from bot.cli import DONE, Terminal
from bot.commands.status import a_day
from bot.console.casting import SAMPLE
from bot.console.render import to_text
from bot.files import fetch, fetch_text
from bot.rehearsal import Line, Rehearsal, Said, Script, Sent, rehearsal
from bot.settings import Settings
from bot.tallying import Tallying
from bot.working_days import bank_holidays
from domain.conversation import Kind
from domain.named import bare
from domain.people import Directory
from domain.problems import Unreadable
from domain.text import Words
from domain.value import Value
from plans.read import read

EXAMPLE = """\
examples: planbot preview --from 2027-02-09 --to 2027-03-31
          planbot preview --plan plan.csv --from 2026-04-01 --to 2027-03-31 --json
          planbot preview --plan plan.csv --from 2026-04-01 --to 2026-04-30 --answers said.jsonl

Each line of --answers is what an officer says at a moment:
{"at": "2026-04-02T10:00", "as": "Jo Larkhill", "text": "7.3 on track"}"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("--plan", metavar="FILE", help="a plan document; else the sample plan")
    parser.add_argument("--from", dest="first", required=True, type=a_day, metavar="DATE")
    parser.add_argument("--to", dest="last", required=True, type=a_day, metavar="DATE")
    parser.add_argument("--answers", metavar="FILE", help="what officers say in between")
    parser.add_argument("--json", action="store_true", help="print one JSON object a message")


KINDS = {  # to what a reader of the JSON knows
    Kind.ROLL_UP: Kind.DIGEST,
    Kind.HANDOVER: Kind.ROUND,
    Kind.FINDING: Kind.ESCALATION,
}


class AnAnswer(Value):
    """A line of --answers; what else it has is left alone."""

    model_config = ConfigDict(extra="ignore")

    at: datetime
    who: str = Field(alias="as")
    text: Words
    reply_to: tuple[str, ...] | None = None


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    script = _script(given, settings)
    asyncio.run(_preview(script, given.json, settings, terminal))
    return DONE


def _script(given: argparse.Namespace, settings: Settings) -> Script:
    if given.last < given.first:
        raise Unreadable(f"--to {given.last} is before --from {given.first}.", "Swap them, please.")
    file, content = fetch(given.plan or str(SAMPLE / "plan.csv"))
    document = read(file.name, content)
    lines = tuple(_answers(given.answers, settings)) if given.answers else ()
    return Script(file, document, given.plan is None, given.first, given.last, lines)


def _answers(path: str, settings: Settings) -> Iterator[Line]:
    for number, line in enumerate(fetch_text(path).split("\n"), 1):
        if line.strip():
            yield _answer(line, f"{path}, line {number}", settings)


def _answer(line: str, where: str, settings: Settings) -> Line:
    try:
        said = AnAnswer.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(each) for each in first["loc"]) or "the line"
        raise Unreadable(f"{where}: {field} cannot be used: {first['msg']}.") from error
    at = said.at if said.at.tzinfo else said.at.replace(tzinfo=settings.timezone)
    return Line(at=at, who=said.who, text=said.text, reply_to=said.reply_to)


async def _preview(script: Script, as_json: bool, settings: Settings, terminal: Terminal) -> None:
    tallying = Tallying(script.first, script.last)
    async with rehearsal(script, bank_holidays(settings.nation), settings.timezone) as stage:
        directory = await stage.directory()
        async for each in stage.play(script):
            if isinstance(each, Sent):
                tallying.add(each)
            shown = (
                _as_json(each, directory, stage) if as_json else _as_text(each, directory, stage)
            )
            if shown:
                print(shown, file=terminal.out)
    if not as_json:
        print(tallying.told(), file=terminal.out)


def _as_json(each: Sent | Said, directory: Directory, stage: Rehearsal) -> str:
    if isinstance(each, Said):
        return ""
    message = each.message
    person = directory.person(message.to) if message.to else None
    to = {"person": person.name} if person else {"channel": message.address.conversation}
    return json.dumps(
        {
            "at": each.at.astimezone(stage.zone).isoformat(),
            "to": to,
            "kind": KINDS.get(message.kind, message.kind).value,
            "refs": [bare(name) for name in message.about],
            "text": to_text(message.reply),
        },
        ensure_ascii=False,
    )


def _as_text(each: Sent | Said, directory: Directory, stage: Rehearsal) -> str:
    at = (each.at if isinstance(each, Sent) else each.line.at).astimezone(stage.zone)
    when = f"{at:%a} {at.day} {at:%B %Y, %H:%M}"
    if isinstance(each, Said):
        answered = to_text(each.reply).replace("\n", "\n  ") if each.reply else ""
        return f"{when} {each.name} says: {each.line.text}\n  {answered}\n"
    message = each.message
    person = directory.person(message.to) if message.to else None
    to = person.name if person else message.address.conversation
    to += ", in the thread" if message.under else ""
    text = to_text(message.reply).replace("\n", "\n  ")
    return f"{when} → to {to} ({message.kind.value}):\n  {text}\n"
