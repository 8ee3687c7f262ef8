"""Which plan a message is about, where a workspace has several: never the wrong one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.intents import Decision, Disown, Option, Reading, Reassign, Snooze, Update
from domain.people import Directory
from domain.work import Plan
from handlers.known_plans import KnownPlans
from handlers.reading import read
from handlers.scene import Scene
from language.message import Message

OF_ONE = (Update, Snooze, Reassign, Disown)  # what is wished of one action
RECORDED = (Decision.APPLY, Decision.CONFIRM)
LATELY = timedelta(days=14)  # within which a message of ours may still be answered


@dataclass(frozen=True, slots=True)
class Read:
    """A message as it is understood of one plan."""

    plan: Plan
    reading: Reading

    @property
    def refs(self) -> tuple[str, ...]:
        """The actions of the plan that something would be recorded of."""
        if self.reading.decision not in RECORDED:
            return ()
        return tuple(each.ref for each in self.reading.intents if isinstance(each, OF_ONE))

    @property
    def plain(self) -> bool:
        """Whether it is a question, or about no action: any plan will do."""
        reading = self.reading
        asks = reading.decision is Decision.ANSWER
        return asks or (reading.decision is Decision.APPLY and not self.refs)


async def in_plan(key: str | None, scene: Scene) -> Scene:
    """The scene with this plan in it; the default one stays for None. Raise UnknownPlan."""
    if key is None or key == scene.plan.key:
        return scene
    return replace(scene, plan=await scene.unit.plans.get(key))


async def read_in_plans(
    message: Message, scene: Scene, plans: KnownPlans, only: str | None = None
) -> tuple[Reading, Scene]:
    """How a message was understood, and the scene with the plan that it is about.

    What could be recorded in several plans is asked about, unless it answers a message of ours
    that was about one of them, or is ``only`` about one: what was pressed there says which.
    """
    scene = await in_plan(only, scene)
    everything = [scene.plan] if only else await scene.unit.plans.all()
    answered = await _answered(message, scene) if len(everything) > 1 else None
    first = next((each for each in everything if each.key == answered), scene.plan)
    own = await _read(message, first, scene, plans)
    if len(everything) == 1 or own.plain or (answered and own.refs and _under(own, message)):
        return own.reading, replace(scene, plan=own.plan)
    others = [each for each in everything if each.key != first.key]
    all_of_them = [own, *[await _read(message, each, scene, plans) for each in others]]
    meant = [each for each in all_of_them if each.refs]
    if len(meant) > 1:
        return which_plan(meant), scene
    chosen = meant[0] if meant else own
    return chosen.reading, replace(scene, plan=chosen.plan)


def which_plan(meant: Sequence[Read]) -> Reading:
    """Ask which plan is meant, with what would be recorded in each."""
    refs = ", ".join(dict.fromkeys(ref for each in meant for ref in each.refs))
    options = tuple(
        Option(label=each.plan.title, intents=each.reading.intents, plan=each.plan.key)
        for each in meant
    )
    return Reading(
        decision=Decision.ASK,
        question=f"Which plan do you mean? There is {refs} in each of these.",
        options=options,
        why="several plans have an action of that number",
    )


def names(directory: Directory) -> tuple[str, ...]:
    """The people and posts that a message may name."""
    return tuple(dict.fromkeys([*(each.name for each in directory.people), *directory.posts]))


async def _read(message: Message, plan: Plan, scene: Scene, plans: KnownPlans) -> Read:
    known = await plans.of(plan.key, names(scene.directory), scene.unit)
    speaker = known.whose.speaker(scene.standing)
    return Read(plan, await read(message, known.plan, speaker, scene.unit))


async def _answered(message: Message, scene: Scene) -> str | None:
    """The one plan that our messages were of which showed just these actions to the person."""
    if not message.about:
        return None
    written = await scene.unit.outbox.written(scene.person.id, scene.today - LATELY)
    found = {each.plan for each in written if each.plan and each.about == message.about}
    return found.pop() if len(found) == 1 else None


def _under(own: Read, message: Message) -> bool:
    return set(own.refs) <= set(message.about)
