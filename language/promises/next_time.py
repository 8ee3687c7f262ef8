"""A period without a year that would end long before the action is due: which one was meant?

In February, of what is due in the autumn, "will be Q4" and "put back to March" are of next year.
"""

from datetime import date, timedelta

from language.claims.passage import Passage
from language.dates.calendar import Length, last_of
from language.lexicon.words import word_set
from language.promises.forecasts import EARLIER
from language.promises.promise import Promise

NEXT_TIME = "forecast.next-time"  # the next one after it is due
SOONER = "forecast.sooner"  # as said, though it is so much sooner
PUT_OFF = word_set("sound_days.shifted")
QUARTERS = ("date.quarter", "date.half", "date.season")
MONTHS = ("date.month", "date.part")
A_DAY = timedelta(days=1)


def as_due(promise: Promise | None, passage: Passage, expected: date | None) -> Promise | None:
    """The same promise, with the year that its words leave open, where the other one is nearer."""
    if promise is None or expected is None or not _is_sooner(promise, passage, expected):
        return promise
    sentence = promise.clause.sentence
    near = (passage.norms(each) for each in passage.clauses if each.sentence == sentence)
    words = frozenset(norm for norms in near for norm in norms)
    if not words.isdisjoint(EARLIER):
        return promise
    later = _a_year_later(promise.day or expected)
    nearer = later - expected <= expected - (promise.day or expected)
    in_a_quarter = _is_said_as(QUARTERS, promise, passage)
    if nearer and (in_a_quarter or not words.isdisjoint(PUT_OFF)):
        return promise._replace(day=later, rule=NEXT_TIME)
    unsure = in_a_quarter or (nearer and promise.rule == "forecast.bare")
    return promise._replace(rule=SOONER) if unsure else promise


def _is_sooner(promise: Promise, passage: Passage, expected: date) -> bool:
    """Whether it is a period, without its year, that ends before the action is expected."""
    day = promise.day
    if day is None or promise.slip or promise.doubt or not passage.today < day < expected:
        return False
    return _is_said_as((*QUARTERS, *MONTHS), promise, passage)


def _is_said_as(rules: tuple[str, ...], promise: Promise, passage: Passage) -> bool:
    """Whether the day is that of such a period, without a year."""
    told = [each.said for each in passage.dates if each.first in promise.dates]
    near = any("nearby" in each.rule for each in told)
    return not near and any(each.yearless and each.rule.startswith(rules) for each in told)


def _a_year_later(day: date) -> date:
    if (day + A_DAY).day == 1:
        return last_of(day.year + 1, day.month)
    return Length(1, "year").after(day)
