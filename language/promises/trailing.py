"""A day that stands by itself at the very end: "legal want changes, mid July"."""

from domain.work import Status
from language.claims.directly import LIGHT
from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.lexicon.words import word_set
from language.promises.dating import Dating

TRAILING = "forecast.trailing"
GATHERINGS = word_set("forecasts.gatherings")
NEGATIONS = word_set("forecasts.negations")
EVENTS = word_set("forecasts.events") - {"on", "next", "first", "last", "since", "from", "again"}
SETTLED = frozenset(
    [Status.ON_TRACK, Status.ONGOING, Status.COMPLETE, Status.CANCELLED, Status.NOT_STARTED]
)
LEADING = frozenset(
    ["so", "now", "hopefully", "realistically", "probably", "prob", "say", "-", "shld", "shd"]
)
PERIODS = ("date.month", "date.quarter", "date.season", "date.part", "date.week", "date.feast")
NOT_ENDS = frozenset(["from", "since", "on", "at", "was", "booked", "starts", "start", "back"])


def trails(dating: Dating) -> bool:
    """Whether nothing but a day is in the last clause, and no meeting that it might be of."""
    passage, clause = dating.passage, dating.clause
    last = passage.before(clause)
    if last is None or clause.first != passage.last or passage.names(clause):
        return False
    if not NOT_ENDS.isdisjoint(dating.before) or not _is_alone(dating):
        return False
    said = [each for each in passage.clauses if each.sentence == clause.sentence and each != clause]
    if any(not _is_denied(each, passage) for each in said) or any(
        each.asks for each in passage.clauses
    ):
        return False
    if any(each.status in SETTLED and each.level > 1 for each in passage.claims):
        return False
    return not _may_be_of(last, passage, _is_period(dating))


def _is_denied(clause: Clause, passage: Passage) -> bool:
    """Whether the days of a clause, if any, are denied: "not signed this side of Easter, May"."""
    return all(
        not NEGATIONS.isdisjoint(passage.words.norms(clause.first, each.first))
        for each in passage.dates_of(clause)
    )


def _is_alone(dating: Dating) -> bool:
    words = [*dating.before, *dating.after_it]
    return all(each in LIGHT or each in LEADING or not each.isalnum() for each in words)


def _is_period(dating: Dating) -> bool:
    """A month, or the end of one: no meeting is on such a day."""
    return dating.dated.said.rule.startswith(PERIODS)


def _may_be_of(clause: Clause, passage: Passage, period: bool) -> bool:
    """Whether the day may be that of what is told right before it."""
    norms = passage.norms(clause)
    if not GATHERINGS.isdisjoint(norms) or norms[-1:] == [] or norms[-1].isdigit():
        return True  # "the dates are 5, 12 and 19 January"
    if period:
        return False
    happened = any(each.level == 1 for each in passage.claims_of(clause))
    return happened or not EVENTS.isdisjoint(norms) or any(e.endswith("ed") for e in norms)
