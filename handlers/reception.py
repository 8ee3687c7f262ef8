"""The one door: every message from every platform comes through answer()."""

from collections.abc import Sequence
from datetime import datetime

from domain.conversation import LONGEST_MESSAGE, Reply, Request
from domain.events import Tracked
from domain.people import Directory, Person, Standing, standing_of
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import MessageTooLong, Problem, StoreUnavailable
from domain.rights import may_update
from domain.summary import Scope
from domain.work import Plan
from handlers.acting import decide
from handlers.asking import awaited
from handlers.scene import Said, Scene
from handlers.wording import explain
from language.known import KnownPlan
from language.message import Message, Speaker
from language.understand import understand


async def answer(request: Request, open_unit: OpenUnit, clock: Clock) -> Reply | None:
    """Answer one request in one unit of work, or return None if it was answered before.

    What cannot be done is explained, and then nothing but the delivery itself is kept. Raise
    StoreUnavailable where the store cannot be used: the message was not taken, and may come again.
    """
    now = clock.now()
    try:
        async with open_unit(request.workspace) as unit:
            if not await unit.inbox.receive(request, now):
                return None
            reply = await _reply(request, unit, now)
            await unit.inbox.answered(request.id, now)
            await unit.commit()
        return reply
    except StoreUnavailable:
        raise  # an outage is nothing the person can put right, and its words are the operator's
    except Problem as problem:
        await _set_aside(request, open_unit, now)
        return explain(problem)


async def _set_aside(request: Request, open_unit: OpenUnit, now: datetime) -> None:
    """Keep that the delivery was answered, so that its redelivery is not explained again."""
    kept = request.model_copy(update={"text": request.text[:LONGEST_MESSAGE]})
    async with open_unit(request.workspace) as unit:
        await unit.inbox.receive(kept, now)
        await unit.inbox.answered(request.id, now)
        await unit.commit()


async def _reply(request: Request, unit: UnitOfWork, now: datetime) -> Reply:
    if len(request.text) > LONGEST_MESSAGE:
        raise MessageTooLong(len(request.text), LONGEST_MESSAGE)
    person = await unit.people.behind(request.account)
    scene = await set_scene(person, unit, now, _said(request))
    tracked = await unit.actions.within(Scope(plan=scene.plan.key))
    message = Message(
        text=request.text,
        now=now.astimezone(person.timezone),
        about=request.about,
        awaited=await awaited(scene),
    )
    reading = understand(
        message,
        KnownPlan.of(scene.plan, tracked, names(scene.directory)),
        speaker(scene.standing, scene.plan, tracked),
    )
    return await decide(reading, tracked, scene)


async def set_scene(person: Person, unit: UnitOfWork, now: datetime, said: Said) -> Scene:
    """Gather what the handlers need to know about a person at a moment."""
    directory = await unit.people.directory()
    plan = await unit.plans.default()
    today = now.astimezone(person.timezone).date()
    standing = standing_of(person, directory, today)
    return Scene(standing, directory, plan, now, unit, said)


def names(directory: Directory) -> tuple[str, ...]:
    """The people and posts that a message may name."""
    return tuple(dict.fromkeys([*(each.name for each in directory.people), *directory.posts]))


def speaker(standing: Standing, plan: Plan, tracked: Sequence[Tracked]) -> Speaker:
    """For which actions somebody may speak, for the reading of their words."""
    actions = [each.action for each in tracked]
    everything = standing.administrator or standing.every_chair
    may = (each.ref for each in actions if may_update(standing, each, plan).granted)
    return Speaker(
        name=standing.person.name,
        own=frozenset(each.ref for each in actions if standing.owns(each.owners)),
        may=None if everything else frozenset(may),
    )


def _said(request: Request) -> Said:
    where = f"{request.address.platform}:{request.address.conversation}"
    return Said(words=request.text, where=where, message=request.id)
