"""A line about an action: where it stands, which dates it has had, and what was last said."""

from collections.abc import Mapping
from datetime import date

from domain.conversation import Item, Mark, Tally
from domain.events import ActionState, Change, Tracked
from domain.people import Person
from domain.summary import Bucket, bucket
from domain.work import Due, DueKind, Status
from handlers.days import day, days, local_day, short_day, times

MARKS = {
    Bucket.COMPLETE: Mark.DONE,
    Bucket.ON_TRACK: Mark.GOOD,
    Bucket.AT_RISK: Mark.RISK,
    Bucket.LATE: Mark.LATE,
    Bucket.NO_WORD: Mark.SILENT,
    Bucket.CANCELLED: Mark.STOPPED,
}
NO_WORD = "no word yet"
WILL_BE_LATE = "will be late"
DROPPED = "dropped from the plan"
COUNTED = {  # what the number of each bucket is a number of
    Bucket.COMPLETE: "complete",
    Bucket.ON_TRACK: "on track",
    Bucket.AT_RISK: "at risk",
    Bucket.LATE: "late or delayed",
    Bucket.NO_WORD: "not started or no word yet",
    Bucket.CANCELLED: "cancelled",
}


def tally_of(counts: Mapping[Bucket, int]) -> Tally:
    """The bar: how many stand how, with their words."""
    return Tally(counts=tuple((MARKS[each], COUNTED[each], counts[each]) for each in Bucket))


def line(tracked: Tracked, today: date, reader: Person, owners: bool = True) -> Item:
    """Show an action to ``reader``: who has it, its dates, and the last words about it."""
    action, state = tracked.action, tracked.state
    whose = [" / ".join(action.owners) or "no owner"] if owners else []
    return Item(
        ref=action.ref,
        title=action.text,
        mark=MARKS[bucket(state, today)],
        standing=standing(state, today),
        detail=" · ".join([*whose, *dates(tracked, today)]),
        quote=state.words,
        said=said(state, today, reader),
    )


def named(tracked: Tracked) -> str:
    """An action by its number and title."""
    return f"{tracked.action.ref} {tracked.action.text}"


def urgency(tracked: Tracked) -> tuple[date, date]:
    """What open actions are put in order by: what was promised first comes first."""
    state = tracked.state
    return state.accepted or date.max, state.expected or date.max


def standing(state: ActionState, today: date) -> str:
    """The status in words: what the owner declared, and late where the date has passed."""
    if state.dropped:
        return DROPPED
    told = declared(state.status, state.percent)
    if not state.late(today):
        return told or NO_WORD
    if state.status in (None, Status.DELAYED):
        return ", ".join(filter(None, ["late", share(state.percent)]))
    return f"late, declared {told}"


def declared(status: Status | None, percent: int | None) -> str:
    """What is said of an action, with how much of it is done: "in progress, 40 %"."""
    words = WILL_BE_LATE if status is Status.DELAYED else status.words if status else ""
    return ", ".join(filter(None, [words, share(percent)]))


def share(percent: int | None) -> str:
    return "" if percent is None else f"{percent} %"


def stands(ref: str, standing: str) -> str:
    """The status of an action as a sentence without its full stop: “7.3 is on track”."""
    if standing == NO_WORD:
        return f"There is no word about {ref} yet"
    return f"{ref} {standing}" if standing.startswith(WILL_BE_LATE) else f"{ref} is {standing}"


def dates(tracked: Tracked, today: date) -> list[str]:
    """The dates in words: what was promised first and what is expected now."""
    state = tracked.state
    if state.finished:
        return []
    if state.accepted is None:
        now = [f"expected {day(state.forecast, today)}"] if state.forecast else _undated(tracked)
        return [*now, *_first(state, today)]
    if state.forecast is not None and state.forecast != state.accepted:
        return [_moved(state, state.accepted, state.forecast, today)]
    if state.accepted < today:
        late = days((today - state.accepted).days)
        return [f"was due {day(state.accepted, today)}, {late} late", *_first(state, today)]
    return [f"due {day(state.accepted, today)}", *_first(state, today)]


def _first(state: ActionState, today: date) -> list[str]:
    """What was promised first, where another date has been accepted since, or none is left."""
    if state.first in (None, state.accepted):
        return []
    assert state.first is not None
    return [f"first date {day(state.first, today)}"]


def _moved(state: ActionState, accepted: date, forecast: date, today: date) -> str:
    """From the first date to what is expected now; and the date that it is held to."""
    first = state.first or accepted
    slip = (forecast - first).days
    how = f"{slip:+d} {'day' if abs(slip) == 1 else 'days'}, {times(state.moves)}"
    held = f", accepted for {short_day(accepted, today)}" if accepted != first else ""
    return f"was {short_day(first, today)}{held}, now {day(forecast, today)} ({how})"


def _undated(tracked: Tracked) -> list[str]:
    due = tracked.action.due
    match due.kind:
        case DueKind.FROM if due.start:
            return [f"from {due.start.day} {due.start:%B %Y}"]
        case DueKind.ONGOING:
            return ["ongoing, no end date"]
        case DueKind.RECURRING:
            return [_recurring(due)]
        case DueKind.SEE:
            return [f"see {', '.join(due.see)}"]
        case _:
            return [f"“{tracked.action.due_text}”" if tracked.action.due_text else "no date"]


def _recurring(due: Due) -> str:
    every = due.every.value if due.every else "comes round regularly"
    return f"{every}, until {due.end.day} {due.end:%B %Y}" if due.end else every


def said(state: ActionState, today: date, reader: Person) -> str:
    """Who said the last words, and on which day of the reader's."""
    if state.at is None:
        return ""
    return f"{state.by}, {short_day(local_day(state.at, reader), today)}"


def of_a_stage(change: Change) -> str:
    """What was said of a stage that is expected on another day, in a few words."""
    reached = f"“{change.milestone}” reached, " if change.milestone else ""
    late = "will be late" if change.status is Status.DELAYED else "expected in time"
    return f"{reached}“{change.slipping}” {late}"
