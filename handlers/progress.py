"""People reporting on their actions."""

from datetime import date

from domain.calendar import DAY, within_reach
from domain.conversation import Choice, Item
from domain.events import ActionState, Change, Event, EventKind, Tracked
from domain.intents import Update
from domain.names import folded
from domain.occurrences import answered
from domain.problems import BeyondReach
from domain.shares import told_by
from domain.work import DueKind, Status
from handlers.days import day, days, month_end
from handlers.lines import declared, line, named, of_a_stage, standing
from handlers.outcome import Outcome
from handlers.recording import record
from handlers.scene import Scene

MONTHS_OFFERED = 3
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


async def update(wish: Update, scene: Scene) -> Outcome:
    """Record what was said about one action. Raise BeyondReach for a date no plan speaks of."""
    if wish.forecast and not within_reach(wish.forecast):
        raise BeyondReach(wish.forecast)
    before = await scene.unit.actions.get(scene.plan.key, wish.ref)
    change = Change(**wish.model_dump(exclude={"kind", "ref"})).model_copy(
        update={"milestone": _stage(wish, before, scene), "status": _status(wish, before)}
    )
    event = await record(wish.ref, EventKind.UPDATED, change, scene)
    tracked = await scene.unit.actions.get(scene.plan.key, wish.ref)
    item = recorded(event, tracked, scene)
    return Outcome(
        summary=f"Recorded: {item.ref} {item.standing}.",
        item=item,
        event=event.id,
        choices=(*_dates(change, tracked, scene), *_next(tracked, scene)),
    )


def _status(wish: Update, tracked: Tracked) -> Status | None:
    """The status that is told, or that follows from a share of the work told alone."""
    if wish.status or wish.percent is None:
        return wish.status
    return told_by(wish.percent, tracked.state.counts_as)


def _stage(wish: Update, tracked: Tracked, scene: Scene) -> str | None:
    """The stage that is spoken of, as printed; the occurrence that "complete" answers."""
    due = tracked.action.due
    if wish.milestone is not None:
        said = folded(wish.milestone)
        same = (each.label for each in due.milestones if folded(each.label) == said)
        return next(same, wish.milestone)
    if due.kind is not DueKind.RECURRING or wish.status is not Status.COMPLETE:
        return None
    plan = scene.plan
    found = answered(due, plan.period, tracked.state.done, scene.today, plan.known_since)
    return found.label if found else None


def recorded(event: Event, tracked: Tracked, scene: Scene) -> Item:
    """What was recorded, in our words and in theirs."""
    shown = line(tracked, scene.today, scene.person, owners=False)
    words = event.change.note or event.words
    return shown.model_copy(
        update={
            "standing": _news(event),
            "detail": _explained(event, tracked, scene, shown.detail),
            "quote": words,
            "said": "you said" if event.by == scene.person.id else event.by_name,
        }
    )


def _news(event: Event) -> str:
    change = event.change
    if change.slipping is not None:
        return of_a_stage(change)
    if change.milestone is not None:
        if change.status is Status.COMPLETE:
            return f"“{change.milestone}” complete, thank you"
        status = change.status
        beside = f", {status.words}" if status and status is not Status.IN_PROGRESS else ""
        return f"“{change.milestone}” reached{beside}"
    if change.status is Status.COMPLETE:
        return "complete, thank you"
    told = declared(change.status, change.percent)
    return told or ("new date" if change.forecast else "noted")


def _explained(event: Event, tracked: Tracked, scene: Scene, dates: str) -> str:
    change, before, after = event.change, event.before, event.after
    told = [_was(before, after, scene)]
    if change.status is Status.COMPLETE:
        return " · ".join(filter(None, told))
    if change.slipping is not None:
        told.append(_stage_now(event, tracked, scene))
    elif change.forecast is not None and after is not None and after.first is not None:
        told.append(_forecast(after, scene))
    else:
        told.append(dates)
    return " · ".join(filter(None, told))


def _was(before: ActionState | None, after: ActionState | None, scene: Scene) -> str:
    if before is None or after is None or before.status in (None, after.status):
        return ""
    return f"was: {standing(before, scene.today)}"


def _stage_now(event: Event, tracked: Tracked, scene: Scene) -> str:
    """When the stage is expected, and that the action is due as before."""
    change, due = event.change, tracked.action.due
    day_of = {each.label: each.end for each in due.milestones}
    was = day_of.get(change.slipping or "")
    told = [f"now {day(change.forecast, scene.today)}" if change.forecast else ""]
    told.append(f"was {day(was, scene.today)}" if was else "")
    return ", ".join(filter(None, told))


def _forecast(after: ActionState, scene: Scene) -> str:
    assert after.forecast is not None and after.first is not None
    slip = (after.forecast - after.first).days
    compared = (
        "its first date"
        if slip == 0
        else f"{days(abs(slip))} {'after' if slip > 0 else 'before'} its first date"
    )
    move = ORDINALS.get(after.moves, f"{after.moves}th")
    moved = f" ({move} move)" if after.moves else ""
    return f"now {day(after.forecast, scene.today)}, {compared}{moved}"


def _dates(change: Change, tracked: Tracked, scene: Scene) -> list[Choice]:
    """Where something will be late and nobody has said until when: the next ends of months."""
    if change.status is not Status.DELAYED or change.forecast or change.slipping:
        return []
    first = max(tracked.state.expected or scene.today, scene.today)
    found: list[date] = []
    while len(found) < MONTHS_OFFERED:
        first = month_end(first + DAY)
        found.append(first)
    ref = tracked.action.ref
    return [
        Choice(
            label=f"Now {day(each, scene.today)}",
            says=f"{ref} now {each.day} {each:%B %Y}",
        )
        for each in found
    ]


def _next(tracked: Tracked, scene: Scene) -> tuple[Choice, ...]:
    ref = tracked.action.ref
    change = Choice(label="Change…", form=(ref,), about=named(tracked), plan=scene.plan.key)
    return (change, Choice(label=f"See {ref}", says=f"show {ref}", aside=True))
