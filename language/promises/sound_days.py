"""Whether a promised day can be what was meant: not for its words, but for where it lies."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.dates.calendar import Length
from language.dates.days import UNSOUND
from language.dates.finding import Dated
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.promises.dating import GATHERINGS, without_dates
from language.promises.elapsed import NOT_YET
from language.promises.forecasts import EARLIER, LATER
from language.promises.outweighing import outweighs
from language.promises.promise import Promise

JUST_PASSED = timedelta(days=92)
A_WHILE = Length(4, "month")
FAR = Length(18, "month")
# Words that put a day off, and none that may as well be said of the work: "out by 4 May".
EXPECTING = word_set("sound_days.expecting")
SHIFTED = word_set("sound_days.shifted")
GOES_ON = frozenset(["rolls", "rolling", "drags", "dragging", "drifts", "drifting"])
PUT_OFF = (LATER - EARLIER - word_set("sound_days.of_work")) | GOES_ON


HAPPENING = frozenset(["goes", "go", "going", "gets", "is", "are", "will", "being", "opens"])
SOON = Length(3, "month")
HAS_ENDED = re.compile(
    r"(?:done|finished|completed|delivered|closed|off) (?:in|during|at(?: the)?)\Z"
)
DONE_OR_TOLD = (None, Status.COMPLETE)
OPEN = (None, Status.DELAYED, Status.AT_RISK)


def unsound(passage: Passage, status: Status | None) -> str:
    """What is wrong with the day of "delayed, now 30 Feb", where a day matters; "" if nothing."""
    if status not in OPEN or not any(map(is_wrong, passage.dates)):
        return ""
    about_it = (each for each in passage.clauses if GATHERINGS.isdisjoint(passage.norms(each)))
    found = (dated for clause in about_it for dated in passage.dates_of(clause))
    return next((each.said.doubt for each in found if is_wrong(each)), "")


def is_open(status: Status | None, promise: Promise | None) -> bool:
    """Under way until a day that is unsound."""
    return status is Status.IN_PROGRESS and bool(promise and promise.doubt)


def happens_then(words: Words, claim: Claim | None) -> bool:
    """Read "the last borough goes live on Tuesday 30 September" as what is to happen that day."""
    return claim is not None and claim.level == 1 and words.norm(claim.hit.first - 1) in HAPPENING


def is_wrong(dated: Dated) -> bool:
    """Whether a day was named that there is not: "40 March"."""
    return dated.day is None and dated.said.doubt in UNSOUND


def is_rolled(promise: Promise, today: date) -> bool:
    """Whether a day without a year was but lately: "31 January", said in February."""
    if promise.day is None or not promise.yearless:
        return False
    return today - Length(-1, "year").after(promise.day) <= JUST_PASSED


def _likelier(passage: Passage) -> Iterator[Dated]:
    """The days that are likelier than others, and so to come."""
    return (each for each in passage.dates if outweighs(passage.words, each))


def _is_to_come(promise: Promise, passage: Passage, expected: date | None) -> bool:
    """Whether the words say that it is ahead: "expecting to finish in December", said in January.

    What is not due yet cannot have been put off to a day that has passed; but by how long would
    it be put off?
    """
    at = min(promise.dates, default=promise.clause.first)
    words = frozenset(passage.words.norms(promise.clause.first, at))
    if not words.isdisjoint(EXPECTING):
        return True
    if expected is None or expected <= passage.today or promise.day is None:
        return False
    return promise.day <= A_WHILE.after(expected) and not words.isdisjoint(SHIFTED)


def _has_perhaps_been(promise: Promise, passage: Passage) -> bool:
    """Whether "done in March", said in November, may be of last March as well as of the next."""
    if promise.day is None or not promise.yearless or promise.day <= SOON.after(passage.today):
        return False
    if any(each.status not in DONE_OR_TOLD for each in passage.claims):
        return False
    norms = passage.words.norms(promise.clause.first, min(promise.dates, default=0))
    ended = " ".join(norms[-3:])
    return bool(HAS_ENDED.search(ended)) and NOT_YET.isdisjoint(norms)


def day_doubt(promise: Promise, passage: Passage, expected: date | None) -> str:
    """The rule by which a promised day is unlikely; "" where it is none."""
    day, today = promise.day, passage.today
    if day is None:
        return ""
    likelier = any(each.first in promise.dates for each in _likelier(passage))
    if is_rolled(promise, today) and not (likelier or _is_to_come(promise, passage, expected)):
        return "forecast.rolled"
    if _has_perhaps_been(promise, passage):
        return "forecast.which-year"
    if day > FAR.after(today):
        return "forecast.far"
    if expected is None:
        return ""
    norms = without_dates(passage, promise.clause)  # "early June" is no "early"
    words = frozenset(norms)
    if ("out", "of") in pairwise(norms):
        return "forecast.not-later"  # "out of the room by May" is no publication
    if day <= expected and not words.isdisjoint(PUT_OFF):
        return "forecast.not-later"
    if day >= expected and not words.isdisjoint(EARLIER):
        return "forecast.not-earlier"
    return ""
