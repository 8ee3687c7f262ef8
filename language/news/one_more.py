"""A day on which one more of many comes about: "a third, in Thorn Lane, will open in May"."""

from dataclasses import replace

from domain.work import Status
from language.claims.passage import inside
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.words import word_set
from language.news.updates import Outcome

ONE_MORE = "forecast.one-more"
ONE = frozenset(["a", "an", "one"])
MORE = word_set("forecasts.another")
LAST = frozenset(["last", "final", "all", "rest"])


def with_one_more(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, to be confirmed: with one more of them the whole may not be over."""
    if outcome.doubts or len(outcome.updates) != 1 or outcome.updates[0].forecast is None:
        return outcome
    told = any(each.direct and each.status is Status.DELAYED for each in outcome.claims)
    if told or not any(_is_of_one(each, outcome, scene) for each in outcome.topic.clauses):
        return outcome
    return replace(outcome, doubts=(ONE_MORE,))


def _is_of_one(clause: Clause, outcome: Outcome, scene: Heard) -> bool:
    """Whether the sentence that gives the day opens with one more, and not with the last."""
    dates = inside(scene.marked.dates, clause)
    if all(each.day != outcome.updates[0].forecast for each in dates):
        return False
    topic, norm = outcome.topic, scene.words.norm
    first = min(each.first for each in topic.clauses if each.sentence == clause.sentence)
    told = [at for at in range(first, clause.beyond) if at not in topic.named]
    opening = [norm(at) for at in told[:2]]
    more = opening[:1] == ["another"] or (opening[:1] != [] and opening[0] in ONE)
    if not more or MORE.isdisjoint(opening) or not topic.titled.at.isdisjoint(told[:2]):
        return False
    return LAST.isdisjoint(map(norm, told))
