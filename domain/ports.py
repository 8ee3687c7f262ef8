"""What the inside needs from the outside, said from the inside.

A unit of work belongs to one workspace: nothing that is asked of it, and nothing that is put into
it, ever crosses to another.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from domain.conversation import Outgoing
from domain.events import ActionState, Tracked
from domain.faults import Subject
from domain.newcomers import Newcomers
from domain.pacing import Pacing
from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)
from domain.post import Editions, Inbox, Outbox, Traffic
from domain.pulses import Pulses
from domain.record import Events, Instructions, Questions
from domain.sending import Receipt
from domain.summary import SHOWN, Moment, Scope, Summary
from domain.talks import Talks
from domain.value import Value
from domain.work import Action, Plan


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class KeptDocument(Value):
    """A plan document as it was read: what the next reading is compared with.

    ``plan`` is the plan as this document has it; None where it was not kept yet.
    """

    name: str
    digest: str  # SHA-256 of its bytes, in hex
    read_at: datetime
    plan: Plan | None = None
    actions: tuple[Action, ...]


class Plans(Protocol):
    async def get(self, key: str) -> Plan:
        """Raise UnknownPlan, with the keys there are."""
        ...

    async def default(self) -> Plan:
        """The plan that nobody has to name: the one first put. Raise NoPlan if there is none."""
        ...

    async def all(self) -> Sequence[Plan]: ...

    async def put(self, plan: Plan) -> None:
        """Add the plan or replace the one of its key."""
        ...

    async def printing(self, key: str) -> str:
        """A mark of what is printed of a plan and its actions: another one after each change.

        No two are ever the same, so that whoever has read all of them knows whether to do it again.
        """
        ...

    async def last_document(self, key: str) -> KeptDocument | None: ...

    async def keep_document(self, key: str, document: KeptDocument) -> None:
        """Keep the document as the last of its plan; those before it stay."""
        ...

    async def withdraw_document(self, key: str) -> None:
        """Take the last document away: the one before it is the last again, if there is one."""
        ...


class Actions(Protocol):
    async def get(self, plan: str, ref: str) -> Tracked:
        """The action of exactly this ref. Raise UnknownAction."""
        ...

    async def within(self, scope: Scope) -> Sequence[Tracked]:
        """The actions of a part of a plan, in document order."""
        ...

    async def put(self, plan: str, actions: Sequence[Action]) -> None:
        """Add actions at the end of the plan, or replace what the document says of them.

        A new action stands as domain.events.at_first; the state of one that is replaced stays.
        """
        ...

    async def settle(self, plan: str, ref: str, state: ActionState) -> None:
        """Keep the present state beside the action, for queries. Events decide what it is."""
        ...

    async def settle_all(self, plan: str, states: Mapping[str, ActionState]) -> None:
        """Keep the present states of many actions, by their refs. Raise UnknownAction."""
        ...

    async def summary(self, scope: Scope, moment: Moment, shown: int = SHOWN) -> Summary:
        """What domain.summary.summarise says of the actions within the scope, counted fast."""
        ...

    async def states(self, plan: str, refs: Collection[str]) -> Mapping[str, ActionState]:
        """The present states of those actions of a plan that there are."""
        ...

    async def awake(self, now: datetime, limit: int) -> Sequence[tuple[str, Tracked]]:
        """Actions of all plans to be looked at by now, each with its plan's key.

        Those that do not sleep come first, then who wakes earliest. Putting or settling an action
        wakes it, so that a change is always looked at.
        """
        ...

    async def wake(self, plan: str, moments: Mapping[str, datetime | None]) -> None:
        """Let actions sleep until a moment: NEVER (domain.hours) ends no sleep, None wakes now."""
        ...

    async def wake_all(self, moments: Mapping[str, Mapping[str, datetime | None]]) -> None:
        """The same of actions of several plans, by plan and ref."""
        ...

    async def rouse(self, scope: Scope) -> None:
        """Wake what is within a part of a plan: something it depends on has changed."""
        ...

    async def of(self, plan: str, refs: Collection[str]) -> Sequence[Tracked]:
        """The actions of these refs, as far as there are any, in document order."""
        ...

    async def passed(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        """What is open although its accepted date fell from ``start`` to before ``end``."""
        ...

    async def staged(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        """What is open and has its next stage from ``start`` to before ``end``."""
        ...

    async def turning(self, scope: Scope, start: date, end: date) -> Sequence[Tracked]:
        """What is open and is to begin from ``start`` to before ``end``, or comes round."""
        ...


class People(Protocol):
    async def directory(self) -> Directory: ...

    async def behind(self, account: Account) -> Person:
        """Raise UnknownPerson where the account is linked to nobody."""
        ...

    async def accounts(self, person: str) -> Sequence[Account]:
        """All of somebody's accounts: the one they used last comes first, unused ones by name."""
        ...

    async def reachable(self) -> Mapping[str, Account]:
        """Everybody who can be spoken to, by Person.id, with the first account of theirs."""
        ...

    async def used(self, account: Account, at: datetime) -> None:
        """Note that somebody spoke to us through an account; one that is nobody's is not noted."""
        ...

    async def put(self, *persons: Person) -> None:
        """Add each person or replace the one of their id."""
        ...

    async def link(self, account: Account, person: str) -> None: ...
    async def unlink(self, account: Account) -> None: ...

    async def linked(self, platform: str, workspace: str) -> Mapping[Account, str]:
        """All accounts in what a platform calls a workspace, each with its Person.id."""
        ...

    async def add_post(self, *titles: str) -> None:
        """Add each post; doing it again changes nothing."""
        ...

    async def hold(self, holding: Holding) -> None: ...
    async def leave(self, leave: Leave) -> None: ...
    async def appoint(self, appointment: Appointment) -> None: ...
    async def dismiss(self, appointment: Appointment) -> None: ...

    async def put_group(self, *groups: PartnershipGroup) -> None:
        """Add each partnership group or replace the one of its slug."""
        ...


class UnitOfWork(Protocol):
    """One all-or-nothing change. Leaving it without commit() discards everything."""

    @property
    def workspace(self) -> str: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def actions(self) -> Actions: ...
    @property
    def events(self) -> Events: ...
    @property
    def people(self) -> People: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def instructions(self) -> Instructions: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def editions(self) -> Editions: ...
    @property
    def traffic(self) -> Traffic: ...
    @property
    def talks(self) -> Talks: ...
    @property
    def newcomers(self) -> Newcomers: ...
    @property
    def pulses(self) -> Pulses: ...
    @property
    def unread(self) -> Sequence[Subject]:
        """What is kept but could not be read, and was left out of what this unit of work saw."""
        ...

    async def known(self) -> Hashable:
        """Equal as long as nobody changes who is who, which plans there are or what was agreed."""
        ...

    async def commit(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Store(Protocol):
    """Where everything is kept: it opens units of work, and knows which workspaces there are."""

    def __call__(self, workspace: str) -> UnitOfWork: ...

    async def workspaces(self) -> Sequence[str]: ...


type OpenUnit = Callable[[str], UnitOfWork]
"""Opens a unit of work for the workspace of this name."""


class Messenger(Protocol):
    """Speaks first on one platform, without having been spoken to."""

    @property
    def pacing(self) -> Pacing:
        """How fast the platform lets us speak."""
        ...

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Raise Refused, Unreachable, Unknown or Rejected (domain.sending), as it came out.

        The message carries its key where the platform can keep it, for was_it_delivered.
        """
        ...

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        """Look whether the platform has the message of this key.

        Raise CannotTell where there is no way to look, Refused or Unreachable if not now.
        """
        ...
