"""The one door: every message from every platform comes through answer()."""

from dataclasses import replace
from datetime import datetime

from domain.calendar import WEEKDAYS, Calendar
from domain.conversation import LONGEST_MESSAGE, Reply, Request
from domain.instructions import arranged
from domain.intents import Decision, Reading
from domain.people import Person, standing_of
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import MessageTooLong, Problem, StoreUnavailable
from handlers.acting import decide
from handlers.asking import awaited
from handlers.correcting import correct, corrected
from handlers.known_plans import KnownPlans
from handlers.scene import Said, Scene
from handlers.several_plans import in_plan, read_in_plans
from handlers.wording import explain
from language.guarded import guarded
from language.message import Message


async def answer(
    request: Request,
    open_unit: OpenUnit,
    clock: Clock,
    plans: KnownPlans | None = None,
    calendar: Calendar = WEEKDAYS,
) -> Reply | None:
    """Answer one request in one unit of work, or return None if it was answered before.

    ``plans`` are those that are known from earlier messages to the same store; ``calendar`` says
    which days are worked, where something is counted in them. What cannot be done is explained,
    and then nothing but the delivery itself is kept. Raise StoreUnavailable where the store cannot
    be used: the message was not taken, and may come again.
    """
    now = clock.now()
    try:
        async with open_unit(request.workspace) as unit:
            if not await unit.inbox.receive(request, now):
                return None
            reply = await reply_to(request, unit, now, plans or KnownPlans(), calendar)
            await unit.inbox.answered(request.id, now)
            await unit.people.used(request.account, now)
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
        await unit.people.used(request.account, now)
        await unit.commit()


async def reply_to(
    request: Request,
    unit: UnitOfWork,
    now: datetime,
    plans: KnownPlans,
    calendar: Calendar = WEEKDAYS,
) -> Reply:
    """Do what a request wants and say what came of it. Raise a Problem where it cannot be done."""
    if len(request.text) > LONGEST_MESSAGE:
        raise MessageTooLong(len(request.text), LONGEST_MESSAGE)
    person = await unit.people.behind(request.account)
    scene = replace(await set_scene(person, unit, now, _said(request)), calendar=calendar)
    if request.corrects is None:
        return await _answered(request, scene, plans)
    earlier = await correct(request.corrects, scene)
    anew = request.model_copy(update={"about": earlier.about(request.about)})
    return corrected(await _answered(anew, scene, plans), earlier)


async def _answered(request: Request, scene: Scene, plans: KnownPlans) -> Reply:
    if request.form:
        filled_in = Reading(decision=Decision.APPLY, intents=request.form)
        return await decide(guarded(filled_in, request.text), await in_plan(request.plan, scene))
    message = Message(
        text=request.text,
        now=scene.now.astimezone(scene.person.timezone),
        about=request.about,
        awaited=await awaited(scene),
        words=tuple(arranged(await scene.unit.instructions.all()).words.items()),
    )
    reading, scene = await read_in_plans(message, scene, plans, request.plan)
    return await decide(reading, scene)


async def set_scene(person: Person, unit: UnitOfWork, now: datetime, said: Said) -> Scene:
    """Gather what the handlers need to know about a person at a moment."""
    directory = await unit.people.directory()
    plan = await unit.plans.default()
    today = now.astimezone(person.timezone).date()
    standing = standing_of(person, directory, today)
    return Scene(standing, directory, plan, now, unit, said)


def _said(request: Request) -> Said:
    where = f"{request.address.platform}:{request.address.conversation}"
    return Said(words=request.text, where=where, message=request.id, address=request.address)
