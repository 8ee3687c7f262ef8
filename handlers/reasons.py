"""Why a message came: because of which date, which rule, and in which role."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.conversation import Choice, Item, Items, Paragraph
from domain.events import Tracked
from domain.instructions import Arrangements, arranged
from domain.intents import Why
from domain.parts import referred_to
from domain.points import Context, Point, Sort, points
from domain.rights import Capacity, may_update
from domain.summary import Scope
from handlers.days import day, days
from handlers.outcome import Outcome
from handlers.policies import leads
from handlers.scene import Scene

LATELY = timedelta(days=14)
ROLES = {
    Capacity.OWNER: "the plan names you as its owner",
    Capacity.HOLDER: "you hold the post that owns it",
    Capacity.DELEGATE: "you answer for its owner, who is away",
    Capacity.CHAIR: "you chair the group that it answers to",
    Capacity.ADMINISTRATOR: "you look after the plan",
    Capacity.NONE: "you were asked about it before",
}


async def why(wish: Why, scene: Scene) -> Outcome:
    """Say why the message replied to came, or the last one that this person had."""
    refs = wish.refs or await _last_about(scene)
    tracked = [each for each in await _tracked(scene) if each.action.ref in refs]
    if not tracked:
        return Outcome(summary="I have not written to you of my own accord lately.")
    stands = arranged(await scene.unit.instructions.all())
    everything = await _tracked(scene)
    items = tuple(_item(each, everything, stands, scene) for each in tracked)
    hour = f"{stands.hour(scene.person.id):%H:%M}"
    return Outcome(
        summary="Why I wrote to you:",
        parts=(
            Items(items=items),
            Paragraph(text=f"All that concerns you comes in one message, at {hour}."),
        ),
        choices=(Choice(label="How often do you ask?", says="how often do you ask?", aside=True),),
    )


async def _last_about(scene: Scene) -> Sequence[str]:
    written = await scene.unit.outbox.written(scene.person.id, scene.today - LATELY)
    about = [each.about for each in written if each.about]
    return about[-1] if about else ()


async def _tracked(scene: Scene) -> Sequence[Tracked]:
    return await scene.unit.actions.within(Scope(plan=scene.plan.key))


def _item(
    tracked: Tracked, everything: Sequence[Tracked], stands: Arrangements, scene: Scene
) -> Item:
    context = Context(
        plan=scene.plan,
        policy=stands.policies.of(scene.plan.key, tracked),
        followed=tuple(referred_to(tracked, everything)),
    )
    found = points(tracked, context, scene.today)
    capacity = may_update(scene.standing, tracked.action, scene.plan).capacity
    reason = because(found[0], context, scene.today) if found else "it was not finished then"
    return Item(
        ref=tracked.action.ref,
        title=tracked.action.text,
        standing=f"{reason}; and {ROLES[capacity]}",
    )


def because(point: Point, context: Context, today: date) -> str:
    """The rule by which a day of an action is asked about."""
    policy = context.policy
    if point.sort is Sort.CHECK:
        return f"nothing was said about it for {days(policy.check)}"
    named = f"“{point.label}” " if point.sort in (Sort.STAGE, Sort.OCCURRENCE) else ""
    when = day(point.day, today)
    if point.sort is Sort.START:
        return f"it was to start {when}, and I ask whether it has"
    if point.day < today:
        chair = f"after {policy.to_chair} working days the chair is told"
        return f"{named}it was due {when}; I ask every {days(policy.chase)}, and {chair}"
    return f"{named}it is due {when}; I ask {leads(policy)}".replace(", and on", " ahead, and on")
