"""Who is asked about an action, and when: snoozing, handing on, being away."""

from datetime import timedelta

from domain.conversation import Address, Kind, Outgoing, Reply
from domain.events import Change, Event, EventKind
from domain.intents import Away, Disown, Reassign, Snooze
from domain.people import Account, Leave, Person
from handlers.days import day
from handlers.outcome import Outcome
from handlers.recording import record
from handlers.scene import Scene

TOMORROW = timedelta(days=1)


async def snooze(wish: Snooze, scene: Scene) -> Outcome:
    """Leave an action in peace until a day."""
    until = wish.until or scene.today + TOMORROW
    event = await record(wish.ref, EventKind.SNOOZED, Change(until=until), scene)
    when = day(until, scene.today)
    return Outcome(summary=f"I will not ask about {wish.ref} again before {when}.", event=event.id)


async def reassign(wish: Reassign, scene: Scene) -> Outcome:
    """Note to whom an action is said to belong; the plan itself is an administrator's to change."""
    event = await record(wish.ref, EventKind.REASSIGNED, Change(to=wish.to), scene)
    whose = f"is {wish.to}’s" if wish.to else "is somebody else’s"
    await _tell_administrators(
        event, f"{scene.person.name} says that {wish.ref} {whose} now", scene
    )
    return Outcome(
        summary=f"Noted: you say that {wish.ref} {whose}. {_who_decides(scene)}", event=event.id
    )


async def disown(wish: Disown, scene: Scene) -> Outcome:
    """Note that an action is not the person's; it stays theirs until somebody else has it."""
    event = await record(wish.ref, EventKind.DISOWNED, Change(), scene)
    await _tell_administrators(
        event, f"{scene.person.name} says that {wish.ref} is not theirs", scene
    )
    return Outcome(
        summary=f"Noted: you say that {wish.ref} is not yours. {_who_decides(scene)}",
        event=event.id,
    )


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
    await scene.unit.people.leave(leave)
    return Outcome(
        summary=f"You are away until {day(wish.until, scene.today)}. {_cover(wish, cover)}"
    )


def _cover(wish: Away, cover: Person | None) -> str:
    if cover:
        return f"{cover.name} may answer for your actions until then."
    if wish.cover:
        return (
            f"I know nobody called {wish.cover}, so nobody answers for you yet: "
            "say it again with the name as the plan has it."
        )
    return "I will not ask you anything until then."


def _who_decides(scene: Scene) -> str:
    names = [each.name for each in scene.directory.administrators()]
    who = " or ".join(names) if names else "the plan’s administrator"
    return f"It stays on the plan as it is until {who} changes it."


async def _tell_administrators(event: Event, news: str, scene: Scene) -> None:
    for person in scene.directory.administrators():
        for account in await scene.unit.people.accounts(person.id):
            await scene.unit.outbox.put(_message(event, news, person, account, scene))


def _message(event: Event, news: str, to: Person, account: Account, scene: Scene) -> Outgoing:
    return Outgoing(
        key=f"handover:{event.id}:{account.platform}:{account.user}",
        kind=Kind.NOTICE,
        to=to.id,
        address=Address(
            platform=account.platform, workspace=account.workspace, conversation=account.user
        ),
        reply=Reply(summary=f"{news}: “{event.words}”"),
        plan=event.plan,
        about=(event.ref,),
        not_before=scene.now,
        day=scene.today,
    )
