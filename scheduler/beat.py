"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, OpenUnit
from domain.rounds import rounds_in
from scheduler.channels import channels
from scheduler.digests import digest
from scheduler.forgetting import forget_unanswered
from scheduler.reminders import Source, remind
from scheduler.rounds import Rounds, speaks
from scheduler.shared_news import shared_news
from scheduler.sweeping import unswept
from scheduler.undelivered import lost, undelivered


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
    sources = await _speaking(open_unit, workspace, rounds or Rounds(), clock.now(), zone)
    with unswept():
        await remind(open_unit, workspace, clock, calendar, sources, zone, asides=[shared_news])
    await digest(open_unit, workspace, clock, calendar, zone)
    await forget_unanswered(open_unit, workspace, clock)


async def _speaking(
    open_unit: OpenUnit, workspace: str, rounds: Rounds, now: datetime, zone: ZoneInfo
) -> list[Source]:
    """The sources that may have something to say: at most beats none has."""
    today = now.astimezone(zone).date()
    async with open_unit(workspace) as unit:
        held = rounds_in(await unit.instructions.all())
        groups = (await unit.people.directory()).partnership_groups
        undone = await lost(unit, now)

    def found() -> Iterator[Source]:
        if any(speaks(each, today, zone) for each in held):
            yield rounds
        if any(each.address is None for each in groups):
            yield channels
        if undone:
            yield undelivered

    return list(found())
