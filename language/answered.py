"""What only our question gives a meaning: "5 March", "amber", "no, red", "waiting on Finance"."""

from collections.abc import Sequence

from domain.intents import Decision, Intent, Option, Reading, Update
from language.hearing.heard import Heard
from language.lexicon.text import Words, lowered, tokens_of
from language.message import Message
from language.news.wished import put_off_until
from language.orders.commands import denial

BRIEF = 8  # words; what is longer may be about something else by now
UNREAD = (Decision.NONE, Decision.ASK)
SEVERAL = frozenset(["both", "neither", "each", "these"])
SHARES = frozenset(["%", "per", "percent"])
INFERRED = "inferred: answer.long"


def put_right(message: Message) -> Message | None:
    """ "No, amber" as news of what we had asked about; None for what is nothing of the kind."""
    if not _may_answer(message):
        return None
    low = lowered(message.text)
    rest = denial(low)
    if not rest:
        return None
    text = " " * (len(low) - len(rest)) + message.text[len(low) - len(rest) :]
    denied = message.awaited and message.awaited.model_copy(update={"undated": ()})
    return under_question(message.model_copy(update={"text": text, "awaited": denied}))


def needs_question(scene: Heard, own: Reading) -> bool:
    """Whether a message that names no action may be read by what was asked."""
    awaited = scene.message.awaited
    if own.decision not in UNREAD or scene.marked.mentions or scene.message.about:
        return False
    if scene.unknown:
        return False  # "9.9 done" is about another action, which the plan has not
    return (
        awaited is not None and awaited.open and not (_of_several(scene) and len(awaited.refs) == 1)
    )


def completes(answer: Reading, message: Message) -> bool:
    """Whether it says what was waited for; where nothing was asked only a day or a reason does."""
    if message.awaited is None or message.awaited.labels:
        return True
    told = [each for each in answer.intents if isinstance(each, Update)]
    return any(each.forecast or each.reason for each in told)


def as_day(scene: Heard, own: Reading) -> Reading | None:
    """A day alone, where we have asked on which to ask again."""
    refs = scene.message.awaited.put_off if scene.message.awaited else ()
    if not refs or own.decision not in UNREAD or scene.marked.mentions:
        return None
    found = put_off_until(scene, refs) if scene.marked.dates else None
    return found.model_copy(update={"answers": True}) if found else None


def _of_several(scene: Heard) -> bool:
    """Read "both fine" and "1 done, 2 nearly" as said of a list, and of no single action."""
    words = scene.words
    numbered = words.norm(0).isdigit() and words.norm(1) not in SHARES
    counted = numbered and 0 not in tokens_of(scene.marked.dates)
    return counted or not SEVERAL.isdisjoint(words.said)


def under_question(message: Message) -> Message:
    """The same, said of the actions that the question is about."""
    refs = message.awaited.refs if message.awaited else ()
    return message.model_copy(update={"about": refs})


def as_answer(reading: Reading, message: Message, typed: Words) -> Reading:
    """The reading of an answer, with what had been told before it was asked by when."""
    undated = message.awaited.undated if message.awaited else ()
    news: dict[str, object] = {
        "answers": reading.decision is not Decision.NONE,
        "intents": tuple(_completed(each, undated) for each in reading.intents),
        "options": tuple(_option(each, undated) for each in reading.options),
    }
    if reading.decision is Decision.APPLY and len(typed.tokens) > BRIEF:
        news |= {"decision": Decision.CONFIRM, "why": INFERRED}
    return reading.model_copy(update=news)


def _may_answer(message: Message) -> bool:
    return message.awaited is not None and bool(message.awaited.refs) and not message.about


def _option(option: Option, undated: Sequence[Update]) -> Option:
    intents = tuple(_completed(each, undated) for each in option.intents)
    return option.model_copy(update={"intents": intents})


def _completed(intent: Intent, undated: Sequence[Update]) -> Intent:
    """The day with what was told without one: "delayed, waiting on Finance"."""
    if not isinstance(intent, Update):
        return intent
    before = next((each for each in undated if each.ref == intent.ref), None)
    if before is None:
        return intent
    return intent.model_copy(
        update={
            "status": before.status or intent.status,
            "percent": intent.percent if intent.percent is not None else before.percent,
            "reason": intent.reason or before.reason,
            "note": " … ".join(filter(None, (before.note, intent.note))),
            "evidence": (*before.evidence, *intent.evidence),
        }
    )
