"""The demo: a plan is read, everybody in it can be spoken as, and lines are played."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bot.assembly import answerer, store_at
from bot.clock import SetClock
from bot.console.casting import (
    ADMINISTRATOR,
    SAMPLE,
    WORKSPACE,
    introduce,
    sample_cast,
    stand_in,
)
from bot.console.chat import OPENS, Chat, introduction
from bot.files import fetch
from bot.working_days import bank_holidays
from domain.people import LONDON, Directory, Person, standing_of
from domain.ports import OpenUnit
from domain.summary import Scope
from domain.work import Action
from handlers.intake import consider, take_in
from plans.document import PlanDocument
from plans.read import read

SAMPLE_DAY = date(2027, 2, 9)
NARRATION = "#"  # a line of a script that begins so is shown, not said
SHORTLY = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the demo begins with."""

    document: PlanDocument
    day: date
    own: bool  # the user's own plan, not the sample


@asynccontextmanager
async def opened(plan: str | None) -> AsyncIterator[Chat]:
    """Read the plan (the sample if none is named) into a SQLite database that is then thrown away.

    Raise Unreadable where the plan cannot be read.
    """
    file, content = fetch(plan or str(SAMPLE / "plan.csv"))
    document = read(file.name, content)
    opening = Opening(document, SAMPLE_DAY if plan is None else a_day_in(document), bool(plan))
    clock = SetClock(datetime.combine(opening.day, OPENS, tzinfo=LONDON))
    with TemporaryDirectory(prefix="planbot-demo-") as folder:
        async with store_at(f"sqlite:///{Path(folder) / 'demo.db'}") as open_unit:
            async with open_unit(WORKSPACE) as unit:
                if not opening.own:
                    await introduce(sample_cast(), unit)
                await take_in(await consider(file, document, unit), unit, clock.now())
                if opening.own:
                    await stand_in(unit)
                await unit.commit()
            first = await _first_speaker(document, clock, open_unit)
            yield Chat(answerer(open_unit, clock), open_unit, clock, bank_holidays(), first)


def a_day_in(document: PlanDocument) -> date:
    """A day on which the plan is well under way: shortly before the middle one of its dates."""
    ends = sorted(action.due.end for action in document.actions if action.due.end)
    if ends:
        return ends[len(ends) // 2] - SHORTLY
    return document.period.start if document.period else SAMPLE_DAY


async def _first_speaker(document: PlanDocument, clock: SetClock, open_unit: OpenUnit) -> Person:
    """The person with the most actions speaks first."""
    async with open_unit(WORKSPACE) as unit:
        directory = await unit.people.directory()
    today = clock.now().date()
    asked = [p for a in document.actions for p in _leads(a, directory, today)]
    return max(asked, key=asked.count) if asked else ADMINISTRATOR


def _leads(action: Action, directory: Directory, today: date) -> tuple[Person, ...]:
    return directory.behind(action.owners[0], today)[:1] if action.owners else ()


async def play(chat: Chat, lines: Iterable[str], out: TextIO) -> None:
    """Play lines as a transcript: who said what, and what was shown."""
    for line in lines:
        said = line.strip()
        if not said or said.startswith(NARRATION):
            print(said.removeprefix(NARRATION).strip(), file=out)
            continue
        print(f"{chat.prompt}> {said}", file=out)
        print(await chat.say(said), file=out)
        print(file=out)
        if chat.over:
            return


async def talk(chat: Chat, out: TextIO) -> None:
    """Talk with the person at the terminal, until /quit or the end of input."""
    with suppress(ImportError):  # arrow keys and history, where there is such a thing
        import readline  # noqa: F401
    print(f"{await greeting(chat)}\n", file=out)
    while not chat.over:
        try:
            line = input(f"{chat.prompt}> ")  # noqa: ASYNC250 - nothing else runs meanwhile
        except EOFError:
            return
        if line.strip():
            print(f"{await chat.say(line)}\n", file=out)


async def greeting(chat: Chat) -> str:
    """Whose plan it is, who speaks, and a few things to try that this plan can answer."""
    async with chat.open_unit(WORKSPACE) as unit:
        plan = await unit.plans.default()
        tracked = await unit.actions.within(Scope(plan=plan.key))
        directory = await unit.people.directory()
    standing = standing_of(chat.person, directory, chat.clock.now())
    own = [each.action.ref for each in tracked if standing.owns(each.action.owners)]
    tries = [
        "what's mine?",
        *(f"{ref} on track, as planned" for ref in own[:1]),
        *(f"status {section.slug}" for section in plan.sections[:1]),
        "/who",
        "/tomorrow",
        "/help",
    ]
    opening = (
        f"{plan.title}: {len(tracked)} actions. You are {introduction(chat.person, directory)}."
    )
    return "\n".join([opening, "Try:", *(f"  {each}" for each in tries)])


def tour() -> str:
    return (SAMPLE / "tour.txt").read_text(encoding="utf-8")
