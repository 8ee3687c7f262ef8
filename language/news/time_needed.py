"""How long the work needs from today: "another four weeks should do it"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.intents import Update
from domain.work import Status
from language.claims.passage import inside
from language.dates.calendar import Length
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.few_words import all_said
from language.news.updates import Outcome, measured
from language.promises.promise import Promise
from language.references.known import KnownPlan
from language.references.numerals import DIGITS

NEEDED = "forecast.needed"
FROM_TODAY = "forecast.from-today"  # or from when it is due: both would be later than today
ONE_MORE = "left.one-more"
SUFFICES = pattern("time_needed.suffices")
THEN_OVER = pattern("time_needed.then_over")
LED = pattern("time_needed.led")
STEP_FIRST = pattern("time_needed.step_first")


def with_time_needed(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with the day that so many weeks from today come to, where these are enough."""
    found = next(_needed(outcome, scene), None)
    if found:
        dated, length = found
        return _until(length.after(scene.today), dated, outcome, scene.plan)
    if _is_step_first(outcome, scene):
        return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, ONE_MORE))
    return outcome


def _is_step_first(outcome: Outcome, scene: Heard) -> bool:
    """Read "one more visit and we are done" as under way, whatever "done" tells by itself."""
    told = any(each.status is Status.COMPLETE for each in outcome.updates)
    said = all_said(outcome, scene)
    return told and STEP_FIRST.search(said, scene.words.signs) is not None


def _needed(outcome: Outcome, scene: Heard) -> Iterator[tuple[Dated, Length]]:
    """The lengths of time after which it is said to be over."""
    words = scene.words
    if not (SUFFICES.sign | THEN_OVER.sign) & words.signs:
        return
    for clause in outcome.topic.clauses:
        for dated in inside(scene.marked.dates, clause):
            length = dated.said.length
            if length is None or dated.said.doubt:
                continue
            end = max(each.beyond for each in outcome.topic.clauses)
            before = words.span(clause.first, dated.first)
            after = words.span(dated.beyond, end)
            suffices = SUFFICES.match(after, words.signs)
            then_over = LED.fullmatch(before) and THEN_OVER.match(after, words.signs)
            if suffices and suffices["number"]:  # "another week or two should do it"
                yield dated, Length(int(DIGITS[suffices["number"]]), length.unit)
            elif suffices or then_over:
                yield dated, length


def _until(day: date, dated: Dated, outcome: Outcome, plan: KnownPlan) -> Outcome:
    updates = tuple(_dated(each, day, plan) for each in outcome.updates)
    sure = not outcome.empty and all(each.status is Status.DELAYED for each in updates)
    told = any(each.status is Status.COMPLETE for each in outcome.updates)
    doubts = (*outcome.doubts, *([] if sure and not told else [FROM_TODAY]))
    clause = next(each for each in outcome.topic.clauses if each.holds(dated.first))
    promise = Promise(day, "", clause, NEEDED, dates=frozenset([dated.first]))
    return replace(outcome, updates=updates, doubts=doubts, promise=promise)


def _dated(update: Update, day: date, plan: KnownPlan) -> Update:
    return measured(update.model_copy(update={"forecast": day, "status": None}), plan)
