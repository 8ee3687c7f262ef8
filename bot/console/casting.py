"""Who can be spoken as in the demo: the sample's own people, or stand-ins for a plan of yours."""

from pathlib import Path

from domain.names import slug
from domain.people import Account, Appointment, Holding, Office, PartnershipGroup, Person
from domain.places import Address
from domain.ports import UnitOfWork
from domain.value import Value

PLATFORM = "console"
WORKSPACE = "demo"
SAMPLE = Path(__file__).parent / "sample"
CHAIR = Person(id="chair", name="Chair")
ADMINISTRATOR = Person(id="administrator", name="Administrator")


class Officer(Value):
    id: str
    name: str
    other_names: tuple[str, ...] = ()
    email: str | None = None


class Post(Value):
    title: str
    holder: str | None = None  # Officer.id; a post may be vacant
    deputy: str | None = None


class Body(Value):
    name: str
    slug: str
    channel: str | None = None
    chair: str | None = None
    vice: str | None = None
    board: bool = False


class Cast(Value):
    """The people of the sample plan, as sample/people.json has them."""

    people: tuple[Officer, ...]
    posts: tuple[Post, ...]
    partnership_groups: tuple[Body, ...]
    administrators: tuple[str, ...]


def sample_cast() -> Cast:
    return Cast.model_validate_json((SAMPLE / "people.json").read_text(encoding="utf-8"))


async def introduce(cast: Cast, unit: UnitOfWork) -> None:
    """Make the sample's people, posts and partnership groups known, before its plan is read."""
    for officer in cast.people:
        await unit.people.put(Person(**officer.model_dump()))
        await _give_account(officer.id, unit)
    for post in cast.posts:
        await unit.people.add_post(post.title)
        await _hold(post.title, post.holder, unit)
        await _hold(post.title, post.deputy, unit, deputy=True)
    for body in cast.partnership_groups:
        group = PartnershipGroup(
            name=body.name,
            slug=body.slug,
            channel=body.channel,
            address=_channel(body.channel),
            board=body.board,
        )
        await unit.people.put_group(group)
        await _appoint(body.chair, Office.CHAIR, body.name, unit)
        await _appoint(body.vice, Office.VICE, body.name, unit)
    for id in cast.administrators:
        await _appoint(id, Office.ADMINISTRATOR, None, unit)


async def stand_in(unit: UnitOfWork) -> None:
    """For a plan of the user's own: someone in every post, a chair and an administrator."""
    directory = await unit.people.directory()
    for person in directory.people:
        await _give_account(person.id, unit)
    for title in directory.posts:
        holder = Person(id=f"post-{slug(title)}", name=title)
        await unit.people.put(holder)
        await _give_account(holder.id, unit)
        await _hold(title, holder.id, unit)
    for officer in (CHAIR, ADMINISTRATOR):
        await unit.people.put(officer)
        await _give_account(officer.id, unit)
    for group in directory.partnership_groups:
        channel = f"#{group.slug}"
        told = group.model_copy(update={"channel": channel, "address": _channel(channel)})
        await unit.people.put_group(told)
        await _appoint(CHAIR.id, Office.CHAIR, group.name, unit)
    await _appoint(ADMINISTRATOR.id, Office.ADMINISTRATOR, None, unit)


def account_of(person: str) -> Account:
    return Account(platform=PLATFORM, workspace=WORKSPACE, user=person)


def _channel(name: str | None) -> Address | None:
    """Where what is said to a group is shown."""
    if name is None:
        return None
    return Address(platform=PLATFORM, workspace=WORKSPACE, conversation=name)


async def _give_account(person: str, unit: UnitOfWork) -> None:
    await unit.people.link(account_of(person), person)


async def _hold(post: str, person: str | None, unit: UnitOfWork, deputy: bool = False) -> None:
    if person:
        await unit.people.hold(Holding(post=post, person=person, deputy=deputy))


async def _appoint(person: str | None, office: Office, body: str | None, unit: UnitOfWork) -> None:
    if person:
        await unit.people.appoint(Appointment(person=person, office=office, partnership_group=body))
