"""One beat: everything the bot says unasked is written to the outbox, for the sender to send."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.instructions import passed_on
from domain.people import LONDON
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.rounds import rounds_in
from scheduler.belated import put_again
from scheduler.channels import channels
from scheduler.diary import Diary
from scheduler.digests import digest
from scheduler.faults import LONG_AGO, ours
from scheduler.forgetting import FORGETS_EVERY, forget_unanswered, sweep
from scheduler.passed_on import TOLD_WITHIN as PASSED_ON_WITHIN
from scheduler.passed_on import words_passed_on
from scheduler.reminders import Source, remind
from scheduler.rounds import speaks
from scheduler.shared_news import shared_news
from scheduler.sweeping import unswept
from scheduler.taught import words_taught
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
    silence, faults = diary.silences[workspace], diary.faults_of(workspace)

    async def speaking(unit: UnitOfWork) -> Sequence[Source]:
        return [*await _speaking(unit, diary, clock.now(), zone)]

    async def reminded() -> None:
        asides = [shared_news, words_taught]
        with unswept():
            await remind(
                open_unit, workspace, clock, calendar, speaking, zone, asides, silence, faults
            )

    async def again() -> None:
        news = diary.given_up[workspace] != diary.put_again[workspace]
        if news and await put_again(open_unit, workspace, clock, calendar, zone):
            diary.put_again[workspace] = diary.given_up[workspace]

    async def digested() -> None:
        await digest(open_unit, workspace, clock, calendar, zone, faults)

    async def forgotten() -> None:
        if clock.now() >= diary.forgets_at[workspace]:
            await forget_unanswered(open_unit, workspace, clock)
            await sweep(open_unit, workspace, clock)
            diary.forgets_at[workspace] = clock.now() + FORGETS_EVERY

    await _each(reminded, again, digested, forgotten)


async def _each(*parts: Callable[[], Awaitable[None]]) -> None:
    """Do all of them. What one raises is raised when the others have been done."""
    failed: list[Exception] = []
    for part in parts:
        try:
            await part()
        except Exception as error:
            if not ours(error):
                raise
            failed.append(error)
    for first in failed:
        raise first


async def _speaking(
    unit: UnitOfWork, diary: Diary, now: datetime, zone: ZoneInfo
) -> Iterator[Source]:
    """The sources that may have something to say on a day like this."""
    today = now.astimezone(zone).date()
    told = await unit.instructions.all()
    held = rounds_in(told)
    groups = (await unit.people.directory()).partnership_groups
    given_up = await unit.outbox.last_given_up() or LONG_AGO
    diary.given_up[unit.workspace] = given_up

    def found() -> Iterator[Source]:
        if any(speaks(each, today, zone) for each in held):
            yield diary.rounds
        if passed_on(told, now - PASSED_ON_WITHIN):
            yield words_passed_on
        if any(each.address is None for each in groups):
            yield channels
        if given_up >= now - TOLD_WITHIN:
            yield undelivered

    return found()
