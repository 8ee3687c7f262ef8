"""Sending what is in the outbox: leased at the platform's pace, and handed to the postman."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from domain.faults import What
from domain.pacing import EVERYWHERE, lane, room, turn
from domain.ports import UnitOfWork
from domain.sending import UNREADABLE, Leased
from domain.stale import Stale, staleness, wanting
from scheduler.postman import LEASE, Postman, Sending

log = logging.getLogger(__name__)

AT_ONCE = 50  # messages on their way at a time; those of one conversation go one by one


async def send_due(sending: Sending, workspace: str) -> int:
    """Send what is due and has room now. Return how many messages were dealt with.

    A message is marked as sent only after it was. One whose outcome is not known is looked for
    before it is sent again; where a platform cannot look, it is said again with the next.
    """
    dealt_with = 0
    for platform in sorted(sending.messengers):
        dealt_with += await _by(platform, sending, workspace)
    return dealt_with


async def _by(platform: str, sending: Sending, workspace: str) -> int:
    leased = await _taken(platform, sending, workspace)
    if not leased:
        return 0
    async with sending.open_unit(workspace) as unit:
        stale = await _stale(unit, leased, sending.clock.now())
        doubtful = await unit.outbox.doubtful(platform)
    postman = Postman(sending, workspace, sending.messengers[platform], stale, doubtful)
    leased.sort(key=_place)  # stable: the oldest first in each
    rounds = [[*those] for _, those in groupby(leased, key=_place)]
    await asyncio.gather(*map(postman.deliver, rounds))
    return len(leased)


async def _taken(platform: str, sending: Sending, workspace: str) -> list[Leased]:
    """Lease what may go now; what its conversation has no room for gets its own moment."""
    now = sending.clock.now()
    pacing = sending.messengers[platform].pacing
    async with sending.open_unit(workspace) as unit:
        due = await unit.outbox.next_due(platform)
        if due is None or due > now:
            return []
        flows = await unit.traffic.flows(platform)
        free = room(pacing, flows[EVERYWHERE], now, AT_ONCE)
        if not free:
            return []
        leased = await unit.outbox.lease(platform, now, now + LEASE, free)
        flows = await unit.traffic.flows(platform, {lane(each) for each in leased})
        planned = turn(leased, pacing, flows, now)
        for each in leased:
            if each.key in planned.later:
                await unit.outbox.defer(each, planned.later[each.key])
        await unit.traffic.keep(platform, planned.flows)
        unread = [each.name for each in unit.unread if each.what is What.MESSAGE]
        await unit.commit()
    for key in unread:
        log.error("given_up", extra={"key": key, "why": UNREADABLE})
    return [each for each in leased if each.key not in planned.later]


async def _stale(unit: UnitOfWork, leased: Sequence[Leased], now: datetime) -> dict[str, Stale]:
    """The messages that should not go any more, and why."""
    found: dict[str, Stale] = {}
    for each in leased:
        kept = [await unit.actions.states(plan, refs) for plan, refs in wanting(each).items()]
        why = staleness(each, (state for some in kept for state in some.values()), now)
        if why is not None:
            found[each.key] = why
    return found


def _place(message: Leased) -> str:
    return lane(message)
