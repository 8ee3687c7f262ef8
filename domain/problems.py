"""What can go wrong in a way that the person talking to us can put right.

Each carries the facts; the sentence for people is written in handlers/wording.py.
Anything that is not a Problem is a fault of ours or an outage and is left to propagate.
"""

from collections.abc import Iterable, Sequence
from datetime import date


class Problem(Exception):
    """Base of everything we can explain to the person who asked."""


class UnknownPerson(Problem):
    """The account is real, but not linked to anyone."""


class NoPlan(Problem):
    """Nothing has been imported into this workspace yet."""


class NoPlanForYou(Problem):
    """There are plans, but all of them are restricted to others."""


class UnknownPlan(Problem):
    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(f"no plan {key!r}")
        self.key = key
        self.known = tuple(known)


class UnknownAction(Problem):
    def __init__(self, ref: str, near: Sequence[str] = ()) -> None:
        super().__init__(f"no action {ref!r}")
        self.ref = ref
        self.near = tuple(near)


class UnknownPart(Problem):
    """No section, group or action of this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no part {name!r}")
        self.name = name
        self.known = tuple(known)


class UnknownName(Problem):
    """No person, post or partnership group of this name: ``kind`` says which was wanted."""

    def __init__(self, name: str, kind: str, known: Sequence[str]) -> None:
        super().__init__(f"no {kind} {name!r}")
        self.name = name
        self.kind = kind
        self.known = tuple(known)


class NotYours(Problem):
    """An action is somebody else's: ``owners`` as printed, ``people`` who they are."""

    def __init__(self, ref: str, owners: Sequence[str], people: Sequence[str] = ()) -> None:
        super().__init__(f"{ref} belongs to {owners!r}")
        self.ref = ref
        self.owners = tuple(owners)
        self.people = tuple(people)


class NotAllowed(Problem):
    """This is for others to do: ``what`` names it, and ``whose`` it is; ``people`` can be asked."""

    def __init__(self, what: str, whose: str, people: Iterable[str] = ()) -> None:
        super().__init__(what)
        self.what = what
        self.whose = whose
        self.people = tuple(people)


class BeyondReach(Problem):
    """A day that no plan speaks of was meant."""

    def __init__(self, day: date) -> None:
        super().__init__(str(day))
        self.day = day


class NothingToUndo(Problem):
    """This person has changed nothing that still stands."""


class NoQuestion(Problem):
    """An answer came, but nothing was asked, or it was answered before."""


class MessageTooLong(Problem):
    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} characters, at most {limit}")
        self.length = length
        self.limit = limit


class Unreadable(Problem):
    """A document that cannot be taken in. ``what``, ``where`` and ``remedy`` are in words."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class StoreUnavailable(Problem):
    """The database cannot be used as it is; ``what`` and ``remedy`` say so in words."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


type Unknown = NoPlan | NoPlanForYou | UnknownPlan | UnknownAction | UnknownPart | UnknownName
type AnyProblem = (
    Unknown
    | UnknownPerson
    | NotYours
    | NotAllowed
    | BeyondReach
    | NothingToUndo
    | NoQuestion
    | MessageTooLong
    | Unreadable
    | StoreUnavailable
)
"""Every problem there is, so that the type checker names those that have no words yet."""
