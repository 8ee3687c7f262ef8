"""Taking the last reading of a plan back, whole: the document before it speaks again.

Nothing is deleted. What the reading did to an action is undone by an event; what it added is closed
as dropped from the plan; what people have said stays. The people and posts that it named stay too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import Event, EventKind, Tracked, live, origin_of, state_after
from domain.ports import KeptDocument, UnitOfWork
from domain.problems import Unreadable
from domain.summary import Scope
from domain.work import Plan
from handlers.intake import keep_all
from handlers.rereading import DOCUMENT, Speaker, message_of


@dataclass(frozen=True, slots=True)
class LastReading:
    """What would be taken back: the last document of a plan, and what stood before it."""

    plan: Plan
    document: KeptDocument


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was done: which document speaks again, and how many actions are as they were."""

    before: KeptDocument | None  # None where the plan had been read once
    undone: int
    dropped: int


async def last_reading(
    unit: UnitOfWork, key: str | None = None, name: str | None = None
) -> LastReading:
    """The last document of this plan, or of all plans; with ``name`` only a document called so.

    Raise Unreadable if none can be taken back. Changes nothing.
    """
    plans = [await unit.plans.get(key)] if key else await unit.plans.all()
    read = [(plan, await unit.plans.last_document(plan.key)) for plan in plans]
    found = [LastReading(plan, document) for plan, document in read if document]
    if not found:
        raise Unreadable("There is no import to take back.", "planbot import FILE makes one.")
    last = max(found, key=lambda each: each.document.read_at)
    if name is None:
        return last
    same = [each for each in found if each.document.name == name]
    if not same:
        raise Unreadable(
            f"{name} is not what was read last: that was {last.document.name}.",
            "planbot import --undo takes that back.",
        )
    return max(same, key=lambda each: each.document.read_at)


async def take_back(last: LastReading, unit: UnitOfWork, now: datetime) -> TakenBack:
    """Undo what the last reading did, and put the plan as the document before it has it."""
    key, document = last.plan.key, last.document
    await unit.plans.withdraw_document(key)
    before = await unit.plans.last_document(key)
    if before is not None:
        await unit.plans.put(before.plan or last.plan)
        await unit.actions.put(key, before.actions)
    speaker = Speaker(plan=key, name=document.name, digest=document.digest, now=now)
    undone = await _undo(document, speaker, unit)
    dropped = await _drop_others(before, speaker, unit)
    return TakenBack(before=before, undone=undone, dropped=dropped)


async def _undo(document: KeptDocument, speaker: Speaker, unit: UnitOfWork) -> int:
    """Take back what a reading did; say to how many actions it had done something."""
    said = await unit.events.between(speaker.plan, None, None)
    mark = (DOCUMENT, message_of(document.digest), document.read_at)
    done = _by_ref(each for each in live(said) if (each.by, each.message, each.at) == mark)
    about = _by_ref(said)
    undoing = [
        undo
        for each in await unit.actions.within(Scope(plan=speaker.plan))
        if (ref := each.action.ref) in done
        for undo in _undoing(done[ref], each, about[ref], speaker)
    ]
    await keep_all(undoing, speaker.plan, unit)
    return len(done)


def _undoing(
    done: Sequence[Event], tracked: Tracked, about: Sequence[Event], speaker: Speaker
) -> Iterator[Event]:
    """Events that take back what was done to an action, the last first, with what follows."""
    state, so_far = tracked.state, [*about]
    for event in reversed(done):
        undo = speaker.says(event.ref, EventKind.UNDONE, state, "the import was taken back")
        undo = undo.model_copy(update={"undoes": event.id})
        so_far.append(undo.model_copy(update={"id": max(each.id or 0 for each in so_far) + 1}))
        state = state_after(origin_of(state, so_far), so_far)
        yield undo.model_copy(update={"after": state})


def _by_ref(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.ref, []).append(event)
    return found


async def _drop_others(before: KeptDocument | None, speaker: Speaker, unit: UnitOfWork) -> int:
    """Close what the document that speaks again does not have."""
    kept = {action.ref for action in before.actions} if before else set()
    words = "the import that added it was taken back"
    dropping = [
        speaker.drops(each, words)
        for each in await unit.actions.within(Scope(plan=speaker.plan))
        if each.action.ref not in kept and not each.state.dropped
    ]
    await keep_all(dropping, speaker.plan, unit)
    return len(dropping)
