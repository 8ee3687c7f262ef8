"""The one door: a message is read, and it is decided what should come of it."""

from domain.conversation import LONGEST_MESSAGE
from domain.intents import Decision, Option, Reading
from language.asked import may_ask, questions_in, unanswered
from language.commands import denial
from language.guarded import guarded
from language.heard import Heard, heard
from language.known import KnownPlan
from language.message import Awaited, Message, Speaker
from language.recognised import plain_reading
from language.references import shaped_refs
from language.text import Words, lowered, words_of
from language.told import news_in
from language.whole import ASKING, whole_message
from language.wished import leave_in, wishes_in

TOO_LONG = "That is too long for me to read. Which action is it about, and how does it stand?"


def understand(message: Message, plan: KnownPlan, speaker: Speaker) -> Reading:
    """Read a message. Writes nothing, raises nothing, and applies nothing on a guess."""
    if len(message.text) > LONGEST_MESSAGE:
        return Reading(decision=Decision.ASK, question=TOO_LONG, why="too long to read with care")
    typed = words_of(message.text)
    return guarded(_understood(message, typed, plan, speaker), message.text, typed.signs)


def _understood(message: Message, typed: Words, plan: KnownPlan, speaker: Speaker) -> Reading:
    whole = whole_message(message, plan, typed.signs)
    if whole is not None:
        return whole
    message = _put_right(message)
    scene = heard(message, plan, speaker, typed)
    if not any(token.kind != "line" for token in scene.words.tokens):
        return Reading(decision=Decision.NONE, why="nothing was said")
    return wishes_in(scene) or _asked_of_none(message, scene) or _asked_and_told(scene)


def _asked_of_none(message: Message, scene: Heard) -> Reading | None:
    """Read "history of 99.9" as it would be read of the nearest actions that the plan has."""
    if scene.marked.mentions:
        return None
    missing = next(shaped_refs(scene.words, scene.plan, ()), None)
    if missing is None or not (scene.words.signs & ASKING or may_ask(scene, missing)):
        return None
    near = scene.plan.near(missing.typed)
    asked: list[Reading] = []
    for ref in near or scene.plan.listed[:1]:
        asked.append(_read_with(message, scene, missing.typed, ref))
        if asked[-1].decision is not Decision.ANSWER:
            return None  # as most are that tell something
    question = f"The plan has no {missing.typed}."
    if near:
        question += " Which one do you mean?"
    options = tuple(
        Option(label=ref, intents=each.intents) for ref, each in zip(near, asked, strict=False)
    )
    return plain_reading(scene, Decision.ASK, "the plan has no such reference", question, options)


def _read_with(message: Message, scene: Heard, typed: str, ref: str) -> Reading:
    text = message.text.replace(typed, ref, 1)
    message = message.model_copy(update={"text": text})
    return _understood(message, words_of(text), scene.plan, scene.speaker)


def _put_right(message: Message) -> Message:
    """Read "no, amber" as news of what we had asked about."""
    if message.awaited is None or message.about or not message.awaited.refs:
        return message
    low = lowered(message.text)
    rest = denial(low)
    if not rest:
        return message
    text = " " * (len(low) - len(rest)) + message.text[len(low) - len(rest) :]
    return message.model_copy(update={"text": text, "about": message.awaited.refs})


def _asked_and_told(scene: Heard) -> Reading:
    """News first, and questions beside it; a question alone is answered."""
    queries, asking = questions_in(scene)
    telling = news_in(scene, asking)
    if telling.decision is Decision.APPLY and unanswered(scene, asking):
        why = "inferred: left.question"
        telling = telling.model_copy(update={"decision": Decision.CONFIRM, "why": why})
    leave = leave_in(scene)
    if leave and telling.decision in (Decision.APPLY, Decision.CONFIRM):
        telling = telling.model_copy(update={"intents": (*telling.intents, leave)})
    if not queries:
        return telling
    if telling.decision in (Decision.APPLY, Decision.CONFIRM) and telling.intents:
        return telling.model_copy(update={"intents": (*telling.intents, *queries)})
    return Reading(
        decision=Decision.ANSWER, intents=queries, why="it asks something", found=telling.found
    )


__all__ = ["Awaited", "Message", "Speaker", "understand"]
