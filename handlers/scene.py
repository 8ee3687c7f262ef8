"""Everything a handler may use, gathered once per request."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calendar import WEEKDAYS, Calendar
from domain.instructions import Arrangements
from domain.named import in_full
from domain.people import Directory, Person, Standing
from domain.places import Address
from domain.ports import UnitOfWork
from domain.problems import UnknownPlan
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


NOTHING = Arrangements()


@dataclass(frozen=True, slots=True)
class Scene:
    """``plan`` is the one that is spoken of; ``plans`` are all that the person may ask about.

    ``stands`` is what was arranged in the workspace.
    """

    standing: Standing
    directory: Directory
    plan: Plan
    now: datetime
    unit: UnitOfWork
    said: Said
    calendar: Calendar = WEEKDAYS  # of the council, without its own closures
    plans: tuple[Plan, ...] = ()
    stands: Arrangements = NOTHING

    @property
    def confidential(self) -> bool:
        """Whether what is said of the plan is for the asker alone."""
        return self.plan.key in self.stands.restricted

    async def of_plan(self, key: str) -> "Scene":
        """The same where what is spoken of belongs to this plan. Raise UnknownPlan."""
        if key == self.plan.key:
            return self
        known = [each.key for each in self.plans]
        if known and key not in known:  # of others, or of nobody: nobody is told which
            raise UnknownPlan(key, known)
        return replace(self, plan=await self.unit.plans.get(key))

    def named(self, plan: str, ref: str) -> str:
        """What an action is named by: in full where there are several plans."""
        return in_full(plan, ref) if len(self.plans) > 1 else ref

    @property
    def person(self) -> Person:
        return self.standing.person

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.astimezone(self.person.timezone).date()
