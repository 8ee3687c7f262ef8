"""Which day is the promise, where the words around it lean another way than the rules read it.

Nothing is ever recorded by it: a day that is taken up or put aside is confirmed first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from domain.intents import Found
from domain.work import Status
from language.commentary.given import INSTEAD
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.leaning.weighing import likely_promised
from language.lexicon.patterns import pattern
from language.news.day_features import candidates_in
from language.news.held_to import HELD
from language.news.that_day import THAT_DAY
from language.news.time_needed import NEEDED
from language.news.updates import Outcome, measured
from language.news.wished import wishes_of
from language.promises.by_others import BY_OTHERS
from language.promises.forecasts import ONCE_SO
from language.promises.new_day.corrected import RESTATED
from language.promises.outweighing import outweighs
from language.promises.pointed_at import POINTED_AT
from language.references.known import KnownPlan

LEANING = "forecast.leaning"
WRITING_AGAIN = pattern("promising.writing_again")
LIKELY = 0.6  # share at which a day is taken that no rule has taken
ALONE = 0.8  # the same, where nothing else is told, or only that it goes on
BESIDE_PLAIN = 0.8  # the same, where a status is plainly told
UNLIKELY = 0.4  # share at which a day is put aside that a rule has taken, but unsure
HARDLY = 0.15  # the same, where nothing else is told
UNSURE, NOT_SO = 0.5, 0.3  # shares at which a plain day is unsure, and at which it is put aside
# "Complete then", wherever that day was said, and "the date should read 3 May".
POINTED = frozenset([POINTED_AT, ONCE_SO, RESTATED, BY_OTHERS, NEEDED, HELD, THAT_DAY])
ALL_OF_IT = 0.78  # the first of these, where the day alone tells how it stands
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
    if outcome.empty and _is_put_off(outcome, scene):
        return outcome
    days = [
        Weighed(each.day, each.dated, likely_promised(each.words, each.findings))
        for each in candidates_in(outcome, scene)
    ]
    if any(_replaces(each, outcome, scene) for each in days):
        return outcome
    found = _chosen(outcome, days, scene.plan) if days else outcome
    return found if found is outcome else _explained(found, days, scene)


def _replaces(weighed: Weighed, outcome: Outcome, scene: Heard) -> bool:
    """Read "in June instead of March" and "more like June" as June, whatever else is told."""
    if weighed.day != outcome.updates[0].forecast:
        return False
    beyond = weighed.dated.beyond
    after = tuple(scene.words.norms(beyond, beyond + 2))
    plain = not outcome.doubts and after in INSTEAD
    return plain or outweighs(scene.words, weighed.dated)


def _is_put_off(outcome: Outcome, scene: Heard) -> bool:
    """Read "will update you by Friday" as when they write again, not as when it is done."""
    clauses, words = outcome.topic.clauses, scene.words
    again = (WRITING_AGAIN.search(words.span(each.first, each.beyond)) for each in clauses)
    return any(again) or bool(wishes_of(scene, clauses, outcome.topic.refs))


def _chosen(outcome: Outcome, days: Sequence[Weighed], plan: KnownPlan) -> Outcome:
    read, likeliest = outcome.updates[0].forecast, max(days, key=lambda each: each.share)
    if read is None:
        if not outcome.empty and _stands(outcome, likeliest.day, plan):
            return outcome  # "on track for the end of March", as it is due
        least = _least(outcome)
        return _with(outcome, likeliest.day, plan) if likeliest.share > least else outcome
    if _stands(outcome, read, plan):
        return outcome
    share = max([each.share for each in days if each.day == read], default=1.0)
    unsure, not_so = (UNLIKELY, UNLIKELY) if outcome.doubts else (UNSURE, NOT_SO)
    slip = outcome.promise is not None and outcome.promise.slip
    if _by_its_day(outcome) and not (slip or outcome.doubts):
        unsure = ALL_OF_IT
    if share >= unsure:
        return outcome
    if likeliest.share > LIKELY:
        return _with(outcome, likeliest.day, plan)
    undated = _without(outcome)
    if share < (HARDLY if undated.empty else not_so):
        return undated
    return _unsure(outcome)


def _least(outcome: Outcome) -> float:
    """How likely a day must be that no rule has taken: it is not to be a stage, or an event."""
    if outcome.empty or (outcome.doubts and outcome.updates[0].status is Status.IN_PROGRESS):
        return ALONE
    return LIKELY if outcome.doubts else BESIDE_PLAIN


def _stands(outcome: Outcome, read: date, plan: KnownPlan) -> bool:
    """The day that it is held to in any case, or one that is not told by the words beside it."""
    held_to = plan.standings[outcome.updates[0].ref].held_to
    pointed = outcome.promise is not None and outcome.promise.rule in POINTED
    return read == held_to or pointed


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
