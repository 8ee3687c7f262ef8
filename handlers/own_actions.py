"""What a person answers for: for a home page, and to choose from."""

from collections.abc import Sequence
from datetime import datetime

from domain.conversation import Choice, Choices, Items, Paragraph, Part, Reply
from domain.events import Tracked
from domain.names import slug
from domain.people import Account
from domain.ports import UnitOfWork
from domain.problems import NoPlan, NoPlanForYou, UnknownPerson
from domain.summary import Scope, Some, answering_to
from handlers.belonging import choices_of
from handlers.known_plans import KnownPlans
from handlers.lines import line, named, tally_of, urgency
from handlers.reception import set_scene
from handlers.scene import Said, Scene
from handlers.status import summary_of
from handlers.whose import names

SHOWN = 12
AT_A_GLANCE = 3  # of what is late, and of what is at risk
BUTTONS = 4


async def scene_of(
    account: Account, unit: UnitOfWork, now: datetime, known: KnownPlans
) -> Scene | None:
    """The scene for somebody who only looks; None where they are not known or there is no plan."""
    try:
        person = await unit.people.behind(account)
        return await set_scene(person, unit, now, Said(words="", where="", message=""), known)
    except (UnknownPerson, NoPlan, NoPlanForYou):
        return None


async def own_actions(scene: Scene, plans: KnownPlans) -> Sequence[Tracked]:
    """The open actions of a person, the most urgent first."""
    known = await plans.of(scene.plan.key, names(scene.directory), scene.unit)
    refs = known.whose.speaker(scene.standing).own
    found = await scene.unit.actions.of(scene.plan.key, refs)
    return sorted((each for each in found if not each.state.finished), key=urgency)


async def home_page(scene: Scene, plans: KnownPlans) -> Reply:
    """My actions by urgency, with buttons; for a chair how what answers to them stands."""
    scenes = [await scene.of_plan(each.key) for each in scene.plans]
    own = [(there, each) for there in scenes for each in await own_actions(there, plans)]
    own.sort(key=lambda each: urgency(each[1]))
    parts: list[Part] = []
    for there, tracked in own[:SHOWN]:
        parts += _own(tracked, there, several=len(scenes) > 1)
    if len(own) > SHOWN:
        parts.append(Paragraph(text=f"And {len(own) - SHOWN} more: “what’s mine?” shows all."))
    for there in scenes:
        parts += await _groups(there)
    parts.append(Choices(options=(Choice(label="What’s mine?", says="what’s mine?"), HELP)))
    title = scene.plan.title if len(scenes) == 1 else "Your plans"
    number = "1 action" if len(own) == 1 else f"{len(own)} actions"
    opening = f"You have {number} open." if own else "You have no open actions."
    return Reply(summary=f"{title}. {opening}", parts=tuple(parts))


HELP = Choice(label="What can I say?", says="help")


def _own(tracked: Tracked, scene: Scene, several: bool) -> list[Part]:
    ref, about, plan = tracked.action.ref, named(tracked), scene.plan.key
    item = line(tracked, scene.today, scene.person, owners=False)
    if several:
        item = item.model_copy(update={"detail": f"{scene.plan.title} · {item.detail}"})
    options = (
        Choice(label="On track", says=f"{ref} on track", about=about, plan=plan),
        Choice(label="Complete", says=f"{ref} complete", about=about, plan=plan),
        Choice(label="Change…", form=(ref,), about=about, plan=plan),
    )
    shown = choices_of(options, plan) if several else options
    return [Items(items=(item,)), Choices(options=shown)]


async def _groups(scene: Scene) -> list[Part]:
    """For each group of a chair: how many actions stand how, and what is late or at risk."""
    parts: list[Part] = []
    for group in scene.directory.partnership_groups:
        if not scene.standing.chairs_of(group.name):
            continue
        scope = answering_to(group.name, scene.plan)
        summary = await summary_of(scope, None, scene)
        if not summary.total:
            continue
        parts += [Items(heading=group.name, items=()), tally_of(summary.counts)]
        parts += _worst("Late or delayed", summary.late, scene)
        parts += _worst("At risk", summary.at_risk, scene)
        parts.append(Choices(options=_looking_closer(scope, scene)))
    return parts


def _worst(heading: str, some: Some, scene: Scene) -> list[Part]:
    if not some.count:
        return []
    items = tuple(line(each, scene.today, scene.person) for each in some.first[:AT_A_GLANCE])
    return [Items(heading=heading, items=items, more=some.count - len(items))]


def _looking_closer(scope: Scope, scene: Scene) -> tuple[Choice, ...]:
    """A button for the status of each section that answers to the group, or of the plan."""
    sections = [
        Choice(label=f"Status of {name}", says=f"status {slug(name)}", plan=scene.plan.key)
        for name in scope.its_sections[:BUTTONS]
    ]
    return tuple(sections) or (Choice(label="Status", says="status", plan=scene.plan.key),)
