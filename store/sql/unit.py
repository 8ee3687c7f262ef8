"""The unit of work on a database."""

from types import TracebackType
from typing import Self

from store.sql.actions import SqlActions
from store.sql.editions import SqlEditions
from store.sql.events import SqlEvents
from store.sql.instructions import SqlInstructions
from store.sql.newcomers import SqlNewcomers
from store.sql.outbox import SqlOutbox
from store.sql.people import SqlPeople
from store.sql.plans import SqlPlans
from store.sql.post import SqlInbox, SqlLedger
from store.sql.pulses import SqlPulses
from store.sql.questions import SqlQuestions
from store.sql.talks import SqlTalks
from store.sql.traffic import SqlTraffic
from store.sql.transaction import Transaction


class SqlUnitOfWork:
    def __init__(self, transaction: Transaction) -> None:
        self.workspace = transaction.workspace
        self._transaction = transaction
        self.plans = SqlPlans(self._transaction)
        self.actions = SqlActions(self._transaction)
        self.events = SqlEvents(self._transaction)
        self.people = SqlPeople(self._transaction)
        self.questions = SqlQuestions(self._transaction)
        self.instructions = SqlInstructions(self._transaction)
        self.ledger = SqlLedger(self._transaction)
        self.inbox = SqlInbox(self._transaction)
        self.outbox = SqlOutbox(self._transaction)
        self.editions = SqlEditions(self._transaction)
        self.traffic = SqlTraffic(self._transaction)
        self.talks = SqlTalks(self._transaction)
        self.newcomers = SqlNewcomers(self._transaction)
        self.pulses = SqlPulses(self._transaction)

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
