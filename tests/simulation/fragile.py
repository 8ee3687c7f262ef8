"""A store whose process may be killed at any step: before a commit, or right after it."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Self

from domain.events import Tracked
from domain.named import in_full
from domain.ports import Store
from tests.simulation.platform import Crash


@dataclass
class Fragile:
    store: Store
    dice: Random
    chance: float
    faulty: str | None = None  # the action that comes out of it broken
    dead: bool = False

    def __call__(self, workspace: str) -> Any:
        unit = self.store(workspace)
        return Breaking(unit, self) if self.dead or self.chance or self.faulty else unit

    def may_die(self) -> None:
        if self.dead or (self.chance and self.dice.random() < self.chance):
            self.dead = True
            raise Crash


class Breaking:
    """A unit of work in a process that may be killed."""

    def __init__(self, unit: Any, life: Fragile) -> None:
        self._unit = unit
        self._life = life

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    @property
    def actions(self) -> Any:
        faulty = self._life.faulty
        return Breaks(self._unit.actions, faulty) if faulty else self._unit.actions

    async def commit(self) -> None:
        self._life.may_die()
        await self._unit.commit()
        self._life.may_die()

    async def __aenter__(self) -> Self:
        self._life.may_die()
        await self._unit.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._unit.__aexit__(*error)


@dataclass(frozen=True)
class Breaks:
    """The actions of a store, one of which cannot be looked at."""

    actions: Any
    faulty: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.actions, name)

    async def awake(self, now: datetime, limit: int) -> list[tuple[str, Tracked]]:
        seen = await self.actions.awake(now, limit)
        return [(plan, self._as_it_comes(plan, tracked)) for plan, tracked in seen]

    def _as_it_comes(self, plan: str, tracked: Tracked) -> Tracked:
        if in_full(plan, tracked.action.ref) != self.faulty:
            return tracked
        return Tracked.model_construct(action=tracked.action, state=None)
