"""What somebody taught the bot counts in everybody's messages: administrators hear of it.

It comes with their next message, and is no reason for one.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from domain.concerns import Concern
from domain.conversation import Kind
from domain.instructions import CallIt, Instruction, in_force
from domain.ports import UnitOfWork
from handlers.local_words import told_of
from scheduler.office import Office

TOLD_WITHIN = timedelta(days=28)


async def words_taught(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
    """A concern of each administrator for each word as it stands, if another has said so lately."""
    return [
        Concern(
            person=reader.id,
            kind=Kind.NOTICE,
            once=f"taught {told.id}",
            parts=told_of(told, order, reader, office.today_of(reader)),
            aside=True,
        )
        for told, order in _lately(await unit.instructions.all(), office)
        for reader in office.administrators
        if reader.id != told.by
    ]


def _lately(every: Iterable[Instruction], office: Office) -> list[tuple[Instruction, CallIt]]:
    """The last that was said of each word, where that is not long ago."""
    words = {
        told.order.phrase: (told, told.order)
        for told in in_force(every)
        if isinstance(told.order, CallIt)
    }
    return [each for each in words.values() if each[0].at >= office.now - TOLD_WITHIN]
