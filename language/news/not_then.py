"""A day that is denied by what comes after it: "the end of March is fantasy", "March it is not"."""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date, timedelta

from domain.intents import Update
from domain.work import Status
from language.claims.passage import inside
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.references.known import KnownPlan

NOT_THEN = pattern("not_then.denied")
DENIED_DAY = "left.denied-day"
ENDED = frozenset([Status.COMPLETE, Status.CANCELLED])
NEARLY = timedelta(days=31)  # before it is due: what is not done then will be late


def as_not_then(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, late instead of promised for a day of which it is said that it will not be."""
    days = set(_denied(outcome, scene)) if NOT_THEN.sign & scene.words.signs else set()
    kept = any(each.status is Status.ON_TRACK for each in outcome.claims)  # "but we will make it"
    if kept or not days or not any(_is_of(each, days) for each in outcome.updates):
        return outcome
    updates = tuple(_late(each, days, scene.plan) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, DENIED_DAY), promise=None)


def _denied(outcome: Outcome, scene: Heard) -> Iterator[date]:
    words = scene.words
    end = max((each.beyond for each in outcome.topic.clauses), default=0)
    for clause in outcome.topic.clauses:
        for dated in inside(scene.marked.dates, clause):
            if dated.day and NOT_THEN.match(words.span(dated.beyond, end), words.signs):
                yield dated.day


def _is_of(update: Update, days: Set[date]) -> bool:
    """Nothing else is promised of it, and it is neither over nor read as late already."""
    if update.status is Status.DELAYED and update.forecast is None:
        return False
    return update.status not in ENDED and (update.forecast is None or update.forecast in days)


def _late(update: Update, days: Set[date], plan: KnownPlan) -> Update:
    if not _is_of(update, days):
        return update
    held_to = plan.standings[update.ref].held_to
    late = held_to is None or max(days) + NEARLY >= held_to
    status = Status.DELAYED if late else Status.IN_PROGRESS
    return update.model_copy(update={"status": status, "forecast": None})
