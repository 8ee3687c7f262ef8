"""The plans that messages are read against, kept from one message to the next.

Indexing a large plan takes far longer than reading a message. What is kept of it is what its
document prints, and the store tells whenever that has changed, whoever changed it. How the actions
stand is never taken from here: handlers/reading.py asks the store again.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.ports import UnitOfWork
from domain.summary import Scope
from handlers.whose import Whose
from language.known import KnownPlan

MOST = 200_000  # actions kept in all


@dataclass(frozen=True, slots=True)
class Known:
    """A plan ready to be spoken of: for reading what is said, and whose its actions are."""

    plan: KnownPlan
    whose: Whose
    printing: str  # of the store, when the plan was read
    names: tuple[str, ...]  # of the people and posts of the workspace, then


class KnownPlans:
    """Keeps the plans that were spoken of last, up to so many actions, each in its workspace."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str], Known] = OrderedDict()

    async def of(self, key: str, names: Sequence[str], unit: UnitOfWork) -> Known:
        """The plan as it is printed now; ``names`` are the people and posts a message may name."""
        printing = await unit.plans.printing(key)  # first: what changes later is read again
        kept = self._kept.pop((unit.workspace, key), None)
        if kept is None or kept.printing != printing:
            kept = await _read(key, printing, tuple(names), unit)
        elif kept.names != tuple(names):
            kept = replace(kept, plan=kept.plan.naming(names), names=tuple(names))
        self._kept[unit.workspace, key] = kept
        self._forget()
        return kept

    @property
    def count(self) -> int:
        """How many actions are kept."""
        return sum(len(each.plan.listed) for each in self._kept.values())

    def _forget(self) -> None:
        """Let those go that were not spoken of for longest; the last one may be of any size."""
        while self.count > self._most and len(self._kept) > 1:
            self._kept.popitem(last=False)


async def _read(key: str, printing: str, names: tuple[str, ...], unit: UnitOfWork) -> Known:
    plan = await unit.plans.get(key)
    tracked = await unit.actions.within(Scope(plan=key))
    return Known(KnownPlan.of(plan, tracked, names), Whose.of(plan, tracked), printing, names)
