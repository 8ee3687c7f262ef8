"""The plans that messages are read against, kept from one message to the next.

Indexing a large plan takes far longer than reading a message. What is kept of it is what its
document prints, and the store tells whenever that has changed, whoever changed it. How the actions
stand is never taken from here: handlers/reading.py asks the store again.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.events import Tracked
from domain.ports import UnitOfWork
from domain.summary import Scope
from domain.work import Plan
from handlers.whose import Whose
from language.references.known import KnownPlan

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
        self.read = 0  # plans, so far
        self._kept: OrderedDict[tuple[str, str], Known] = OrderedDict()
        self._reading: dict[tuple[str, str], asyncio.Lock] = {}

    async def of(self, key: str, names: Sequence[str], unit: UnitOfWork) -> Known:
        """The plan as it is printed now; ``names`` are the people and posts a message may name.

        Of several who want it one reads it, and others are answered meanwhile.
        """
        printing = await unit.plans.printing(key)  # first: what changes later is read again
        place = unit.workspace, key
        kept = self._current(place, printing)
        if kept is None:
            async with self._reading.setdefault(place, asyncio.Lock()):
                kept = self._current(place, printing)
                if kept is None:
                    kept = await _read(key, printing, tuple(names), unit)
                    self._kept[place] = kept
                    self.read += 1
        if kept.names != tuple(names):
            kept = replace(kept, plan=kept.plan.naming(names), names=tuple(names))
        self._kept[place] = kept
        self._kept.move_to_end(place)
        self._forget()
        return kept

    @property
    def workspaces(self) -> set[str]:
        """Where plans that are kept were spoken of."""
        return {workspace for workspace, _ in self._kept}

    def _current(self, place: tuple[str, str], printing: str) -> Known | None:
        kept = self._kept.get(place)
        return kept if kept and kept.printing == printing else None

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
    return await asyncio.to_thread(_indexed, plan, tracked, printing, names)


def _indexed(
    plan: Plan, tracked: Sequence[Tracked], printing: str, names: tuple[str, ...]
) -> Known:
    return Known(KnownPlan.of(plan, tracked, names), Whose.of(plan, tracked), printing, names)
