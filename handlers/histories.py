"""What was said: about one action from the beginning, or about a part of the plan since a day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from domain.conversation import Item, Items, Part
from domain.events import Event, EventKind, Tracked, live
from domain.intents import Query
from domain.parts import part_named
from domain.rights import Capacity
from domain.summary import Scope, bucket
from handlers.days import day, local_day, short_day
from handlers.lines import DROPPED, MARKS, dates, of_a_stage, standing
from handlers.outcome import Outcome
from handlers.scene import Scene
from handlers.status import end_of, past

SHOWN = 20
WEEK = timedelta(days=7)


async def history(wish: Query, scene: Scene) -> Outcome:
    """Every word about an action, oldest first, with who said it, when and in which role."""
    tracked = await scene.unit.actions.get(scene.plan.key, wish.ref or "")
    events = await scene.unit.events.about(scene.plan.key, tracked.action.ref)
    standing_ids = {event.id for event in live(events)}
    items = [_in_the_plan(tracked, scene)]
    items += [_entry(each, each.id in standing_ids, scene) for each in events]
    return Outcome(
        summary=f"{tracked.action.ref} {tracked.action.text}: {_times(events)}.",
        parts=(Items(items=tuple(items)),),
    )


async def changes(wish: Query, scene: Scene) -> Outcome:
    """What has changed in a time, a line for each action (the last week if none is named)."""
    start, end = wish.start or scene.today - WEEK, wish.end
    since = datetime.combine(start, time(), tzinfo=scene.person.timezone).astimezone(UTC)
    tracked = await _within(wish, scene)
    until = end_of(end, scene) if end else None
    if end:
        tracked = await past(tracked, end, scene)
    events = await scene.unit.events.between(scene.plan.key, since, until)
    items = [_change(each, events, end or scene.today, scene) for each in tracked]
    shown = [item for item in items if item]
    has, when = _in_time(start, end, len(shown), scene)
    if not shown:
        return Outcome(summary=f"Nothing {has} {when}.")
    number = "1 action" if len(shown) == 1 else f"{len(shown)} actions"
    part: Part = Items(items=tuple(shown[:SHOWN]), more=max(len(shown) - SHOWN, 0))
    return Outcome(summary=f"{number} {has} {when}.", parts=(part,))


def _in_time(start: date, end: date | None, count: int, scene: Scene) -> tuple[str, str]:
    """ "Has changed", and since when; "changed", and when, of a time that is over."""
    first = day(start, scene.today)
    if end is None:
        return "has changed" if count < 2 else "have changed", f"since {first}"
    return "changed", f"on {first}" if end == start else f"from {first} to {day(end, scene.today)}"


async def _within(wish: Query, scene: Scene) -> Sequence[Tracked]:
    tracked = await scene.unit.actions.within(Scope(plan=scene.plan.key))
    part = part_named(wish.section or wish.group or wish.ref or "", scene.plan, tracked)
    return [part] if isinstance(part, Tracked) else [each for each in tracked if part.holds(each)]


def _in_the_plan(tracked: Tracked, scene: Scene) -> Item:
    first = Tracked(action=tracked.action, state=tracked.state.origin)
    where = str(tracked.action.source)
    return Item(
        ref="",
        title="In the plan",
        standing=first.state.status.words if first.state.status else "",
        detail=" · ".join([*dates(first, first.state.first or scene.today), where]).strip(" ·"),
    )


def _entry(event: Event, stands: bool, scene: Scene) -> Item:
    when = short_day(local_day(event.at, scene.person), scene.today)
    role = "" if event.capacity is Capacity.OWNER else f", {event.capacity.value}"
    return Item(
        ref="",
        title=when,
        standing=_what(event, scene),
        detail="" if stands or event.kind is EventKind.UNDONE else "taken back later",
        quote=event.change.note or event.words,
        said=f"{event.by_name}{role}",
    )


def _what(event: Event, scene: Scene) -> str:
    """Our reading of what was said, in a few words."""
    change = event.change
    match event.kind:
        case EventKind.UNDONE:
            return "took it back"
        case EventKind.SNOOZED:
            return (
                f"not to be asked before {day(change.until, scene.today)}" if change.until else ""
            )
        case EventKind.REASSIGNED:
            return f"said to be {change.to}’s" if change.to else "said to be somebody else’s"
        case EventKind.DISOWNED:
            return "said not to be theirs"
        case EventKind.REBASED:
            return f"new date accepted: {_date(event, scene)}"
        case EventKind.REPRINTED:
            return f"the plan was read again: {_reread(event, scene)}"
        case EventKind.DROPPED:
            return DROPPED
        case EventKind.RENUMBERED:
            return "the plan was read again with different numbers"
        case EventKind.UPDATED:
            return _said(event, scene)


def _reread(event: Event, scene: Scene) -> str:
    back = event.before is not None and event.before.dropped
    return f"back in it, {_said(event, scene)}" if back else _said(event, scene)


def _said(event: Event, scene: Scene) -> str:
    change = event.change
    said = [f"“{change.milestone}” reached"] if change.milestone else []
    if change.slipping:
        said = [of_a_stage(change)]
    elif change.status and not change.milestone:
        said.append(change.status.words)
    if change.percent is not None:
        said.append(f"{change.percent} %")
    if change.forecast:
        said.append(f"now {_date(event, scene)}")
    if change.undated:
        said.append("no date any more")
    return ", ".join(said) or "noted"


def _date(event: Event, scene: Scene) -> str:
    return day(event.change.forecast, scene.today) if event.change.forecast else "none"


def _change(tracked: Tracked, events: Sequence[Event], today: date, scene: Scene) -> Item | None:
    """How an action stood just before the first of what was said of it, and how it does after."""
    about = [each for each in events if each.ref == tracked.action.ref]
    standing_events = live(about)
    if not standing_events:
        return None
    last, first = standing_events[-1], about[0]
    was = standing(first.before, local_day(first.at, scene.person)) if first.before else ""
    now = standing(tracked.state, today)
    return Item(
        ref=tracked.action.ref,
        title=tracked.action.text,
        mark=MARKS[bucket(tracked.state, today)],
        standing=now if was in ("", now) else f"{was} → {now}",
        detail=" · ".join(dates(tracked, today)),
        quote=last.change.note or last.words,
        said=f"{last.by_name}, {short_day(local_day(last.at, scene.person), scene.today)}",
    )


def _times(events: Sequence[Event]) -> str:
    return {0: "nothing said yet", 1: "said once"}.get(len(events), f"said {len(events)} times")
