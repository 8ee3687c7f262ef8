"""Why a message came: because of which date, which rule, and in which role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from domain.conversation import Choice, Item, Items, Paragraph
from domain.events import Tracked
from domain.findings import findings
from domain.instructions import Arrangements, Instruction, PassedOn, arranged, passed_on
from domain.intents import Why
from domain.parts import referred_to
from domain.people import LONDON
from domain.points import Context, Point, Sort, points
from domain.reach import Reach
from domain.rights import Capacity, may_update
from domain.rounds import Round, Stage, rounds_in
from domain.summary import Scope
from domain.work import Plan
from handlers import round_wording
from handlers.days import day, days
from handlers.escalating import lacking
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


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the reasons follow from: the whole plan, what was arranged, and the rounds that ask.

    ``passed_on`` names, by ref, who has had words passed on to the person.
    """

    tracked: Sequence[Tracked]
    reach: Reach
    rounds: Sequence[Round]
    passed_on: Mapping[str, str] = field(default_factory=dict)

    @property
    def arrangements(self) -> Arrangements:
        return self.reach.arrangements

    def context(self, tracked: Tracked, scene: Scene) -> Context:
        return Context(
            plan=scene.plan,
            policy=self.arrangements.policies.of(scene.plan.key, tracked),
            followed=tuple(referred_to(tracked, self.tracked)),
            zone=scene.person.timezone,
        )


async def why(wish: Why, scene: Scene) -> Outcome:
    """Say why the message replied to came, or the last one that this person had."""
    refs = wish.refs or await _last_about(scene)
    grounds = await _grounds(scene)
    asked = [each for each in grounds.tracked if each.action.ref in refs]
    if not asked:
        return Outcome(summary="I have not written to you of my own accord lately.")
    hour = f"{grounds.arrangements.hour(scene.person.id):%H:%M}"
    return Outcome(
        summary="Why I wrote to you:",
        parts=(
            Items(items=tuple(_item(each, grounds, scene) for each in asked)),
            Paragraph(text=f"All that concerns you comes in one message, at {hour}."),
        ),
        choices=(Choice(label="How often do you ask?", says="how often do you ask?", aside=True),),
    )


async def _last_about(scene: Scene) -> Sequence[str]:
    written = await scene.unit.outbox.written(scene.person.id, scene.today - LATELY)
    about = [refs for each in written if (refs := each.actions.get(scene.plan.key))]
    return about[-1] if about else ()


async def _grounds(scene: Scene) -> Grounds:
    told = await scene.unit.instructions.all()
    reach = Reach(scene.directory, await scene.unit.people.reachable(), arranged(told))
    asking = [each for each in rounds_in(told) if each.stage(scene.today, LONDON) is Stage.OPEN]
    return Grounds(
        tracked=await scene.unit.actions.within(Scope(plan=scene.plan.key)),
        reach=reach,
        rounds=[each for each in asking if each.scope.plan == scene.plan.key],
        passed_on=_passed_on(told, scene),
    )


def _passed_on(told: Iterable[Instruction], scene: Scene) -> dict[str, str]:
    return {
        ref: each.by_name
        for each in passed_on(told, scene.now - LATELY)
        if isinstance(each.order, PassedOn)
        and (each.order.to, each.plan) == (scene.person.id, scene.plan.key)
        for ref in each.order.refs
    }


def _item(tracked: Tracked, grounds: Grounds, scene: Scene) -> Item:
    capacity = may_update(scene.standing, tracked.action, scene.plan).capacity
    return Item(
        ref=tracked.action.ref,
        title=tracked.action.text,
        standing=f"{_reason(tracked, grounds, scene)}; and {ROLES[capacity]}",
    )


def _reason(tracked: Tracked, grounds: Grounds, scene: Scene) -> str:
    """What is lacking for who can put it right, else who or which round asks, else a date."""
    lacking_now = findings(tracked, grounds.reach.asked(tracked, scene.today))
    if scene.standing.administrator and lacking_now:
        return lacking(lacking_now[0])
    if by := grounds.passed_on.get(tracked.action.ref):
        return f"{by} asked me to pass their words on to you"
    asking = next((each for each in grounds.rounds if each.scope.holds(tracked)), None)
    if asking and scene.standing.owns(tracked.action.owners):
        return because_of_a_round(asking, scene.plan, scene.today)
    context = grounds.context(tracked, scene)
    found = points(tracked, context, scene.today)
    return because(found[0], context, scene.today) if found else "it was still open then"


def because_of_a_round(asking: Round, plan: Plan, today: date) -> str:
    name = round_wording.name_of(asking.scope, plan)
    return f"the reporting round for {name} asks for a word by {day(asking.days.closes, today)}"


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
