"""What was read of a workspace, kept from one unit of work to the next until it changes.

Each unit of work that changes something puts a new mark on its workspace, in the same transaction;
so one short row tells whether what is kept still holds, whoever changed it and from where.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from enum import StrEnum
from typing import Any, NamedTuple

from store.tables import (
    AccountRow,
    ActionRow,
    AnsweringRow,
    AppointmentRow,
    HoldingRow,
    InstructionRow,
    LeaveRow,
    OtherNameRow,
    PartnershipGroupRow,
    PersonRow,
    PlanRow,
    PostRow,
    SectionRow,
    StandingRow,
)

MOST = 2_000  # things kept, of all workspaces


class Kind(StrEnum):
    """Of what there are marks, by their columns of WorkspaceRow."""

    KNOWN = "known"  # who is who, what plans there are, what was agreed
    STANDING = "standing"  # how actions stand


KINDS = {
    **dict.fromkeys(
        (
            AccountRow,
            AppointmentRow,
            HoldingRow,
            InstructionRow,
            LeaveRow,
            OtherNameRow,
            PartnershipGroupRow,
            PersonRow,
            PlanRow,
            PostRow,
            SectionRow,
        ),
        Kind.KNOWN,
    ),
    **dict.fromkeys((ActionRow, AnsweringRow, StandingRow), Kind.STANDING),
}
KIND_OF = {row.__tablename__: kind for row, kind in KINDS.items()}
"""Which mark a change to a table makes new."""


class Marks(NamedTuple):
    """How the workspace was marked when this unit of work looked."""

    known: str
    standing: str


NO_WORKSPACE = Marks("", "")


class Held(NamedTuple):
    marks: tuple[str, ...]
    value: Any


def at_any_time(value: object) -> bool:
    return True


class Remembered:
    """Values that nobody changes, each under its workspace and name."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Held] = OrderedDict()
        self._reading: dict[Hashable, asyncio.Lock] = {}

    async def recall[Value](
        self,
        name: Hashable,
        marks: tuple[str, ...],
        read: Callable[[], Awaitable[Value]],
        holds: Callable[[Value], bool] = at_any_time,
    ) -> Value:
        """What was read under these marks and still ``holds``, or what is read now.

        Of several who want the same one reads it.
        """
        found = self._find(name, marks)
        if found and holds(found.value):
            return found.value  # type: ignore[no-any-return]  # the name stands for the type
        async with self._reading.setdefault(name, asyncio.Lock()):
            found = self._find(name, marks)
            if found is None or not holds(found.value):
                found = Held(marks, await read())
                self._keep(name, found)
        return found.value  # type: ignore[no-any-return]  # as above

    def _find(self, name: Hashable, marks: tuple[str, ...]) -> Held | None:
        found = self._held.get(name)
        if found is None or found.marks != marks:
            return None
        self._held.move_to_end(name)
        return found

    def _keep(self, name: Hashable, held: Held) -> None:
        self._held[name] = held
        self._held.move_to_end(name)
        while len(self._held) > self._most:
            forgotten, _ = self._held.popitem(last=False)
            self._reading.pop(forgotten, None)
