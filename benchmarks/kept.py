"""When letters were kept for good: what a beat does after that keeps nobody waiting."""

from time import perf_counter
from types import TracebackType
from typing import Any, cast

from domain.ports import Store, UnitOfWork


class Noting:
    """A store that notes when letters were last kept for good, in seconds of perf_counter()."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.last = 0.0

    def __call__(self, workspace: str) -> UnitOfWork:
        return cast(UnitOfWork, _Noted(self._store(workspace), self))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class _Noted:
    """A unit of work of such a store."""

    def __init__(self, unit: UnitOfWork, noting: Noting) -> None:
        self._unit, self._noting = unit, noting
        self._has_letters = False

    def __getattr__(self, name: str) -> Any:
        self._has_letters |= name == "outbox"
        return getattr(self._unit, name)

    async def commit(self) -> None:
        await self._unit.commit()
        if self._has_letters:
            self._noting.last = perf_counter()

    async def __aenter__(self) -> "_Noted":
        await self._unit.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._unit.__aexit__(kind, error, trace)
