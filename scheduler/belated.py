"""What belongs under a digest and could not go in its hours goes in the next working hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.conversation import COMES_ROUND, Outgoing
from domain.occasions import at_work, last_moment
from domain.ports import UnitOfWork
from domain.sending import TOO_LATE, Undelivered

LOOKED_BACK = timedelta(days=14)


async def put_again(
    unit: UnitOfWork,
    now: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
    seen: dict[str, datetime] | None = None,
) -> int:
    """Put into the outbox, under the digest that went, what was too late, and keep it; each once.

    ``seen`` is the newest of it that was looked at before, by workspace.
    """
    if not at_work(now, zone, calendar):
        return 0
    seen = {} if seen is None else seen
    newest = await unit.outbox.last_given_up()
    if newest is None or newest == seen.get(unit.workspace):
        return 0
    again = await _put_again(unit, now, zone)
    if again:
        await unit.commit()
    seen[unit.workspace] = newest
    return again


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
