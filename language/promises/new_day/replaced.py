"""The new one of two named days, if the action's: "replace 31 March with 29 May"."""

from bisect import bisect_left
from operator import attrgetter

from language.claims.directly import LIGHT
from language.clauses.old_day.replaced import NAMING, ONTO, WITH, exchange
from language.lexicon.words import word_set
from language.promises.dating import FINISHING, Dating

PUTTING = WITH | ONTO | NAMING | word_set("replaced.putting")
FIRST = attrgetter("first")


def is_replaced(dating: Dating) -> bool:
    """Where nothing else is said before the two days: a meeting that is replaced ends nothing."""
    first = _first_of_both(dating)
    if first is None:
        return False
    passage, clause = dating.passage, dating.clause
    if first < clause.first:
        clause = passage.before(clause) or clause
    led = [at for at in range(min(clause.first, first), first) if at not in passage.about]
    norms = (passage.words.norm(at) for at in led)
    plain = PUTTING | LIGHT | FINISHING
    return all(each in plain or not each.isalnum() for each in norms)


def _first_of_both(dating: Dating) -> int | None:
    """Where the first of the two days stands, if this one takes the place of the other."""
    dates, words = dating.passage.dates, dating.passage.words
    at = bisect_left(dates, dating.dated.first, key=FIRST)
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(dates):
            continue
        both = exchange(words, dates[one], dates[other])
        if both and both[1] == dating.dated.first:
            return dates[one].first
    return None
