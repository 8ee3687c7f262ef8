"""planbot read: explain how a message would be understood. Writes nothing."""

import argparse
import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ConfigDict, Field, ValidationError

from bot.assembly import store_in_memory
from bot.cli import DONE, Terminal
from bot.clock import SystemClock
from bot.console.render import to_text
from bot.files import fetch, fetch_text
from bot.settings import Settings
from bot.typed import typed_moment
from domain.conversation import LONGEST_MESSAGE, Reply
from domain.events import Tracked, at_first
from domain.intents import Reading
from domain.names import folded, slug
from domain.people import Directory, Person, Standing
from domain.ports import OpenUnit
from domain.problems import MessageTooLong, Problem, Unreadable
from domain.text import Words
from domain.value import Value
from domain.work import Plan, Status
from handlers.acting import decide
from handlers.intake import consider, take_in
from handlers.scene import Said, Scene
from handlers.whose import Whose
from handlers.wording import explain
from language.answer_json import answer_json
from language.claims.local import status_named
from language.message import Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand
from plans.read import read as read_plan

EXAMPLE = 'example: planbot read "7.3 on track" --plan plan.csv --as "Jo Larkhill"'
WORKSPACE = "trial"
ROLE = "role:"
ROLES = (f"{ROLE}chair", f"{ROLE}admin")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("text", nargs="?", help="the message")
    parser.add_argument("--plan", required=True, metavar="FILE", help="a plan document")
    parser.add_argument(
        "--as",
        dest="who",
        metavar="WHO",
        default="role:admin",
        type=a_speaker,
        help="an owner as the plan prints it, role:chair or role:admin (the default)",
    )
    parser.add_argument("--now", metavar="ISO", help="when it is said; London time if no offset")
    parser.add_argument("--reply-to", nargs="*", default=[], metavar="REF", help="under a reminder")
    parser.add_argument(
        "--means",
        action="append",
        default=[],
        type=a_meaning,
        metavar="PHRASE=STATUS",
        help="a word of your own, such as “with Cabinet=at risk”; may be given again",
    )
    parser.add_argument("--messages", metavar="FILE", help="read many: one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print JSON")


def a_meaning(text: str) -> tuple[str, Status]:
    """Read a word of their own. Raise argparse's own error, which names the argument."""
    phrase, _, said = text.partition("=")
    status = status_named(said)
    if not phrase.strip() or status is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not like “with Cabinet=at risk”")
    return phrase.strip(), status


def a_speaker(text: str) -> str:
    """Read who speaks. Raise argparse's own error, which names the argument."""
    if text.startswith(ROLE) and text not in ROLES:
        raise argparse.ArgumentTypeError(f"“{text}” is none of {', '.join(ROLES)}")
    return text


class Trial(Value):
    """One message to be read, as a line of --messages has it; what else it has is left alone."""

    model_config = ConfigDict(extra="ignore")

    id: str | int | None = None
    who: str = Field(default="role:admin", alias="as")
    now: datetime | None = None
    reply_to: tuple[str, ...] = ()
    text: Words


@dataclass(frozen=True, slots=True)
class Room:
    """The plan that the messages are about, in a store that forgets."""

    plan: Plan
    whose: Whose
    known: KnownPlan
    directory: Directory
    open_unit: OpenUnit
    started: datetime
    settings: Settings
    speakers: dict[str, Speaker]
    words: tuple[tuple[str, Status], ...]


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    trials = list(_trials(given))
    for shown in asyncio.run(_read_all(trials, given, settings)):
        print(shown, file=terminal.out)
    return DONE


def _trials(given: argparse.Namespace) -> Iterator[Trial]:
    if given.messages:
        for number, line in enumerate(fetch_text(given.messages).split("\n"), 1):
            if line.strip():
                yield _trial(line, f"{given.messages}, line {number}")
    elif given.text is None:
        raise Unreadable("There is nothing to read.", "Give a TEXT, or --messages FILE.")
    elif len(given.text) > LONGEST_MESSAGE:
        raise MessageTooLong(len(given.text), LONGEST_MESSAGE)
    else:
        now = _moment(given.now) if given.now else None
        yield Trial.model_validate(
            {"as": given.who, "now": now, "reply_to": given.reply_to, "text": given.text}
        )


def _trial(line: str, where: str) -> Trial:
    try:
        return Trial.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(each) for each in first["loc"]) or "the line"
        raise Unreadable(f"{where}: {field} cannot be used: {first['msg']}.") from error


def _moment(text: str) -> datetime:
    try:
        return typed_moment(text)
    except ValueError:
        raise Unreadable(f"“{text}” is not a moment like 2009-03-16T09:15.") from None


async def _read_all(
    trials: Sequence[Trial], given: argparse.Namespace, settings: Settings
) -> list[str]:
    room = await _room(given, settings)
    return [await _shown(trial, given, room) for trial in trials]


async def _room(given: argparse.Namespace, settings: Settings) -> Room:
    file, content = fetch(given.plan)
    document = read_plan(file.name, content)
    open_unit, started = store_in_memory(), SystemClock().now()
    async with open_unit(WORKSPACE) as unit:
        await take_in(await consider(file, document, unit), unit, started)
        await unit.commit()
        plan, directory = await unit.plans.default(), await unit.people.directory()
    tracked = [Tracked(action=each, state=at_first(each)) for each in document.actions]
    names = (*(person.name for person in directory.people), *directory.posts)
    return Room(
        plan=plan,
        whose=Whose.of(plan, tracked),
        known=KnownPlan.of(plan, tracked, names),
        directory=directory,
        open_unit=open_unit,
        started=started,
        settings=settings,
        speakers={},
        words=tuple(given.means),
    )


async def _shown(trial: Trial, given: argparse.Namespace, room: Room) -> str:
    standing = standing_as(trial.who, room.settings)
    now = _aware(trial.now or room.started, room.settings)
    if trial.who not in room.speakers:
        room.speakers[trial.who] = room.whose.speaker(standing)
    try:
        reading = _understood(trial, now, room)
    except MessageTooLong as problem:
        return _answer(trial, Reading.model_validate({"decision": "none"}), explain(problem), given)
    reply = await _reply(trial, reading, standing, now, room)
    return _answer(trial, reading, reply, given)


def _understood(trial: Trial, now: datetime, room: Room) -> Reading:
    if len(trial.text) > LONGEST_MESSAGE:
        raise MessageTooLong(len(trial.text), LONGEST_MESSAGE)
    message = Message(text=trial.text, now=now, about=trial.reply_to, words=room.words)
    return understand(message, room.known, room.speakers[trial.who])


def standing_as(who: str, settings: Settings) -> Standing:
    """Stand for an owner as printed, or in a role: role:chair of everything, role:admin."""
    role = who.removeprefix(ROLE) if who.startswith(ROLE) else None
    return Standing(
        person=Person(id=slug(who) or "somebody", name=role or who, timezone=settings.timezone),
        names=frozenset() if role else frozenset({folded(who)}),
        every_chair=role == "chair",
        administrator=role == "admin",
    )


def _aware(moment: datetime, settings: Settings) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=settings.timezone)
    return moment.astimezone(settings.timezone)


async def _reply(
    trial: Trial, reading: Reading, standing: Standing, now: datetime, room: Room
) -> Reply:
    """What the bot would answer; nothing of it is kept."""
    async with room.open_unit(WORKSPACE) as unit:
        said = Said(words=trial.text, where="trial", message=str(trial.id))
        scene = Scene(standing, room.directory, room.plan, now, unit, said)
        try:
            return await decide(reading, scene)
        except Problem as problem:
            return explain(problem)


def _answer(trial: Trial, reading: Reading, reply: Reply, given: argparse.Namespace) -> str:
    text = to_text(reply)
    if not given.json:
        return "\n".join([*_explained(reading), "", text])
    head: Mapping[str, object] = {"id": trial.id} if trial.id is not None else {}
    return json.dumps({**head, **answer_json(reading), "reply": text}, ensure_ascii=False)


def _explained(reading: Reading) -> Iterator[str]:
    """What was recognised where, and why it was decided so."""
    yield f"Decision: {reading.decision.value}. {reading.why}".strip()
    for intent in reading.intents:
        wanted = intent.model_dump(mode="json", exclude_defaults=True)
        told = ", ".join(f"{name} {value}" for name, value in wanted.items())
        yield f"  {intent.kind}: {told}" if told else f"  {intent.kind}"
    for found in reading.found:
        yield f"  at {found.start}-{found.end} “{found.text}”: {found.rule} = {found.value}"
