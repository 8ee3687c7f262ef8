"""From a reading to what is done about it: each intent has its handler, and none is forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from domain.conversation import Reply
from domain.instructions import CallIt
from domain.intents import (
    AcceptDate,
    Asked,
    Away,
    Choose,
    Decision,
    Disown,
    Intent,
    Query,
    Reading,
    Reassign,
    Setting,
    Snooze,
    Undo,
    Update,
)
from domain.problems import NotYours
from domain.registry import Registration
from handlers import (
    accepting,
    arrangements,
    asking,
    histories,
    lists,
    local_words,
    progress,
    registering,
    settings,
    status,
    undoing,
)
from handlers.belonging import choices_of
from handlers.help import how_to_use
from handlers.late_answers import marked_late
from handlers.outcome import Outcome, told
from handlers.recording import people
from handlers.scene import Said, Scene
from handlers.wording import sentence
from language.privacy.guarded import guarded

NOTHING = "Nothing to record there. “help” shows what I can do."


async def decide(reading: Reading, scene: Scene) -> Reply:
    """Do with a reading what was decided about it."""
    if reading.answers:
        scene = await asking.answered_in_words(scene)
        reading = guarded(reading, scene.said.words)
    aside = await _aside(reading, scene)
    match reading.decision:
        case Decision.APPLY | Decision.ANSWER:
            return await carry_out(reading.intents, scene, aside)
        case Decision.CONFIRM:
            return await asking.confirm(reading, scene, aside)
        case Decision.ASK:
            return await asking.ask(reading, scene)
        case Decision.REFUSE:
            return Reply(summary=" ".join(aside) or "I have changed nothing.", private=True)
        case Decision.NONE:
            return Reply(summary=reading.question or NOTHING)
        case _:
            assert_never(reading.decision)


async def carry_out(intents: Sequence[Intent], scene: Scene, aside: Sequence[str] = ()) -> Reply:
    """Do all that is wanted, and tell it in one reply."""
    outcomes = await act_on_all(intents, scene)
    return told(outcomes, [*aside, *await marked_late(outcomes, scene)])


async def act_on_all(intents: Sequence[Intent], scene: Scene) -> list[Outcome]:
    """Do all that is wanted; where all of it is to be asked later, in one sentence."""
    snoozes = [each for each in intents if isinstance(each, Snooze)]
    if len(snoozes) == len(intents) > 1:
        return await arrangements.snooze_all(snoozes, scene)
    outcomes = [outcome for each in intents for outcome in await act(each, scene)]
    await asking.wait_for_a_day(intents, scene)
    return outcomes


async def act(intent: Intent, scene: Scene) -> Sequence[Outcome]:
    match intent:
        case Update():
            return [await progress.update(intent, scene)]
        case Query():
            return [await answered(intent, scene)]
        case Snooze() | Reassign() | Disown() | Away():
            return [await arrangements.arrange(intent, scene)]
        case AcceptDate():
            return [await accepting.accept(intent, scene)]
        case Undo():
            return await undoing.undo(intent, scene)
        case Choose():
            return await _chosen(intent, scene)
        case CallIt():
            return [await local_words.call_it(intent, scene)]
        case Setting():
            return [await settings.told(intent, scene)]
        case Registration():
            return [await registering.register(intent, scene)]
        case _:
            assert_never(intent)


async def answered(wish: Query, scene: Scene) -> Outcome:
    """Answer one question about the plan."""
    match wish.what:
        case Asked.STATUS | Asked.ACTION:
            return await status.status(wish, scene)
        case Asked.MINE | Asked.OVERDUE | Asked.SILENT | Asked.DUE | Asked.OWNER:
            return await lists.LISTS[wish.what](wish, scene)
        case Asked.HISTORY:
            return await histories.history(wish, scene)
        case Asked.CHANGES:
            return await histories.changes(wish, scene)
        case Asked.HELP:
            return how_to_use(scene)
        case Asked.WORDS:
            return await local_words.our_words(scene)
        case _:
            assert_never(wish.what)


async def _chosen(wish: Choose, scene: Scene) -> Sequence[Outcome]:
    """Carry out the answer that was chosen, under the words that led to the question."""
    question, option = await asking.chosen(wish, scene)
    if option is None:
        return [Outcome(summary="Nothing was recorded. Say it again in other words if you like.")]
    words = question.words if option.words is None else option.words
    message = question.message or scene.said.message
    said = Said(words=words, where=scene.said.where, message=message)
    asked = replace(scene, said=said, plan=await scene.unit.plans.get(option.plan or question.plan))
    if option.words is None:
        reading = guarded(Reading(decision=Decision.APPLY, intents=option.intents), words)
        if reading.private:
            return [await _shown_first(reading, asked)]
    outcomes = await act_on_all(option.intents, asked)
    return [_of_its_plan(each, asked) for each in outcomes]


def _of_its_plan(outcome: Outcome, scene: Scene) -> Outcome:
    """The outcome with buttons of the plan that was chosen, where there are several."""
    if len(scene.plans) < 2:
        return outcome
    return replace(outcome, choices=choices_of(outcome.choices, scene.plan.key))


async def _shown_first(reading: Reading, scene: Scene) -> Outcome:
    """Answered, but with words that should not be kept without a word about them."""
    reply = await asking.confirm(reading, scene)
    return Outcome(summary=reply.summary, parts=reply.parts, private=True)


async def _aside(reading: Reading, scene: Scene) -> list[str]:
    """What was spoken of but is not this person's, and whose it is."""
    if not reading.refused:
        return []
    known = await scene.unit.actions.of(scene.plan.key, reading.refused)
    actions = {each.action.ref: each.action for each in known}
    return [
        sentence(
            NotYours(ref, actions[ref].owners, [each.name for each in people(actions[ref], scene)])
        )
        for ref in reading.refused
        if ref in actions
    ]
