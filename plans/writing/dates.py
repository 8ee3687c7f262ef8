"""The date of an action in words that read back to the same date."""

from collections.abc import Callable
from datetime import date

from domain.work import Action, Due, DueKind, Period
from plans.meaning.due import due_of
from plans.meaning.spans import Calendar


def due_words(action: Action, period: Period | None) -> str:
    """What the plan prints, or plain words where that alone would be read as another date.

    It may have stood in two columns, or month first, or under a year that the plan prints once.
    """
    calendar = Calendar(period)
    stages = [f"{stage.label}: {day(stage.end)}" for stage in action.due.milestones]
    ways = (action.due_text, "; ".join(stages), "\n".join(stages), _whole(action.due))
    read = [(words, due_of(words, calendar) or Due()) for words in ways]
    same: tuple[Callable[[Due], bool], ...] = (
        lambda due: due == action.due,
        lambda due: (due.kind, due.end) == (action.due.kind, action.due.end),
    )
    found = (words for test in same for words, due in read if test(due))
    return next(found, action.due_text)


def day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _whole(due: Due) -> str:
    start = day(due.start) if due.start else ""
    end = day(due.end) if due.end else ""
    match due.kind:
        case DueKind.BY:
            return end
        case DueKind.FROM:
            return f"from {start}"
        case DueKind.WINDOW:
            return f"{start} to {end}" if start else end
        case DueKind.ONGOING:
            return "ongoing"
        case DueKind.RECURRING:
            every = due.every.value if due.every else "regularly"
            return f"{every} until {end}" if end else every
        case DueKind.SEE:
            return f"see {', '.join(due.see)}"
        case DueKind.NONE:
            return ""
