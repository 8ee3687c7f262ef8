"""What is nearer to the truth than the day that was told: "more like end of May"."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating, is_last

LIKE = word_set("likelier.like")
TELLERS = (["than"], ["to", "me"], ["time"], ["i", "think"], ["now"])  # after what is likelier
TO_IT = frozenset(["to", "the", "now", "say", "about", "around", "maybe", "i'd", "it's", "it"])


def is_likelier(dating: Dating) -> bool:
    """Read "more like end of May" and "nearer Easter" as the day, where nothing else is said there.

    It may hang on nothing of its own: "more like fifty in May" is a figure.
    """
    norms = dating.before
    own = [each for each in norms if each not in LIGHT and each not in TO_IT]
    if not LIKE.issuperset(own) or LIKE.isdisjoint(norms):
        return False
    told = any(dating.after[: len(each)] == each for each in TELLERS)
    return told or (bool(own) and is_last(dating))
