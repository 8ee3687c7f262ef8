"""How long work takes from a day on which it starts: "they start 7 December and need three weeks".

That is no slip: it does not count from the day on which the action was due.
"""

from language.dates.finding import Dated
from language.lexicon.words import word_set
from language.promises.dating import Dating

STARTING = word_set("from_a_start.starting")
LEADING = frozenset(["on", "from", "the", "in", "at", "again"])
NEEDING = frozenset(["need", "needs", "needing", "needed", "another", "more", "take", "takes"])


def counts_from_a_start(dating: Dating) -> bool:
    """Whether a length is needed from a day of the same sentence on which something starts."""
    if NEEDING.isdisjoint(dating.before):
        return False
    passage = dating.passage
    here = [each for each in passage.clauses if each.sentence == dating.clause.sentence]
    return any(_starts(dating, each) for clause in here for each in passage.dates_of(clause))


def _starts(dating: Dating, dated: Dated) -> bool:
    day, words = dated.day, dating.passage.words
    if day is None or day <= dating.passage.today or dated.beyond > dating.dated.first:
        return False
    at = dated.first - 1
    while words.norm(at) in LEADING:
        at -= 1
    return words.norm(at) in STARTING
