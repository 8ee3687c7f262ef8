"""What belongs under a digest and could not go in its hours goes in the next working hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.conversation import COMES_ROUND, Outgoing
from domain.instructions import arranged
from domain.occasions import at_work, last_moment
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.reach import closed_by
from domain.sending import TOO_LATE, Undelivered

LOOKED_BACK = timedelta(days=14)


async def put_again(
    open_unit: OpenUnit, workspace: str, clock: Clock, calendar: Calendar, zone: ZoneInfo
) -> bool:
    """Put into the outbox, under the digest that went, what was too late, and keep it; each once.

    Return whether it was looked for: outside working hours it is not.
    """
    now = clock.now()
    if not at_work(now, zone, calendar):
        return False
    async with open_unit(workspace) as unit:
        closed = closed_by(arranged(await unit.instructions.all()).closures)
        if not at_work(now, zone, calendar.but(closed=closed)):
            return False
        if await _put_again(unit, now, zone):
            await unit.commit()
    return True


async def _put_again(unit: UnitOfWork, now: datetime, zone: ZoneInfo) -> int:
    given_up = await unit.outbox.given_up(now - LOOKED_BACK)
    again = [_today(each.message, now, zone) for each in given_up if comes_again(each)]
    return await unit.outbox.put_all(again) if again else 0


def comes_again(given_up: Undelivered) -> bool:
    """Whether it was only late, and is of what comes round: its words are put out again."""
    return given_up.why == TOO_LATE and given_up.message.kind in COMES_ROUND


def _today(message: Outgoing, now: datetime, zone: ZoneInfo) -> Outgoing:
    day = now.astimezone(zone).date()
    news = {"day": day, "not_before": now, "not_after": last_moment(day, zone)}
    return message.model_copy(update={"key": f"{message.key}+", **news})
