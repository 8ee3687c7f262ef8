"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.rounds import rounds_in
from scheduler.channels import channels
from scheduler.diary import Diary
from scheduler.digests import digest
from scheduler.forgetting import forget_unanswered
from scheduler.reminders import Source, remind
from scheduler.rounds import Rounds, speaks
from scheduler.shared_news import shared_news
from scheduler.sweeping import unswept
from scheduler.undelivered import TOLD_WITHIN, undelivered


async def beat(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    zone: ZoneInfo = LONDON,
    diary: Diary | None = None,
) -> None:
    """Write all that is due now. Doing it again, here or elsewhere, writes nothing twice.

    ``zone`` is the workspace's: that of its channels. A ``diary`` that is kept from beat to beat
    saves looking again at what is the same.
    """
    diary = diary or Diary()

    async def speaking(unit: UnitOfWork) -> Sequence[Source]:
        return [*await _speaking(unit, diary.rounds, clock.now(), zone)]

    silence = diary.silences[workspace]
    with unswept():
        await remind(open_unit, workspace, clock, calendar, speaking, zone, [shared_news], silence)
    await digest(open_unit, workspace, clock, calendar, zone, diary.put_again)
    await forget_unanswered(open_unit, workspace, clock)


async def _speaking(
    unit: UnitOfWork, rounds: Rounds, now: datetime, zone: ZoneInfo
) -> Iterator[Source]:
    """The sources that may have something to say on a day like this."""
    today = now.astimezone(zone).date()
    held = rounds_in(await unit.instructions.all())
    groups = (await unit.people.directory()).partnership_groups
    given_up = await unit.outbox.last_given_up()

    def found() -> Iterator[Source]:
        if any(speaks(each, today, zone) for each in held):
            yield rounds
        if any(each.address is None for each in groups):
            yield channels
        if given_up and given_up >= now - TOLD_WITHIN:
            yield undelivered

    return found()
