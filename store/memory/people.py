"""Who is who, in memory."""

from collections.abc import Mapping, Sequence

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
from store.directory import in_order, listed
from store.keepable import keepable, keepable_key, keepable_text
from store.memory.kept import Draft, Kept


class MemoryPeople:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def directory(self) -> Directory:
        kept = self._draft.read()
        return listed(
            kept.people.values(),
            kept.posts,
            kept.holdings,
            kept.leave,
            kept.appointments,
            kept.partnership_groups.values(),
        )

    async def behind(self, account: Account) -> Person:
        kept = self._draft.read()
        if account not in kept.accounts:
            raise UnknownPerson
        return kept.people[kept.accounts[account]]

    async def accounts(self, person: str) -> Sequence[Account]:
        accounts = self._draft.read().accounts
        return in_order(account for account, whose in accounts.items() if whose == person)

    async def reachable(self) -> Mapping[str, Account]:
        accounts = self._draft.read().accounts
        return {accounts[each]: each for each in reversed(in_order(accounts))}

    async def put(self, *persons: Person) -> None:
        kept = await self._draft.write()
        kept.people |= {keepable_key(person.id): keepable(person) for person in persons}

    async def link(self, account: Account, person: str) -> None:
        kept = await self._knowing(person)
        kept.accounts[keepable(account)] = person

    async def unlink(self, account: Account) -> None:
        (await self._draft.write()).accounts.pop(account, None)

    async def linked(self, platform: str, workspace: str) -> Mapping[Account, str]:
        accounts = self._draft.read().accounts.items()
        here = (platform, workspace)
        return {own: who for own, who in accounts if (own.platform, own.workspace) == here}

    async def add_post(self, *titles: str) -> None:
        (await self._draft.write()).posts |= set(map(keepable_text, titles))

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
        appointments = (await self._draft.write()).appointments
        if appointment in appointments:
            appointments.remove(appointment)

    async def put_group(self, *groups: PartnershipGroup) -> None:
        kept = await self._draft.write()
        kept.partnership_groups |= {keepable_key(each.slug): keepable(each) for each in groups}

    async def _knowing(self, person: str) -> Kept:
        kept = await self._draft.write()
        if person not in kept.people:
            raise UnknownPerson
        return kept
