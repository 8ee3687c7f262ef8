"""Recurring work in lists: what came round and is over without a word about it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from domain.ahead import open_occurrences
from domain.calendar import DAY
from domain.conversation import Item, Mark
from domain.events import ActionState, Tracked
from domain.occurrences import Occurrence
from handlers.days import days, local_day, short_day
from handlers.lines import NO_WORD, line, standing
from handlers.scene import Scene

YEAR = timedelta(days=366)
NAMED = 3  # occurrences of one action; how many more there are is counted


class Unanswered(NamedTuple):
    """An action and its occurrences that are over and were not answered, the earliest first."""

    tracked: Tracked
    occurrences: tuple[Occurrence, ...]

    @property
    def day(self) -> date:
        """Since when it has been overdue."""
        return self.occurrences[0].end


def unanswered(tracked: Iterable[Tracked], today: date, scene: Scene) -> list[Unanswered]:
    """Those of the actions that have such occurrences; none from before the plan was read."""
    if scene.plan.read_at is None:
        return []
    read = local_day(scene.plan.read_at, scene.person)
    period = scene.plan.period
    found = (
        Unanswered(each, open_occurrences(each, period, read, today - DAY)) for each in tracked
    )
    return [each for each in found if each.occurrences]


def unanswered_line(each: Unanswered, today: date, scene: Scene, owners: bool = True) -> Item:
    """The action, and which of its occurrences are overdue for how long."""
    shown = line(each.tracked, today, scene.person, owners)
    named = [_overdue(found, today) for found in each.occurrences[:NAMED]]
    more = len(each.occurrences) - len(named)
    detail = [shown.detail, *named, f"and {more} more" if more else ""]
    return shown.model_copy(
        update={
            "mark": Mark.LATE,
            "standing": _late(each.tracked.state, today),
            "detail": " · ".join(filter(None, detail)),
        }
    )


def comes_round(tracked: Tracked, first: date, last: date, scene: Scene) -> bool:
    """Whether an occurrence is to be answered in a period, or was and is not, as far as a year on.

    What was over when the plan was read is not asked about.
    """
    read_at = scene.plan.read_at
    read = local_day(read_at, scene.person) if read_at else scene.today
    until = min(last, scene.today + YEAR)
    return bool(open_occurrences(tracked, scene.plan.period, max(first, read), until))


def _overdue(found: Occurrence, today: date) -> str:
    due = short_day(found.end, today)
    return f"{found.label} was due {due}, {days((today - found.end).days)} late"


def _late(state: ActionState, today: date) -> str:
    declared = standing(state, today)
    return "late" if declared == NO_WORD else f"late, declared {declared}"
