"""JSON lines of actions, one object a line: read as they are, with nothing to guess."""

import json
from collections.abc import Iterable

from pydantic import Field, ValidationError, field_validator

from domain.calendar import FIRST_YEAR, LAST_YEAR, within_reach
from domain.problems import Unreadable
from domain.value import Value
from domain.work import Action, Due, Source, Status
from plans.document import Note, PlanDocument, sections_of
from plans.formats.characters import cleaned
from plans.receipt import doubled, owner_and_date_missing, said_once


class Entry(Value):
    """One line. Keys that Planbot has no use for are let through."""

    model_config = Value.model_config | {"extra": "ignore"}

    ref: str = Field(min_length=1)
    section: str | None = None
    group: str | None = None
    text: str = Field(min_length=1)
    due_text: str = ""
    due: Due = Due()
    owners: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    partnership_groups: tuple[str, ...] = ()
    status: Status | None = None
    status_text: str = ""
    resource: str = ""
    success: tuple[str, ...] = ()

    @field_validator("due")
    @classmethod
    def _within_reach(cls, due: Due) -> Due:
        days = (due.start, due.end, *(each.end for each in due.milestones))
        if not all(within_reach(each) for each in days if each):
            raise ValueError(f"a date is not of the years {FIRST_YEAR} to {LAST_YEAR}")
        return due


def read_lines(text: str) -> PlanDocument:
    """The actions of a JSONL file. Raise Unreadable naming the first line that is none."""
    # Only line feeds end a line here: JSON may hold other separators inside its strings.
    lines = enumerate(text.split("\n"), 1)
    actions = [_action(number, line) for number, line in lines if line.strip()]
    kept, repeats = doubled(actions)
    return PlanDocument(
        sections=sections_of(kept),
        actions=tuple(kept),
        notes=(*repeats, *_missing(kept)),
    )


def _action(number: int, line: str) -> Action:
    try:
        entry = Entry.model_validate(_seen(json.loads(line)))
    except (ValidationError, ValueError, RecursionError) as fault:
        raise Unreadable(
            f"Line {number} is not an action: {_why(fault)}.",
            "Each line must be one JSON object with at least “ref” and “text”.",
        ) from None
    return Action(**dict(entry), source=Source(line=number))


def _seen(value: object) -> object:
    """The same JSON without characters that cannot be seen."""
    match value:
        case str():
            return cleaned(value)
        case list():
            return [_seen(each) for each in value]
        case dict():
            return {key: _seen(each) for key, each in value.items()}
        case _:
            return value


def _why(fault: Exception) -> str:
    if isinstance(fault, ValidationError):
        first = fault.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        return f"{where}: {first['msg'].removeprefix('Value error, ').lower()}"
    return "it is not JSON"


def _missing(actions: Iterable[Action]) -> list[Note]:
    listed = list(actions)
    notes = (note for action in listed for note in owner_and_date_missing(action))
    return said_once(listed, notes)
