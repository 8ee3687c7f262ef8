"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.rounds import rounds_in
from scheduler.belated import put_again
from scheduler.channels import channels
from scheduler.diary import LONG_AGO, Diary
from scheduler.digests import digest
from scheduler.forgetting import FORGETS_EVERY, forget_unanswered
from scheduler.reminders import Source, remind
from scheduler.rounds import speaks
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
        return [*await _speaking(unit, diary, clock.now(), zone)]

    silence = diary.silences[workspace]
    with unswept():
        await remind(open_unit, workspace, clock, calendar, speaking, zone, [shared_news], silence)
    news = diary.given_up[workspace] != diary.put_again[workspace]
    if news and await put_again(open_unit, workspace, clock, calendar, zone):
        diary.put_again[workspace] = diary.given_up[workspace]
    await digest(open_unit, workspace, clock, calendar, zone)
    if clock.now() >= diary.forgets_at[workspace]:
        await forget_unanswered(open_unit, workspace, clock)
        diary.forgets_at[workspace] = clock.now() + FORGETS_EVERY


async def _speaking(
    unit: UnitOfWork, diary: Diary, now: datetime, zone: ZoneInfo
) -> Iterator[Source]:
    """The sources that may have something to say on a day like this."""
    today = now.astimezone(zone).date()
    held = rounds_in(await unit.instructions.all())
    groups = (await unit.people.directory()).partnership_groups
    given_up = await unit.outbox.last_given_up() or LONG_AGO
    diary.given_up[unit.workspace] = given_up

    def found() -> Iterator[Source]:
        if any(speaks(each, today, zone) for each in held):
            yield diary.rounds
        if any(each.address is None for each in groups):
            yield channels
        if given_up >= now - TOLD_WITHIN:
            yield undelivered

    return found()
