"""Snoozing, handing over, disowning and leave: what is wished rather than told."""

from collections.abc import Sequence

from domain.intents import Away, Decision, Intent, Reading
from language.heard import Heard
from language.questions import is_question
from language.requests import absence, disowned, reassignment, snoozes

UNTIL_WHEN = "Until when are you away?"
WHICH = "Which action do you mean?"


def wishes_in(scene: Heard) -> Reading | None:
    """What is wished, or None where the message tells or asks."""
    if is_question(scene.words.low, scene.words.low.rstrip().endswith("?")):
        return None
    refs = scene.named
    leave, away = absence(scene.typed, scene.marked.dates, scene.today)
    if leave is not None and not _has_status(scene):
        return _reading(Decision.APPLY, (leave,), "says that they are away")
    if away and not scene.message.about and not scene.marked.mentions:
        return Reading(decision=Decision.ASK, question=UNTIL_WHEN, why="away, but not until when")
    return _of_actions(scene, refs)


def _of_actions(scene: Heard, refs: Sequence[str]) -> Reading | None:
    handed: Sequence[Intent] = reassignment(scene.typed, refs, scene.plan)
    if handed and not _has_status(scene):
        return _reading(Decision.CONFIRM, tuple(handed), "hands the action to somebody")
    disown = disowned(scene.words, refs)
    if disown and not _has_status(scene):
        return _reading(Decision.CONFIRM, tuple(disown), "says that it is not theirs")
    later = snoozes(scene.words, refs, scene.marked.dates, scene.today)
    if later and not _has_status(scene):
        sure = all(each.until for each in later)
        return _reading(Decision.APPLY if sure else Decision.CONFIRM, tuple(later), "asks to be reminded later")
    return None


def leave_in(scene: Heard) -> Away | None:
    """Leave that is told of beside the news."""
    return absence(scene.typed, scene.marked.dates, scene.today)[0] if scene.marked.mentions else None


def _has_status(scene: Heard) -> bool:
    return any(each.term.status and each.term.strength in ("said", "label", "mark") for each in scene.marked.hits)


def _reading(decision: Decision, intents: tuple[Intent, ...], why: str) -> Reading:
    return Reading(decision=decision, intents=intents, why=why)
