"""Whether a promised day can be what was meant: not for its words, but for where it lies."""

from datetime import date, timedelta
from itertools import pairwise

from domain.work import Status
from language.claims.passage import Passage
from language.dates.calendar import Length
from language.dates.days import FAR_YEAR
from language.dates.finding import Dated
from language.lexicon.words import word_set
from language.promises.cues import GATHERINGS
from language.promises.dating import without_dates
from language.promises.forecasts import EARLIER, LATER, Promise

JUST_PASSED = timedelta(days=92)
FAR = Length(18, "month")
# Words that put a day off, and none that may as well be said of the work: "out by 4 May".
PUT_OFF = LATER - EARLIER - word_set("sound_days.of_work")


UNSOUND = frozenset(
    ["that day does not exist", "there is no such day", "the weekday and the date do not agree"]
).union([FAR_YEAR])
OPEN = (None, Status.DELAYED, Status.AT_RISK)


def unsound(passage: Passage, status: Status | None) -> str:
    """What is wrong with the day of "delayed, now 30 Feb", where a day matters; "" if nothing."""
    if status not in OPEN or not any(map(is_wrong, passage.dates)):
        return ""
    about_it = (each for each in passage.clauses if GATHERINGS.isdisjoint(passage.norms(each)))
    found = (dated for clause in about_it for dated in passage.dates_of(clause))
    return next((each.said.doubt for each in found if is_wrong(each)), "")


def is_wrong(dated: Dated) -> bool:
    """Whether a day was named that there is not: "40 March"."""
    return dated.day is None and dated.said.doubt in UNSOUND


def day_doubt(promise: Promise, passage: Passage, expected: date | None) -> str:
    """The rule by which a promised day is unlikely; "" where it is none."""
    day, today = promise.day, passage.today
    if day is None:
        return ""
    if promise.yearless and today - Length(-1, "year").after(day) <= JUST_PASSED:
        return "forecast.rolled"
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
