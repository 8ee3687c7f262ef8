"""From a reading to what is done about it: each intent has its handler, and none is forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from domain.conversation import Reply
from domain.instructions import CallIt
from domain.intents import (
    AcceptDate,
    AnySetting,
    Asked,
    Away,
    Choose,
    Decision,
    Disown,
    Intent,
    PassOn,
    Query,
    Reading,
    Reassign,
    Setting,
    Snooze,
    Undo,
    Update,
)
from domain.registry import Registered, Registration
from handlers import (
    accepting,
    arrangements,
    asking,
    histories,
    lists,
    local_words,
    passing_on,
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
from handlers.scene import Said, Scene
from language.privacy.guarded import guarded

NOTHING = "Nothing to record there. “help” shows what I can do."


async def decide(reading: Reading, scene: Scene) -> Reply:
    """Do with a reading what was decided about it."""
    if reading.answers:
        scene = await asking.answered_in_words(scene)
        reading = guarded(reading, scene.said.words)
    aside = await passing_on.left_alone(reading.refused, scene, reading.missing)
    match reading.decision:
        case Decision.APPLY | Decision.ANSWER:
            return aside.beside(await carry_out(reading.intents, scene, aside.sentences))
        case Decision.CONFIRM:
            return aside.beside(await asking.confirm(reading, scene, aside.sentences))
        case Decision.ASK:
            return await asking.ask(reading, scene)
        case Decision.REFUSE:
            return aside.alone()
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
        case PassOn():
            return [await passing_on.pass_on(intent, scene)]
        case AcceptDate():
            return [await accepting.accept(intent, scene)]
        case Undo():
            return await undoing.undo(intent, scene)
        case Choose():
            return await _chosen(intent, scene)
        case CallIt() | Setting() | Registration():
            return [await _ordered(intent, scene)]
        case _:
            assert_never(intent)


async def _ordered(wish: CallIt | AnySetting | Registered, scene: Scene) -> Outcome:
    """Do what is told of how the bot goes about its work."""
    match wish:
        case CallIt():
            return await local_words.call_it(wish, scene)
        case Setting():
            return await settings.told(wish, scene)
        case Registration():
            return await registering.register(wish, scene)
        case _:
            assert_never(wish)


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
            return await how_to_use(scene)
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
