"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from domain.calendar import Calendar
from domain.ports import Clock, OpenUnit
from scheduler.reminders import remind


async def beat(open_unit: OpenUnit, workspace: str, clock: Clock, calendar: Calendar) -> None:
    """Write all that is due now. Doing it again, here or elsewhere, writes nothing twice."""
    await remind(open_unit, workspace, clock, calendar)
