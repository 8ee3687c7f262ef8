"""One tick of digests: each partnership group's once a week, and the board's once a month."""

import logging
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.conversation import Kind
from domain.digests import Digest
from domain.faults import What
from domain.instructions import arranged
from domain.occasions import Monthly, may_come
from domain.people import LONDON, Directory
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.reach import closed_by
from domain.work import Plan
from handlers.digest_wording import Issue, Reader, issue
from handlers.digests import News, digest_of, digest_of_plan
from handlers.roll_ups import roll_up
from scheduler.faults import Faults
from scheduler.publishing import Due, Morning, Series, due_of, publish

log = logging.getLogger(__name__)

WEEK, MONTH = timedelta(days=7), timedelta(days=31)
ROLL_UP = Monthly()


async def digest(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    zone: ZoneInfo = LONDON,
    faults: Faults | None = None,
) -> int:
    """Write what is due and was not written before. Return how many these are.

    Each issue is kept whole, or not at all; what one cannot be written for stays due, and is kept
    in the ``faults``.
    """
    now = clock.now()
    faults = faults or Faults(workspace).begin(now)
    if not may_come(now, zone, calendar):
        return 0
    async with open_unit(workspace) as unit:
        stands = arranged(await unit.instructions.all())
        calendar = calendar.but(closed=closed_by(stands.closures))
        directory = await unit.people.directory()
        series = [*_series(await unit.plans.all(), stands.restricted, directory)]
        due = await due_of(series, unit, now, calendar, zone)
    morning = Morning(now, zone, directory)
    written = 0
    for each in due:
        write = _of_board if each.series.kind is Kind.ROLL_UP else _of_group
        name = What.DIGEST, each.series.name, each.series.plan.key
        if not may_come(clock.now(), zone, calendar):
            break  # a machine may have slept in the midst: the next beat writes it as of then
        if not faults.rests_until(*name):
            with faults.spared(*name):
                written += await publish(each, morning, write, open_unit, workspace)
    if due:
        log.info("digests_written", extra={"workspace": workspace, "digests": written})
    return written


def _series(
    plans: Sequence[Plan], restricted: Collection[str], directory: Directory
) -> Iterator[Series]:
    """What comes round for the groups that can be spoken to; nothing of a restricted plan."""
    titled = len(plans) > 1
    for plan in (each for each in plans if each.key not in restricted):
        for group in directory.partnership_groups:
            if group.address is None:
                continue
            yield Series(Kind.DIGEST, group, plan, group.digest, WEEK, titled)
            if group.board:
                yield Series(Kind.ROLL_UP, group, plan, ROLL_UP, MONTH, titled)


async def _of_group(due: Due, news: News, morning: Morning, unit: UnitOfWork) -> Issue | None:
    found = await digest_of(due.series.group, news, unit, due.series.titled)
    return issue(found, Reader(morning.directory, morning.zone)) if found else None


async def _of_board(due: Due, news: News, morning: Morning, unit: UnitOfWork) -> Issue | None:
    """The whole plan, and a line for each group that answers for some of it."""
    whole = await digest_of_plan(news, unit)
    if not whole.now.total:
        return None
    groups: list[Digest] = []
    for group in morning.directory.partnership_groups:
        found = await digest_of(group, news, unit)
        groups += [found] if found else []
    return roll_up(whole, groups, Reader(morning.directory, morning.zone))
