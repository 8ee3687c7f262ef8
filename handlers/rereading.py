"""What reading a changed document does to the actions that are there: events, and nothing else.

What people have said is never touched. The numbers of a plan may move from one action to another;
then what was said stays where it was said, and ``carry`` decides whether the action takes its
state along to its new number or begins anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import ActionState, Event, EventKind, Tracked, at_first, changed
from domain.events import Change as ReadChange
from domain.names import folded
from domain.rights import Capacity
from domain.work import Action
from plans.compare import Change, ChangeKind
from plans.renumbering import alike

DOCUMENT = "document"  # who speaks, and where, when the plan itself is read again
STILL = 0.6  # of 1: as like as an action is to itself that was away for a while


@dataclass(frozen=True, slots=True)
class Speaker:
    """The document that speaks, and when."""

    plan: str
    name: str
    digest: str
    now: datetime

    def says(self, ref: str, kind: EventKind, before: ActionState, words: str) -> Event:
        """An event that leaves the state as it is, until its change is added."""
        return Event(
            plan=self.plan,
            ref=ref,
            kind=kind,
            at=self.now,
            by=DOCUMENT,
            by_name=self.name,
            capacity=Capacity.ADMINISTRATOR,
            where=DOCUMENT,
            message=message_of(self.digest),
            words=words,
            before=before,
        )

    def drops(self, tracked: Tracked, words: str) -> Event:
        said = self.says(tracked.action.ref, EventKind.DROPPED, tracked.state, words)
        return with_outcome(said, tracked.state)


@dataclass(frozen=True, slots=True)
class Rereading:
    """A changed document beside what is there: ``before`` is each known action by its ref."""

    actions: Sequence[Action]
    changes: Sequence[Change]
    before: Mapping[str, Tracked]
    carry: bool = False

    def events(self, speaker: Speaker) -> Iterator[Event]:
        """What happens to each action that the document changes or leaves out, in its order."""
        for action in self.actions:
            kinds = {each.kind: each for each in self.changes if each.ref == action.ref}
            if kinds:
                yield from self._changed(action, kinds, speaker)
        yield from self._dropped(speaker)

    def _changed(
        self, action: Action, kinds: Mapping[ChangeKind, Change], speaker: Speaker
    ) -> Iterator[Event]:
        known = self.before.get(action.ref)
        state = known.state if known else at_first(action)
        if source := self._carried(kinds):
            words = f"was {source.action.ref}"
            yield _renumbered(action, state, source.state, words, speaker)
            known, state = source, source.state
        elif known and _is_another(known, action, kinds):
            words = f"{action.ref} was “{known.action.text}”"
            yield _renumbered(action, state, at_first(action), words, speaker)
            return
        if known and kinds.keys() & {ChangeKind.ADDED, ChangeKind.REDATED, ChangeKind.RESTATUSED}:
            redated = known.action.due != action.due
            yield _reprinted(action, state, redated, speaker)

    def _carried(self, kinds: Mapping[ChangeKind, Change]) -> Tracked | None:
        """The action under its last number, where it takes its state along to a new one."""
        old = kinds.get(ChangeKind.RENUMBERED)
        return self.before.get(old.before) if old and self.carry else None

    def _dropped(self, speaker: Speaker) -> Iterator[Event]:
        """Those that the last document had and this one has not, under their numbers."""
        there = {action.ref for action in self.actions}
        now = {each.before: each.ref for each in self.changes if each.kind is ChangeKind.RENUMBERED}
        gone = [each.ref for each in self.changes if each.kind is ChangeKind.DROPPED]
        for ref in (*now, *gone):
            known = self.before.get(ref)
            if known and ref not in there and not known.state.dropped:
                words = f"now {now[ref]}" if ref in now else f"not in {speaker.name}"
                yield speaker.drops(known, words)


def message_of(digest: str) -> str:
    """What all events of one document came with."""
    return f"{DOCUMENT}:{digest}"


def with_outcome(event: Event, before: ActionState) -> Event:
    return event.model_copy(update={"after": changed(before, event)})


def _is_another(known: Tracked, action: Action, kinds: Mapping[ChangeKind, Change]) -> bool:
    """Whether a number that is known names an action that did not have it before."""
    if ChangeKind.ADDED not in kinds:
        return ChangeKind.RENUMBERED in kinds
    return not alike(folded(known.action.text), folded(action.text), STILL)


def _renumbered(
    action: Action, before: ActionState, after: ActionState, words: str, speaker: Speaker
) -> Event:
    event = speaker.says(action.ref, EventKind.RENUMBERED, before, words)
    return event.model_copy(update={"after": after.model_copy(update={"dropped": False})})


def _reprinted(action: Action, state: ActionState, redated: bool, speaker: Speaker) -> Event:
    """The date only where the document has changed it: another may have been accepted since."""
    deadline = action.due.deadline
    words = " · ".join(filter(None, [action.due_text, action.status_text]))
    event = speaker.says(action.ref, EventKind.REPRINTED, state, words)
    change = ReadChange(
        forecast=deadline if redated and deadline != state.accepted else None,
        status=action.status,
        undated=redated and deadline is None and state.accepted is not None,
    )
    return with_outcome(event.model_copy(update={"change": change}), state)
