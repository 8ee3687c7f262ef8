"""Taking back what somebody said last, of actions or of how they are asked about them."""

from collections.abc import Sequence
from typing import NamedTuple

from domain.events import Event
from domain.instructions import (
    Instruction,
    KeepHour,
    KeepLeave,
    KeepWeek,
    PassedOn,
    TakenBack,
    in_force,
)
from domain.intents import Undo
from domain.problems import NothingToUndo
from domain.registry import Registration
from domain.timetable import RoundEnded, RoundOpened
from handlers.leave import restore
from handlers.lines import line
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.passing_on import taken_back
from handlers.recording import take_back
from handlers.rousing import look_at_own_again, rouse_everything
from handlers.scene import Scene

FINAL = (Registration, RoundOpened, RoundEnded)  # what came of these cannot be taken back


class Changed(NamedTuple):
    """What a message changed: of actions, and of how they are asked about."""

    events: Sequence[Event]
    told: Sequence[Instruction]


async def undo(wish: Undo, scene: Scene) -> Sequence[Outcome]:
    """Take back what is named, or all that the person's last message changed."""
    changed = await _named(wish, scene) if wish.events or wish.orders else await _last(scene)
    if not changed.events and not changed.told:
        raise NothingToUndo
    undone = [await _undone(event, scene) for event in reversed(changed.events)]
    return [*undone, *[await _untold(each, scene) for each in reversed(changed.told)]]


async def untold(message: str, scene: Scene) -> bool:
    """Take back what somebody told with an earlier message, as far as it can be."""
    told = [each for each in await _told(scene) if each.message == message]
    told = [each for each in told if not isinstance(each.order, FINAL)]
    for each in reversed(told):
        await _untold(each, scene)
    return bool(told)


async def _named(wish: Undo, scene: Scene) -> Changed:
    found = [await scene.unit.events.get(id) for id in wish.events]
    told = [each for each in await _told(scene) if each.id in wish.orders]
    if len(told) < len(wish.orders):
        raise NothingToUndo
    return Changed([event for event in found if event], told)


async def _last(scene: Scene) -> Changed:
    said = await scene.unit.events.last_message(scene.person.id)
    told = await _told(scene)
    if not said and not told:
        return Changed([], [])
    later = not told or (bool(said) and _is_later(said[-1], told[-1]))
    message = said[-1].message if later else told[-1].message
    return Changed(
        [each for each in said if each.message == message],
        [each for each in told if each.message == message],
    )


async def _told(scene: Scene) -> Sequence[Instruction]:
    """What this person told the bot, and has not taken back."""
    every = in_force(await scene.unit.instructions.all())
    return [each for each in every if each.by == scene.person.id]


def _is_later(event: Event, told: Instruction) -> bool:
    """Whether something was said of an action after something was told."""
    if told.event is None or event.id is None:
        return event.at > told.at
    return event.id > told.event


async def _undone(event: Event, scene: Scene) -> Outcome:
    kept = await take_back(event, scene)
    tracked = await scene.unit.actions.get(event.plan, event.ref)
    item = line(tracked, scene.today, scene.person, owners=False)
    return Outcome(
        summary=f"Taken back. {item.ref} is as it was before: {item.standing}.",
        item=item,
        event=kept.id,
        done="Taken back",
    )


async def _untold(told: Instruction, scene: Scene) -> Outcome:
    """Let something that was told no longer count, and say so; or that it still does."""
    words = told.words.strip()
    if isinstance(told.order, FINAL) or told.id is None:
        summary = f"“undo” cannot take back “{words}”: tell me how it should be instead."
        return Outcome(summary=summary)
    if isinstance(told.order, PassedOn):
        return await taken_back(told, told.order, scene)
    await keep(TakenBack(instruction=told.id), scene, told.plan)
    if isinstance(told.order, KeepLeave):
        return Outcome(summary=await restore(told.order, scene), private=True)
    if isinstance(told.order, KeepHour | KeepWeek):
        await look_at_own_again(scene)
    else:
        await rouse_everything(scene.unit)
    return Outcome(summary=f"Taken back: “{words}” no longer counts.")
