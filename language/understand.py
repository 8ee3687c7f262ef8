"""The one door: a message is read, and it is decided what should come of it."""

from domain.conversation import LONGEST_MESSAGE
from domain.intents import Decision, Option, Reading
from language.answered import (
    as_answer,
    as_day,
    completes,
    needs_question,
    put_right,
    under_question,
)
from language.hearing.heard import Heard, heard
from language.hearing.recognised import plain_reading
from language.lexicon.text import Words, words_of
from language.message import Awaited, Message, Speaker
from language.news.asked import may_ask, questions_in, unanswered
from language.news.by_nobody import by_nobody
from language.news.occurrences import with_occurrences
from language.news.stage_delays import with_late_stages
from language.news.taken_back import taken_back
from language.news.told import news_in
from language.news.wished import leave_in, wishes_in
from language.orders.accepting import acceptance
from language.privacy.guarded import guarded
from language.references.known import KnownPlan
from language.whole import ASKING, whole_message

TOO_LONG = "That is too long for me to read. Which action is it about, and how does it stand?"


TOO_MUCH = "That is more than I can read at once. Could you send it in parts, a few actions each?"
UNKNOWN = (
    "I cannot tell which action you ask about. Give its number or words of its title;"
    " “status” shows the plan, “help” what else I can answer."
)
SILENT = frozenset(["\n"])
MOST_TOLD = 500  # phrases and days: as many as the longest message has that is all news


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
    if (accepted := acceptance(message, plan, speaker, typed.signs)) is not None:
        return accepted
    right = put_right(message)
    if right is not None:
        return as_answer(_read(heard(right, plan, speaker, typed)), right, typed)
    scene = heard(message, plan, speaker, typed)
    own = _read(scene)
    if (asked_again := as_day(scene, own)) is not None:
        return asked_again
    if not needs_question(scene, own):
        return own
    answer = _read(heard(under_question(message), plan, speaker, typed))
    return as_answer(answer, message, typed) if completes(answer, message) else own


def _read(scene: Heard, *, mended: bool = False) -> Reading:
    """What is read, and of which occurrence it is where the work comes round."""

    def again(text: str) -> Reading:
        message = scene.message.model_copy(update={"text": text})
        return _said(heard(message, scene.plan, scene.speaker), mended=mended)

    reading = with_late_stages(_said(scene, mended=mended), scene)
    return with_occurrences(reading, scene, again)


def _said(scene: Heard, *, mended: bool = False) -> Reading:
    if len(scene.marked.hits) + len(scene.marked.dates) > MOST_TOLD:
        why = "too much at once to read with care"
        return Reading(decision=Decision.ASK, question=TOO_MUCH, why=why)
    if scene.words.said <= SILENT:
        return Reading(decision=Decision.NONE, why="nothing was said")
    if why := by_nobody(scene):
        return Reading(decision=Decision.NONE, why=why)
    wished = taken_back(scene) or wishes_in(scene) or (None if mended else _asked_of_none(scene))
    return wished or _asked_and_told(scene)


def _asked_of_none(scene: Heard) -> Reading | None:
    """Read "history of 99.9" as it would be read of the nearest actions that the plan has."""
    if scene.marked.mentions:
        return None
    missing = scene.shaped[0] if scene.shaped else None
    if missing is None or not (scene.words.signs & ASKING or may_ask(scene, missing)):
        return None
    near = scene.plan.near(missing.typed)
    asked: list[Reading] = []
    for ref in near or scene.plan.listed[:1]:
        asked.append(_read_with(scene, missing.typed, ref))
        if asked[-1].decision is not Decision.ANSWER:
            return None  # as most are that tell something
    question = f"The plan has no {missing.typed}. "
    question += "Which one do you mean?" if near else "“status” shows what it has."
    options = tuple(
        Option(label=ref, intents=each.intents) for ref, each in zip(near, asked, strict=False)
    )
    return plain_reading(scene, Decision.ASK, "the plan has no such reference", question, options)


def _read_with(scene: Heard, typed: str, ref: str) -> Reading:
    """The reading with one reference put right: once, whatever else the plan does not have."""
    text = scene.message.text.replace(typed, ref, 1)
    message, words = scene.message.model_copy(update={"text": text}), words_of(text)
    whole = whole_message(message, scene.plan, words.signs)
    return whole or _read(heard(message, scene.plan, scene.speaker, words), mended=True)


def _asked_and_told(scene: Heard) -> Reading:
    """News first, and questions beside it; a question alone is answered."""
    queries, asking = questions_in(scene)
    telling = news_in(scene, asking)
    if telling.decision in (Decision.APPLY, Decision.NONE) and unanswered(scene, asking):
        telling = _with_question_left(telling)
    leave = leave_in(scene)
    if leave and telling.decision in (Decision.APPLY, Decision.CONFIRM):
        telling = telling.model_copy(update={"intents": (*telling.intents, *leave)})
    if not queries:
        return telling
    if telling.decision in (Decision.APPLY, Decision.CONFIRM) and telling.intents:
        return telling.model_copy(update={"intents": (*telling.intents, *queries)})
    return Reading(
        decision=Decision.ANSWER, intents=queries, why="it asks something", found=telling.found
    )


def _with_question_left(telling: Reading) -> Reading:
    """Beside news that it may be a condition of, or alone: then what can be asked is said."""
    if telling.decision is Decision.NONE:
        return telling.model_copy(update={"question": UNKNOWN})
    why = "inferred: left.question"
    return telling.model_copy(update={"decision": Decision.CONFIRM, "why": why})


__all__ = ["Awaited", "Message", "Speaker", "understand"]
