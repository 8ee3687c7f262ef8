"""Who is who, in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)
from domain.problems import UnknownPerson
from store.directory import Login, last_used_first, listed
from store.keepable import aware, keepable, keepable_key, keepable_text
from store.memory.kept import Draft, Kept


class MemoryPeople:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def directory(self) -> Directory:
        kept = self._draft.read()
        if kept.directory is None:
            kept.directory = listed(
                kept.people.values(),
                kept.posts,
                kept.holdings,
                kept.leave,
                kept.appointments,
                kept.partnership_groups.values(),
            )
        return kept.directory

    async def behind(self, account: Account) -> Person:
        kept = self._draft.read()
        if account not in kept.accounts:
            raise UnknownPerson
        return kept.people[kept.accounts[account]]

    async def accounts(self, person: str) -> Sequence[Account]:
        return [login.account for login in self._logins() if login.person == person]

    async def reachable(self) -> Mapping[str, Account]:
        return {login.person: login.account for login in reversed(self._logins())}

    async def used(self, account: Account, at: datetime) -> None:
        aware(at)
        kept = await self._draft.write()
        if account in kept.accounts:
            kept.used[account] = max(at, kept.used.get(account, at))

    async def put(self, *persons: Person) -> None:
        kept = await self._relisted()
        kept.people |= {keepable_key(person.id): keepable(person) for person in persons}

    async def link(self, account: Account, person: str) -> None:
        kept = await self._knowing(person)
        kept.accounts[keepable(account)] = person

    async def unlink(self, account: Account) -> None:
        kept = await self._draft.write()
        kept.accounts.pop(account, None)
        kept.used.pop(account, None)

    async def linked(self, platform: str, workspace: str) -> Mapping[Account, str]:
        accounts = self._draft.read().accounts.items()
        here = (platform, workspace)
        return {own: who for own, who in accounts if (own.platform, own.workspace) == here}

    async def add_post(self, *titles: str) -> None:
        (await self._relisted()).posts |= set(map(keepable_text, titles))

    async def hold(self, holding: Holding) -> None:
        kept = await self._knowing(holding.person)
        kept.posts.add(keepable(holding).post)
        same = (holding.post, holding.person, holding.start)
        others = [each for each in kept.holdings if (each.post, each.person, each.start) != same]
        kept.holdings = [*others, holding]

    async def leave(self, leave: Leave) -> None:
        kept = await self._knowing(leave.person)
        if leave.delegate is not None:
            await self._knowing(leave.delegate)
        same = (leave.person, keepable(leave).start)
        kept.leave = [each for each in kept.leave if (each.person, each.start) != same] + [leave]

    async def appoint(self, appointment: Appointment) -> None:
        kept = await self._knowing(appointment.person)
        if keepable(appointment) not in kept.appointments:
            kept.appointments.append(appointment)

    async def dismiss(self, appointment: Appointment) -> None:
        appointments = (await self._relisted()).appointments
        if appointment in appointments:
            appointments.remove(appointment)

    async def put_group(self, *groups: PartnershipGroup) -> None:
        kept = await self._relisted()
        kept.partnership_groups |= {keepable_key(each.slug): keepable(each) for each in groups}

    def _logins(self) -> list[Login]:
        """All accounts, the last used first."""
        kept = self._draft.read()
        return last_used_first(
            Login(each.platform, each.workspace, each.user, person, kept.used.get(each))
            for each, person in kept.accounts.items()
        )

    async def _knowing(self, person: str) -> Kept:
        kept = await self._relisted()
        if person not in kept.people:
            raise UnknownPerson
        return kept

    async def _relisted(self) -> Kept:
        """What is kept, to be changed: from now on everybody is listed anew."""
        kept = await self._draft.write()
        kept.directory = None
        return kept
