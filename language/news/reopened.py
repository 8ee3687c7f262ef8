"""A share of the work that is told of what is complete or cancelled already."""

from dataclasses import replace

from domain.intents import Update
from domain.shares import OVER, told_by
from language.hearing.heard import Heard
from language.news.updates import Outcome

OVER_ALREADY = "status.over"


def as_reopened(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "50%" of what is complete as in progress again, if that is confirmed."""
    over = [each.ref for each in outcome.updates if _is_over(each, scene)]
    if not over:
        return outcome
    updates = tuple(_opened(each, scene) if each.ref in over else each for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, OVER_ALREADY))


def _is_over(update: Update, scene: Heard) -> bool:
    if update.percent is None or update.status:
        return False
    return scene.plan.standings[update.ref].status in OVER


def _opened(update: Update, scene: Heard) -> Update:
    standing = scene.plan.standings[update.ref]
    return update.model_copy(update={"status": told_by(update.percent or 0, standing.status)})
