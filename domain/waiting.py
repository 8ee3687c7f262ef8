"""Which of the messages that wait for an answer comes next. Pure."""

from collections.abc import Iterable
from datetime import datetime

from domain.conversation import Request
from domain.people import Account
from domain.value import Value

PASSED_AFTER = 4  # attempts that failed, after which a message holds up nobody any more


class Waiting(Value):
    """A message that was taken in; ``attempts`` to answer it have failed so far."""

    request: Request
    attempts: int = 0
    next_try: datetime | None = None


def first_due(waiting: Iterable[Waiting], now: datetime) -> Waiting | None:
    """The oldest message that may be answered now; what a person says is taken in its order.

    A message that fails holds up its author's later ones, for they may speak of the same action,
    but not for ever.
    """
    held: set[Account] = set()
    for each in waiting:
        who = each.request.account
        if who in held:
            continue
        if each.next_try is None or each.next_try <= now:
            return each
        if each.attempts < PASSED_AFTER:
            held.add(who)
    return None
