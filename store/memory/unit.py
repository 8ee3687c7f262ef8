"""The unit of work in memory: for tests, and for a trial without a file."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import TracebackType
from typing import Self

from domain.faults import Subject
from store.memory.editions import MemoryEditions
from store.memory.events import MemoryEvents, MemoryQuestions
from store.memory.instructions import MemoryInstructions
from store.memory.kept import Draft, Shelf
from store.memory.newcomers import MemoryNewcomers
from store.memory.outbox import MemoryOutbox, MemoryTraffic
from store.memory.people import MemoryPeople
from store.memory.plans import MemoryActions, MemoryPlans
from store.memory.post import MemoryInbox
from store.memory.pulses import MemoryPulses
from store.memory.talks import MemoryTalks
from store.turns import PATIENCE


@dataclass
class Memory:
    """What survives from one unit of work to the next, by workspace."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    patience: float = PATIENCE

    def shelf(self, workspace: str) -> Shelf:
        if workspace not in self.shelves:
            self.shelves[workspace] = Shelf()
        return self.shelves[workspace]


class MemoryUnitOfWork:
    """Most want two or three of its parts: each is made when it is asked for."""

    def __init__(self, memory: Memory, workspace: str) -> None:
        self.workspace = workspace
        self._draft = Draft(memory.shelf(workspace), memory.patience)

    @cached_property
    def plans(self) -> MemoryPlans:
        return MemoryPlans(self._draft)

    @cached_property
    def actions(self) -> MemoryActions:
        return MemoryActions(self._draft)

    @cached_property
    def events(self) -> MemoryEvents:
        return MemoryEvents(self._draft)

    @cached_property
    def people(self) -> MemoryPeople:
        return MemoryPeople(self._draft)

    @cached_property
    def questions(self) -> MemoryQuestions:
        return MemoryQuestions(self._draft)

    @cached_property
    def instructions(self) -> MemoryInstructions:
        return MemoryInstructions(self._draft)

    @cached_property
    def inbox(self) -> MemoryInbox:
        return MemoryInbox(self._draft)

    @cached_property
    def outbox(self) -> MemoryOutbox:
        return MemoryOutbox(self._draft)

    @cached_property
    def editions(self) -> MemoryEditions:
        return MemoryEditions(self._draft)

    @cached_property
    def traffic(self) -> MemoryTraffic:
        return MemoryTraffic(self._draft)

    @cached_property
    def talks(self) -> MemoryTalks:
        return MemoryTalks(self._draft)

    @cached_property
    def newcomers(self) -> MemoryNewcomers:
        return MemoryNewcomers(self._draft)

    @cached_property
    def pulses(self) -> MemoryPulses:
        return MemoryPulses(self._draft)

    @property
    def unread(self) -> Sequence[Subject]:
        return ()

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
