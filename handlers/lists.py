"""Lists of actions: mine, overdue, due in a period, somebody's."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter

from domain.conversation import Items, Part
from domain.events import Tracked
from domain.intents import Asked, Query
from domain.names import folded, slug
from domain.parts import part_named
from domain.people import standing_of
from domain.summary import DUE_SOON, QUIET_AFTER, Scope, quiet
from handlers.coming_round import comes_round, unanswered, unanswered_line
from handlers.days import day, local_day
from handlers.lines import line, urgency
from handlers.outcome import Outcome
from handlers.scene import Scene
from handlers.status import before_reading, past

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SHOWN = 20  # as many as fit on a screen or two of a phone


async def mine(wish: Query, scene: Scene) -> Outcome:
    """What the person answers for and has not finished, the most urgent first."""
    own: list[Tracked] = []
    covered: list[Tracked] = []
    for each in _asked_for(wish, _open(await _within(wish, scene)), scene):
        if scene.standing.owns(each.action.owners):
            own.append(each)
        elif scene.standing.covers & set(map(folded, each.action.owners)):
            covered.append(each)
    when = _when(wish, scene)
    summary = f"You have no open actions{when}."
    if own:
        summary = f"You have {_number(own)} open{' and' if when else ''}{when}."
    parts = [
        *_items("", own, scene, owners=False),
        *_items("While others are away", covered, scene),
    ]
    return Outcome(summary=summary, parts=tuple(parts))


def _asked_for(wish: Query, tracked: Sequence[Tracked], scene: Scene) -> Sequence[Tracked]:
    """Those due in the period that was named, what is late already among them; else all."""
    if wish.start is None and wish.end is None:
        return tracked
    start, end = wish.start or date.min, wish.end or date.max
    return [each for each in tracked if _falls(each, start, end, scene)]


def _when(wish: Query, scene: Scene) -> str:
    """The period that was named: " due from Mon 1 March to Wed 31 March"."""
    start = f" from {day(wish.start, scene.today)}" if wish.start else ""
    end = f" {'to' if start else 'by'} {day(wish.end, scene.today)}" if wish.end else ""
    return f" due{start}{end}" if start or end else ""


async def overdue(wish: Query, scene: Scene) -> Outcome:
    """What has passed its date and is not complete, the longest late first; now or as at a day.

    Of recurring work that is each occurrence which passed unanswered.
    """
    tracked, today = await _within(wish, scene), wish.as_at or scene.today
    if wish.as_at:
        tracked = await past(tracked, wish.as_at, scene)
    late = [each for each in tracked if each.state.late(today)]
    passed = unanswered(tracked, today, scene)
    lines = [(urgency(each), line(each, today, scene.person)) for each in late]
    lines += [((each.day, each.day), unanswered_line(each, today, scene)) for each in passed]
    ordered = [item for _, item in sorted(lines, key=itemgetter(0))]
    items = Items(items=tuple(ordered[:SHOWN]), more=max(len(ordered) - SHOWN, 0))
    return Outcome(
        summary=f"{_overdue([*late, *(each.tracked for each in passed)], wish, scene)}.",
        parts=(*([items] if ordered else []), *before_reading(scene, wish.as_at)),
    )


def _overdue(late: Sequence[Tracked], wish: Query, scene: Scene) -> str:
    """ "2 actions overdue in Feeling Safe", "Nothing was overdue as at Sun 31 January"."""
    where = _where(wish, scene)
    if wish.as_at is None:
        return f"{_number(late)} overdue{where}" if late else f"Nothing is overdue{where}"
    when = f"as at {day(wish.as_at, scene.today)}"
    return (
        f"{_number(late)} overdue{where} {when}" if late else f"Nothing was overdue{where} {when}"
    )


async def silent(wish: Query, scene: Scene) -> Outcome:
    """What nobody has spoken about since a day, longest first.

    If none is named, for 30 days; or since the plan was read, where that is less.
    """
    opened = _open(await _within(wish, scene))
    found = [each for each in opened if _unspoken(each, wish.start, scene)]
    where = _where(wish, scene)
    since = _since(wish.start, scene)
    if not opened:
        return Outcome(summary=f"No action{where} is open.")
    if not found:
        time = since or "in the last 30 days"
        return Outcome(summary=f"Every open action{where} has had a word {time}.")
    have = "has" if len(found) == 1 else "have"
    number = f"{len(found)} of {len(opened)} open actions{where} {have}"
    return Outcome(
        summary=f"{number} had no word {since or 'for 30 days'}.",
        parts=tuple(_items("", found, scene, order=_last_word)),
    )


def _since(start: date | None, scene: Scene) -> str:
    """From when on it was listened for; "" for the last 30 days."""
    if start:
        return f"since {day(start, scene.today)}"
    read_at = scene.plan.read_at
    if read_at is None or read_at < scene.now - QUIET_AFTER:
        return ""
    return f"since the plan was read on {day(local_day(read_at, scene.person), scene.today)}"


def _unspoken(tracked: Tracked, since: date | None, scene: Scene) -> bool:
    at = tracked.state.at
    if at is None or since is None:
        return at is None or quiet(tracked.state, None, scene.now)
    return local_day(at, scene.person) < since


def _last_word(tracked: Tracked) -> tuple[datetime, date]:
    """The longest without a word first; of those that never had one, what was promised first."""
    return tracked.state.at or LONG_AGO, urgency(tracked)[0]


async def due(wish: Query, scene: Scene) -> Outcome:
    """What is to be finished in a period (the next fortnight if none is named), or has a stage."""
    start = wish.start or scene.today
    end = wish.end or max(start, scene.today) + DUE_SOON
    found = [each for each in _open(await _within(wish, scene)) if _falls(each, start, end, scene)]
    when = f"from {day(start, scene.today)} to {day(end, scene.today)}{_where(wish, scene)}"
    summary = f"{_number(found)} due {when}." if found else f"Nothing is due {when}."
    return Outcome(summary=summary, parts=tuple(_items("", found, scene)))


async def owner(wish: Query, scene: Scene) -> Outcome:
    """What somebody else answers for, as a person or through a post; or what nobody does."""
    name = wish.owner
    if name is None:
        return await _unowned(wish, scene)
    held = _answers_to(name, scene)
    found = [each for each in await _within(wish, scene) if held(each.action.owners)]
    if not found:
        return Outcome(summary=f"No action in the plan names “{name}” as its owner.")
    return Outcome(
        summary=f"{name} has {_number(found)}, {len(_open(found))} of them open.",
        parts=tuple(_items("", _open(found), scene)),
    )


async def _unowned(wish: Query, scene: Scene) -> Outcome:
    """The open actions for which the plan names nobody."""
    opened = _open(await _within(wish, scene))
    found = [each for each in opened if not each.action.owners]
    where = _where(wish, scene)
    if not found:
        return Outcome(summary=f"Every open action{where} has an owner.")
    has = "has" if len(found) == 1 else "have"
    return Outcome(
        summary=f"{_number(found)}{where} {has} no owner.", parts=tuple(_items("", found, scene))
    )


LISTS = {
    Asked.MINE: mine,
    Asked.OVERDUE: overdue,
    Asked.SILENT: silent,
    Asked.DUE: due,
    Asked.OWNER: owner,
}


def _answers_to(name: str, scene: Scene) -> Callable[[Iterable[str]], bool]:
    person = scene.directory.named(name)
    if person:
        return standing_of(person, scene.directory, scene.now).owns
    return lambda owners: folded(name) in map(folded, owners)


async def _within(wish: Query, scene: Scene) -> Sequence[Tracked]:
    scope = Scope(plan=scene.plan.key)
    tracked = await scene.unit.actions.within(scope)
    if not (wish.section or wish.group):
        return tracked
    part = part_named(wish.section or wish.group or "", scene.plan, tracked)
    return [part] if isinstance(part, Tracked) else [each for each in tracked if part.holds(each)]


def _open(tracked: Iterable[Tracked]) -> list[Tracked]:
    return sorted((each for each in tracked if not each.state.finished), key=urgency)


def _falls(tracked: Tracked, start: date, end: date, scene: Scene) -> bool:
    """Whether the action, an open stage or an occurrence of it is to be finished in the period."""
    state = tracked.state
    stages = [m.end for m in tracked.action.due.milestones if m.label not in state.done]
    days = [when for when in (state.accepted, state.forecast, *stages) if when]
    if any(start <= when <= end for when in days):
        return True
    return comes_round(tracked, start, end, scene)


def _items(
    heading: str,
    tracked: Sequence[Tracked],
    scene: Scene,
    owners: bool = True,
    order: Callable[[Tracked], tuple[date, date]] = urgency,
) -> list[Part]:
    if not tracked:
        return []
    ordered = sorted(tracked, key=order)
    shown = tuple(line(each, scene.today, scene.person, owners) for each in ordered[:SHOWN])
    return [Items(heading=heading, items=shown, more=len(ordered) - len(shown))]


def _number(tracked: Sequence[Tracked]) -> str:
    return "1 action" if len(tracked) == 1 else f"{len(tracked)} actions"


def _where(wish: Query, scene: Scene) -> str:
    """Which part was asked about, by the name that the plan has for it."""
    said = wish.section or wish.group
    if not said:
        return ""
    names = {each.slug: each.name for each in scene.plan.sections}
    return f" in {names.get(slug(said), said)}"
