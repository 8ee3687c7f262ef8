"""Telling the bot how to go about asking: how often, from when, not for now."""

from datetime import date
from typing import assert_never

from domain.conversation import Choice
from domain.events import Tracked
from domain.instructions import (
    Close,
    KeepHour,
    KeepWeek,
    Pause,
    Restrict,
    Resume,
)
from domain.intents import (
    AnySetting,
    AskOtherwise,
    BackAtWork,
    CancelLeave,
    CloseOffices,
    MyHour,
    MyWeek,
    PausePlan,
    RestrictPlan,
    ResumePlan,
    RoundWish,
    ShowList,
    ShowPolicy,
    Why,
)
from domain.policy import SetPolicy
from domain.problems import Unreadable
from domain.rights import answerable_groups, may_close, may_restrict, may_set_asking
from domain.summary import Scope
from domain.work import Plan
from handlers import leave, policies, reasons, righting, rounds
from handlers.allowing import (
    CHAIR_OF_ALL,
    OWN_CHAIR,
    may_pause_plan,
    require,
)
from handlers.days import day, weekdays
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.rousing import look_at_own_again, rouse_everything
from handlers.scene import Scene
from handlers.status import find_part


async def told(wish: AnySetting, scene: Scene) -> Outcome:
    """Do as is wished, or answer what is asked about it."""
    match wish:
        case PausePlan() | ResumePlan() | RestrictPlan() | CloseOffices() | AskOtherwise():
            return await _for_many(wish, scene)
        case MyHour(hour=hour):
            kept = await keep(KeepHour(person=scene.person.id, hour=hour), scene, None)
            await look_at_own_again(scene)
            told = f"From now on I will write to you at {hour:%H:%M}."
            return Outcome(summary=told, order=kept.id)
        case MyWeek(days=days):
            kept = await keep(KeepWeek(person=scene.person.id, days=days), scene, None)
            await look_at_own_again(scene)
            told = f"From now on I will write to you on {weekdays(days)} only."
            return Outcome(summary=told, order=kept.id)
        case BackAtWork():
            return await leave.back(scene)
        case CancelLeave():
            return await leave.cancel(wish, scene)
        case Why():
            return await reasons.why(wish, scene)
        case ShowPolicy():
            return await policies.show(wish, scene)
        case RoundWish():
            return await rounds.held(wish, scene)
        case ShowList():
            return await righting.administrators_list(scene)
        case _:
            assert_never(wish)


async def _for_many(
    wish: PausePlan | ResumePlan | RestrictPlan | CloseOffices | AskOtherwise, scene: Scene
) -> Outcome:
    """What is set for others: by an administrator, or by the chair for what is theirs."""
    if isinstance(wish, AskOtherwise):
        return await _otherwise(wish, scene)
    match wish:
        case PausePlan(until=until):
            _may_pause("pause", scene)
            return await _pause(until, scene)
        case ResumePlan():
            _may_pause("resume", scene)
            return await _resume(scene)
        case RestrictPlan(on=on):
            what = f"say who may ask about {scene.plan.title}"
            require(may_restrict(scene.standing), what, scene)
            return await _restrict(on, scene)
        case CloseOffices(start=start, end=end):
            require(may_close(scene.standing), "say when the council is closed", scene)
            return await _close(start, end, scene)
        case _:
            assert_never(wish)


async def _pause(until: date | None, scene: Scene) -> Outcome:
    await keep(Pause(until=until), scene, scene.plan.key)
    await scene.unit.actions.rouse(Scope(plan=scene.plan.key))
    when = f"before {day(until, scene.today)}" if until else "until you resume it"
    return Outcome(
        summary=f"{scene.plan.title} is paused: I will ask nobody about it {when}.",
        choices=(Choice(label="Resume", says="resume the plan"),),
    )


async def _resume(scene: Scene) -> Outcome:
    await keep(Resume(), scene, scene.plan.key)
    await scene.unit.actions.rouse(Scope(plan=scene.plan.key))
    return Outcome(summary=f"I will ask about {scene.plan.title} again.")


async def _restrict(on: bool, scene: Scene) -> Outcome:
    """Say whose the plan is now, and what that means for its channels."""
    await keep(Restrict(on=on), scene, scene.plan.key)
    title = scene.plan.title
    if not on:
        return Outcome(summary=f"Everybody here may ask about {title} again.")
    return Outcome(
        summary=(
            f"Only its own people may ask about {title} now: its owners, the chairs of its groups "
            "and administrators. Its digests go to no channel, and a question about it in one "
            "is answered in private."
        ),
        choices=(Choice(label="Open to everybody", says="open the plan to everybody"),),
    )


async def _close(start: date, end: date, scene: Scene) -> Outcome:
    kept = await keep(Close(start=start, end=end), scene, None)
    await rouse_everything(scene.unit)
    when = day(start, scene.today)
    if end != start:
        when = f"from {when} to {day(end, scene.today)}"
    return Outcome(
        summary=f"Closed {when}: I will write to nobody then, and ask beforehand about what "
        "falls due.",
        order=kept.id,
    )


async def _otherwise(wish: AskOtherwise, scene: Scene) -> Outcome:
    part = await find_part(wish.part, scene)
    ref = part.action.ref if isinstance(part, Tracked) else None
    scope = Scope(plan=scene.plan.key) if isinstance(part, Tracked) else part
    _may_steer(part, scene)
    if wish.out_of_bounds:
        raise Unreadable("That cannot be set, so nothing has changed.", policies.bounds())
    order = SetPolicy(scope=scope, ref=ref, change=wish.change, anew=wish.anew)
    await keep(order, scene, scene.plan.key)
    if ref is None:
        await scene.unit.actions.rouse(scope)
    else:
        await scene.unit.actions.wake(scene.plan.key, {ref: None})
    return await policies.show(ShowPolicy(part=wish.part), scene)


def _may_pause(what: str, scene: Scene) -> None:
    """It is for whoever answers for the whole plan, as a round for all of it is."""
    require(may_pause_plan(scene), f"{what} {scene.plan.title}", scene, CHAIR_OF_ALL)


def _may_steer(part: Scope | Tracked, scene: Scene) -> None:
    """An administrator sets anything, a chair what answers to their group."""
    allowed = may_set_asking(scene.standing, _groups(part, scene.plan))
    require(allowed, "say how often I ask about it", scene, OWN_CHAIR)


def _groups(part: Scope | Tracked, plan: Plan) -> tuple[str, ...]:
    """The partnership groups that an action or a section answers to."""
    if isinstance(part, Tracked):
        return answerable_groups(part.action, plan)
    section = plan.section(part.section)
    return section.partnership_groups if section else ()
