"""Who is who, as an administrator says: accounts, posts, chairs and the places of groups."""

from datetime import date, timedelta
from typing import assert_never

from domain.conversation import Choice, Facts, Paragraph, Part
from domain.names import folded
from domain.people import Appointment, Holding, Office, PartnershipGroup, Person
from domain.problems import UnknownName
from domain.registry import (
    GivePost,
    LinkAccount,
    NameAdministrator,
    NameChair,
    RefuseAccount,
    Registered,
    ShowGroups,
    ShowPeople,
    StoreDocument,
    TakeIn,
    UseChannel,
)
from domain.rights import may_name_chair, may_say_who_is_who
from handlers.acquaintance import link, refuse
from handlers.allowing import OWN_CHAIR, require
from handlers.channels import group_named, use_channel
from handlers.days import day
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.people_list import people_list
from handlers.rousing import rouse_everything, rouse_group, rouse_owned_by
from handlers.scene import Scene

DAY = timedelta(days=1)
HOW = (
    "Drop the plan document into our direct messages: Word, Excel, PDF, CSV or text. "
    "I show you what I read before I store it."
)


async def register(wish: Registered, scene: Scene) -> Outcome:
    """Do as an administrator says, or show what is kept. Raise NotAllowed for anybody else."""
    _require(wish, scene)
    match wish:
        case ShowGroups():
            return _groups(scene)
        case ShowPeople():
            return await people_list(scene)
        case LinkAccount():
            return await link(wish, scene)
        case RefuseAccount():
            return await refuse(wish, scene)
        case GivePost():
            return await _give(wish, scene)
        case NameChair():
            return await _chair(wish, scene)
        case NameAdministrator():
            return await _administrator(wish, scene)
        case UseChannel():
            return await use_channel(wish, scene)
        case TakeIn() | StoreDocument():  # the document itself is taken before it comes to this
            return Outcome(summary=HOW)
        case _:
            assert_never(wish)


def _require(wish: Registered, scene: Scene) -> None:
    """Everybody may look at the groups; whose channel it is to say is seen when it is known."""
    if isinstance(wish, ShowGroups | UseChannel):
        return
    if isinstance(wish, NameChair):
        group = group_named(wish.partnership_group, scene)
        allowed = may_name_chair(scene.standing, group.name)
        return require(allowed, f"say who chairs {group.name}", scene, OWN_CHAIR)
    require(may_say_who_is_who(scene.standing), "say who is who", scene)


async def _give(wish: GivePost, scene: Scene) -> Outcome:
    title = _post(wish.post, scene)
    start = wish.start or scene.today
    person = _person(wish.person, scene) if wish.person else None
    if not wish.deputy:
        await _leave_post(title, start, scene, but=person)
    if person:
        holding = Holding(post=title, person=person.id, start=start, deputy=wish.deputy)
        await scene.unit.people.hold(holding)
    await keep(wish, scene, None)
    await rouse_owned_by([title], scene.unit)
    word = "from" if start > scene.today else "since"
    since = "" if start == scene.today else f" {word} {day(start, scene.today)}"
    if person is None:
        return Outcome(summary=f"{title} is vacant{since}. Its actions are on your list.")
    how = "deputises for" if wish.deputy else "holds"
    return Outcome(
        summary=f"{person.name} {how} {title}{since}.",
        choices=(Choice(label="People", says="people", aside=True),),
    )


async def _leave_post(title: str, start: date, scene: Scene, but: Person | None) -> None:
    """Whoever holds the post until now holds it until the day before."""
    for held in scene.directory.holdings:
        same = folded(held.post) == folded(title) and not held.deputy
        if not same or (but and held.person == but.id):
            continue
        if held.end is None or held.end >= start:
            ended = held.model_copy(update={"end": start - DAY})
            await scene.unit.people.hold(ended)


async def _chair(wish: NameChair, scene: Scene) -> Outcome:
    group, person = group_named(wish.partnership_group, scene), _person(wish.person, scene)
    office = Office.VICE if wish.vice else Office.CHAIR
    for each in scene.directory.appointments:
        of_group = folded(each.partnership_group or "") == folded(group.name)
        if of_group and each.office is office:
            await scene.unit.people.dismiss(each)
    await scene.unit.people.appoint(
        Appointment(person=person.id, office=office, partnership_group=group.name)
    )
    await keep(wish, scene, None)
    await rouse_group(group.name, scene.unit)
    return Outcome(summary=f"{person.name} is {office.value} of {group.name}.")


async def _administrator(wish: NameAdministrator, scene: Scene) -> Outcome:
    person = _person(wish.person, scene)
    await scene.unit.people.appoint(Appointment(person=person.id, office=Office.ADMINISTRATOR))
    await keep(wish, scene, None)
    await rouse_everything(scene.unit)
    return Outcome(summary=f"{person.name} is an administrator.")


def _groups(scene: Scene) -> Outcome:
    groups = scene.directory.partnership_groups
    if not groups:
        return Outcome(summary="The plan names no partnership groups.")
    pairs = tuple((group.name, _standing(group, scene)) for group in groups)
    example = groups[0].slug
    parts: tuple[Part, ...] = (
        Facts(pairs=pairs),
        Paragraph(
            text=f"An administrator can say: group {example} chair NAME; and, in the channel "
            f"where it talks: group {example} here."
        ),
    )
    return Outcome(summary="The partnership groups:", parts=parts)


def _standing(group: PartnershipGroup, scene: Scene) -> str:
    chairs = " and ".join(each.name for each in scene.directory.chairs(group.name))
    return f"{chairs or 'no chair yet'}; {'has a channel' if group.address else 'no channel yet'}"


def _person(name: str, scene: Scene) -> Person:
    found = scene.directory.person(name) or scene.directory.named(name)
    if found is None:
        raise UnknownName(name, "person", [each.name for each in scene.directory.people])
    return found


def _post(title: str, scene: Scene) -> str:
    found = [each for each in scene.directory.posts if folded(each) == folded(title)]
    if not found:
        raise UnknownName(title, "post", scene.directory.posts)
    return found[0]
