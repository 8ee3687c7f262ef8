"""The labelled messages and dates beside the repository, read in this process.

The tools beside them score the command line; these thresholds keep the reading from slipping.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

from domain.events import Tracked, at_first
from domain.intents import Decision, Reading, Update
from domain.names import folded, slug
from domain.people import LONDON
from domain.work import Action, Due, DueKind, Plan, Section
from language.references.known import KnownPlan
from language.understand import Message, Speaker, understand
from tests.shared import SHARED, needs_shared

type Json = dict[str, object]
FOLDER = SHARED / "language"


def lines(path: Path) -> Iterator[Json]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


@cache
def actions(name: str) -> tuple[Action, ...]:
    rows = lines(SHARED / "gold" / f"{name}.jsonl")
    return tuple(Action.model_validate(_known(row)) for row in rows)


def _known(row: Json) -> Json:
    return {key: value for key, value in row.items() if key != "doubt"}


def indexed(some: tuple[Action, ...]) -> KnownPlan:
    names = dict.fromkeys(each.section for each in some if each.section)
    sections = tuple(Section(name=name, slug=slug(name)) for name in names)
    plan = Plan(key="plan", title="Plan", sections=sections)
    return KnownPlan.of(plan, [Tracked(action=each, state=at_first(each)) for each in some])


@cache
def plan_of(name: str) -> KnownPlan:
    return indexed(actions(name))


def read(row: Json) -> Reading:
    some, who = actions(str(row["plan"])), str(row["as"])
    own = frozenset(each.ref for each in some if folded(who) in map(folded, each.owners))
    speaker = Speaker(name=who, own=own, may=None if who.startswith("role:") else own)
    now = datetime.fromisoformat(str(row["now"])).replace(tzinfo=LONDON)
    about = row["reply_to"] if isinstance(row["reply_to"], list) else []
    message = Message(text=str(row["text"]), now=now, about=tuple(about))
    return understand(message, plan_of(str(row["plan"])), speaker)


@needs_shared
def test_decides_as_labelled_and_records_no_status_that_is_not():
    rows = list(lines(FOLDER / "examples.jsonl"))
    readings = [read(row) for row in rows]
    decided = [
        reading.decision in (row["decision"] or [])
        for row, reading in zip(rows, readings, strict=True)
    ]
    wrong = [
        row["text"]
        for row, reading in zip(rows, readings, strict=True)
        if records_wrong(row, reading)
    ]
    assert wrong == []
    assert sum(decided) / len(rows) >= 0.96


def records_wrong(row: Json, reading: Reading) -> bool:
    """Applied, although a status or date in it is not in any reading that is labelled right."""
    if reading.decision is not Decision.APPLY:
        return False
    labelled = {
        (each.get("ref"), each.get("status"), each.get("forecast"))
        for some in [row["expect"], *row["alt"]]
        for each in some
    }
    return any(unlabelled(each, labelled) for each in reading.intents if isinstance(each, Update))


def unlabelled(update: Update, labelled: set[tuple[object, object, object]]) -> bool:
    forecast = update.forecast.isoformat() if update.forecast else None
    fits = [
        each
        for each in labelled
        if each[0] == update.ref and each[2] == forecast and each[1] in (None, update.status)
    ]
    return not fits


def phase_two(due: str) -> KnownPlan:
    deadline = Due(kind=DueKind.BY, end=date.fromisoformat(due))
    return indexed((Action(ref="7.3", text="Run phase two", owners=("JW",), due=deadline),))


@needs_shared
def test_reads_the_dates_and_invents_none():
    right = invented = 0
    rows = list(lines(FOLDER / "dates.jsonl"))
    for row in rows:
        now = datetime.fromisoformat(str(row["now"])).replace(tzinfo=LONDON)
        speaker = Speaker(name="JW", own=frozenset(["7.3"]), may=frozenset(["7.3"]))
        reading = understand(
            Message(text=str(row["text"]), now=now), phase_two(str(row["due"])), speaker
        )
        days = [each.forecast for each in reading.intents if isinstance(each, Update)]
        day = next((each.isoformat() for each in days if each), None)
        allowed = row["forecast"] if isinstance(row["forecast"], list) else []
        right += day in allowed if day else not allowed or bool(row["ask_ok"])
        invented += bool(day) and not allowed and reading.decision is Decision.APPLY
    assert invented == 0
    assert right / len(rows) >= 0.97
