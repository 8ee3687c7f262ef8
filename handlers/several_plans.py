"""Which plans a message is about, where a workspace has several: never the wrong one."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.intents import (
    AcceptDate,
    Asked,
    AskOtherwise,
    Decision,
    Disown,
    EndRound,
    Intent,
    OpenRound,
    Option,
    PausePlan,
    Query,
    Reading,
    Reassign,
    RestrictPlan,
    ResumePlan,
    RoundWish,
    ShowList,
    ShowPolicy,
    ShowRound,
    Snooze,
    Update,
    Why,
)
from domain.named import by_plan
from domain.problems import UnknownPart, UnknownPlan
from handlers.belonging import BETWEEN, OfPlan, by_its_plan, called
from handlers.joint_reading import read_jointly
from handlers.known_plans import KnownPlans
from handlers.misplaced import less_misplaced, of_no_plan
from handlers.reading import read
from handlers.scene import Said, Scene
from handlers.status import find_part
from handlers.whose import names
from language.message import Message

OF_ONE = (Update, Snooze, Reassign, Disown, AcceptDate)  # what is wished of one action
# what is told of one plan
OF_A_PLAN = (PausePlan, ResumePlan, RestrictPlan, AskOtherwise, OpenRound, EndRound)
OF_ANY_PLAN = (Query, ShowPolicy, ShowRound, ShowList)  # asked of every plan that has an answer
OF_NO_PLAN = (Asked.HELP, Asked.WORDS)
RECORDED = (Decision.APPLY, Decision.CONFIRM)
WHICH = "Which plan do you mean?"
LATELY = timedelta(days=14)  # within which a message of ours may still be answered


@dataclass(frozen=True, slots=True)
class Read:
    """A message as it is understood of one plan; the scene is that plan's."""

    reading: Reading
    scene: Scene

    @property
    def refs(self) -> tuple[str, ...]:
        """The actions of the plan that something would be recorded of."""
        if self.reading.decision not in RECORDED:
            return ()
        return tuple(each.ref for each in self.reading.intents if isinstance(each, OF_ONE))

    def only(self, refs: Collection[str]) -> "Read":
        """The same with what is wished of these actions only; what is of none stays."""
        kept = [
            each
            for each in self.reading.intents
            if not isinstance(each, OF_ONE) or each.ref in refs
        ]
        return replace(self, reading=self.reading.model_copy(update={"intents": tuple(kept)}))

    @property
    def general(self) -> bool:
        """Whether it asks what is the same for all plans."""
        asked = [each.what for each in self.reading.intents if isinstance(each, Query)]
        return bool(asked) and all(each in OF_NO_PLAN for each in asked)

    @property
    def asks_which(self) -> bool:
        """Whether it asks which plan is meant, and so is of none."""
        return any(each.plan for each in self.reading.options)

    def wants(self, *kinds: type[object]) -> bool:
        """Whether it is done at once, and nothing but this is wanted."""
        done = self.reading.decision in (Decision.APPLY, Decision.ANSWER)
        intents = self.reading.intents
        return done and bool(intents) and all(isinstance(each, kinds) for each in intents)


async def read_in_plans(
    message: Message, scene: Scene, plans: KnownPlans, only: str | None = None
) -> Sequence[Read]:
    """How a message was understood, of one plan or of several.

    What could be recorded in several plans is asked about, unless the message says which it is,
    answers one of ours that was about one of them, or is ``only`` about one: what was pressed
    there says which.
    """
    _refuse_others(message.text, scene)
    if len(scene.plans) < 2:
        return [await _read(message, scene, plans)]
    told = by_its_plan(message.text, called({each.key: each.title for each in scene.plans}))
    if told:
        return [await _told(each, message, scene, plans) for each in told]
    if only:
        return [await _read(message, await scene.of_plan(only), plans)]
    about = by_plan(message.about, await _answered(message, scene) or "")
    if len(about) > 1:
        return await _of_several(message, about, scene, plans)
    return await _of_any(message, about, scene, plans)


def _refuse_others(text: str, scene: Scene) -> None:
    """Raise UnknownPlan where a plan is named that is not theirs: it is said of no other."""
    own = [each.key for each in scene.plans]
    others = scene.stands.restricted.difference(own)
    for said in text.split(BETWEEN) if others else ():
        if named := by_its_plan(said, {key.casefold(): key for key in others}):
            raise UnknownPlan(named[0].plan, own)


async def _told(told: OfPlan, message: Message, scene: Scene, plans: KnownPlans) -> Read:
    """What is said of a plan that is named; the name is no part of the words."""
    said = Said(told.text, scene.said.where, scene.said.message, scene.said.address)
    there = replace(await scene.of_plan(told.plan), said=said)
    about = by_plan(message.about).get(told.plan, ())
    message = message.model_copy(update={"text": told.text, "about": about})
    read = await _read(message, there, plans)
    others = [await there.of_plan(each.key) for each in scene.plans if each != there.plan]
    elsewhere = {ref for each in others for ref in (await _read(message, each, plans)).refs}
    reading = await less_misplaced(read.reading, sorted(elsewhere), told.text, there)
    return replace(read, reading=reading)


async def _of_several(
    message: Message, about: Mapping[str, tuple[str, ...]], scene: Scene, plans: KnownPlans
) -> Sequence[Read]:
    """An answer to a message about several plans."""
    found = await read_jointly(message, scene, plans)
    if found:
        return [Read(reading, await scene.of_plan(plan)) for plan, reading in found.items()]
    each_of_them = [
        await _read(_under(message, refs), await scene.of_plan(key), plans)
        for key, refs in about.items()
    ]
    if all(each.wants(Why) for each in each_of_them):
        return each_of_them
    return await _of_any(message, {}, scene, plans)


async def _of_any(
    message: Message, about: Mapping[str, tuple[str, ...]], scene: Scene, plans: KnownPlans
) -> Sequence[Read]:
    """A message that names no plan, and answers one of ours about one plan or none."""
    key, refs = next(iter(about.items()), ("", ()))
    message = _under(message, refs)
    first = await scene.of_plan(key) if key else scene
    own = await _read(message, first, plans)
    if key and (own.wants(Why, *OF_A_PLAN) or (own.refs and set(own.refs) <= set(refs))):
        return [own]
    others = [await scene.of_plan(each.key) for each in scene.plans if each != first.plan]
    everything = [own, *[await _read(message, each, plans) for each in others]]
    chosen = await _chosen(everything, scene)
    return [replace(each, reading=await of_no_plan(each.reading, scene)) for each in chosen]


async def _chosen(everything: Sequence[Read], scene: Scene) -> Sequence[Read]:
    """The readings that count, of one in each plan; the first is that of the likeliest plan."""
    own = everything[0]
    meant = [each for each in everything if each.refs]
    if meant:
        told = _apart(meant, scene) if len(meant) > 1 else meant
        return [*_less_recorded(told), *_refused_elsewhere(everything, meant)]
    if own.wants(*OF_A_PLAN):
        return await _of_a_plan([each for each in everything if each.wants(*OF_A_PLAN)], scene)
    if own.wants(Why):
        return await _why(everything, scene)
    asking = [each for each in everything if each.wants(*OF_ANY_PLAN) and not each.general]
    return asking or [own]


def _apart(meant: Sequence[Read], scene: Scene) -> Sequence[Read]:
    """Ask of what several plans have; what only one of them has is meant there."""
    times = Counter(ref for each in meant for ref in each.refs)
    shared = {ref for ref, times in times.items() if times > 1}
    alone = [each.only(set(each.refs) - shared) for each in meant]
    asked = [each.only(shared) for each in meant if not shared.isdisjoint(each.refs)]
    certain = [each for each in alone if each.refs]
    return [*certain, which_plan(asked, scene)] if asked else certain


def _less_recorded(told: Sequence[Read]) -> Iterator[Read]:
    """Of each plan, without the refusal of what is recorded in another: it was meant there."""
    for each in told:
        elsewhere = {ref for other in told if other is not each for ref in other.refs}
        refused = tuple(ref for ref in each.reading.refused if ref not in elsewhere)
        yield replace(each, reading=each.reading.model_copy(update={"refused": refused}))


def _refused_elsewhere(everything: Sequence[Read], meant: Sequence[Read]) -> Iterator[Read]:
    """What is told of somebody else's actions, which another plan has."""
    lacked = {ref for each in meant for ref in each.reading.missing}
    for each in everything:
        refused = tuple(ref for ref in each.reading.refused if ref in lacked)
        if refused and each.reading.decision is Decision.REFUSE:
            yield replace(each, reading=each.reading.model_copy(update={"refused": refused}))


async def _of_a_plan(told: Sequence[Read], scene: Scene) -> Sequence[Read]:
    """What is told of a plan: of the only one that has the part that is named, or it is asked."""
    having = [each for each in told if await _has_its_part(each)]
    return having if len(having) == 1 else [which_plan(having or told, scene)]


async def _has_its_part(read: Read) -> bool:
    wish = read.reading.intents[0]
    part = wish.part if isinstance(wish, AskOtherwise | RoundWish) else ""
    try:
        await find_part(part, read.scene)
    except UnknownPart:
        return False
    return True


async def _why(everything: Sequence[Read], scene: Scene) -> Sequence[Read]:
    """Why the actions that are named are asked about, or those of our last message."""
    named = [each for each in everything if any(map(_refs, each.reading.intents))]
    if named:
        return named
    written = await scene.unit.outbox.written(scene.person.id, scene.today - LATELY)
    last = next((each.actions for each in reversed(written) if each.actions), {})
    seen = {each.key for each in scene.plans}
    found = [
        Read(_asks_why(refs), await scene.of_plan(plan))
        for plan, refs in last.items()
        if plan in seen
    ]
    return found or everything[:1]


def _asks_why(refs: tuple[str, ...]) -> Reading:
    return Reading(decision=Decision.ANSWER, intents=(Why(refs=refs),))


def _refs(wish: Intent) -> tuple[str, ...]:
    return wish.refs if isinstance(wish, Why) else ()


def which_plan(meant: Sequence[Read], scene: Scene) -> Read:
    """Ask which plan is meant, with what would be done in each."""
    refs = ", ".join(dict.fromkeys(ref for each in meant for ref in each.refs))
    options = tuple(
        Option(label=each.scene.plan.title, intents=each.reading.intents, plan=each.scene.plan.key)
        for each in meant
    )
    reading = Reading(
        decision=Decision.ASK,
        question=f"{WHICH} Each of these has {refs}." if refs else WHICH,
        options=options,
        why="several plans could be meant",
    )
    return Read(reading, scene)


async def _read(message: Message, scene: Scene, plans: KnownPlans) -> Read:
    known = await plans.of(scene.plan.key, names(scene.directory), scene.unit)
    speaker = known.whose.speaker(scene.standing)
    if message.awaited:
        own = message.awaited.of(scene.plan.key)
        message = message.model_copy(update={"awaited": own})
    return Read(await read(message, known.plan, speaker, scene.unit), scene)


async def _answered(message: Message, scene: Scene) -> str | None:
    """The one plan that our messages were of which showed just these actions to the person."""
    if not message.about:
        return None
    written = await scene.unit.outbox.written(scene.person.id, scene.today - LATELY)
    found = {each.plan for each in written if each.plan and each.about == message.about}
    return found.pop() if len(found) == 1 else None


def _under(message: Message, refs: tuple[str, ...]) -> Message:
    return message.model_copy(update={"about": refs})
