"""What a partnership group is told each week: how it stands, and what has changed since. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from domain.ahead import Ahead
from domain.events import ActionState, Event, Tracked, live
from domain.rights import Capacity
from domain.summary import Bucket, Summary, bucket
from domain.value import Value
from domain.work import Status

THEIRS = (Capacity.OWNER, Capacity.HOLDER, Capacity.DELEGATE)
WORSE = (Status.AT_RISK, Status.DELAYED)


class Turn(StrEnum):
    """Which way an action has gone; NOTED is where words were said and it stands as before."""

    COMPLETED = "completed"
    MOVED = "moved"
    SLIPPED = "slipped"
    NOTED = "noted"


class Change(Value):
    """An action that is not as it was: its state then, and the last that was said since."""

    tracked: Tracked
    before: ActionState
    said: Event

    @property
    def turn(self) -> Turn:
        before, now = self.before, self.tracked.state
        if now.status is Status.COMPLETE and before.status is not Status.COMPLETE:
            return Turn.COMPLETED
        later = None not in (before.expected, now.expected) and _after(now, before)
        worse = now.status in WORSE and now.status is not before.status
        if not now.finished and (later or worse):
            return Turn.SLIPPED
        return Turn.NOTED if _stands_as(before, now) else Turn.MOVED


class Since(Value):
    """What happened after a day: the actions that changed, and those that became late by then."""

    day: date
    changes: tuple[Change, ...] = ()
    passed: tuple[Tracked, ...] = ()

    def counts_then(self, now: Mapping[Bucket, int], today: date) -> dict[Bucket, int]:
        """How many actions were in each bucket on that day, from how many are in it today."""
        counts = dict(now)
        changed = {each.tracked.action.ref for each in self.changes}
        for each in self.passed:
            if each.action.ref not in changed:
                counts[bucket(each.state, today)] -= 1
                counts[bucket(each.state, self.day)] += 1
        for change in self.changes:
            counts[bucket(change.tracked.state, today)] -= 1
            counts[bucket(change.before, self.day)] += 1
        return counts

    def turned(self, *turns: Turn) -> tuple[Change, ...]:
        """The actions that went these ways, in the order of the ways and of the document."""
        return tuple(each for turn in turns for each in self.changes if each.turn is turn)


class Digest(Value):
    """All that a digest may tell: whose it is, and the day on which it is told.

    ``stages`` are the actions with a stage in the next fortnight; ``ahead`` is what starts in it or
    comes round, and ``behind`` what had its day before and of which nobody has spoken.
    """

    name: str
    today: date
    now: Summary
    since: Since
    stages: tuple[Tracked, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    behind: tuple[Ahead, ...] = ()

    @property
    def then(self) -> dict[Bucket, int]:
        return self.since.counts_then(self.now.counts, self.today)

    @property
    def uneventful(self) -> bool:
        """Nothing changed, nothing became late, and nothing is due."""
        lately = [each for each in self.behind if each.point.day >= self.since.day]
        news = self.since.changes or self.since.passed or lately
        return not news and not self.now.due_soon.count and not self.stages and not self.ahead


def changes_of(tracked: Sequence[Tracked], events: Iterable[Event]) -> tuple[Change, ...]:
    """The changes that these events made to these actions: two states of each, then and now.

    An event keeps the state as it was before it, so that before the first of them is the state
    then. What was said and taken back has changed nothing.
    """
    about: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda each: each.id or 0):
        about.setdefault(event.ref, []).append(event)
    found = (_change(each, about.get(each.action.ref, ())) for each in tracked)
    return tuple(each for each in found if each)


def thanked(changes: Iterable[Change]) -> tuple[str, ...]:
    """Who is thanked for what was completed: who said so, if it was theirs, or else its owners."""
    names: list[str] = []
    for change in changes:
        own = change.said.capacity in THEIRS
        names += [change.said.by_name] if own else change.tracked.action.owners
    return tuple(dict.fromkeys(names))


def _change(tracked: Tracked, events: Sequence[Event]) -> Change | None:
    if not events:
        return None
    before = events[0].before or tracked.state.origin
    if before == tracked.state:
        return None
    said = live(events)
    return Change(tracked=tracked, before=before, said=said[-1] if said else events[-1])


def _stands_as(before: ActionState, now: ActionState) -> bool:
    """Whether nothing but the words is new."""
    return (before.counts_as, before.expected, before.done, before.percent) == (
        now.counts_as,
        now.expected,
        now.done,
        now.percent,
    )


def _after(now: ActionState, before: ActionState) -> bool:
    assert now.expected is not None and before.expected is not None
    return now.expected > before.expected
