"""Sending what is in the outbox: leased, sent, marked; given back where sending failed."""

import logging
from collections.abc import Mapping
from datetime import timedelta

from domain.conversation import Outgoing
from domain.ports import Clock, Messenger, OpenUnit

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
AGAIN = timedelta(minutes=1)
AT_ONCE = 50


async def send_due(
    open_unit: OpenUnit, workspace: str, messengers: Mapping[str, Messenger], clock: Clock
) -> int:
    """Send what is due by the messenger of its platform. Return how many were sent.

    A message is marked as sent only after it was; one that could not be sent is tried again.
    """
    now = clock.now()
    async with open_unit(workspace) as unit:
        leased = await unit.outbox.lease(now, now + LEASE, AT_ONCE)
        await unit.commit()
    sent = [await _send(each, open_unit, workspace, messengers, clock) for each in leased]
    return sum(sent)


async def _send(
    message: Outgoing,
    open_unit: OpenUnit,
    workspace: str,
    messengers: Mapping[str, Messenger],
    clock: Clock,
) -> bool:
    went = await _went(message, messengers)
    async with open_unit(workspace) as unit:
        if went:
            await unit.outbox.sent(message.key, clock.now())
        else:
            await unit.outbox.retry(message.key, clock.now() + AGAIN)
        await unit.commit()
    return went


async def _went(message: Outgoing, messengers: Mapping[str, Messenger]) -> bool:
    messenger = messengers.get(message.address.platform)
    if messenger is None:
        log.warning("no_messenger", extra={"platform": message.address.platform})
        return False
    try:
        await messenger.send(message.address, message.reply)
    except Exception:
        log.exception("not_sent", extra={"key": message.key})
        return False
    return True
