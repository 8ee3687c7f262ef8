"""Putting what was said on the record: rights first, then the event, then the state."""

from collections.abc import Sequence

from domain.events import (
    ActionState,
    Change,
    Event,
    EventKind,
    Tracked,
    changed,
    origin_of,
    standing,
    state_after,
)
from domain.people import Person
from domain.problems import NothingToUndo, NotYours
from domain.rights import Capacity, may_undo, may_update
from domain.work import Action
from handlers.scene import Scene


async def record(
    ref: str, kind: EventKind, change: Change, scene: Scene, capacity: Capacity | None = None
) -> Event:
    """Keep what was said about an action. Raise NotYours where it is not this person's.

    With a ``capacity`` it has been decided before that they may, and as what.
    """
    tracked = await scene.unit.actions.get(scene.plan.key, ref)
    capacity = capacity or _allowed(tracked.action, scene)
    event = _event(tracked, kind, change, capacity, scene)
    event = event.model_copy(update={"after": changed(tracked.state, event)})
    return await _keep(event, scene)


async def take_back(event: Event, scene: Scene) -> Event:
    """Undo one event by another.

    Raise NothingToUndo where it is not this person's to undo, or has been undone already: a second
    undo of the same would outlive the first one's being put right.
    """
    if not may_undo(scene.standing, event.by):
        raise NothingToUndo
    scene = await scene.of_plan(event.plan)
    about = await scene.unit.events.about(event.plan, event.ref)
    if event.id not in {each.id for each in standing(about)}:
        raise NothingToUndo
    tracked = await scene.unit.actions.get(event.plan, event.ref)
    if event.change.owners:
        owners = {"owners": event.change.owners}
        await scene.unit.actions.put(event.plan, [tracked.action.model_copy(update=owners)])
    undo = _event(tracked, EventKind.UNDONE, Change(), _capacity(tracked.action, scene), scene)
    undo = undo.model_copy(update={"undoes": event.id})
    after = _state_without(event, tracked, about)
    return await _keep(undo.model_copy(update={"after": after}), scene)


def _state_without(event: Event, tracked: Tracked, events: Sequence[Event]) -> ActionState:
    undo = event.model_copy(
        update={
            "id": max(each.id or 0 for each in events) + 1,
            "kind": EventKind.UNDONE,
            "undoes": event.id,
        }
    )
    return state_after(origin_of(tracked.state, events), [*events, undo])


async def _keep(event: Event, scene: Scene) -> Event:
    kept = await scene.unit.events.append(event)
    if kept.after is not None:
        await scene.unit.actions.settle(kept.plan, kept.ref, kept.after)
    return kept


def _event(
    tracked: Tracked, kind: EventKind, change: Change, capacity: Capacity, scene: Scene
) -> Event:
    return Event(
        plan=scene.plan.key,
        ref=tracked.action.ref,
        kind=kind,
        at=scene.now,
        by=scene.person.id,
        by_name=scene.person.name,
        capacity=capacity,
        where=scene.said.where,
        message=scene.said.message,
        words=scene.said.words,
        change=change,
        before=tracked.state,
    )


def _allowed(action: Action, scene: Scene) -> Capacity:
    capacity = _capacity(action, scene)
    if capacity is Capacity.NONE:
        raise NotYours(action.ref, action.owners, [each.name for each in people(action, scene)])
    return capacity


def _capacity(action: Action, scene: Scene) -> Capacity:
    return may_update(scene.standing, action, scene.plan).capacity


def people(action: Action, scene: Scene) -> Sequence[Person]:
    """Who can be asked about an action today: its owners and the holders of its posts."""
    found = [
        person for owner in action.owners for person in scene.directory.behind(owner, scene.today)
    ]
    return list(dict.fromkeys(found))
