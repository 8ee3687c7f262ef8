"""A day in the place of another that will not be made: "not June, more like September"."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating

LIKE = word_set("instead.like")
TO_IT = frozenset(["to", "the", "now", "say", "about", "around", "maybe", "i'd", "it's", "it"])


def is_instead(dating: Dating) -> bool:
    """Read "more like end of May" and "nearer Easter" as the day, where nothing else is said there.

    It may hang on nothing of its own: "more like fifty in May" is a figure.
    """
    norms = dating.before
    own = [each for each in norms if each not in LIGHT and each not in TO_IT]
    if not own or not LIKE.issuperset(own) or LIKE.isdisjoint(norms):
        return False
    return is_last(dating)


def is_last(dating: Dating) -> bool:
    """Nothing but light words comes after it in its clause."""
    return all(each in LIGHT or not each.isalnum() for each in dating.after)
