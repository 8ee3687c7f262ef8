"""What a person answers for: for a home page, and to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.conversation import Choice, Choices, Item, Items, Paragraph, Part, Reply
from domain.events import Tracked
from domain.named import by_plan
from domain.people import Account
from domain.ports import UnitOfWork
from domain.problems import NoPlan, UnknownPerson
from domain.summary import answering_to
from domain.work import Plan
from handlers.belonging import choices_of
from handlers.known_plans import KnownPlans
from handlers.lines import line, tally_of
from handlers.reception import set_scene
from handlers.scene import Said, Scene
from handlers.status import summary_of
from handlers.whose import names

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Own:
    """An action of a person, and the plan it is in."""

    plan: Plan
    tracked: Tracked


async def scene_of(account: Account, unit: UnitOfWork, now: datetime) -> Scene | None:
    """The scene for somebody who only looks; None where they are not known or there is no plan."""
    try:
        person = await unit.people.behind(account)
        return await set_scene(person, unit, now, Said(words="", where="", message=""))
    except (UnknownPerson, NoPlan):
        return None


async def own_actions(scene: Scene, plans: KnownPlans) -> Sequence[Own]:
    """The open actions of a person in all plans, the most urgent first."""
    found: list[Own] = []
    for plan in scene.plans:
        known = await plans.of(plan.key, names(scene.directory), scene.unit)
        refs = known.whose.speaker(scene.standing).own
        some = await scene.unit.actions.of(plan.key, refs)
        found += [Own(plan, each) for each in some if not each.state.finished]
    return sorted(found, key=lambda each: _urgency(each.tracked))


async def shown_in_full(names: Sequence[str], scene: Scene) -> list[Item]:
    """The lines of actions that are named in full, for a form about them."""
    found: list[Item] = []
    for plan, refs in by_plan(names, scene.plan.key).items():
        if plan in {each.key for each in scene.plans}:
            some = await scene.unit.actions.of(plan, refs)
            found += [in_full(plan, each, scene) for each in some]
    return found


def in_full(plan: str, tracked: Tracked, scene: Scene) -> Item:
    """A line of an action that can be told from those of other plans."""
    shown = line(tracked, scene.today, scene.person, owners=False)
    return shown.model_copy(update={"ref": scene.named(plan, tracked.action.ref)})


async def home_page(scene: Scene, plans: KnownPlans) -> Reply:
    """My actions by urgency, with buttons; for a chair how their groups stand."""
    own = await own_actions(scene, plans)
    parts: list[Part] = []
    for each in own[:SHOWN]:
        parts += _own(each, scene)
    if len(own) > SHOWN:
        parts.append(Paragraph(text=f"And {len(own) - SHOWN} more: “what’s mine?” shows all."))
    for plan in scene.plans:
        parts += await _groups(await scene.of_plan(plan.key))
    parts.append(Choices(options=(Choice(label="What’s mine?", says="what’s mine?"), HELP)))
    number = "1 action" if len(own) == 1 else f"{len(own)} actions"
    opening = f"You have {number} open." if own else "You have no open actions."
    titles = " and ".join(each.title for each in scene.plans)
    return Reply(summary=f"{titles}. {opening}", parts=tuple(parts))


HELP = Choice(label="What can I say?", says="help")


def _own(own: Own, scene: Scene) -> Sequence[Part]:
    tracked, several = own.tracked, len(scene.plans) > 1
    ref = tracked.action.ref
    item = line(tracked, scene.today, scene.person, owners=False)
    if several:
        item = item.model_copy(update={"detail": f"{own.plan.title} · {item.detail}"})
    options = (
        Choice(label="On track", says=f"{ref} on track"),
        Choice(label="Complete", says=f"{ref} complete"),
        Choice(label="Change…", form=(ref,)),
    )
    shown = choices_of(options, own.plan.key) if several else options
    return [Items(items=(item,)), Choices(options=shown)]


async def _groups(scene: Scene) -> list[Part]:
    parts: list[Part] = []
    for group in scene.directory.partnership_groups:
        if not scene.standing.chairs_of(group.name):
            continue
        summary = await summary_of(answering_to(group.name, scene.plan), None, scene)
        if summary.total:
            parts += [Paragraph(text=_named(group.name, scene)), tally_of(summary.counts)]
    return parts


def _named(group: str, scene: Scene) -> str:
    return f"{group}, {scene.plan.title}" if len(scene.plans) > 1 else group


def _urgency(tracked: Tracked) -> tuple[date, date]:
    state = tracked.state
    return state.accepted or date.max, state.expected or date.max
