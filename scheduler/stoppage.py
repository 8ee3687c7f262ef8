"""Telling the administrators that nothing was looked at for a while, here or in another replica."""

from collections.abc import AsyncIterator
from datetime import datetime

from domain.conversation import Address, Kind, Outgoing, Reply
from domain.people import Person
from domain.ports import OpenUnit, UnitOfWork
from domain.pulses import FORGOTTEN_AFTER, silent


async def tell_of_stoppage(
    open_unit: OpenUnit, workspace: str, since: datetime, now: datetime
) -> int:
    """Write to each administrator that the loop stood still since a moment; once for each stop."""
    async with open_unit(workspace) as unit:
        written = 0
        async for person, where in _administrators(unit):
            told = _stood_still(person, since, now)
            key = f"stopped:{since.isoformat()}:{person.id}"
            written += await unit.outbox.put(_message(key, told, person, where, now))
        await unit.commit()
    return written


async def watch_the_others(open_unit: OpenUnit, workspace: str, replica: str, now: datetime) -> int:
    """Let the others know that this one is at work, and say which of them is not; each stop once.

    Return how many messages that were.
    """
    async with open_unit(workspace) as unit:
        await unit.pulses.beat(replica, now)
        written = 0
        for name, since in silent(await unit.pulses.all(), now).items():
            if now - since > FORGOTTEN_AFTER:
                await unit.pulses.forget(name)
            async for person, where in _administrators(unit):
                told = _not_heard_of(name, person, since)
                key = f"silent:{name}:{since.isoformat()}:{person.id}"
                written += await unit.outbox.put(_message(key, told, person, where, now))
        await unit.commit()
    return written


async def sign_off(open_unit: OpenUnit, workspace: str, replica: str) -> None:
    """This one was told to stop: nobody is to miss it."""
    async with open_unit(workspace) as unit:
        await unit.pulses.forget(replica)
        await unit.commit()


async def _administrators(unit: UnitOfWork) -> AsyncIterator[tuple[Person, Address]]:
    """Those who can be told, each with the way to them."""
    directory = await unit.people.directory()
    for person in directory.administrators():
        for account in (await unit.people.accounts(person.id))[:1]:
            yield (
                person,
                Address(
                    platform=account.platform,
                    workspace=account.workspace,
                    conversation=account.user,
                ),
            )


def _message(key: str, told: str, person: Person, where: Address, now: datetime) -> Outgoing:
    return Outgoing(
        key=key,
        kind=Kind.NOTICE,
        address=where,
        to=person.id,
        reply=Reply(summary=told),
        day=now.astimezone(person.timezone).date(),
        not_before=now,
    )


def _stood_still(person: Person, since: datetime, now: datetime) -> str:
    end = now.astimezone(person.timezone)
    return (
        f"I stood still from {_moment(person, since)} and noticed at {end:%H:%M}. Nothing is lost:"
        " what fell due meanwhile comes with the next message of each person. The log says why I"
        " stopped."
    )


def _not_heard_of(name: str, person: Person, since: datetime) -> str:
    return (
        f"One of the processes that do my work, {name}, has not been heard of since"
        f" {_moment(person, since)}. Another one goes on with its work, and nothing is lost. Please"
        " ask whoever runs me to look at its log."
    )


def _moment(person: Person, at: datetime) -> str:
    local = at.astimezone(person.timezone)
    return f"{local:%H:%M} on {local:%A} {local.day} {local:%B}"
