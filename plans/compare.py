"""What changed between the document last read and the new one."""

from collections.abc import Iterable
from enum import StrEnum

from domain.names import folded, folded_ref
from domain.value import Value
from domain.work import Action
from plans.renumbering import same_actions


class ChangeKind(StrEnum):
    ADDED = "added"
    DROPPED = "dropped"
    RENUMBERED = "renumbered"  # the same words under another reference
    REWORDED = "reworded"
    REDATED = "redated"
    REASSIGNED = "reassigned"
    MOVED = "moved"  # to another section or group
    RESTATUSED = "restatused"
    DETAILED = "detailed"  # its resource, support, groups or success criteria


class Change(Value):
    """One difference in one action. ``before`` and ``after`` are as printed.

    ``ref`` is the new one; of an action that was dropped it is the last.
    """

    kind: ChangeKind
    ref: str
    before: str = ""
    after: str = ""


def compare(last: tuple[Action, ...], new: tuple[Action, ...]) -> tuple[Change, ...]:
    """The changes that turn one document's actions into the other's, in document order.

    Actions are matched by reference, and by their words where these stand under another one.
    Dropped ones come last; the same actions give no change.
    """
    same = same_actions(last, new)
    changes: list[Change] = []
    for action in new:
        known = same.get(folded_ref(action.ref))
        if known is None:
            changes.append(Change(kind=ChangeKind.ADDED, ref=action.ref, after=action.text))
        elif known != action:
            changes += _differences(known, action)
    kept = {folded_ref(each.ref) for each in same.values()}
    dropped = [
        Change(kind=ChangeKind.DROPPED, ref=each.ref, before=each.text)
        for each in last
        if folded_ref(each.ref) not in kept
    ]
    return tuple(changes + dropped)


def _differences(last: Action, new: Action) -> Iterable[Change]:
    if folded_ref(last.ref) != folded_ref(new.ref):
        yield Change(kind=ChangeKind.RENUMBERED, ref=new.ref, before=last.ref, after=new.ref)
    for kind, before, after in (
        (ChangeKind.REWORDED, last.text, new.text),
        (ChangeKind.REASSIGNED, _names(last.owners), _names(new.owners)),
        (ChangeKind.MOVED, _place(last), _place(new)),
        (ChangeKind.DETAILED, _details(last), _details(new)),
    ):
        if folded(before) != folded(after):
            yield Change(kind=kind, ref=new.ref, before=before, after=after)
    if last.due != new.due:
        before, after = _dates(last, new)
        yield Change(kind=ChangeKind.REDATED, ref=new.ref, before=before, after=after)
    if last.status != new.status:
        yield Change(
            kind=ChangeKind.RESTATUSED,
            ref=new.ref,
            before=last.status_text,
            after=new.status_text,
        )


def _dates(last: Action, new: Action) -> tuple[str, str]:
    """As printed; with the days that were meant where the same is printed and read otherwise."""
    if folded(last.due_text) != folded(new.due_text):
        return last.due_text, new.due_text
    return _meant(last), _meant(new)


def _meant(action: Action) -> str:
    due = action.due
    days = " to ".join(f"{day.day} {day:%B %Y}" for day in (due.start, due.end) if day)
    return f"{action.due_text} ({days or due.kind.value})".strip()


def _names(names: tuple[str, ...]) -> str:
    return "; ".join(names)


def _place(action: Action) -> str:
    return " / ".join(name for name in (action.section, action.group) if name)


def _details(action: Action) -> str:
    listed = (*action.support, *action.partnership_groups, action.resource, *action.success)
    return "; ".join(each for each in listed if each)
