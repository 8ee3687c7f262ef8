"""What comes of sending a message. A platform's folder tells the outcomes apart."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.conversation import Outgoing, Reply
from domain.value import Value

TOO_LATE = "The hours for it had passed before the platform could be reached."

UNREADABLE = "What was kept of it can no longer be read."


FORGOTTEN = Reply(summary="")  # in place of what was said to somebody, once it has its end


class Fate(StrEnum):
    """What has become of a message. A doubtful one may have been delivered: nobody can look."""

    WAITING = "waiting"
    SENT = "sent"
    DOUBTFUL = "doubtful"
    GIVEN_UP = "given up"


class Receipt(Value):
    """The platform's own name for a message that it has; and of the thread that it opens.

    ``conversation`` is where it is, if it was sent to a person and not to a conversation.
    """

    message: str
    thread: str | None = None
    conversation: str | None = None


class NotSent(Exception):
    """Base of what a messenger may raise from send()."""


class Refused(NotSent):
    """Not now: not before ``retry_after``, in this conversation or in the whole workspace."""

    def __init__(self, retry_after: timedelta, everywhere: bool = False) -> None:
        super().__init__(f"refused for {retry_after.total_seconds():.0f} s")
        self.retry_after = retry_after
        self.everywhere = everywhere


class Unreachable(NotSent):
    """It was surely not delivered; the next attempt may be."""


class Unknown(NotSent):
    """It may have been delivered: the answer was lost, or none came in time."""


class Rejected(NotSent):
    """It never will be; ``why`` in words, for an administrator."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class CannotTell(Exception):
    """The platform has no way to look whether it has a message."""


class Leased(Outgoing):
    """A message taken from the outbox to be sent, by one sender ``until`` a moment.

    One ``in_doubt`` may have been delivered by an earlier attempt, of which this knows no end.
    """

    until: datetime
    attempts: int = 0
    first_try: datetime
    in_doubt: bool = False


class Undelivered(Value):
    """A message that was given up, when, and why in words."""

    message: Outgoing
    at: datetime
    why: str
