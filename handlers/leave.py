"""Being away: noted, ended early, called off; each kept so that it can be taken back."""

from collections.abc import Sequence
from datetime import date

from domain.calendar import DAY
from domain.conversation import Choice
from domain.instructions import Instruction, KeepLeave
from domain.intents import Away, CancelLeave
from domain.people import Leave, Person
from handlers.days import day, listed
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.rousing import look_at_own_again
from handlers.scene import Scene

NONE_NOTED = "I do not have you down as away, so nothing has changed."


async def away(wish: Away, scene: Scene) -> Outcome:
    """Keep when the person is away, and who answers for them meanwhile."""
    cover = scene.directory.named(wish.cover) if wish.cover else None
    leave = Leave(
        person=scene.person.id,
        start=wish.start or scene.today,
        end=wish.until,
        delegate=cover.id if cover else None,
        words=scene.said.words,
    )
    kept = await _note(leave, scene)
    summary = f"You are away {span(leave, scene)}. {_cover(wish, cover)}"
    return Outcome(summary=summary, order=kept.id)


async def back(scene: Scene) -> Outcome:
    """The leave that somebody is on ended yesterday."""
    ended = [each for each in _own(scene) if each.start <= scene.today]
    for leave in ended:
        await _end(leave, scene)
    if ended:
        return Outcome(summary="Welcome back. I will ask you about your actions again.")
    ahead = _own(scene)
    if not ahead:
        return Outcome(summary="I did not have you down as away, so nothing has changed.")
    noted = listed([span(each, scene) for each in ahead])
    return Outcome(
        summary=f"You are not away today. I have you down as away {noted}.",
        choices=tuple(_offered(each, scene) for each in ahead),
    )


async def cancel(wish: CancelLeave, scene: Scene) -> Outcome:
    """Call off the leave that is meant; ask where it may be more than one."""
    found = _meant(wish, scene)
    if not found:
        return Outcome(summary=NONE_NOTED)
    if len(found) > 1 and not wish.all:
        return Outcome(
            summary=f"You are away {listed([span(each, scene) for each in found])}. "
            "Which one shall I call off?",
            choices=tuple(_offered(each, scene) for each in found),
        )
    kept = [await _end(each, scene) for each in found]
    gone = listed([span(each, scene) for each in found])
    return Outcome(
        summary=f"Called off: I no longer have you down as away {gone}.",
        order=kept[0].id if len(kept) == 1 else None,
    )


async def restore(order: KeepLeave, scene: Scene) -> str:
    """Put a leave as it was before, and say when the person is away now."""
    await scene.unit.people.leave(order.before or none_of(order.leave))
    await look_at_own_again(scene)
    if order.before is None or order.before.end < max(order.before.start, scene.today):
        return f"Taken back: you are not away {span(order.leave, scene)}."
    return f"Taken back: you are away {span(order.before, scene)}."


def none_of(leave: Leave) -> Leave:
    """A leave that is none: it ends before it starts. What was told is not forgotten."""
    return leave.model_copy(update={"end": leave.start - DAY})


def span(leave: Leave, scene: Scene) -> str:
    """ "from Mon 3 to Fri 7 August", or only until when where it has begun."""
    start, to = leave.start, day(leave.end, scene.today)
    if start <= scene.today:
        return f"until {to}"
    return f"on {to}" if start == leave.end else f"from {day(start, scene.today)} to {to}"


async def _note(leave: Leave, scene: Scene) -> Instruction:
    """Keep a leave, with what it stands in the place of."""
    same = (leave.person, leave.start)
    noted = (await scene.unit.people.directory()).leave
    own = (each for each in noted if (each.person, each.start) == same)
    before = next(own, None)
    await scene.unit.people.leave(leave)
    await look_at_own_again(scene)
    return await keep(KeepLeave(leave=leave, before=before), scene, None)


async def _end(leave: Leave, scene: Scene) -> Instruction:
    """Let a leave be over, or never begin."""
    over = leave.model_copy(update={"end": scene.today - DAY})
    return await _note(over if leave.start < scene.today else none_of(leave), scene)


def _own(scene: Scene) -> Sequence[Leave]:
    """The person's leave that is not over, in its order."""
    own = [each for each in scene.directory.leave if each.person == scene.person.id]
    left = [each for each in own if each.start <= each.end and scene.today <= each.end]
    return sorted(left, key=lambda each: each.start)


def _meant(wish: CancelLeave, scene: Scene) -> Sequence[Leave]:
    """The leave that falls within the days named; that which begins on the one day, if one does."""
    found = [each for each in _own(scene) if _is_meant(each, wish)]
    if wish.start is None or wish.start != wish.end:
        return found
    return [each for each in found if max(each.start, scene.today) == wish.start] or found


def _is_meant(leave: Leave, wish: CancelLeave) -> bool:
    if wish.start is None or wish.end is None:
        return True
    return leave.start <= wish.end and wish.start <= leave.end


def _offered(leave: Leave, scene: Scene) -> Choice:
    """What calls off exactly this leave."""
    label = f"Not {span(leave, scene)}"
    return Choice(label=label, says=f"cancel my leave on {_dated(max(leave.start, scene.today))}")


def _dated(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _cover(wish: Away, cover: Person | None) -> str:
    if cover:
        return (
            f"{cover.name} may answer for your actions until then, and will be asked in your place."
        )
    if wish.cover:
        return (
            f"I know nobody called {wish.cover}, so nobody answers for you yet: "
            "say it again with the name as the plan has it."
        )
    return "I will not ask you anything then; the chair sees what falls due."
