"""What the sender gave up is in the next message of the administrators, once for each message."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.concerns import Concern
from domain.ports import UnitOfWork
from domain.sending import Undelivered
from handlers.escalating import undelivered as told
from scheduler.belated import comes_again
from scheduler.office import Office

TOLD_WITHIN = timedelta(days=14)


async def undelivered(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
    """A concern of each administrator for each message that nobody had; not for their own."""
    if not office.administrators:
        return []
    return [
        told(each, reader, office.reach.directory, office.today)
        for each in await _lost(unit, office.now)
        for reader in office.administrators
        if each.message.to != reader.id
    ]


async def _lost(unit: UnitOfWork, now: datetime) -> Sequence[Undelivered]:
    """What nobody had of late, and will not have."""
    given_up = await unit.outbox.given_up(now - TOLD_WITHIN)
    return [each for each in given_up if not comes_again(each)]
