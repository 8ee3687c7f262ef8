"""The unit of work on a database."""

from collections.abc import Hashable, Sequence
from functools import cached_property
from types import TracebackType
from typing import Self

from domain.faults import Subject
from store.sql.actions import SqlActions
from store.sql.editions import SqlEditions
from store.sql.events import SqlEvents
from store.sql.instructions import SqlInstructions
from store.sql.newcomers import SqlNewcomers
from store.sql.outbox import SqlOutbox
from store.sql.people import SqlPeople
from store.sql.plans import SqlPlans
from store.sql.post import SqlInbox
from store.sql.pulses import SqlPulses
from store.sql.questions import SqlQuestions
from store.sql.talks import SqlTalks
from store.sql.traffic import SqlTraffic
from store.sql.transaction import Transaction


class SqlUnitOfWork:
    """Most want two or three of its parts: each is made when it is asked for."""

    def __init__(self, transaction: Transaction) -> None:
        self.workspace = transaction.workspace
        self._transaction = transaction

    @cached_property
    def plans(self) -> SqlPlans:
        return SqlPlans(self._transaction)

    @cached_property
    def actions(self) -> SqlActions:
        return SqlActions(self._transaction)

    @cached_property
    def events(self) -> SqlEvents:
        return SqlEvents(self._transaction)

    @cached_property
    def people(self) -> SqlPeople:
        return SqlPeople(self._transaction)

    @cached_property
    def questions(self) -> SqlQuestions:
        return SqlQuestions(self._transaction)

    @cached_property
    def instructions(self) -> SqlInstructions:
        return SqlInstructions(self._transaction)

    @cached_property
    def inbox(self) -> SqlInbox:
        return SqlInbox(self._transaction)

    @cached_property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self._transaction)

    @cached_property
    def editions(self) -> SqlEditions:
        return SqlEditions(self._transaction)

    @cached_property
    def traffic(self) -> SqlTraffic:
        return SqlTraffic(self._transaction)

    @cached_property
    def talks(self) -> SqlTalks:
        return SqlTalks(self._transaction)

    @cached_property
    def newcomers(self) -> SqlNewcomers:
        return SqlNewcomers(self._transaction)

    @cached_property
    def pulses(self) -> SqlPulses:
        return SqlPulses(self._transaction)

    @property
    def unread(self) -> Sequence[Subject]:
        return self._transaction.unread

    async def known(self) -> Hashable:
        return await self._transaction.known()

    async def commit(self) -> None:
        await self._transaction.commit()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._transaction.close()
