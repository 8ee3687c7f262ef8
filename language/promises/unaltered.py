"""Whether what was moved is said to leave the end of the work where it was.

Read "the report has moved to 26 April. Doesn't alter September for the changes themselves" so.
"""

from language.claims.directly import LIGHT
from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.lexicon.words import word_set

ALTERING = word_set("unaltered.altering")
DENYING = word_set("unaltered.denying")
OURS = word_set("unaltered.ours")
NEAR = 3  # words from the denial


def unaltered(passage: Passage) -> tuple[Clause, Dated | None] | None:
    """Where it is said that nothing changes the end, and the day of the end where it is named."""
    if ALTERING.isdisjoint(passage.words.said):
        return None
    places = ((clause, at) for clause in passage.clauses for at in clause.span)
    return next(
        ((clause, _day(passage, at)) for clause, at in places if _leaves(passage, at)), None
    )


def _leaves(passage: Passage, at: int) -> bool:
    words = passage.words
    if words.norm(at) not in ALTERING or DENYING.isdisjoint(words.norms(at - NEAR, at)):
        return False
    ours = not OURS.isdisjoint(words.norms(at + 1, at + 1 + 2 * NEAR))
    return ours or _day(passage, at) is not None


def _day(passage: Passage, at: int) -> Dated | None:
    """The day right after: "doesn't alter the 3rd of May"."""
    near = (each for each in passage.dates if 0 < each.first - at <= 2)
    return next((each for each in near if _is_next(passage, at, each)), None)


def _is_next(passage: Passage, at: int, dated: Dated) -> bool:
    between = passage.words.norms(at + 1, dated.first)
    return LIGHT.issuperset(between) and "," not in between
