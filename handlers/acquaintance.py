"""Getting to know accounts: by the platform's own directory, or by an administrator's word.

What somebody types about themselves is passed on to an administrator, and decides nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.conversation import Address, Choice, Choices, Kind, Outgoing, Paragraph, Reply, Request
from domain.instructions import Instruction, Order
from domain.newcomers import Newcomer, Profile
from domain.people import LONDON, Account, Appointment, Directory, Office, Person
from domain.ports import UnitOfWork
from domain.problems import UnknownName, UnknownPerson
from domain.registry import LinkAccount, NameAdministrator, RefuseAccount
from handlers.likely import likely, owner_of
from handlers.namesakes import linked, somebody_new
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.rousing import rouse_of
from handlers.scene import Scene

DIRECTORY = "directory"
LONGEST_CLAIM = 200
GUEST = "They are a guest: another organisation vouches for their address."
EMAIL = "the platform’s directory vouches for them"


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Whom a platform's directory alone can let in: ``administrators`` by e-mail, folded."""

    administrators: frozenset[str] = field(default_factory=frozenset)

    async def recognise(
        self, profile: Profile, message: str, unit: UnitOfWork, now: datetime
    ) -> Person | None:
        """Know somebody by the e-mail address in the platform's directory; None where it is new.

        ``message`` names what made us look.
        """
        if not (profile.active and profile.ours and profile.email):
            return None
        directory = await unit.people.directory()
        person = owner_of(profile.email, directory)
        if profile.email.casefold() in self.administrators:
            person = await self._administrator(person, profile, directory, unit)
        if person is None:
            return None
        await _connect(profile.account, person, unit)
        order = LinkAccount(account=profile.account, person=person.id)
        await unit.instructions.append(_by_directory(profile, message, order, now))
        await rouse_of(person, unit, now)
        return person

    async def enrol(self, profiles: Iterable[Profile], unit: UnitOfWork, now: datetime) -> int:
        """Know those who have not spoken yet, where the directory vouches; say how many those are.

        Who is known already, or was said to be nobody, is left alone.
        """
        found = 0
        for profile in profiles:
            known = await unit.newcomers.find(profile.account)
            if await _is_linked(profile.account, unit) or (known and known.refused):
                continue
            found += await self.recognise(profile, "the roster", unit, now) is not None
        return found

    async def _administrator(
        self, person: Person | None, profile: Profile, directory: Directory, unit: UnitOfWork
    ) -> Person:
        person = person or directory.named(profile.name) or _new_by(profile, directory)
        await unit.people.put(person.model_copy(update={"email": profile.email}))
        await unit.people.appoint(Appointment(person=person.id, office=Office.ADMINISTRATOR))
        return person


async def first_administrator(profile: Profile, unit: UnitOfWork, now: datetime) -> None:
    """Let whoever brought us here administer, where nobody does; the platform vouches for them."""
    directory = await unit.people.directory()
    if directory.administrators():
        return
    known = owner_of(profile.email, directory) if profile.email else None
    person = known or directory.named(profile.name) or _new_by(profile, directory)
    await unit.people.put(person.model_copy(update={"email": profile.email or person.email}))
    await unit.people.appoint(Appointment(person=person.id, office=Office.ADMINISTRATOR))
    await _connect(profile.account, person, unit)
    order = NameAdministrator(person=person.id)
    await unit.instructions.append(_by_directory(profile, "installed", order, now))


async def ask_who(
    profile: Profile | None, request: Request, unit: UnitOfWork, now: datetime
) -> Reply:
    """Ask somebody new who they are, and an administrator whether it is so."""
    directory = await unit.people.directory()
    known = await unit.newcomers.find(request.account)
    if known and known.refused:
        return Reply(summary="The plan does not concern this account.", private=True)
    newcomer = _newcomer(profile, request, known, directory, now)
    await unit.newcomers.put(newcomer)
    told = await _tell_administrators(newcomer, directory, unit, now)
    return _asked(newcomer, told, first=known is None or known.said is None)


def _newcomer(
    profile: Profile | None,
    request: Request,
    known: Newcomer | None,
    directory: Directory,
    now: datetime,
) -> Newcomer:
    """What is known now: the first message waits, what follows is who they say they are."""
    name = profile.name if profile else (known.name if known else "")
    email = profile.email if profile else (known.email if known else None)
    waiting = known.said if known else None
    guess = likely(name, email, directory)
    return Newcomer(
        account=request.account,
        name=name,
        email=email,
        person=guess[0].id if len(guess) == 1 else None,
        claim=request.text[:LONGEST_CLAIM] if waiting else "",
        said=waiting or request,
        ours=profile.ours if profile else True,
        at=known.at if known else now,
    )


def _asked(newcomer: Newcomer, administrators: Sequence[Person], first: bool) -> Reply:
    who = " or ".join(each.name for each in administrators) or "the plan’s administrator"
    if not first:
        return Reply(
            summary=f"Thank you. I have passed that on to {who}, who will decide.", private=True
        )
    return Reply(
        summary=(
            "I do not know you yet, so I have changed nothing. "
            "Who are you in the plan: which name, or which post?"
        ),
        parts=(
            Paragraph(
                text=f"I have asked {who} as well. What you wrote is kept, "
                "and I will answer it as soon as I know you."
            ),
        ),
        private=True,
    )


async def _tell_administrators(
    newcomer: Newcomer, directory: Directory, unit: UnitOfWork, now: datetime
) -> Sequence[Person]:
    told = []
    for person in directory.administrators():
        accounts = await unit.people.accounts(person.id)
        for account in [a for a in accounts if a.platform == newcomer.account.platform][:1]:
            await unit.outbox.put(_question(newcomer, person, account, directory, now))
            told.append(person)
    return told


def _question(
    newcomer: Newcomer, to: Person, account: Account, directory: Directory, now: datetime
) -> Outgoing:
    name = account_name(newcomer.account)
    claim = "claim" if newcomer.claim else "first"
    return Outgoing(
        key=f"newcomer:{name}:{claim}:{to.id}",
        kind=Kind.NOTICE,
        to=to.id,
        address=Address(
            platform=account.platform, workspace=account.workspace, conversation=account.user
        ),
        reply=who_is_it(newcomer, directory),
        day=now.astimezone(LONDON).date(),
        not_before=now,
    )


def who_is_it(newcomer: Newcomer, directory: Directory) -> Reply:
    """The question that only an administrator may answer."""
    name = account_name(newcomer.account)
    email = f" ({newcomer.email})" if newcomer.email else ""
    said = [] if newcomer.ours else [GUEST]
    said += [f"They wrote “{newcomer.claim}”, which proves nothing."] if newcomer.claim else []
    guess = likely(newcomer.name, newcomer.email, directory, newcomer.claim)
    options = [Choice(label=each.name, says=f"link {name} to {each.id}") for each in guess]
    options += [
        Choice(label="Somebody new", says=f"add {name} as somebody new"),
        Choice(label="Nobody in the plan", says=f"{name} is nobody in the plan"),
    ]
    whom = newcomer.name or newcomer.account.user
    return Reply(
        summary=f"Who is {whom}{email}? I do not know this account.",
        parts=(*(Paragraph(text=each) for each in said), Choices(options=tuple(options))),
    )


async def link(wish: LinkAccount, scene: Scene) -> Outcome:
    """An account is a person's from now on, and what it said before is answered."""
    newcomer = await scene.unit.newcomers.find(wish.account)
    if newcomer is None and not await _is_heard_of(wish.account, scene.unit):
        raise UnknownName(account_name(wish.account), "account", [])
    own = newcomer or Newcomer(account=wish.account, name=wish.account.user, at=scene.now)
    if wish.person is None:
        person = somebody_new(own.name, own.email, own.account, scene.directory)
        await scene.unit.people.put(person)
    else:
        found = scene.directory.person(wish.person) or scene.directory.named(wish.person)
        if found is None:
            raise UnknownName(wish.person, "person", [p.name for p in scene.directory.people])
        person = found
    if newcomer and newcomer.email and not person.email:
        await scene.unit.people.put(person.model_copy(update={"email": newcomer.email}))
    await _connect(wish.account, person, scene.unit)
    await rouse_of(person, scene.unit, scene.now)
    await keep(wish.model_copy(update={"person": person.id}), scene, None)
    if newcomer and newcomer.said:
        again = newcomer.said.model_copy(update={"id": f"{newcomer.said.id}:known"})
        await scene.unit.inbox.receive(again, scene.now)
    called = own.name if wish.person is None else None
    return linked(person, called, account_name(wish.account), scene.directory)


async def _is_heard_of(account: Account, unit: UnitOfWork) -> bool:
    """Whether people of its team speak to this workspace: those of another may never be let in."""
    known = await unit.people.linked(account.platform, account.workspace)
    return bool(known) or any(
        (each.account.platform, each.account.workspace) == (account.platform, account.workspace)
        for each in await unit.newcomers.all()
    )


async def refuse(wish: RefuseAccount, scene: Scene) -> Outcome:
    """An account is nobody's; it is not asked about again."""
    known = await scene.unit.newcomers.find(wish.account)
    if known:
        news = {"refused": True, "said": None, "claim": ""}
        await scene.unit.newcomers.put(known.model_copy(update=news))
    await _disconnect(wish.account, scene)
    await keep(wish, scene, None)
    return Outcome(summary="Noted: that account belongs to nobody in the plan.")


async def _disconnect(account: Account, scene: Scene) -> None:
    """Forget whose an account was; who is no more to be reached is missed at once."""
    try:
        person = await scene.unit.people.behind(account)
    except UnknownPerson:
        return
    await scene.unit.people.unlink(account)
    await rouse_of(person, scene.unit, scene.now)


def account_name(account: Account) -> str:
    """An account as it is written where an administrator decides about it."""
    return f"{account.platform}:{account.workspace}:{account.user}"


async def _is_linked(account: Account, unit: UnitOfWork) -> bool:
    try:
        await unit.people.behind(account)
    except UnknownPerson:
        return False
    return True


async def _connect(account: Account, person: Person, unit: UnitOfWork) -> None:
    await unit.people.link(account, person.id)
    await unit.newcomers.remove(account)


def _new_by(profile: Profile, directory: Directory) -> Person:
    return somebody_new(profile.name, profile.email, profile.account, directory)


def _by_directory(profile: Profile, message: str, order: Order, now: datetime) -> Instruction:
    return Instruction(
        at=now,
        by=DIRECTORY,
        by_name=f"the {profile.account.platform} directory",
        where=profile.account.platform,
        message=message,
        words=EMAIL,
        order=order,
    )
