"""Who is who, in SQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

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
from store.directory import Login, last_used_first
from store.keepable import aware, keepable, keepable_key, keepable_text
from store.mark import mark
from store.sql.directory import appointments, people, roster
from store.sql.transaction import Transaction
from store.tables import (
    AccountRow,
    AppointmentRow,
    HoldingRow,
    LeaveRow,
    OtherNameRow,
    PartnershipGroupRow,
    PersonRow,
    PostRow,
)


class SqlPeople:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._own = transaction.workspace

    async def directory(self) -> Directory:
        return (await roster(self._transaction)).directory

    async def behind(self, account: Account) -> Person:
        known = await roster(self._transaction)
        if account not in known.behind:
            raise UnknownPerson
        return known.persons[known.behind[account]]

    async def accounts(self, person: str) -> Sequence[Account]:
        known = (await roster(self._transaction)).accounts.get(person, ())
        if len(known) < 2:
            return list(known)
        logins = await self._logins(AccountRow.person == person)
        return [login.account for login in last_used_first(logins)]

    async def reachable(self) -> Mapping[str, Account]:
        logins = last_used_first(await self._logins())
        first = {login.person: login for login in reversed(logins)}
        return {person: login.account for person, login in first.items()}

    async def used(self, account: Account, at: datetime) -> None:
        aware(at)
        earlier = AccountRow.used_at.is_(None) | (AccountRow.used_at < at)
        await self._transaction.change_aside(
            update(AccountRow).where(*_of(account, self._own), earlier).values(used_at=at)
        )

    async def put(self, *persons: Person) -> None:
        await self._transaction.put(PersonRow, *map(_row, persons))
        ids = [person.id for person in persons]
        await self._transaction.change(
            delete(OtherNameRow).where(
                OtherNameRow.workspace == self._own, OtherNameRow.person.in_(ids)
            )
        )
        rows = [
            {"person": person.id, "position": position, "name": name}
            for person in persons
            for position, name in enumerate(person.other_names)
        ]
        await self._transaction.add(OtherNameRow, *rows)

    async def link(self, account: Account, person: str) -> None:
        await self._require(person)
        row = {
            "platform": keepable(account).platform,
            "team": account.workspace,
            "user": account.user,
            "person": person,
        }
        await self._transaction.put(AccountRow, row)

    async def unlink(self, account: Account) -> None:
        await self._transaction.change(delete(AccountRow).where(*_of(account, self._own)))

    async def linked(self, platform: str, workspace: str) -> Mapping[Account, str]:
        rows = await self._transaction.rows(
            select(AccountRow.user, AccountRow.person)
            .where(AccountRow.workspace == self._own, AccountRow.platform == platform)
            .where(AccountRow.team == workspace)
        )
        return {
            Account(platform=platform, workspace=workspace, user=row.user): row.person
            for row in rows
        }

    async def add_post(self, *titles: str) -> None:
        rows = [{"mark": mark(keepable_text(title)), "title": title} for title in titles]
        await self._transaction.add(PostRow, *rows)

    async def hold(self, holding: Holding) -> None:
        await self._require(holding.person)
        await self.add_post(keepable(holding).post)
        row = {
            "post": mark(holding.post),
            "person": holding.person,
            "starts": holding.start,
            "ends": holding.end,
            "deputy": holding.deputy,
        }
        await self._transaction.change(
            delete(HoldingRow).where(
                HoldingRow.workspace == self._own,
                HoldingRow.post == mark(holding.post),
                HoldingRow.person == holding.person,
                HoldingRow.starts.is_not_distinct_from(holding.start),
            )
        )
        await self._transaction.add_numbered(HoldingRow, HoldingRow.number, row)

    async def leave(self, leave: Leave) -> None:
        await self._require(leave.person)
        if leave.delegate is not None:
            await self._require(leave.delegate)
        row = {
            "person": keepable(leave).person,
            "starts": leave.start,
            "ends": leave.end,
            "delegate": leave.delegate,
            "words": leave.words,
        }
        await self._transaction.change(
            delete(LeaveRow).where(
                LeaveRow.workspace == self._own,
                LeaveRow.person == leave.person,
                LeaveRow.starts == leave.start,
            )
        )
        await self._transaction.add_numbered(LeaveRow, LeaveRow.number, row)

    async def appoint(self, appointment: Appointment) -> None:
        await self._require(appointment.person)
        if keepable(appointment) not in await appointments(self._transaction):
            await self._transaction.add_numbered(
                AppointmentRow, AppointmentRow.number, dict(appointment)
            )

    async def dismiss(self, appointment: Appointment) -> None:
        await self._transaction.change(
            delete(AppointmentRow).where(
                AppointmentRow.workspace == self._own,
                AppointmentRow.person == appointment.person,
                AppointmentRow.office == appointment.office,
                AppointmentRow.partnership_group.is_not_distinct_from(
                    appointment.partnership_group
                ),
            )
        )

    async def put_group(self, *groups: PartnershipGroup) -> None:
        for group in groups:
            keepable_key(group.slug)
        await self._transaction.put(PartnershipGroupRow, *(dict(keepable(each)) for each in groups))

    async def _logins(self, *conditions: ColumnElement[bool]) -> list[Login]:
        kept = AccountRow
        rows = await self._transaction.rows(
            select(kept.platform, kept.team, kept.user, kept.person, kept.used_at).where(
                kept.workspace == self._own, *conditions
            )
        )
        return [Login._make(row) for row in rows]

    async def _require(self, person: str) -> None:
        """Raise UnknownPerson unless the workspace knows them, and will when this is kept."""
        await self._transaction.take_turn()
        if not await people(self._transaction, person):
            raise UnknownPerson


def _of(account: Account, workspace: str) -> tuple[ColumnElement[bool], ...]:
    return (
        AccountRow.workspace == workspace,
        AccountRow.platform == account.platform,
        AccountRow.team == account.workspace,
        AccountRow.user == account.user,
    )


def _row(person: Person) -> dict[str, object]:
    """A person as kept; other names have a table of their own."""
    row = dict(keepable(person)) | {"id": keepable_key(person.id)}
    row.pop("other_names")
    return row
