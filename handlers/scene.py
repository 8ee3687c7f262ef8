"""Everything a handler may use, gathered once per request."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import WEEKDAYS, Calendar
from domain.people import Directory, Person, Standing
from domain.places import Address
from domain.ports import UnitOfWork
from domain.work import Plan


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, whole; where; and the request it came with.

    ``address`` is the place itself, where it was said on a platform.
    """

    words: str
    where: str
    message: str
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    standing: Standing
    directory: Directory
    plan: Plan
    now: datetime
    unit: UnitOfWork
    said: Said
    calendar: Calendar = WEEKDAYS  # of the council, without its own closures

    @property
    def person(self) -> Person:
        return self.standing.person

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.astimezone(self.person.timezone).date()
