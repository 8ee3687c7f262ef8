"""What the sender gave up is in the next message of the administrators, once for each message."""

from collections.abc import Sequence
from datetime import timedelta

from domain.concerns import Concern
from domain.ports import UnitOfWork
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
        for each in await unit.outbox.given_up(office.now - TOLD_WITHIN)
        if not comes_again(each)
        for reader in office.administrators
        if each.message.to != reader.id
    ]
