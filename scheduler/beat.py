"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, OpenUnit
from scheduler.channels import channels
from scheduler.digests import digest
from scheduler.forgetting import forget_unanswered
from scheduler.reminders import Source, remind
from scheduler.rounds import Rounds
from scheduler.shared_news import shared_news
from scheduler.undelivered import undelivered


async def beat(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    zone: ZoneInfo = LONDON,
    rounds: Rounds | None = None,
) -> None:
    """Write all that is due now. Doing it again, here or elsewhere, writes nothing twice.

    ``zone`` is the workspace's: that of its channels. ``rounds``, where it is kept from beat to
    beat, saves looking at a great round each time.
    """
    sources: list[Source] = [rounds or Rounds(), channels, undelivered, shared_news]
    await remind(open_unit, workspace, clock, calendar, sources, zone)
    await digest(open_unit, workspace, clock, calendar, zone)
    await forget_unanswered(open_unit, workspace, clock)
