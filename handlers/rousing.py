"""Letting actions be looked at again when it has changed who can be asked about them."""

from collections.abc import Iterable
from datetime import datetime

from domain.names import folded
from domain.people import Person, standing_of
from domain.ports import UnitOfWork
from domain.summary import Scope, answering_to
from handlers.scene import Scene


async def rouse_of(person: Person, unit: UnitOfWork, now: datetime) -> None:
    """All that a person may be asked about: their own, their posts', and what they cover for."""
    directory = await unit.people.directory()
    standing = standing_of(person, directory, now)
    await rouse_owned_by(standing.names | standing.posts | standing.covers, unit)


async def rouse_owned_by(owners: Iterable[str], unit: UnitOfWork) -> None:
    """The actions of all plans that one of these owns, as person or post."""
    names = set(map(folded, owners))
    for plan in await unit.plans.all():
        tracked = await unit.actions.within(Scope(plan=plan.key))
        theirs = (each.action for each in tracked if names & set(map(folded, each.action.owners)))
        await unit.actions.wake(plan.key, {action.ref: None for action in theirs})


async def rouse_group(name: str, unit: UnitOfWork) -> None:
    """All that answers to a partnership group: somebody else is to be told of it."""
    for plan in await unit.plans.all():
        await unit.actions.rouse(answering_to(name, plan))


async def rouse_everything(unit: UnitOfWork) -> None:
    for plan in await unit.plans.all():
        await unit.actions.rouse(Scope(plan=plan.key))


async def look_at_own_again(scene: Scene) -> None:
    """Let what the person is asked or told about be looked at: when that is has changed."""
    standing = scene.standing
    if standing.administrator:
        return await rouse_everything(scene.unit)
    for group in standing.chairs:
        await rouse_group(group, scene.unit)
    await rouse_owned_by(standing.names | standing.posts | standing.covers, scene.unit)
