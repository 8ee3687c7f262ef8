"""Who is asked about an action, and when: snoozing, handing on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from domain.events import Change, EventKind
from domain.intents import Away, Disown, Reassign, Snooze
from domain.rights import may_hand_on
from handlers.days import day, listed
from handlers.leave import away
from handlers.outcome import Outcome
from handlers.recording import record
from handlers.scene import Scene

TOMORROW = timedelta(days=1)


async def arrange(wish: Snooze | Reassign | Disown | Away, scene: Scene) -> Outcome:
    """Do as is wished, and keep the words."""
    match wish:
        case Snooze():
            return await snooze(wish, scene)
        case Reassign():
            return await reassign(wish, scene)
        case Disown():
            return await disown(wish, scene)
        case Away():
            return await away(wish, scene)
        case _:
            assert_never(wish)


async def snooze(wish: Snooze, scene: Scene) -> Outcome:
    """Leave an action in peace until a day."""
    return (await snooze_all([wish], scene))[0]


async def snooze_all(wishes: Sequence[Snooze], scene: Scene) -> list[Outcome]:
    """Leave actions in peace, and say it in one sentence of those until the same day."""
    refs: dict[date, list[str]] = {}
    outcomes = []
    for wish in wishes:
        until = wish.until or scene.today + TOMORROW
        refs.setdefault(until, []).append(wish.ref)
        event = await record(wish.ref, EventKind.SNOOZED, Change(until=until), scene)
        outcomes.append(Outcome(summary="", event=event.id))
    told = [
        f"I will not ask about {listed(those)} again before {day(until, scene.today)}."
        for until, those in refs.items()
    ]
    return [replace(outcomes[0], summary=" ".join(told)), *outcomes[1:]]


async def reassign(wish: Reassign, scene: Scene) -> Outcome:
    """Hand an action on where an administrator says so; else note whose it is said to be."""
    if wish.to and may_hand_on(scene.standing):
        return await _hand_on(wish.ref, wish.to, scene)
    event = await record(wish.ref, EventKind.REASSIGNED, Change(to=wish.to), scene)
    whose = f"is {wish.to}’s" if wish.to else "is somebody else’s"
    return Outcome(
        summary=f"Noted: you say that {wish.ref} {whose}. {_who_decides(scene)}", event=event.id
    )


async def _hand_on(ref: str, to: str, scene: Scene) -> Outcome:
    """The new owner leads in the place of the old one; those who share the action still do."""
    if not scene.directory.behind(to, scene.today):
        return Outcome(
            summary=f"I know nobody called {to}, and nobody holds a post of that name, so {ref} "
            "stays as it is."
        )
    action = (await scene.unit.actions.get(scene.plan.key, ref)).action
    change = Change(to=to, owners=action.owners)
    event = await record(ref, EventKind.REASSIGNED, change, scene)
    owners = tuple(dict.fromkeys((to, *action.owners[1:])))
    await scene.unit.actions.put(scene.plan.key, [action.model_copy(update={"owners": owners})])
    return Outcome(
        summary=f"{ref} is {to}’s from now on. I will ask them about it.",
        event=event.id,
    )


async def disown(wish: Disown, scene: Scene) -> Outcome:
    """Note that an action is not the person's; it stays theirs until somebody else has it."""
    event = await record(wish.ref, EventKind.DISOWNED, Change(), scene)
    return Outcome(
        summary=f"Noted: you say that {wish.ref} is not yours. {_who_decides(scene)}",
        event=event.id,
    )


def _who_decides(scene: Scene) -> str:
    names = [each.name for each in scene.directory.administrators()]
    who = " or ".join(names) if names else "the plan’s administrator"
    return f"It stays on the plan as it is until {who} changes it."
