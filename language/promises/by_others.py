"""The day that somebody else names, and no more: "legal say 20 January"."""

from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.dating import Dating

BY_OTHERS = "forecast.by-others"
SAYING = pattern("by_others.saying")
AFTER = pattern("by_others.after")
OF_THEIRS = word_set("forecasts.events") | word_set("forecasts.negations") | {"we", "i", "you"}


def is_told_by_others(dating: Dating) -> bool:
    """Whether nothing is told but who names this day, which is to come."""
    words, dated, clause = dating.passage.words, dating.dated, dating.clause
    if not SAYING.sign & words.signs or dated.day is None or dated.day <= dating.passage.today:
        return False
    before = " ".join(dating.before).replace(" 's", "'s")
    if not SAYING.fullmatch(before) or before.split()[0] in OF_THEIRS:
        return False
    return bool(AFTER.fullmatch(words.span(dated.beyond, clause.beyond)))
