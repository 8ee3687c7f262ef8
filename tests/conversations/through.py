"""The store as the bot on a platform has it, when a test puts another in the harbour's hands."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.ports import Store, UnitOfWork
from tests.conversations.conftest import Harbour


@dataclass(frozen=True)
class Through:
    """The store, by the way that the harbour has to it at the time."""

    harbour: Harbour
    store: Store

    def __call__(self, workspace: str) -> UnitOfWork:
        return self.harbour.open_unit(workspace)

    async def workspaces(self) -> Sequence[str]:
        return await self.store.workspaces()
