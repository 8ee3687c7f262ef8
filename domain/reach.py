"""Who is asked about an action on a day, and why nobody can be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from domain.calendar import DAY, Calendar
from domain.events import Tracked
from domain.instructions import Arrangements, Close
from domain.names import folded
from domain.people import Account, Directory, Holding, Leave, Person


class Hindrance(StrEnum):
    """Why nobody is asked about an action."""

    NO_OWNER = "no owner"
    VACANT = "vacant"  # nobody holds the post that owns it
    UNKNOWN = "unknown"  # neither a person nor a post of this name is known
    NO_ACCOUNT = "no account"  # there is somebody, but no way to speak to them
    AWAY = "away"  # and nobody covers
    HANDED_ON = "handed on"  # they say it is not theirs, or somebody else's now


class Asked(NamedTuple):
    """Who is asked, and for whom where it is not for themselves."""

    person: Person
    covers: Person | None = None


class Unasked(NamedTuple):
    """Why nobody is asked: ``owner`` as printed; ``person`` and ``leave`` of who is away."""

    why: Hindrance
    owner: str = ""
    person: Person | None = None
    leave: Leave | None = None


@dataclass(frozen=True)
class Reach:
    """Everybody a workspace knows, quick to look up, with their accounts and arrangements."""

    directory: Directory
    accounts: Mapping[str, Account]
    arrangements: Arrangements = field(default_factory=Arrangements)
    calendar: Calendar = field(default_factory=Calendar)
    now: datetime | None = None  # where it is known, each is on leave by their own day
    _named: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    _held: dict[str, list[Holding]] = field(default_factory=lambda: defaultdict(list))
    _leave: dict[str, list[Leave]] = field(default_factory=lambda: defaultdict(list))
    _people: dict[str, Person] = field(default_factory=dict)
    _posts: set[str] = field(default_factory=set)
    _calendars: dict[str, Calendar] = field(default_factory=dict)
    _days: dict[tzinfo, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person in self.directory.people:
            self._people[person.id] = person
            for name in {folded(each) for each in (person.name, *person.other_names)}:
                self._named[name].append(person)
        self._posts.update(map(folded, self.directory.posts))
        for holding in sorted(self.directory.holdings, key=lambda each: each.deputy):
            self._held[folded(holding.post)].append(holding)
        for leave in self.directory.leave:
            self._leave[leave.person].append(leave)

    def asked(self, tracked: Tracked, day: date) -> Asked | Unasked:
        """The first owner who can be asked, or who answers for them; else what hinders it."""
        if tracked.state.disowned:
            return Unasked(why=Hindrance.HANDED_ON, owner=tracked.state.handed_to or "")
        hindrances = []
        for owner in tracked.action.owners:
            for found in self._candidates(owner, day):
                if isinstance(found, Asked):
                    return found
                hindrances.append(found)
        away = (each for each in hindrances if each.why is Hindrance.AWAY)
        first = next(iter(hindrances), Unasked(why=Hindrance.NO_OWNER))
        return next(away, first)

    def behind(self, owner: str, day: date) -> tuple[Person, ...]:
        """The one person of this name, or who holds this post on a day, deputies last."""
        named = self._named.get(folded(owner), [])
        if len(named) == 1:
            return (named[0],)
        held = [(each, self._people[each.person]) for each in self._held.get(folded(owner), [])]
        return tuple(person for each, person in held if _holds(each, self._own(person, day)))

    def calendar_of(self, person: Person) -> Calendar:
        """The days a person works: not their leave, unless somebody answers for them then."""
        if person.id not in self._calendars:
            self._calendars[person.id] = self._own_calendar(person)
        return self._calendars[person.id]

    def _own_calendar(self, person: Person) -> Calendar:
        week = self.arrangements.weeks.get(person.id)
        uncovered = [each for each in self._leave.get(person.id, ()) if not each.delegate]
        if not (week or uncovered):
            return self.calendar
        off = (day for each in uncovered for day in _days(each))
        return self.calendar.but(closed=off, week=week)

    def comings_and_goings(self, tracked: Tracked, day: date) -> Iterator[tuple[Person, date]]:
        """Each day, by their own, from which on somebody who may be asked is away or back.

        Nor may be asked who does not hold the post that owns the action any more, or not yet.
        """
        for owner in tracked.action.owners:
            for holding in self._held.get(folded(owner), []):
                yield from self._turns(holding.person, holding.start, holding.end)
            for person in self.behind(owner, day) if self._leave else ():
                yield from self.turns_of(person)
                for leave in self._leave.get(person.id, []):
                    if delegate := self._people.get(leave.delegate or ""):
                        yield from self.turns_of(delegate)

    def turns_of(self, person: Person) -> Iterator[tuple[Person, date]]:
        """The same of one person."""
        for leave in self._leave.get(person.id, []):
            yield from self._turns(person.id, leave.start, leave.end)

    def _turns(
        self, person: str, start: date | None, end: date | None
    ) -> Iterator[tuple[Person, date]]:
        if start is not None:
            yield self._people[person], start
        if end is not None and end < date.max:
            yield self._people[person], end + DAY

    def person(self, id: str) -> Person | None:
        return self._people.get(id)

    def leave_of(self, person: Person, day: date) -> Leave | None:
        """The leave a person is on, as last told."""
        on = [each for each in self._leave.get(person.id, []) if each.start <= day <= each.end]
        return on[-1] if on else None

    def can_be_told(self, people: tuple[Person, ...], day: date) -> tuple[Person, ...]:
        """Those who have an account and are not away."""
        return tuple(
            each
            for each in people
            if each.id in self.accounts and not self.leave_of(each, self._own(each, day))
        )

    def _candidates(self, owner: str, day: date) -> Iterator[Asked | Unasked]:
        people = self.behind(owner, day)
        if not people:
            vacant = folded(owner) in self._posts
            yield Unasked(why=Hindrance.VACANT if vacant else Hindrance.UNKNOWN, owner=owner)
        for person in people:
            leave = self.leave_of(person, self._own(person, day))
            yield self._covering(person, leave, day) if leave else self._with_account(person)

    def _with_account(self, person: Person, covers: Person | None = None) -> Asked | Unasked:
        if person.id in self.accounts:
            return Asked(person=person, covers=covers)
        return Unasked(why=Hindrance.NO_ACCOUNT, owner=person.name, person=person)

    def _covering(self, person: Person, leave: Leave, day: date) -> Asked | Unasked:
        delegate = self._people.get(leave.delegate or "")
        there = delegate and not self.leave_of(delegate, self._own(delegate, day))
        if delegate and there and delegate.id in self.accounts:
            return Asked(person=delegate, covers=person)
        return Unasked(why=Hindrance.AWAY, owner=person.name, person=person, leave=leave)

    def _own(self, person: Person, day: date) -> date:
        """The day it is for the person, when it is this one for the council."""
        if self.now is None:
            return day
        zone = person.timezone
        if zone not in self._days:
            self._days[zone] = self.now.astimezone(zone).date()
        return self._days[zone]


def closed_by(closures: tuple[Close, ...]) -> frozenset[date]:
    """The days on which the council is closed."""
    return frozenset(day for each in closures for day in _days(each))


def _days(closed: Leave | Close) -> Iterator[date]:
    day = closed.start
    while day <= closed.end:
        yield day
        day += DAY


def _holds(holding: Holding, day: date) -> bool:
    starts = holding.start is None or holding.start <= day
    return starts and (holding.end is None or day <= holding.end)
