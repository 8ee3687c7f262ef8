"""How one action is asked about: what is wanted and why, and the buttons that answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.concerns import Ask
from domain.conversation import Choice, Item
from domain.people import Person
from domain.points import Point, Sort
from domain.summary import bucket
from domain.work import DueKind
from handlers.days import day, days
from handlers.lines import MARKS, dates, named, said, standing

type Answer = tuple[str, str]
"""The label of a button, and what it says of the action."""

ON_TRACK, COMPLETE = ("On track", "on track"), ("Complete", "complete")
WILL_BE_LATE, NEW_DATE = ("Will be late…", "will be late"), ("New date…", "will be late")
STARTED = ("Has started", "has started"), ("Not started yet", "not started yet")
STILL_GOING_ON, NOT_MINE = ("Still going on", "still going on"), ("Not mine", "is not mine")


def asked(ask: Ask, today: date, reader: Person) -> Item:
    """The line: how the action stands, what is due when, and the last words about it."""
    action, state = ask.tracked.action, ask.tracked.state
    stands = [_declared(ask, today), wanted(ask, today)]
    detail = [_slip(ask, today)]
    if ask.point is None:  # only a round asks: then how it stands is all there is to show
        stands, detail = [standing(state, today)], dates(ask.tracked, today)
    return Item(
        ref=action.ref,
        title=action.text,
        mark=MARKS[bucket(state, today)],
        standing=", ".join(filter(None, stands)),
        detail=" · ".join(filter(None, [*detail, _for(ask), _silence(ask)])),
        quote=state.words,
        said=f"last word: {said(state, today, reader)}" if state.words else "",
    )


def wanted(ask: Ask, today: date) -> str:
    """Why a word is wanted, in words: "due in 7 days (Tue 31 March)"."""
    point = ask.point
    if point is None:
        return ""
    match point.sort:
        case Sort.END | Sort.FORECAST:
            word = "expected" if point.sort is Sort.FORECAST else "due"
            return _when(point.day, today, word)
        case Sort.FOLLOWS:
            return f"follows {point.label}, {_when(point.day, today)}"
        case Sort.STAGE | Sort.OCCURRENCE:
            return f"{_named(point)} {_when(point.day, today)}"
        case Sort.START:
            return _start(point, today)
        case Sort.CHECK:
            return _check(ask)


def _when(when: date, today: date, word: str = "due") -> str:
    ahead = (when - today).days
    if ahead < 0:
        return f"{days(-ahead)} late (was {word} {day(when, today)})"
    if ahead < 2:
        return f"{word} {'tomorrow' if ahead else 'today'} ({day(when, today)})"
    return f"{word} in {days(ahead)} ({day(when, today)})"


def _named(point: Point) -> str:
    return f"“{point.label}”" if point.sort is Sort.STAGE else f"{point.label}:"


def _start(point: Point, today: date) -> str:
    when = "starts today" if point.day == today else f"was to start {day(point.day, today)}"
    return f"{when}: has it started?"


def _check(ask: Ask) -> str:
    if ask.tracked.action.due.kind is DueKind.NONE:
        return "has no date yet: when will it be finished?"
    return "is it still going on?"


def _declared(ask: Ask, today: date) -> str:
    """The status as declared, which the mark's colour must not say alone."""
    said = standing(ask.tracked.state, today)
    return "" if said == "late" else said.removeprefix("late, ")


def _slip(ask: Ask, today: date) -> str:
    """What was promised first, where something else is expected now."""
    state = ask.tracked.state
    if state.first is None or state.expected in (None, state.first):
        return ""
    return f"first date {day(state.first, today)}"


def _for(ask: Ask) -> str:
    return f"for {ask.covers.name}, who is away" if ask.covers else ""


def _silence(ask: Ask) -> str:
    return "" if ask.tracked.state.at else "nothing said yet"


def buttons(ask: Ask, today: date, several: bool, plan: str) -> tuple[Choice, ...]:
    """The answers that fit, each a sentence; with the number where several are asked about."""
    wording = (*_answers(ask.point, today), NOT_MINE)
    usual: dict[str, Any] = {"about": named(ask.tracked), "plan": plan}
    if several:
        usual["aside"] = True
    return tuple(_button(ask.ref, label, says, several, usual) for label, says in wording)


def _button(ref: str, label: str, says: str, several: bool, usual: Mapping[str, Any]) -> Choice:
    shown = f"{ref} {label[0].lower()}{label[1:]}" if several else label
    if label.endswith("…"):
        return Choice(label=shown, says=f"{ref} {says}", form=(ref,), **usual)
    return Choice(label=shown, says=f"{ref} {says}", **usual)


def _answers(point: Point | None, today: date) -> Sequence[Answer]:
    if point is None:
        return ON_TRACK, COMPLETE, WILL_BE_LATE
    match point.sort:
        case Sort.START:
            return STARTED
        case Sort.CHECK:
            return STILL_GOING_ON, COMPLETE
        case Sort.STAGE:
            return ("Reached", f"“{point.label}” reached"), ON_TRACK, WILL_BE_LATE
        case Sort.OCCURRENCE if point.day < today:
            return _answered(point), NEW_DATE
        case Sort.OCCURRENCE:
            return ON_TRACK, _answered(point), WILL_BE_LATE
        case _ if point.day < today:
            return COMPLETE, NEW_DATE
        case _:
            return ON_TRACK, COMPLETE, WILL_BE_LATE


def _answered(point: Point) -> Answer:
    """The occurrence that is asked about, whenever it is pressed."""
    return "Complete", f"“{point.label}” reached"
