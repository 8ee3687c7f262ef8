"""Whether a clause tells of the last of many: with it the whole is finished."""

from itertools import pairwise

from language.claims.directly import LIGHT
from language.claims.passage import Passage
from language.lexicon.words import word_set
from language.promises.dating import Dating

WITH_THE_LAST = "forecast.all"
LAST = frozenset(["last", "final"])
OF_MANY = word_set("last_of_all.of_many")
COMING = frozenset(["will", "'ll", "it'll", "they'll", "due", "should", "shall", "to"])
BEING = frozenset(["will", "is", "due", "should", "goes", "takes"])
DENIED = frozenset(["not", "no", "until", "cannot", "unlikely"])


def ends_with_the_last(dating: Dating) -> bool:
    """Read "the last of the visits will be made by 3 May" as when all of them are made."""
    if not DENIED.isdisjoint(dating.before):
        return False
    if COMING.isdisjoint(dating.before) and not _names_it_alone(dating):
        return False
    return is_the_last(dating.passage, dating.clause.first, dating.dated.first)


def _names_it_alone(dating: Dating) -> bool:
    """Read "last ones on 26 March": nothing else stands before the day, nor after it."""
    own = [each for each in dating.before if each not in LIGHT and each not in LAST | OF_MANY]
    after = [each for each in dating.after if each.isalnum() and each not in LIGHT]
    return not own and not after


def is_the_last(passage: Passage, first: int, beyond: int) -> bool:
    """Whether these tokens name the last of many, and not the final draft or the last board."""
    pairs = pairwise(range(first, beyond))
    return any(
        [
            passage.words.norm(at) in LAST
            and (
                passage.words.norm(then) in OF_MANY
                or then in passage.titled.at
                or (passage.words.norm(then) in BEING and passage.words.norm(at - 1) == "the")
            )
            for at, then in pairs
        ]
    )
