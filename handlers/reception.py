"""The one door: how every message, from every platform, is understood and acted upon.

What platforms deliver comes to it through handlers.answering, what is typed at home by answer().
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.calendar import WEEKDAYS, Calendar
from domain.conversation import LONGEST_MESSAGE, Reply, Request
from domain.instructions import arranged
from domain.intents import Decision, Intent, Query, Reading
from domain.named import plan_and_ref
from domain.people import Person, standing_of
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import (
    MessageTooLong,
    NoPlan,
    Problem,
    StoreUnavailable,
    UnknownAction,
    UnknownPart,
)
from handlers.acting import decide
from handlers.asking import awaited
from handlers.belonging import belonging, merged, titled
from handlers.correcting import correct, corrected
from handlers.known_plans import KnownPlans
from handlers.overtaken import asked_first
from handlers.scene import Said, Scene
from handlers.several_plans import OF_ONE, Read, read_in_plans
from handlers.visible import visible_plans
from handlers.wording import explain
from language.message import Message
from language.privacy.guarded import guarded


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
    and then nothing is kept but the delivery itself, and that an edit took its wording back. Raise
    StoreUnavailable where the store cannot be used: the message was not taken, and may come again.
    """
    now = clock.now()
    try:
        async with open_unit(request.workspace) as unit:
            if not await unit.inbox.receive(request, now):
                return None
            await unit.inbox.hold(request.id)
            reply = await reply_to(request, unit, now, plans or KnownPlans(), calendar)
            await unit.inbox.answered(request.id, now)
            await unit.people.used(request.account, now)
            await unit.commit()
        return reply
    except StoreUnavailable:
        raise  # an outage is nothing the person can put right, and its words are the operator's
    except Problem as problem:
        return await _set_aside(request, problem, open_unit, now, plans or KnownPlans())


async def _set_aside(
    request: Request, problem: Problem, open_unit: OpenUnit, now: datetime, plans: KnownPlans
) -> Reply:
    """Keep that the delivery was answered, so that its redelivery is not explained again."""
    kept = request.model_copy(update={"text": request.text[:LONGEST_MESSAGE]})
    async with open_unit(request.workspace) as unit:
        await unit.inbox.receive(kept, now)
        reply = await explained(problem, request, unit, now, plans)
        await unit.inbox.answered(request.id, now)
        await unit.people.used(request.account, now)
        await unit.commit()
    return reply


async def explained(
    problem: Problem, request: Request, unit: UnitOfWork, now: datetime, plans: KnownPlans
) -> Reply:
    """Say why a request cannot be done.

    What it puts otherwise counts no longer all the same. Raise StoreUnavailable.
    """
    if request.corrects is None:
        return explain(problem)
    try:
        scene = await _scene_of(request, unit, now, plans)
    except StoreUnavailable:
        raise
    except Problem:  # from somebody who is not known any more, or may see no plan
        return explain(problem)
    return corrected(explain(problem), await correct(request.corrects, scene))


async def reply_to(
    request: Request,
    unit: UnitOfWork,
    now: datetime,
    plans: KnownPlans,
    calendar: Calendar = WEEKDAYS,
    received_at: datetime | None = None,
    overtaken: bool = False,
) -> Reply:
    """Do what a request wants and say what came of it. Raise a Problem where it cannot be done.

    Its days are counted from when it was received, where that was before ``now``. One that was
    ``overtaken`` by later words changes nothing before its author has said that it still holds.
    """
    if len(request.text) > LONGEST_MESSAGE:
        raise MessageTooLong(len(request.text), LONGEST_MESSAGE)
    scene = replace(await _scene_of(request, unit, now, plans), calendar=calendar)
    if request.corrects is None:
        return await _answered(request, scene, plans, received_at, overtaken)
    earlier = await correct(request.corrects, scene)
    anew = request.model_copy(update={"about": earlier.about(request.about)})
    return corrected(await _answered(anew, scene, plans, received_at, overtaken), earlier)


async def told(
    request: Request,
    unit: UnitOfWork,
    now: datetime,
    plans: KnownPlans,
    calendar: Calendar = WEEKDAYS,
    received_at: datetime | None = None,
) -> Reply | None:
    """Answer what asks to be told something and wants nothing else, as ``reply_to`` does.

    Nothing is changed, so it can be done beside whoever changes something. None where a request
    wants more.
    """
    if request.form or request.corrects or len(request.text) > LONGEST_MESSAGE:
        return None
    scene = replace(await _scene_of(request, unit, now, plans), calendar=calendar)
    meant = await _read(request, scene, plans, received_at)
    return await told_of_each(meant) if all(_only_asks(each.reading) for each in meant) else None


def _only_asks(reading: Reading) -> bool:
    asks = reading.decision is Decision.ANSWER
    return asks and all(isinstance(each, Query) for each in reading.intents)


async def _answered(
    request: Request,
    scene: Scene,
    plans: KnownPlans,
    received_at: datetime | None,
    overtaken: bool,
) -> Reply:
    if request.form:
        meant = await _filled_in(request, scene)
    else:
        meant = await _read(request, scene, plans, received_at)
    if overtaken:
        at = received_at or scene.now
        meant = [Read(asked_first(each.reading, each.scene, at), each.scene) for each in meant]
    return await told_of_each(meant)


async def _read(
    request: Request, scene: Scene, plans: KnownPlans, received_at: datetime | None
) -> Sequence[Read]:
    """What a request says of each plan that it is about."""
    message = Message(
        text=request.text,
        now=(received_at or scene.now).astimezone(scene.person.timezone),
        about=request.about,
        awaited=await awaited(scene),
        words=tuple(scene.stands.words.items()),
    )
    return await read_in_plans(message, scene, plans, request.plan)


async def _filled_in(request: Request, scene: Scene) -> Sequence[Read]:
    """What was filled in of each plan: it is carried out as it stands."""
    by_plan: dict[str, list[Intent]] = {}
    for each in request.form:
        name = each.ref if isinstance(each, OF_ONE) else ""
        plan, ref = plan_and_ref(name, request.plan or scene.plan.key)
        news = each.model_copy(update={"ref": ref}) if ref else each
        by_plan.setdefault(plan, []).append(news)
    return [
        Read(
            guarded(Reading(decision=Decision.APPLY, intents=tuple(each)), request.text),
            await scene.of_plan(plan),
        )
        for plan, each in by_plan.items()
    ]


async def told_of_each(meant: Sequence[Read]) -> Reply:
    """Do what is wanted of each plan, and tell it in one reply.

    What is asked of several plans is answered by those that have an answer.
    """
    if len(meant) == 1:
        return await _done(meant[0])
    replies: list[tuple[str, Reply]] = []
    unknown: Problem | None = None
    for each in meant:
        try:
            title = "" if each.asks_which else each.scene.plan.title
            replies.append((title, await _done(each)))
        except (UnknownPart, UnknownAction) as problem:
            unknown = unknown or problem
    if not replies:
        raise unknown or NoPlan
    telling = [each for each in replies if each[1].parts] or replies[:1]
    if len(telling) == 1:
        return telling[0][1]
    return merged([titled(reply, title) if title else reply for title, reply in telling])


async def _done(read: Read) -> Reply:
    reply = await decide(read.reading, read.scene)
    if read.scene.confidential:
        reply = reply.model_copy(update={"private": True})
    return belonging(reply, read.scene.plan.key) if len(read.scene.plans) > 1 else reply


async def _scene_of(request: Request, unit: UnitOfWork, now: datetime, plans: KnownPlans) -> Scene:
    person = await unit.people.behind(request.account)
    return await set_scene(person, unit, now, _said(request), plans)


async def set_scene(
    person: Person, unit: UnitOfWork, now: datetime, said: Said, known: KnownPlans
) -> Scene:
    """Gather what the handlers need to know about a person at a moment."""
    directory = await unit.people.directory()
    stands = arranged(await unit.instructions.all())
    standing = standing_of(person, directory, now)
    plans = await visible_plans(standing, stands, unit, known)
    return Scene(standing, directory, plans[0], now, unit, said, plans=plans, stands=stands)


def _said(request: Request) -> Said:
    where = f"{request.address.platform}:{request.address.conversation}"
    message = request.corrects or request.id  # what is edited again takes all of it back
    return Said(words=request.text, where=where, message=message, address=request.address)
