"""Reading the table of messages: what was said, and which readings of it are right."""

from collections.abc import Iterator
from typing import NamedTuple

from domain.intents import Intent, Reading
from language.answer_json import Json, intent_json
from language.references.known import KnownPlan
from language.understand import Message, understand
from tests.language.plan import NOW, speaker

WHO = {"H": "Head of Housing", "M": "Mara Quill", "O": "Owen Trask", "L": "Leisure Manager"}
FREE = ("ask", "none", "refuse")
SHOWN = ("note", "reason", "evidence")


class Row(NamedTuple):
    """One line of the table."""

    who: str
    about: tuple[str, ...]
    text: str
    decisions: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]


def rows(table: str) -> Iterator[Row]:
    for line in table.splitlines():
        if line.strip() and not line.startswith("#"):
            who, about, text, decisions, readings = (part.strip() for part in line.split("|"))
            yield Row(
                WHO.get(who, who),
                tuple(filter(None, about.split(","))),
                text.replace("\\n", "\n"),
                tuple(decisions.split(",")),
                tuple(_reading(each) for each in readings.split(" or ")),
            )


def read(row: Row, plan: KnownPlan) -> Reading:
    return understand(Message(text=row.text, now=NOW, about=row.about), plan, speaker(row.who))


def problem(row: Row, plan: KnownPlan) -> str:
    """What is wrong with how a message is read; "" where nothing is."""
    return problem_in(row, read(row, plan))


def problem_in(row: Row, reading: Reading) -> str:
    """What is wrong with a reading of the message; "" where nothing is."""
    decision = reading.decision.value
    have = sorted(map(written, reading.intents))
    fits = any(_fits(sorted(want), have) for want in row.readings)
    weighed = () in row.readings and ".leaning" in reading.why  # see tests/leaning
    right = decision in row.decisions and (fits or decision in FREE or weighed)
    if right:
        return ""
    wrong = "WRONG " if decision == "apply" else "NEEDLESS " if row.decisions == ("apply",) else ""
    wanted = f"{row.decisions} {row.readings}"
    return f"{wrong}{row.text!r}: {decision} {have}, not {wanted} ({reading.why})"


def written(intent: Intent) -> str:
    """An intent as the table writes it."""
    fields = {name: value for name, value in intent_json(intent).items() if name not in SHOWN}
    kind = fields.pop("kind")
    if kind == "update":
        return _update(fields)
    if kind == "query":
        what = fields.pop("what")
        return " ".join(
            [f"?{what}", *(f"{name}={value}" for name, value in sorted(fields.items()))]
        )
    return _wish(str(kind), fields)


def _update(fields: dict[str, Json]) -> str:
    marks = {"status": "=", "forecast": ">", "percent": "%"}
    told = "".join(f"{mark}{fields[name]}" for name, mark in marks.items() if name in fields)
    return f"{fields['ref']}{told}"


def _wish(kind: str, fields: dict[str, Json]) -> str:
    if kind == "choose":
        return f"!choose {fields.get('question', '-')} {fields.get('option', '-')}"
    if kind == "undo":
        events = fields.get("events") or []
        return f"!undo {','.join(map(str, events if isinstance(events, list) else []))}".strip()
    order = ("ref", "until", "to")
    parts = [
        str(fields[name]) for name in order if name in fields and (name, kind) != ("to", "away")
    ]
    parts += [f"{name}={fields[name]}" for name in ("from", "cover") if name in fields]
    return " ".join([f"!{kind}", *parts])


def _reading(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text == "-":
        return ()
    parts = text.split(" + ")  # "1.1=delayed + !snooze 1.1 2026-12-01"
    if len(parts) > 1:
        return tuple(sorted(each for part in parts for each in _reading(part)))
    return (text,) if text[0] in "?!" else tuple(text.split())


def _fits(want: list[str], have: list[str]) -> bool:
    """As labelled; beside a labelled forecast or percentage an unlabelled status is free."""
    if len(want) != len(have):
        return False
    return all(
        mine == other or _freely(mine, other) for mine, other in zip(want, have, strict=True)
    )


def _freely(want: str, have: str) -> bool:
    if "=" in want or want[0] in "?!":
        return False
    ref = want.replace("%", ">").split(">")[0]
    rest = want[len(ref) :]
    finished = any(f"={each}" in have for each in ("complete", "cancelled", "not_started"))
    return have.startswith(f"{ref}=") and have.endswith(rest) and not finished
