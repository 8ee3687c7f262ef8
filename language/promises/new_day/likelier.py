"""What is nearer to the truth than the day that was told: "more like end of May"."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating, is_last

LIKE = word_set("likelier.like")
TO_IT = frozenset(["to", "the", "now", "say", "about", "around", "maybe", "i'd", "it's", "it"])


def is_likelier(dating: Dating) -> bool:
    """Read "more like end of May" and "nearer Easter" as the day, where nothing else is said there.

    It may hang on nothing of its own: "more like fifty in May" is a figure.
    """
    norms = dating.before
    own = [each for each in norms if each not in LIGHT and each not in TO_IT]
    if not own or not LIKE.issuperset(own) or LIKE.isdisjoint(norms):
        return False
    return is_last(dating)
