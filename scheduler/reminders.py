"""One tick of reminding: find what needs a word today and put it in the outbox, once."""

import logging
from datetime import date, datetime, time

from domain.calendar import Calendar
from domain.conversation import Address, Kind, Outgoing
from domain.people import Account, Directory
from domain.ports import Clock, OpenUnit, UnitOfWork
from domain.problems import NoPlan
from domain.reminders import Reminder, due_reminders
from domain.summary import Scope
from handlers.reminding import reminder

log = logging.getLogger(__name__)

ASK_AT = time(9, 15)  # in the person's own zone


async def remind(open_unit: OpenUnit, workspace: str, clock: Clock, calendar: Calendar) -> int:
    """Write what is due now and was not written before. Return how many messages that is.

    Each person's message is written under a key that names the day, so that a second process, a
    restart or a late beat adds nothing.
    """
    now = clock.now()
    async with open_unit(workspace) as unit:
        directory = await unit.people.directory()
        due = [each for each in await _due(unit, directory, now, calendar) if _time_to(each, now)]
        written = 0
        for each in due:
            for account in (await unit.people.accounts(each.person.id))[:1]:
                written += await unit.outbox.put(_message(each, account, now))
        await unit.commit()
    log.info("reminded", extra={"workspace": workspace, "messages": written})
    return written


async def _due(
    unit: UnitOfWork, directory: Directory, now: datetime, calendar: Calendar
) -> list[Reminder]:
    """The reminders of each day that it is at present for somebody in the directory."""
    try:
        plan = await unit.plans.default()
    except NoPlan:
        return []
    tracked = await unit.actions.within(Scope(plan=plan.key))
    days: set[date] = {now.astimezone(each.timezone).date() for each in directory.people}
    return [
        each
        for day in sorted(days)
        for each in due_reminders(tracked, directory, day, calendar)
        if now.astimezone(each.person.timezone).date() == day
    ]


def _time_to(due: Reminder, now: datetime) -> bool:
    return now.astimezone(due.person.timezone).time() >= ASK_AT


def _message(due: Reminder, account: Account, now: datetime) -> Outgoing:
    return Outgoing(
        key=f"{due.key}:{account.platform}:{account.user}",
        address=Address(
            platform=account.platform, workspace=account.workspace, conversation=account.user
        ),
        kind=Kind.REMINDER,
        to=due.person.id,
        reply=reminder(due),
        about=tuple(each.action.ref for each in due.tracked),
        not_before=now,
        day=due.day,
    )
