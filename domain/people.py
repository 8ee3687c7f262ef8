"""Who is talking, what they answer for, and through which platform we know them."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.names import folded
from domain.occasions import Weekly
from domain.places import Address
from domain.value import Value

LONDON = ZoneInfo("Europe/London")


class Account(Value):
    """One login on one platform: the only identity a platform can vouch for."""

    platform: str
    workspace: str
    user: str


class Person(Value):
    """An officer, a chair or an administrator."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    email: str | None = None
    timezone: ZoneInfo = LONDON


class Holding(Value):
    """A post is held by a person from a day to a day, both included; None is open."""

    post: str
    person: str  # Person.id
    start: date | None = None
    end: date | None = None
    deputy: bool = False


class Leave(Value):
    """A person is away, both days included, and may have said who answers meanwhile."""

    person: str  # Person.id
    start: date
    end: date
    delegate: str | None = None  # Person.id
    words: str = ""


class Office(StrEnum):
    ADMINISTRATOR = "administrator"
    CHAIR = "chair"
    VICE = "vice-chair"


class Appointment(Value):
    """A person's office: over the workspace, or in one partnership group."""

    person: str  # Person.id
    office: Office
    partnership_group: str | None = None


class PartnershipGroup(Value):
    """The body that answers for a section or group.

    ``channel`` is what people call the place where it talks, and ``address`` the way there: without
    one it cannot be spoken to. ``digest`` is when it is told how its actions stand. The board hears
    of all groups, once a month.
    """

    name: str
    slug: str
    channel: str | None = None
    address: Address | None = None
    digest: Weekly = Weekly()
    board: bool = False


class Directory(Value):
    """Everybody a workspace knows, and who stands for whom."""

    people: tuple[Person, ...] = ()
    posts: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    leave: tuple[Leave, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    partnership_groups: tuple[PartnershipGroup, ...] = ()

    def person(self, id: str) -> Person | None:
        return next((each for each in self.people if each.id == id), None)

    def named(self, name: str) -> Person | None:
        """The one person of this name or other name; None where there is none or more."""
        found = [each for each in self.people if folded(name) in _names(each)]
        return found[0] if len(found) == 1 else None

    def holders(self, post: str, day: date) -> tuple[Person, ...]:
        """Who holds a post on a day, deputies last."""
        held = [each for each in self.holdings if folded(each.post) == folded(post)]
        held = [each for each in held if _covers(each.start, each.end, day)]
        held.sort(key=lambda each: each.deputy)
        return tuple(person for each in held if (person := self.person(each.person)))

    def behind(self, owner: str, day: date) -> tuple[Person, ...]:
        """The people to speak to about an owner as the plan prints it; () for a vacant post."""
        person = self.named(owner)
        return (person,) if person else self.holders(owner, day)

    def chairs(self, partnership_group: str) -> tuple[Person, ...]:
        return self._in_office({Office.CHAIR, Office.VICE}, partnership_group)

    def administrators(self) -> tuple[Person, ...]:
        return self._in_office({Office.ADMINISTRATOR}, None)

    def _in_office(self, offices: set[Office], body: str | None) -> tuple[Person, ...]:
        wanted = folded(body) if body else None
        return tuple(
            person
            for each in self.appointments
            if each.office in offices
            and (wanted is None or folded(each.partnership_group or "") == wanted)
            and (person := self.person(each.person))
        )


class Standing(Value):
    """For whom somebody may speak at a moment. Names are folded."""

    person: Person
    names: frozenset[str]
    posts: frozenset[str] = frozenset()
    covers: frozenset[str] = frozenset()  # the names and posts of those who are away
    chairs: frozenset[str] = frozenset()
    every_chair: bool = False  # "the chair" of whatever group: only where one speaks in a trial
    administrator: bool = False

    def owns(self, owners: Iterable[str]) -> bool:
        """Whether any of these owners, as printed, is this person or a post of theirs."""
        return not (self.names | self.posts).isdisjoint(map(folded, owners))

    @property
    def steers(self) -> bool:
        """Whether there is anything that this person may set for others."""
        return bool(self.administrator or self.every_chair or self.chairs)

    def chairs_of(self, group: str) -> bool:
        """Whether this person chairs a partnership group."""
        return self.every_chair or folded(group) in self.chairs


def standing_of(person: Person, directory: Directory, now: datetime) -> Standing:
    """Work out for whom ``person`` may speak: each is away on the days it is where they are."""
    own = [each for each in directory.appointments if each.person == person.id]
    away = [
        owner
        for each in directory.leave
        if each.delegate == person.id
        and (owner := directory.person(each.person))
        and _covers(each.start, each.end, _day_of(owner, now))
    ]
    covered = [_names(each) | _posts(each, directory, now) for each in away]
    return Standing(
        person=person,
        names=_names(person),
        posts=_posts(person, directory, now),
        covers=frozenset().union(*covered),
        chairs=frozenset(folded(each.partnership_group) for each in own if each.partnership_group),
        administrator=any(each.office is Office.ADMINISTRATOR for each in own),
    )


def _names(person: Person) -> frozenset[str]:
    return frozenset(map(folded, (person.name, *person.other_names)))


def _posts(person: Person, directory: Directory, now: datetime) -> frozenset[str]:
    day = _day_of(person, now)
    return frozenset(
        folded(each.post)
        for each in directory.holdings
        if each.person == person.id and _covers(each.start, each.end, day)
    )


def _day_of(person: Person, now: datetime) -> date:
    return now.astimezone(person.timezone).date()


def _covers(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)
