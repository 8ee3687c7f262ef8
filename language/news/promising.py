"""Which day is the promise, where the words around it lean another way than the rules read it.

Nothing is ever recorded by it: a day that is taken up or put aside is confirmed first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from domain.intents import Found
from domain.work import Status
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.leaning.weighing import likely_promised
from language.news.day_features import candidates_in
from language.news.updates import Outcome, measured
from language.news.wished import wishes_of
from language.references.known import KnownPlan

LEANING = "forecast.leaning"
LIKELY = 0.6  # share at which a day is taken that no rule has taken
ALONE = 0.75  # the same, where nothing else is told
UNLIKELY = 0.4  # share at which a day is put aside that a rule has taken, but unsure
UNSURE, NOT_SO = 0.5, 0.3  # shares at which a plain day is unsure, and at which it is put aside
BY_A_DAY = frozenset([Status.DELAYED, Status.ON_TRACK])  # which a day alone may tell
ENDED = frozenset([Status.COMPLETE, Status.CANCELLED])


class Weighed(NamedTuple):
    """A day that is said, where, and how likely it is the promise."""

    day: date
    dated: Dated
    share: float


def promising(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with the day that is likeliest the promise, or without one."""
    if len(outcome.updates) != 1 or outcome.updates[0].milestone:
        return outcome
    if outcome.empty and wishes_of(scene, outcome.topic.clauses, outcome.topic.refs):
        return outcome  # "will update you by Friday"
    days = [
        Weighed(each.day, each.dated, likely_promised(each.words, each.findings))
        for each in candidates_in(outcome, scene)
    ]
    found = _chosen(outcome, days, scene.plan) if days else outcome
    return found if found is outcome else _explained(found, days, scene)


def _chosen(outcome: Outcome, days: Sequence[Weighed], plan: KnownPlan) -> Outcome:
    read, likeliest = outcome.updates[0].forecast, max(days, key=lambda each: each.share)
    if read is None:
        least = ALONE if outcome.empty else LIKELY
        return _with(outcome, likeliest.day, plan) if likeliest.share > least else outcome
    share = max([each.share for each in days if each.day == read], default=1.0)
    unsure, not_so = (UNLIKELY, UNLIKELY) if outcome.doubts else (UNSURE, NOT_SO)
    if share >= unsure:
        return outcome
    if likeliest.share > LIKELY:
        return _with(outcome, likeliest.day, plan)
    return _without(outcome) if share < not_so else _unsure(outcome)


def _explained(outcome: Outcome, days: Sequence[Weighed], scene: Heard) -> Outcome:
    """Every day that was weighed, with how likely it is the promise."""
    tokens, typed = scene.typed.tokens, scene.typed
    found = [
        Found(
            rule=LEANING,
            start=tokens[each.dated.first].start,
            end=tokens[each.dated.beyond - 1].end,
            text=typed.quote(each.dated.first, each.dated.beyond),
            value=f"{each.day} at {each.share:.2f}",
        )
        for each in days
    ]
    return replace(outcome, weighed=tuple(found))


def _unsure(outcome: Outcome) -> Outcome:
    return replace(outcome, doubts=(*outcome.doubts, LEANING))


def _with(outcome: Outcome, day: date, plan: KnownPlan) -> Outcome:
    update = outcome.updates[0]
    if update.status in ENDED:
        return outcome
    held_to = plan.standings[update.ref].held_to
    later = held_to is not None and day > held_to and update.status is Status.IN_PROGRESS
    status = None if later or _by_its_day(outcome) else update.status
    dated = measured(update.model_copy(update={"forecast": day, "status": status}), plan)
    return _unsure(replace(outcome, updates=(dated,)))


def _without(outcome: Outcome) -> Outcome:
    update = outcome.updates[0]
    status = None if _by_its_day(outcome) else update.status
    undated = update.model_copy(update={"forecast": None, "status": status})
    return _unsure(replace(outcome, updates=(undated,), promise=None))


def _by_its_day(outcome: Outcome) -> bool:
    """No word tells the status: it is what the day makes it."""
    status = outcome.updates[0].status
    told = {each.status for each in outcome.claims}
    return status in BY_A_DAY and status not in told
