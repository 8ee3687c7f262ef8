"""The unit of work in memory: for tests, and for a trial without a file."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from store.memory.editions import MemoryEditions
from store.memory.events import MemoryEvents, MemoryQuestions
from store.memory.instructions import MemoryInstructions
from store.memory.kept import Draft, Shelf
from store.memory.newcomers import MemoryNewcomers
from store.memory.outbox import MemoryOutbox, MemoryTraffic
from store.memory.people import MemoryPeople
from store.memory.plans import MemoryActions, MemoryPlans
from store.memory.post import MemoryInbox, MemoryLedger
from store.memory.pulses import MemoryPulses
from store.memory.talks import MemoryTalks
from store.turns import PATIENCE


@dataclass
class Memory:
    """What survives from one unit of work to the next, by workspace."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    patience: float = PATIENCE

    def shelf(self, workspace: str) -> Shelf:
        return self.shelves.setdefault(workspace, Shelf())


class MemoryUnitOfWork:
    def __init__(self, memory: Memory, workspace: str) -> None:
        self.workspace = workspace
        self._draft = Draft(memory.shelf(workspace), memory.patience)
        self.plans = MemoryPlans(self._draft)
        self.actions = MemoryActions(self._draft)
        self.events = MemoryEvents(self._draft)
        self.people = MemoryPeople(self._draft)
        self.questions = MemoryQuestions(self._draft)
        self.instructions = MemoryInstructions(self._draft)
        self.ledger = MemoryLedger(self._draft)
        self.inbox = MemoryInbox(self._draft)
        self.outbox = MemoryOutbox(self._draft)
        self.editions = MemoryEditions(self._draft)
        self.traffic = MemoryTraffic(self._draft)
        self.talks = MemoryTalks(self._draft)
        self.newcomers = MemoryNewcomers(self._draft)
        self.pulses = MemoryPulses(self._draft)

    async def known(self) -> Hashable:
        return self._draft.read().known()

    async def commit(self) -> None:
        self._draft.publish()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._draft.discard()
