"""Telling the administrators that nothing was looked at for a while, and that it is now again."""

from datetime import datetime

from domain.conversation import Address, Kind, Outgoing, Reply
from domain.people import Person
from domain.ports import OpenUnit


async def tell_of_stoppage(
    open_unit: OpenUnit, workspace: str, since: datetime, now: datetime
) -> int:
    """Write to each administrator that the loop stood still since a moment; once for each stop."""
    async with open_unit(workspace) as unit:
        directory = await unit.people.directory()
        written = 0
        for person in directory.administrators():
            for account in (await unit.people.accounts(person.id))[:1]:
                where = Address(
                    platform=account.platform,
                    workspace=account.workspace,
                    conversation=account.user,
                )
                written += await unit.outbox.put(_message(person, where, since, now))
        await unit.commit()
    return written


def _message(person: Person, where: Address, since: datetime, now: datetime) -> Outgoing:
    start, end = (each.astimezone(person.timezone) for each in (since, now))
    told = (
        f"I stood still from {_clock(start)} on {start:%A} {start.day} {start:%B}"
        f" and noticed at {_clock(end)}. Nothing is lost: what fell due meanwhile comes with"
        " the next message of each person. The log says why I stopped."
    )
    return Outgoing(
        key=f"stopped:{since.isoformat()}:{person.id}",
        kind=Kind.NOTICE,
        address=where,
        to=person.id,
        reply=Reply(summary=told),
        day=end.date(),
        not_before=now,
    )


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
