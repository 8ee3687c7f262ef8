"""What is kept of a workspace, and whose turn it is to write there."""

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime

from domain.conversation import Outgoing, Request
from domain.events import Event, Tracked
from domain.instructions import Instruction
from domain.intents import Question
from domain.newcomers import Newcomer
from domain.occasions import Edition
from domain.pacing import Flow
from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)
from domain.places import Address
from domain.ports import KeptDocument
from domain.sending import Fate, Receipt
from domain.talks import Talk
from domain.value import Value
from domain.work import Plan
from store.turns import PATIENCE, wait_for


@dataclass(frozen=True)
class Delivery:
    request: Request
    received_at: datetime
    answered_at: datetime | None = None
    attempts: int = 0
    next_try: datetime | None = None


class Letter(Value):
    outgoing: Outgoing
    next_try: datetime
    fate: Fate = Fate.WAITING
    attempts: int = 0
    claimed_until: datetime | None = None
    in_doubt: bool = False
    first_try: datetime | None = None
    receipt: Receipt | None = None
    given_up_at: datetime | None = None
    why: str = ""

    def but(self, **news: object) -> "Letter":
        return self.model_copy(update=news)


@dataclass
class Kept:
    """All that one workspace has."""

    plans: dict[str, Plan] = field(default_factory=dict)
    printings: dict[str, str] = field(default_factory=dict)  # plan
    documents: dict[str, tuple[KeptDocument, ...]] = field(default_factory=dict)  # plan
    actions: dict[str, dict[str, Tracked]] = field(default_factory=dict)  # plan, ref
    asleep: dict[str, dict[str, datetime]] = field(default_factory=dict)  # plan, ref
    events: list[Event] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[Account, str] = field(default_factory=dict)
    used: dict[Account, datetime] = field(default_factory=dict)  # when last
    posts: set[str] = field(default_factory=set)
    holdings: list[Holding] = field(default_factory=list)
    leave: list[Leave] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    partnership_groups: dict[str, PartnershipGroup] = field(default_factory=dict)  # slug
    questions: list[Question] = field(default_factory=list)
    instructions: list[Instruction] = field(default_factory=list)
    inbox: dict[str, Delivery] = field(default_factory=dict)
    outbox: dict[str, Letter] = field(default_factory=dict)
    flows: dict[tuple[str, str], Flow] = field(default_factory=dict)  # platform, conversation
    editions: dict[tuple[str, str], Edition] = field(default_factory=dict)  # series, occasion
    talks: dict[Address, Talk] = field(default_factory=dict)
    newcomers: dict[Account, Newcomer] = field(default_factory=dict)
    pulses: dict[str, datetime] = field(default_factory=dict)  # replica
    directory: Directory | None = None  # as it was last listed

    def known(self) -> Hashable:
        """Who is who, which plans there are and what was agreed."""
        mapped = (self.plans, self.printings, self.people, self.accounts, self.partnership_groups)
        listed = (self.holdings, self.leave, self.appointments, self.instructions)
        own = [tuple(each.items()) for each in mapped]
        return (*own, *(tuple[object, ...](each) for each in listed), frozenset(self.posts))

    def copy(self) -> "Kept":
        """A copy to be written in; the values themselves never change."""
        parts = ((name, each) for name, each in vars(self).items() if name != "directory")
        own = {name: each.copy() for name, each in parts}
        own["actions"] = {plan: dict(those) for plan, those in self.actions.items()}
        own["asleep"] = {plan: dict(those) for plan, those in self.asleep.items()}
        return Kept(**own, directory=self.directory)


@dataclass
class Shelf:
    """What is committed of a workspace. One unit of work writes at a time."""

    kept: Kept = field(default_factory=Kept)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Draft:
    """What one unit of work sees: what is committed, and from its first change its own copy."""

    def __init__(self, shelf: Shelf, patience: float = PATIENCE) -> None:
        self._shelf = shelf
        self._patience = patience
        self._own: Kept | None = None

    def read(self) -> Kept:
        return self._own or self._shelf.kept

    async def write(self) -> Kept:
        """Wait for this unit's turn; what is read from now on stays until it ends."""
        if self._own is None:
            await wait_for(self._shelf.turn, self._patience)
            self._own = self._shelf.kept.copy()
        return self._own

    def publish(self) -> None:
        if self._own is not None:
            self._shelf.kept = self._own
        self.discard()

    def discard(self) -> None:
        if self._own is not None:
            self._own = None
            self._shelf.turn.release()
