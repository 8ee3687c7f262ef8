"""What comes in, what goes out and what has come out: the part of domain.ports on that."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.conversation import Outgoing, Request, Telling
from domain.occasions import Edition
from domain.pacing import Flow
from domain.sending import Leased, Receipt, Undelivered
from domain.waiting import Waiting


class Inbox(Protocol):
    """Deliveries from the platforms, kept from the acknowledgement until they are answered."""

    async def receive(self, request: Request, at: datetime) -> bool:
        """Keep the delivery; False where one of its id was kept before.

        It waits for nobody who writes, as far as the database lets it: the platform waits for it.
        """
        ...

    async def known(self, id: str) -> bool:
        """Whether a delivery of this id was kept, answered or not."""
        ...

    async def waiting(self, limit: int) -> Sequence[Request]:
        """Those not yet answered, oldest first."""
        ...

    async def due(self, now: datetime) -> Sequence[Waiting]:
        """The messages that may be answered now, by domain.waiting.due; others see them as well."""
        ...

    async def hold(self, id: str) -> Waiting | None:
        """The message of this id if it still waits; until this unit of work ends it is ours."""
        ...

    async def retry(self, id: str, at: datetime) -> None:
        """Let the message be taken again from ``at``: answering it has failed."""
        ...

    async def answered(self, id: str, at: datetime) -> bool:
        """Keep only that it came and was answered: its words, also in a form, are forgotten.

        Whether it still waited for that.
        """
        ...

    async def forget_answered(self, before: datetime, most: int) -> int:
        """Remove what was answered before a moment, of the ``most`` oldest. Return how many.

        A delivery of the same id that comes after that is taken for a new one.
        """
        ...


class Outbox(Protocol):
    """Messages to be sent, written in the transaction that causes them."""

    async def put(self, outgoing: Outgoing) -> bool:
        """Keep the message; False where one of its key was kept before."""
        ...

    async def put_all(self, messages: Sequence[Outgoing]) -> int:
        """Keep many messages at once; say how many were not kept before."""
        ...

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        """The messages for a person of that day and later, sent or not, oldest first.

        Not those that were given up: nobody had them.
        """
        ...

    async def told(self, people: Collection[str], since: date) -> Mapping[str, Sequence[Telling]]:
        """What ``written`` has for each of these people, as short as can be: many at once."""
        ...

    async def next_due(self, platform: str) -> datetime | None:
        """When the first message that waits for this platform may be tried."""
        ...

    async def lease(
        self, platform: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Leased]:
        """Take up to ``limit`` messages that are due and that nobody else holds.

        Answers to somebody come first, then what nobody asked for; the oldest first in each. What
        is under another message waits for it, and comes with its thread.
        """
        ...

    async def sent(self, key: str, at: datetime, receipt: Receipt | None = None) -> None:
        """Keep that it went out. Of an answer the words go: they may be private."""
        ...

    # Only who holds a message may say these; from one whose lease has passed they change nothing.

    async def defer(self, message: Leased, at: datetime) -> None:
        """Give the message back untried, to be taken again from ``at``."""
        ...

    async def retry(self, message: Leased, at: datetime, in_doubt: bool = False) -> None:
        """Give the message back after an attempt, to be tried again from ``at``."""
        ...

    async def doubt(self, message: Leased, at: datetime) -> None:
        """Nobody can know whether it was delivered: it is not sent again."""
        ...

    async def give_up(self, message: Leased, at: datetime, why: str) -> None:
        """Send neither this message nor what is under it any more; an answer is forgotten too."""
        ...

    async def withdraw(self, message: Leased) -> bool:
        """Take back a message that surely nobody had: as if it had never been written.

        Whether it was taken back.
        """
        ...

    async def waiting(self, keys: Collection[str]) -> Collection[str]:
        """Which of the messages of these keys are still to be sent, as far as anybody knows."""
        ...

    async def doubtful(self, platform: str) -> Sequence[Outgoing]:
        """The messages of which nobody can know, oldest first."""
        ...

    async def last_given_up(self) -> datetime | None:
        """When a message was given up last."""
        ...

    async def given_up(self, since: datetime) -> Sequence[Undelivered]:
        """What was given up at that moment or later, oldest first."""
        ...

    async def forget_ended(self, before: datetime, most: int) -> int:
        """Remove what was to go before a moment and waits no more, of the ``most`` oldest.

        Return how many. A message of the same key that is put after that is kept as a new one.
        """
        ...


class Traffic(Protocol):
    """What has gone out lately on each platform, for the pacing of what goes next."""

    async def flows(self, platform: str, conversations: Collection[str] = ()) -> Mapping[str, Flow]:
        """The flows of these and, under pacing.EVERYWHERE, of the whole workspace.

        Until this unit of work ends, nobody else is given them.
        """
        ...

    async def keep(self, platform: str, flows: Mapping[str, Flow]) -> None: ...


class Editions(Protocol):
    """What has come out of what comes round: each occasion of a series once."""

    async def add(self, series: str, edition: Edition) -> bool:
        """Keep that it came out; False where its occasion had done so before."""
        ...

    async def recall(self, series: str, occasion: str) -> None:
        """Forget that it came out on this occasion: nobody has seen it."""
        ...

    async def last(self) -> Mapping[str, Edition]:
        """What came out last of each series."""
        ...

    async def forget_passed(self, before: datetime) -> int:
        """Remove what came out before a moment, but of each series the last. Return how many.

        That one stays, however many have followed: what followed may be recalled.
        """
        ...
