"""What the bot could not look after, since when, and when it tries again. Pure."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

FIRST_PAUSE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(hours=6)
FORGOTTEN_AFTER = timedelta(days=1)  # by then somebody else has tried it, and it went well


class What(StrEnum):
    """What is looked after one by one, so that one of it does not keep all from their due."""

    ACTION = "action"
    PERSON = "person"
    PLAN = "plan"
    DIGEST = "digest"
    MESSAGE = "message"
    TASK = "task"  # a part of the work by its own name: the rounds, say


class Subject(NamedTuple):
    """What could not be looked after; ``name`` is its ref, Person.id, key, or series.

    Nothing of it is what people wrote: it goes into the log.
    """

    what: What
    name: str
    plan: str | None = None


class Fault(NamedTuple):
    """A fault of ours with one subject: ``error`` is its type, and ``where`` the line of code."""

    subject: Subject
    error: str
    where: str
    first: datetime
    last: datetime
    times: int = 1

    @property
    def again(self) -> datetime:
        """When it is tried again: after twice as long each time."""
        pause: timedelta = FIRST_PAUSE * (1 << min(self.times - 1, 20))
        return self.last + min(pause, LONGEST_PAUSE)

    @property
    def past(self) -> datetime:
        """From when on it is over, if it was not met again."""
        return self.again + FORGOTTEN_AFTER

    def met_again(self, error: str, where: str, now: datetime) -> "Fault":
        return self._replace(error=error, where=where, last=now, times=self.times + 1)


def told_in(today: date) -> str:
    """The week for which a fault is told: once in each, whichever process tells it."""
    return f"{today:%G-W%V}"


def in_a_sentence(faults: Collection[Fault]) -> str | None:
    """How many of what could not be looked after, for whoever runs the bot; None if all could."""
    counts = {what: sum(each.subject.what is what for each in faults) for what in What}
    told = [_counted(count, what) for what, count in counts.items() if count]
    if not told:
        return None
    return f"I could not look after {' and '.join(told)}: the log says why under not_looked_after."


def _counted(count: int, what: What) -> str:
    many = "people" if what is What.PERSON else f"{what}s"
    return f"{count} {what if count == 1 else many}"
