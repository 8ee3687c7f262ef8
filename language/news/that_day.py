"""A day that was named, and then is said to be the one: "can't start until mid April, so that's
when"."""

from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.claims.passage import inside
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome, measured
from language.promises.promise import Promise

POINTING = pattern("that_day.pointing")
THAT_DAY = "forecast.that-day"
OVER = frozenset([Status.COMPLETE, Status.CANCELLED, Status.AT_RISK])


def with_that_day(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with the day before such words as the promise, if so confirmed."""
    if not POINTING.sign & scene.words.signs or not outcome.topic.clauses:
        return outcome
    if not OVER.isdisjoint([each.status for each in outcome.updates]):
        return outcome
    found = _pointed_at(outcome, scene)
    if not found or found[-1].day is None or found[-1].day <= scene.today:
        return outcome
    day = found[-1].day
    if not outcome.doubts and any(each.forecast == day for each in outcome.updates):
        return outcome
    news = {"forecast": day, "status": None}
    updates = tuple(measured(e.model_copy(update=news), scene.plan) for e in outcome.updates)
    clause = next(each for each in outcome.topic.clauses if each.holds(found[-1].first))
    here = frozenset(each.first for each in found)
    promise = Promise(day, "", clause, THAT_DAY, dates=here)
    doubts = [each for each in outcome.doubts if each.startswith("ref.")]
    return replace(outcome, updates=updates, doubts=(*doubts, THAT_DAY), promise=promise)


def _pointed_at(outcome: Outcome, scene: Heard) -> Sequence[Dated]:
    """The days that stand before it."""
    clauses, tokens = outcome.topic.clauses, scene.words.tokens
    start, end = tokens[clauses[0].first].start, tokens[clauses[-1].beyond - 1].end
    match = POINTING.pattern.search(scene.words.low, start, end)
    if match is None:
        return []
    dates = [each for clause in clauses for each in inside(scene.marked.dates, clause)]
    return [each for each in dates if each.day and tokens[each.first].start < match.start()]
