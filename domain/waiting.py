"""Which of the messages that wait for an answer may be answered now. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from domain.conversation import Request
from domain.people import Account
from domain.value import Value

PASSED_AFTER = 4  # attempts that failed, after which a message holds up nobody any more
WORDLESS: Mapping[str, object] = {"text": "", "form": ()}  # of an answered request: its words go


class Waiting(Value):
    """A message that was taken in; ``attempts`` to answer it have failed so far.

    ``received_at`` is when it was: "tomorrow" is the day after that, however long it has waited.
    """

    request: Request
    received_at: datetime | None = None
    attempts: int = 0
    next_try: datetime | None = None

    @property
    def overtaken(self) -> bool:
        """Whether later words of its author may have been taken before it."""
        return self.attempts >= PASSED_AFTER


def due(waiting: Iterable[Waiting], now: datetime) -> Iterator[Waiting]:
    """Of each person the first message that may be answered now, the oldest first.

    What somebody says is taken in its order, and waits for nobody else. A message that fails holds
    up its author's later ones, for they may speak of the same action, but not for ever.
    """
    held: set[Account] = set()
    for each in waiting:
        who = each.request.account
        if who in held:
            continue
        ready = each.next_try is None or each.next_try <= now
        if ready:
            yield each
        if ready or not each.overtaken:
            held.add(who)
