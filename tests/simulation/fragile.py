"""A store whose process may be killed at any step: before a commit, or right after it."""

from dataclasses import dataclass
from random import Random
from typing import Any, Self

from domain.ports import Store
from tests.simulation.platform import Crash


@dataclass
class Fragile:
    store: Store
    dice: Random
    chance: float
    dead: bool = False

    def __call__(self, workspace: str) -> Any:
        unit = self.store(workspace)
        return Breaking(unit, self) if self.dead or self.chance else unit

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
