"""A share of the work, or a new day, that is told of what is complete or cancelled already."""

from dataclasses import replace

from domain.intents import Update
from domain.shares import OVER, told_by
from language.hearing.heard import Heard
from language.news.updates import Outcome

OVER_ALREADY = "status.over"


def as_reopened(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "50%" of what is complete as in progress again, if that is confirmed.

    So is "end of June", of what was finished: it may be of another action.
    """
    over = [each for each in outcome.updates if scene.plan.standings[each.ref].status in OVER]
    shared = [each.ref for each in over if each.percent is not None and not each.status]
    dated = any(each.forecast and _is_measured(each, outcome) for each in over)
    if not shared and not dated:
        return outcome
    updates = [_opened(each, scene) if each.ref in shared else each for each in outcome.updates]
    return replace(outcome, updates=tuple(updates), doubts=(*outcome.doubts, OVER_ALREADY))


def _is_measured(update: Update, outcome: Outcome) -> bool:
    """Whether how it stands is told by the day alone."""
    return all(each.status is not update.status for each in outcome.claims)


def _opened(update: Update, scene: Heard) -> Update:
    standing = scene.plan.standings[update.ref]
    return update.model_copy(update={"status": told_by(update.percent or 0, standing.status)})
