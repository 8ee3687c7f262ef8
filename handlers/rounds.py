"""Holding a reporting round: opening it, ending it, and showing who has answered."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from domain.conversation import Choice
from domain.events import Tracked
from domain.instructions import arranged
from domain.intents import AnyRoundWish, EndRound, OpenRound, ShowRound
from domain.names import folded, slug
from domain.parts import section_named
from domain.people import LONDON
from domain.ports import UnitOfWork
from domain.problems import UnknownPart, Unreadable
from domain.reach import closed_by
from domain.rights import answerable_groups, may_hold_rounds
from domain.rounds import Returns, Round, Stage, returns_of, rounds_in
from domain.summary import Scope, answering_to
from domain.timetable import RoundEnded, RoundOpened, Timetable, earliest_papers, timetable
from domain.work import Plan
from handlers import round_wording
from handlers.allowing import CHAIR_OF_ALL, boards, require
from handlers.days import day
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.scene import Scene

MOMENT = timedelta(microseconds=1)
NONE_YET = "No round has been held. “open a round, papers due 12 June” opens one."
WHOLE = ("the plan", "the whole plan", "everything", "all")
UNDERWAY = (Stage.COMING, Stage.OPEN)


async def held(wish: AnyRoundWish, scene: Scene) -> Outcome:
    """Do what is wanted of a round."""
    match wish:
        case OpenRound():
            return await open_round(wish, scene)
        case EndRound():
            return await end_round(wish, scene)
        case ShowRound():
            return await show_round(wish, scene)
        case _:
            assert_never(wish)


async def open_round(wish: OpenRound, scene: Scene) -> Outcome:
    """Open a round, its days counted back from the papers'. Raise NotAllowed for who may not."""
    scope = _scope(wish.part, scene)
    tracked = await scene.unit.actions.within(scope)
    _allow("open a reporting round for", scope, tracked, scene)
    name = round_wording.name_of(scope, scene.plan)
    if wish.papers is None:
        return Outcome(summary=_when_are_papers(wish, name))
    days = await _days(wish, scene)
    before = next((each for each in await _underway(scene) if each.scope == scope), None)
    if before:
        return Outcome(summary=f"{_stands(before, scene)}. Call it off first to open another.")
    told = await keep(RoundOpened(scope=scope, days=days), scene, scene.plan.key)
    [new] = rounds_in([told])
    return Outcome(
        summary=f"The reporting round for {name} is set: {_asked(tracked)}.",
        parts=(round_wording.timetable(new, scene.today),),
        choices=(
            Choice(label="Call it off", says=f"call off the round{round_wording.part_said(new)}"),
        ),
    )


async def end_round(wish: EndRound, scene: Scene) -> Outcome:
    """Close a round before its time, with its summary, or call it off."""
    found = await _found(wish.part, scene, UNDERWAY)
    if found is None:
        return Outcome(summary="No round is open. “who has answered the round” shows the last.")
    tracked = await scene.unit.actions.within(found.scope)
    verb = "call off a reporting round for" if wish.called_off else "close a reporting round for"
    _allow(verb, found.scope, tracked, scene)
    if not wish.called_off and found.stage(scene.today, LONDON) is Stage.COMING:
        return _not_open_yet(found, scene)
    await keep(RoundEnded(round=found.id, called_off=wish.called_off), scene, scene.plan.key)
    name = round_wording.name_of(found.scope, scene.plan)
    if wish.called_off:
        return Outcome(
            summary=f"The round for {name} is called off. I will not ask anybody for it again."
        )
    returns = await returns_in(found, scene.unit)
    parts = round_wording.report(returns, scene.plan, scene.directory, scene.today)
    return Outcome(
        summary=f"The round for {name} is closed. What comes in now is recorded and marked late.",
        parts=tuple(parts),
    )


def _not_open_yet(found: Round, scene: Scene) -> Outcome:
    """There is nothing to close, and nothing to sum up."""
    off = f"call off the round{round_wording.part_said(found)}"
    return Outcome(
        summary=f"{_stands(found, scene)}, so there is nothing to close yet.",
        choices=(Choice(label="Call it off", says=off),),
    )


async def show_round(wish: ShowRound, scene: Scene) -> Outcome:
    """Show who has answered and who has not, in the round that is open or was last."""
    found = await _found(wish.part, scene, tuple(Stage))
    if found is None:
        return Outcome(summary=NONE_YET)
    returns = await returns_in(found, scene.unit)
    parts = round_wording.progress(returns, scene.directory, scene.today)
    if found.stage(scene.today, LONDON) is Stage.CALLED_OFF:
        return Outcome(summary=f"{_stands(found, scene)}.")
    open_now = found.stage(scene.today, LONDON) is Stage.OPEN
    said = round_wording.part_said(found)
    close = Choice(label="Close it now", says=f"close the round{said}")
    return Outcome(
        summary=f"{_stands(found, scene)}. {round_wording.how_far(returns)}.",
        parts=tuple(parts),
        choices=(close,) if open_now else (),
    )


async def returns_in(held: Round, unit: UnitOfWork, zone: ZoneInfo = LONDON) -> Returns:
    """What has come in for a round so far."""
    tracked = await unit.actions.within(held.scope)
    events = await unit.events.between(held.scope.plan, held.begins(zone) - MOMENT, None)
    return returns_of(held, tracked, events, zone)


def answering_groups(tracked: Iterable[Tracked], plan: Plan) -> set[str]:
    """The partnership groups that some actions answer to."""
    return {group for each in tracked for group in answerable_groups(each.action, plan)}


def _allow(what: str, scope: Scope, tracked: Sequence[Tracked], scene: Scene) -> None:
    groups = answering_groups(tracked, scene.plan)
    allowed = may_hold_rounds(scene.standing, groups, boards(scene))
    require(allowed, f"{what} {round_wording.name_of(scope, scene.plan)}", scene, CHAIR_OF_ALL)


def _scope(part: str, scene: Scene) -> Scope:
    """A section, a partnership group or the whole plan; for a chair who names none, their group.

    Raise UnknownPart, with the sections there are.
    """
    groups = scene.directory.partnership_groups
    if part in WHOLE:
        return Scope(plan=scene.plan.key)
    if part in ("my group", "our group") or not part:
        own = [each.name for each in groups if folded(each.name) in scene.standing.chairs]
        if len(own) == 1 and not scene.standing.administrator:
            return answering_to(own[0], scene.plan)
    wanted = part.removeprefix("the ")
    for group in groups:
        if slug(wanted) in (slug(group.name), group.slug):
            return answering_to(group.name, scene.plan)
    found = section_named(wanted, scene.plan)
    if found is None:
        raise UnknownPart(part, [section.name for section in scene.plan.sections])
    return found


async def _days(wish: OpenRound, scene: Scene) -> Timetable:
    """Count the days by the council's calendar. Raise Unreadable if too few are left."""
    assert wish.papers is not None
    closures = arranged(await scene.unit.instructions.all()).closures
    calendar = scene.calendar.but(closed=closed_by(closures))
    days = timetable(wish.papers, scene.today, calendar)
    if days is None:
        first = day(earliest_papers(scene.today, calendar), scene.today)
        raise Unreadable(
            f"There is not enough time for a round before {day(wish.papers, scene.today)}.",
            f"It closes three working days before the papers are due: {first} is the earliest.",
        )
    return days


async def _underway(scene: Scene) -> list[Round]:
    """The rounds of this plan that are open or will be, the newest first."""
    return [each for each in await _rounds(scene) if each.stage(scene.today, LONDON) in UNDERWAY]


async def _rounds(scene: Scene) -> list[Round]:
    every = rounds_in(await scene.unit.instructions.all())
    return [each for each in reversed(every) if each.scope.plan == scene.plan.key]


async def _found(part: str, scene: Scene, stages: Sequence[Stage]) -> Round | None:
    """The round that is meant: one that is under way before one that is over, then the newest."""
    found = [e for e in await _rounds(scene) if e.stage(scene.today, LONDON) in stages]
    if part:
        scope = _scope(part, scene)
        found = [each for each in found if each.scope == scope]
    found.sort(key=lambda each: each.stage(scene.today, LONDON) not in UNDERWAY)
    return found[0] if found else None


def _stands(held: Round, scene: Scene) -> str:
    return round_wording.stands(held, scene.plan, scene.today, LONDON)


def _asked(tracked: Sequence[Tracked]) -> str:
    number = sum(not each.state.finished for each in tracked)
    return "1 action is asked about" if number == 1 else f"{number} actions are asked about"


def _when_are_papers(wish: OpenRound, name: str) -> str:
    part = f" for {wish.part}" if wish.part else ""
    return (
        f"When are the board’s papers due? Say it with the day, and I open the round for {name}: "
        f"“open a round{part}, papers due 12 June”."
    )
