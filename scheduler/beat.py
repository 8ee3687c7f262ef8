"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, OpenUnit
from scheduler.digests import digest
from scheduler.reminders import remind


async def beat(
    open_unit: OpenUnit, workspace: str, clock: Clock, calendar: Calendar, zone: ZoneInfo = LONDON
) -> None:
    """Write all that is due now. Doing it again, here or elsewhere, writes nothing twice.

    ``zone`` is the workspace's: that of its channels.
    """
    await remind(open_unit, workspace, clock, calendar)
    await digest(open_unit, workspace, clock, calendar, zone)
