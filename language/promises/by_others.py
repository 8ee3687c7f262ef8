"""The day that somebody else names, and no more: "legal say 20 January"."""

from language.dates.calendar import Length
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.dating import Dating

BY_OTHERS = "forecast.by-others"
A_YEAR = Length(-1, "year")
LATELY = 92  # days in which what was said of a day without its year is of the last one
SAYING = pattern("by_others.saying")
AFTER = pattern("by_others.after")
OF_THEIRS = word_set("forecasts.events") | word_set("forecasts.negations") | {"we", "i", "you"}


def is_told_by_others(dating: Dating) -> bool:
    """Whether nothing is told but who names this day, which is to come."""
    words, dated, clause = dating.passage.words, dating.dated, dating.clause
    if not SAYING.sign & words.signs or not _is_to_come(dating):
        return False
    before = " ".join(dating.before).replace(" 's", "'s")
    if not SAYING.fullmatch(before) or before.split()[0] in OF_THEIRS:
        return False
    return bool(AFTER.fullmatch(words.span(dated.beyond, clause.beyond)))


def _is_to_come(dating: Dating) -> bool:
    """Read "they said 3 November", said on the 10th, as of what has been."""
    day, today = dating.dated.day, dating.passage.today
    if day is None or day <= today:
        return False
    return not dating.dated.said.yearless or (today - A_YEAR.after(day)).days > LATELY
