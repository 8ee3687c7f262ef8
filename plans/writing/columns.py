"""A plan with its present state as rows of a table, whatever file they are written to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.events import Tracked
from domain.work import Action, Period, Plan
from plans.meaning.owners import Known
from plans.writing.dates import day, due_words
from plans.writing.names import BETWEEN, known_in, lead_and_support

HEADINGS = (
    "Ref",
    "Section",
    "Group",
    "Action",
    "By when",
    "Lead",
    "Support",
    "Partnership group",
    "Resource",
    "Success criteria",
    "Status",
    "Share done",
    "First date",
    "Accepted date",
    "Forecast",
    "Last words",
    "Said by",
    "Said on",
)

type Value = str | date


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands above the table, and the table: as many values in each row as headings."""

    lines: Sequence[str]
    rows: Sequence[tuple[Value, ...]]


def sheet_of(plan: Plan, tracked: Sequence[Tracked]) -> Sheet:
    """The plan's title and days, and a row for each action."""
    lines = [plan.title]
    if plan.period:
        lines.append(f"{day(plan.period.start)} to {day(plan.period.end)}")
    known = known_in(each.action for each in tracked)
    return Sheet(lines, [tuple(_row(each, plan.period, known)) for each in tracked])


def _row(tracked: Tracked, period: Period | None, known: Known) -> Iterator[Value]:
    action, state = tracked.action, tracked.state
    yield from (action.ref, action.section or "", action.group or "", action.text)
    yield due_words(action, period)
    yield from lead_and_support(action, known)
    yield BETWEEN.join(action.partnership_groups)
    yield action.resource
    yield "\n".join(action.success)
    yield _status(action, tracked)
    yield "" if state.percent is None else f"{state.percent} %"
    yield state.first or ""
    yield state.accepted or ""
    yield state.forecast or ""
    yield state.words
    yield state.by
    yield state.at.date() if state.at else ""


def _status(action: Action, tracked: Tracked) -> str:
    """As printed while nobody has said otherwise."""
    status = tracked.state.status
    if status is action.status and action.status_text:
        return action.status_text
    return status.words if status else ""
