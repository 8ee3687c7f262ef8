"""What was said, asked and ordered: the part of domain.ports on that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.events import Event
from domain.instructions import Instruction
from domain.intents import Question


class Events(Protocol):
    async def append(self, event: Event) -> Event:
        """Keep the event and return it with its id, greater than any before it."""
        ...

    async def append_all(self, events: Sequence[Event]) -> None:
        """Keep many events, each with an id greater than any before it."""
        ...

    async def get(self, id: int) -> Event | None: ...

    async def about(self, plan: str, ref: str) -> Sequence[Event]:
        """All that was said about an action, oldest first."""
        ...

    async def between(
        self, plan: str, start: datetime | None, end: datetime | None
    ) -> Sequence[Event]:
        """All events of a plan with start < at <= end, oldest first; None is open."""
        ...

    async def after(self, plan: str, id: int) -> Sequence[Event]:
        """All events of a plan with a greater id, oldest first."""
        ...

    async def newest(self) -> int:
        """The id of the newest event of any plan, 0 where there is none."""
        ...

    async def said_with(self, message: str, person: str) -> Sequence[Event]:
        """What this person changed with a message, by the id of its request, oldest first."""
        ...

    async def last_message(self, person: str) -> Sequence[Event]:
        """The events of this person's last message that changed something and still stands."""
        ...


class Questions(Protocol):
    async def ask(self, question: Question) -> Question:
        """Keep the question and return it with its id."""
        ...

    async def get(self, id: int) -> Question | None: ...

    async def last(self, person: str) -> Question | None:
        """The question this person was asked last, answered or not."""
        ...

    async def asked_with(self, message: str, person: str) -> Sequence[Question]:
        """What this person was asked on a message and has not answered, oldest first."""
        ...

    async def close(self, id: int) -> None:
        """Mark the question as answered, and forget the words that led to it and its options."""
        ...

    async def expire(self, before: datetime) -> int:
        """Close whatever was asked before this moment and is unanswered. Return how many."""
        ...


class Instructions(Protocol):
    async def append(self, instruction: Instruction) -> Instruction:
        """Keep the instruction and return it with its id, greater than any before it."""
        ...

    async def all(self) -> Sequence[Instruction]:
        """All that was ever told, oldest first."""
        ...
