"""Reading an answer to one message that was about several plans.

Its numbers run on from one plan to the next, so that "1 done, 3 end of April" can only be read of
all of its actions together: as of a plan that has these actions and no others.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.events import Tracked
from domain.intents import (
    AcceptDate,
    Decision,
    Disown,
    Intent,
    Reading,
    Reassign,
    Snooze,
    Update,
)
from domain.named import bare, by_plan, plan_and_ref
from domain.work import Plan
from handlers.known_plans import KnownPlans
from handlers.scene import Scene
from handlers.whose import names
from language.message import Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand

type OfOne = Update | Snooze | Reassign | Disown | AcceptDate
TOGETHER = Plan(key="together", title="")


@dataclass(frozen=True, slots=True)
class Called:
    """What the actions of a message are called in the answer: by their refs, where that is plain.

    ``names`` are their names in full, in the order in which the message showed them.
    """

    names: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        same = Counter(map(bare, self.names))
        return bare(name) if same[bare(name)] == 1 else name

    @property
    def meaning(self) -> Mapping[str, str]:
        return {self[name]: name for name in self.names}


async def read_jointly(
    message: Message, scene: Scene, plans: KnownPlans
) -> Mapping[str, Reading] | None:
    """What is to be recorded of the actions of each plan; None where it is about anything else."""
    called = Called(message.about)
    known = KnownPlan.of(TOGETHER, await _actions(called, scene), names(scene.directory))
    heard = message.model_copy(update={"about": tuple(called[each] for each in called.names)})
    reading = understand(heard, known, await _speaker(called, scene, plans))
    recorded = reading.decision in (Decision.APPLY, Decision.CONFIRM)
    wishes = [each for each in reading.intents if isinstance(each, OF_ONE)]
    if not recorded or not wishes or len(wishes) < len(reading.intents):
        return None
    return _by_plan(reading, wishes, called.meaning)


OF_ONE = (Update, Snooze, Reassign, Disown, AcceptDate)


async def _actions(called: Called, scene: Scene) -> Sequence[Tracked]:
    """The actions of the message under what they are called in it, in its order."""
    found: dict[str, Tracked] = {}
    for plan, refs in by_plan(called.names).items():
        for tracked in await scene.unit.actions.of(plan, refs):
            found[f"{plan} {tracked.action.ref}"] = tracked
    in_order = [(name, found.get(" ".join(plan_and_ref(name)))) for name in called.names]
    return [
        each.model_copy(update={"action": each.action.model_copy(update={"ref": called[name]})})
        for name, each in in_order
        if each
    ]


async def _speaker(called: Called, scene: Scene, plans: KnownPlans) -> Speaker:
    own: set[str] = set()
    may: set[str] = set()
    accepts: set[str] = set()
    for name in called.names:
        plan, ref = plan_and_ref(name)
        known = await plans.of(plan, names(scene.directory), scene.unit)
        speaker = known.whose.speaker(scene.standing)
        own |= {called[name]} if ref in speaker.own else set()
        may |= {called[name]} if speaker.may_update(ref) else set()
        accepts |= {called[name]} if speaker.may_accept(ref) else set()
    return Speaker(
        name=scene.person.name,
        own=frozenset(own),
        may=frozenset(may),
        accepts=frozenset(accepts),
    )


def _by_plan(
    reading: Reading, wishes: Sequence[OfOne], meaning: Mapping[str, str]
) -> Mapping[str, Reading]:
    found: dict[str, list[Intent]] = {}
    for wish in wishes:
        plan, ref = plan_and_ref(meaning[wish.ref])
        found.setdefault(plan, []).append(wish.model_copy(update={"ref": ref}))
    refused = by_plan(meaning[each] for each in reading.refused if each in meaning)
    return {
        plan: reading.model_copy(
            update={"intents": tuple(intents), "refused": refused.get(plan, ()), "missing": ()}
        )
        for plan, intents in found.items()
    }
