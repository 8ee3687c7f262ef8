"""What a person answers for: for a home page, and to choose from."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.conversation import Choice, Choices, Items, Paragraph, Part, Reply
from domain.events import Tracked
from domain.people import Account
from domain.ports import UnitOfWork
from domain.problems import NoPlan, UnknownPerson
from domain.summary import answering_to
from handlers.known_plans import KnownPlans
from handlers.lines import line, tally_of
from handlers.reception import set_scene
from handlers.scene import Said, Scene
from handlers.several_plans import names
from handlers.status import summary_of

SHOWN = 12


async def scene_of(account: Account, unit: UnitOfWork, now: datetime) -> Scene | None:
    """The scene for somebody who only looks; None where they are not known or there is no plan."""
    try:
        person = await unit.people.behind(account)
        return await set_scene(person, unit, now, Said(words="", where="", message=""))
    except (UnknownPerson, NoPlan):
        return None


async def own_actions(scene: Scene, plans: KnownPlans) -> Sequence[Tracked]:
    """The open actions of a person, the most urgent first."""
    known = await plans.of(scene.plan.key, names(scene.directory), scene.unit)
    refs = known.whose.speaker(scene.standing).own
    found = await scene.unit.actions.of(scene.plan.key, refs)
    return sorted((each for each in found if not each.state.finished), key=_urgency)


async def home_page(scene: Scene, plans: KnownPlans) -> Reply:
    """My actions by urgency, with buttons; for a chair how their groups stand."""
    own = await own_actions(scene, plans)
    parts: list[Part] = []
    for each in own[:SHOWN]:
        parts += _own(each, scene)
    if len(own) > SHOWN:
        parts.append(Paragraph(text=f"And {len(own) - SHOWN} more: “what’s mine?” shows all."))
    parts += await _groups(scene)
    parts.append(Choices(options=(Choice(label="What’s mine?", says="what’s mine?"), HELP)))
    number = "1 action" if len(own) == 1 else f"{len(own)} actions"
    opening = f"You have {number} open." if own else "You have no open actions."
    return Reply(summary=f"{scene.plan.title}. {opening}", parts=tuple(parts))


HELP = Choice(label="What can I say?", says="help")


def _own(tracked: Tracked, scene: Scene) -> list[Part]:
    ref = tracked.action.ref
    return [
        Items(items=(line(tracked, scene.today, scene.person, owners=False),)),
        Choices(
            options=(
                Choice(label="On track", says=f"{ref} on track"),
                Choice(label="Complete", says=f"{ref} complete"),
                Choice(label="Change…", form=(ref,)),
            )
        ),
    ]


async def _groups(scene: Scene) -> list[Part]:
    parts: list[Part] = []
    for group in scene.directory.partnership_groups:
        if not scene.standing.chairs_of(group.name):
            continue
        summary = await summary_of(answering_to(group.name, scene.plan), None, scene)
        parts += [Paragraph(text=group.name), tally_of(summary.counts)]
    return parts


def _urgency(tracked: Tracked) -> tuple[date, date]:
    state = tracked.state
    return state.accepted or date.max, state.expected or date.max
