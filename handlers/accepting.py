"""Accepting a new date for an action: the first one stays, and it is held to the new one."""

from datetime import date

from domain.calendar import within_reach
from domain.conversation import Choice
from domain.events import Change, EventKind, Tracked
from domain.intents import AcceptDate
from domain.problems import BeyondReach
from domain.rights import Capacity, may_accept
from domain.work import Status
from handlers.allowing import OWN_CHAIR, require
from handlers.days import day
from handlers.lines import line
from handlers.outcome import Outcome
from handlers.recording import record
from handlers.scene import Scene

ACCEPTED = "new date accepted"


async def accept(wish: AcceptDate, scene: Scene) -> Outcome:
    """Hold an action to a new date, with the reason. Raise NotAllowed, BeyondReach."""
    tracked = await scene.unit.actions.get(scene.plan.key, wish.ref)
    capacity = may_accept(scene.standing, tracked.action, scene.plan)
    require(capacity is not Capacity.NONE, "accept a new date", scene, OWN_CHAIR)
    new = wish.day or (None if wish.unclear else tracked.state.forecast)
    if new is None or (lacking := _lacking(wish, new, tracked, scene)):
        return Outcome(summary=_which(wish) if new is None else lacking)
    change = Change(forecast=new, reason=wish.reason, status=_status(tracked))
    event = await record(wish.ref, EventKind.REBASED, change, scene, capacity)
    return _told(event.id, new, await scene.unit.actions.get(scene.plan.key, wish.ref), scene)


def _which(wish: AcceptDate) -> str:
    doubt = f"I cannot tell which day “{wish.unclear}” is." if wish.unclear else ""
    asked = f"Which date is accepted for {wish.ref}, and why? Nothing is recorded yet."
    return f"{doubt} {asked}".strip()


def _lacking(wish: AcceptDate, new: date, tracked: Tracked, scene: Scene) -> str:
    """Why the date cannot be accepted, or not yet; "" where it can."""
    if not within_reach(new):
        raise BeyondReach(new)
    if tracked.state.finished and tracked.state.counts_as:
        return f"{wish.ref} is {tracked.state.counts_as.words}: it needs no new date."
    if new < scene.today:
        return f"{day(new, scene.today)} has passed, so {wish.ref} keeps its date."
    if not wish.reason:
        said = f"{wish.ref}: accept {new.day} {new:%B %Y} because …"
        return (
            f"Why is {day(new, scene.today)} accepted for {wish.ref}? "
            f"Say it with the reason: “{said}”. Nothing is recorded yet."
        )
    return ""


def _status(tracked: Tracked) -> Status | None:
    """What was delayed against the old date is under way against the new one."""
    return Status.IN_PROGRESS if tracked.state.status is Status.DELAYED else None


def _told(event: int | None, new: date, tracked: Tracked, scene: Scene) -> Outcome:
    shown = line(tracked, scene.today, scene.person, owners=False)
    return Outcome(
        summary=f"Recorded: {shown.ref} {ACCEPTED}, {day(new, scene.today)}.",
        item=shown.model_copy(update={"standing": ACCEPTED, "said": "you said"}),
        event=event,
        choices=(Choice(label=f"See {shown.ref}", says=f"show {shown.ref}", aside=True),),
    )
