"""What people do besides answering: they think better of it, and tell late what others plan for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from domain.calendar import DAY
from domain.people import Leave, Person

SOON = (2, 40, 300)  # minutes after which a message is edited
LATER = (3, 90, 1_500)  # after which it is taken back


@dataclass(frozen=True)
class Notice:
    """What is told in words in the middle of the month.

    Leave, days on which all is closed, or who chairs the board from then on.
    """

    at: datetime
    by: Person
    text: str
    leave: Leave | None = None
    closed: tuple[date, ...] = ()
    chair: Person | None = None


@dataclass(frozen=True)
class Rereading:
    """The document of a plan is read again, with other days in it, by ref."""

    at: datetime
    plan: str
    ends: Mapping[str, date]


@dataclass(frozen=True)
class Whims:
    editing: float = 0.0  # the chance that what was said is soon put otherwise
    undoing: float = 0.0  # the chance that it is taken back
    notices: tuple[Notice, ...] = ()
    rereading: Rereading | None = None


def whims_of(
    dice: Random,
    start: datetime,
    leave: Sequence[Leave],
    officers: Sequence[Person],
    office: Person,
    refs: Mapping[str, Sequence[str]],
) -> Whims:
    """In half of the months there are none."""
    if dice.random() < 0.5:
        return Whims()
    return Whims(
        editing=dice.choice([0.0, 0.1, 0.3]),
        undoing=dice.choice([0.0, 0.1, 0.3]),
        notices=(
            *_told_late(dice, start, leave, officers),
            *_closing(dice, start, office),
            *_succeeding(dice, start, officers, office),
        ),
        rereading=_rereading(dice, start, refs) if dice.random() < 0.5 else None,
    )


def _told_late(
    dice: Random, start: datetime, leave: Sequence[Leave], officers: Sequence[Person]
) -> Iterator[Notice]:
    """Some of the leave is told on a day before it begins, and not before the month does."""
    people = {each.id: each for each in officers}
    for each in leave:
        ahead = (each.start - start.date()).days - 2
        if ahead >= 0 and dice.random() < 0.6:
            by, cover = people[each.person], people.get(each.delegate or "")
            text = f"I am on leave {_span(each.start, each.end)}"
            if cover:
                text += f", {cover.name} is covering"
            yield Notice(_sometime(dice, start, ahead), by, text, leave=each)


def _closing(dice: Random, start: datetime, office: Person) -> Iterator[Notice]:
    if dice.random() < 0.4:
        ahead = dice.randint(0, 22)
        first = start.date() + (ahead + dice.randint(2, 6)) * DAY
        days = [first + n * DAY for n in range(dice.choice([1, 1, 2, 3]))]
        text = f"we are closed {_span(days[0], days[-1])}"
        yield Notice(_sometime(dice, start, ahead), office, text, closed=tuple(days))


def _succeeding(
    dice: Random, start: datetime, officers: Sequence[Person], office: Person
) -> Iterator[Notice]:
    if dice.random() < 0.3:
        chair = dice.choice(officers)
        text = f"group harbour-board chair {chair.name}"
        yield Notice(_sometime(dice, start, 25), office, text, chair=chair)


def _rereading(dice: Random, start: datetime, refs: Mapping[str, Sequence[str]]) -> Rereading:
    """Sooner or later than was said before; the refs are those of each plan."""
    plan = dice.choice([*refs])
    at = start + timedelta(minutes=dice.randint(0, 25 * 24 * 60))
    redated = dice.sample(refs[plan], dice.randint(1, len(refs[plan])))
    return Rereading(at, plan, {ref: at.date() + dice.randint(1, 20) * DAY for ref in redated})


def _sometime(dice: Random, start: datetime, ahead: int) -> datetime:
    """On one of the first days, but so early that it is the day before everywhere."""
    minutes = dice.randint(10, 14 * 60)
    return start + timedelta(days=dice.randint(0, ahead), minutes=minutes)


def _span(first: date, last: date) -> str:
    return f"on {_said(first)}" if first == last else f"from {_said(first)} to {_said(last)}"


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
