"""Somebody whose account was deactivated is noticed, and those who should know are told."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.conversation import Address, Choice, Choices, Kind, Outgoing, Reply
from domain.events import Tracked
from domain.instructions import Instruction
from domain.named import in_full
from domain.newcomers import Newcomer, Profile
from domain.people import LONDON, Account, Directory, Person, standing_of
from domain.ports import UnitOfWork
from domain.problems import UnknownPerson
from domain.registry import RefuseAccount
from domain.rights import answerable_groups
from domain.summary import Scope
from domain.work import Plan
from handlers.acquaintance import DIRECTORY, account_name
from handlers.likely import owner_of
from handlers.rousing import rouse_of

SHOWN = 10


async def compare(profiles: Iterable[Profile], unit: UnitOfWork, now: datetime) -> None:
    """Hold a platform's directory against ours: who has left, and who may be somebody of ours."""
    for profile in profiles:
        if not profile.active:
            await depart(profile.account, unit, now)
        elif profile.ours:
            await _propose(profile, unit, now)


async def depart(account: Account, unit: UnitOfWork, now: datetime) -> None:
    """Forget an account that is no more; tell administrators and chairs what hangs on it."""
    try:
        person = await unit.people.behind(account)
    except UnknownPerson:
        return
    await unit.people.unlink(account)
    await unit.instructions.append(_noted(account, now))
    await rouse_of(person, unit, now)
    directory = await unit.people.directory()
    if person.id in await unit.people.reachable():
        return  # they have another account
    theirs = await _theirs(person, directory, unit, now)
    for to in _concerned(person, theirs, directory):
        for other in [a for a in await unit.people.accounts(to.id) if a != account][:1]:
            await unit.outbox.put(_news(person, account, theirs, to, other, now))


async def _propose(profile: Profile, unit: UnitOfWork, now: datetime) -> None:
    """Let an administrator see whom an account may be, where its name or address is known."""
    linked = await unit.people.linked(profile.account.platform, profile.account.workspace)
    if profile.account in linked or await unit.newcomers.find(profile.account):
        return
    directory = await unit.people.directory()
    by_email = owner_of(profile.email, directory) if profile.email else None
    person = by_email or directory.named(profile.name)
    if person is None or person.id in linked.values():
        return
    why = "the same e-mail address" if by_email else "the same name"
    await unit.newcomers.put(
        Newcomer(
            account=profile.account,
            name=profile.name,
            email=profile.email,
            person=person.id,
            why=why,
            at=now,
        )
    )


async def _theirs(
    person: Person, directory: Directory, unit: UnitOfWork, now: datetime
) -> list[tuple[Plan, Tracked]]:
    """The open actions of a person in all plans."""
    standing = standing_of(person, directory, now)
    return [
        (plan, each)
        for plan in await unit.plans.all()
        for each in await unit.actions.within(Scope(plan=plan.key))
        if not each.state.finished and standing.owns(each.action.owners)
    ]


def _concerned(
    person: Person, theirs: Sequence[tuple[Plan, Tracked]], directory: Directory
) -> list[Person]:
    groups = {group for plan, each in theirs for group in answerable_groups(each.action, plan)}
    chairs = [chair for group in sorted(groups) for chair in directory.chairs(group)]
    told = dict.fromkeys([*directory.administrators(), *chairs])
    return [each for each in told if each.id != person.id]


def _news(
    person: Person,
    account: Account,
    theirs: Sequence[tuple[Plan, Tracked]],
    to: Person,
    other: Account,
    now: datetime,
) -> Outgoing:
    refs = [each.action.ref for _, each in theirs]
    several = len({plan.key for plan, _ in theirs}) > 1
    about = [in_full(plan.key, each.action.ref) for plan, each in theirs] if several else refs
    more = f" and {len(refs) - SHOWN} more" if len(refs) > SHOWN else ""
    hangs = f"Nobody can be asked about {', '.join(refs[:SHOWN])}{more}." if refs else ""
    platform = account.platform.capitalize()
    return Outgoing(
        key=f"left:{account_name(account)}:{to.id}",
        kind=Kind.NOTICE,
        to=to.id,
        address=Address(
            platform=other.platform, workspace=other.workspace, conversation=other.user
        ),
        reply=Reply(
            summary=f"{person.name}’s {platform} account was deactivated. {hangs}".strip(),
            parts=(
                Choices(options=(Choice(label="People and posts", says="people", aside=True),)),
            ),
        ),
        about=tuple(about[:SHOWN]),
        day=now.astimezone(LONDON).date(),
        not_before=now,
    )


def _noted(account: Account, now: datetime) -> Instruction:
    return Instruction(
        at=now,
        by=DIRECTORY,
        by_name=f"the {account.platform} directory",
        where=account.platform,
        message=f"left:{account_name(account)}",
        words="the account was deactivated",
        order=RefuseAccount(account=account),
    )
