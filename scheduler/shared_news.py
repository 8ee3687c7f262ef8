"""An update by one owner counts for all: the others hear of it with their next message."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from domain.concerns import Concern, said_about
from domain.conversation import Items, Kind
from domain.events import Event, EventKind, Tracked, live
from domain.people import Person
from domain.ports import UnitOfWork
from handlers.lines import line
from scheduler.office import Office

TOLD_WITHIN = timedelta(days=14)
HEADING = "Said by others about what you share"


async def shared_news(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
    """A concern of each other owner for the last update of an action that several own."""
    found: list[Concern] = []
    for plan in office.plans:
        said = live(await unit.events.between(plan, office.now - TOLD_WITHIN, office.now))
        last = {each.ref: each for each in said if each.kind is EventKind.UPDATED}
        for tracked in await unit.actions.of(plan, last) if last else ():
            if len(tracked.action.owners) > 1:
                found += _of(tracked, last[tracked.action.ref], plan, office)
    return found


def _of(tracked: Tracked, event: Event, plan: str, office: Office) -> Iterator[Concern]:
    ref = tracked.action.ref
    for reader in _owners(tracked, office):
        if reader.id != event.by:
            yield Concern(
                person=reader.id,
                kind=Kind.NOTICE,
                once=said_about(plan, ref, event.id),
                plan=plan,
                parts=(Items(heading=HEADING, items=(line(tracked, office.today, reader),)),),
                about=(ref,),
                aside=True,
            )


def _owners(tracked: Tracked, office: Office) -> Iterator[Person]:
    found = [
        person
        for each in tracked.action.owners
        for person in office.reach.behind(each, office.today)
    ]
    yield from dict.fromkeys(found)
