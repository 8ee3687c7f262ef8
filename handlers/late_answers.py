"""Saying that an answer has come after its reporting round had closed: it is taken, marked late."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from domain.events import Event
from domain.people import LONDON
from domain.rounds import ANSWERS, Round, Stage, returns_of, rounds_in
from handlers import round_wording
from handlers.outcome import Outcome
from handlers.scene import Scene

LATELY = timedelta(days=30)  # after it closed: later it is news of the action, and no answer


async def marked_late(outcomes: Iterable[Outcome], scene: Scene) -> list[str]:
    """A sentence for each round that some of these were a late answer to."""
    ids = [each.event for each in outcomes if each.event is not None]
    closed = await _closed_lately(scene) if ids else []
    if not closed:
        return []
    events = [event for id in ids if (event := await scene.unit.events.get(id))]
    return [told for held in closed if (told := await _told(held, events, scene))]


async def _closed_lately(scene: Scene) -> list[Round]:
    every = rounds_in(await scene.unit.instructions.all())
    return [
        each
        for each in every
        if each.stage(scene.today, LONDON) is Stage.CLOSED
        and scene.today - each.closed_on(LONDON) <= LATELY
    ]


async def _told(held: Round, events: Sequence[Event], scene: Scene) -> str:
    late = [each.ref for each in events if await _is_late(each, held, scene)]
    if not late:
        return ""
    plan = await scene.unit.plans.get(held.scope.plan)
    return round_wording.marked_late(held, plan, late, held.closed_on(LONDON), scene.today)


async def _is_late(event: Event, held: Round, scene: Scene) -> bool:
    """Whether this is the first word about an action that the round had asked for."""
    if event.kind not in ANSWERS or event.plan != held.scope.plan:
        return False
    tracked = await scene.unit.actions.get(event.plan, event.ref)
    if not held.scope.holds(tracked):
        return False
    about = await scene.unit.events.about(event.plan, event.ref)
    found = returns_of(held, [tracked], about, LONDON).late
    return any(each.first and each.first.id == event.id for each in found)
