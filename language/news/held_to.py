"""A day that somebody holds to: "I'm holding to the end of April for now"."""

from collections.abc import Iterator
from dataclasses import replace

from domain.work import Status
from language.claims.passage import inside
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome, measured
from language.promises.promise import Promise

HOLDING = pattern("held_to.holding")
NOT_HELD = pattern("held_to.not_held")
HELD = "forecast.held"
OPEN = frozenset([None, Status.IN_PROGRESS, Status.ON_TRACK, Status.DELAYED])


def as_held_to(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with the day that is held to, where nothing else tells how it stands."""
    if not HOLDING.sign & scene.words.signs or any(each.status for each in outcome.claims):
        return outcome
    found = list(_held(outcome, scene))
    if len(found) != 1 or not OPEN.issuperset(each.status for each in outcome.updates):
        return outcome
    day, (dated,) = found[0].day, found
    news = {"forecast": day, "status": None}
    updates = tuple(measured(e.model_copy(update=news), scene.plan) for e in outcome.updates)
    clause = next(each for each in outcome.topic.clauses if each.holds(dated.first))
    promise = Promise(day, "", clause, HELD, dates=frozenset([dated.first]))
    doubts = [each for each in outcome.doubts if not each.startswith(("forecast.", "left."))]
    return replace(outcome, updates=updates, doubts=(*doubts, HELD), promise=promise)


def _held(outcome: Outcome, scene: Heard) -> Iterator[Dated]:
    words = scene.words
    for clause in outcome.topic.clauses:
        for dated in inside(scene.marked.dates, clause):
            before = words.span(clause.first, dated.first)
            if NOT_HELD.match(words.low, words.signs, words.tokens[dated.beyond - 1].end):
                continue
            if dated.day and HOLDING.fullmatch(_unnamed(before, outcome), words.signs):
                yield dated


def _unnamed(before: str, outcome: Outcome) -> str:
    """Without the action's reference, which may open it."""
    for ref in outcome.topic.refs:
        before = before.removeprefix(ref.lower()).lstrip(" :,-")
    return before
