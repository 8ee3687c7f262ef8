"""Reading who is who, in SQL."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import and_, select

from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)
from store.directory import listed
from store.sql.remembered import Kind
from store.sql.sound import a_holding, a_leave, a_person, sound_rows
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


class Roster(NamedTuple):
    """Everybody the workspace knows, and by which accounts."""

    directory: Directory
    persons: Mapping[str, Person]  # Person.id
    behind: Mapping[Account, str]  # Person.id
    accounts: Mapping[str, tuple[Account, ...]]  # by Person.id


async def roster(transaction: Transaction) -> Roster:
    async def read() -> Roster:
        return await _read(transaction)

    return await transaction.recall("roster", (Kind.KNOWN,), read)


async def _read(transaction: Transaction) -> Roster:
    own = transaction.workspace
    posts = await transaction.rows(select(PostRow.title).where(PostRow.workspace == own))
    directory = listed(
        await people(transaction),
        [row.title for row in posts],
        await _holdings(transaction),
        await _leave(transaction),
        await appointments(transaction),
        await _partnership_groups(transaction),
    )
    persons = {each.id: each for each in directory.people}
    behind = await _accounts(transaction)
    accounts: dict[str, tuple[Account, ...]] = {}
    for account, person in behind.items():
        accounts[person] = (*accounts.get(person, ()), account)
    return Roster(directory, persons, behind, accounts)


async def _accounts(transaction: Transaction) -> dict[Account, str]:
    rows = await transaction.rows(
        select(AccountRow.platform, AccountRow.team, AccountRow.user, AccountRow.person).where(
            AccountRow.workspace == transaction.workspace
        )
    )
    return {
        Account(platform=row.platform, workspace=row.team, user=row.user): row.person
        for row in rows
    }


async def people(transaction: Transaction, id: str | None = None) -> list[Person]:
    """All people of the workspace, or the one of this id."""
    asked = select(PersonRow.id, PersonRow.name, PersonRow.email, PersonRow.timezone)
    named = select(OtherNameRow.person, OtherNameRow.name).order_by(OtherNameRow.position)
    if id is not None:
        asked, named = asked.where(PersonRow.id == id), named.where(OtherNameRow.person == id)
    names: dict[str, list[str]] = {}
    for row in await transaction.rows(named.where(OtherNameRow.workspace == transaction.workspace)):
        names.setdefault(row.person, []).append(row.name)
    asked = asked.where(PersonRow.workspace == transaction.workspace)
    rows = await sound_rows(transaction, asked, [PersonRow.id], a_person)
    return [
        Person.model_validate({**row._mapping, "other_names": names.get(row.id, ())})
        for row in rows
    ]


async def appointments(transaction: Transaction) -> list[Appointment]:
    rows = await transaction.rows(
        select(AppointmentRow.person, AppointmentRow.office, AppointmentRow.partnership_group)
        .where(AppointmentRow.workspace == transaction.workspace)
        .order_by(AppointmentRow.number)
    )
    return [Appointment.model_validate(dict(row._mapping)) for row in rows]


async def _holdings(transaction: Transaction) -> list[Holding]:
    own = (
        select(
            PostRow.title.label("post"),
            HoldingRow.person,
            HoldingRow.starts.label("start"),
            HoldingRow.ends.label("end"),
            HoldingRow.deputy,
        )
        .join(
            PostRow,
            and_(PostRow.workspace == HoldingRow.workspace, PostRow.mark == HoldingRow.post),
        )
        .where(HoldingRow.workspace == transaction.workspace)
        .order_by(HoldingRow.number)
    )
    rows = await sound_rows(transaction, own, [HoldingRow.person], a_holding)
    return [Holding.model_validate(dict(row._mapping)) for row in rows]


async def _leave(transaction: Transaction) -> list[Leave]:
    own = (
        select(
            LeaveRow.person,
            LeaveRow.starts.label("start"),
            LeaveRow.ends.label("end"),
            LeaveRow.delegate,
            LeaveRow.words,
        )
        .where(LeaveRow.workspace == transaction.workspace)
        .order_by(LeaveRow.number)
    )
    rows = await sound_rows(transaction, own, [LeaveRow.person], a_leave)
    return [Leave.model_validate(dict(row._mapping)) for row in rows]


async def _partnership_groups(transaction: Transaction) -> list[PartnershipGroup]:
    columns = (getattr(PartnershipGroupRow, name) for name in PartnershipGroup.model_fields)
    rows = await transaction.rows(
        select(*columns).where(PartnershipGroupRow.workspace == transaction.workspace)
    )
    return [PartnershipGroup.model_validate(dict(row._mapping)) for row in rows]
