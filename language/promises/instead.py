"""A day in the place of another that will not be made: "not June, more like September"."""

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating

IN_PLACE = "forecast.in-place"
LIKE = word_set("instead.like")
PROPOSING = frozenset(
    [
        ("plan", "on"),
        ("plan", "for"),
        ("go", "for"),
        ("aim", "for"),
        ("count", "on"),
        ("work", "to"),
    ]
)
PROPOSED = frozenset(["plan", "go", "aim", "count", "work", "shall", "let's", "lets"])
OURS = frozenset(["i", "i'd", "we", "we'd", "let's", "lets", "i'll", "we'll"])
DENYING = frozenset(["not", "never", "can't", "cannot", "wouldn't", "don't", "didn't", "couldn't"])
NOT_THEN = frozenset([("rather", "than"), ("instead", "of")])
DECIDING = word_set("own_event.deciding") | {"full", "next", "a", "meeting"}
ON = frozenset(["on", "in", "at", "the", "for", "to"])
BEING = frozenset(["be", "now", "is", "it's", "it'll", "go", "goes", "going", "moved", "taken"])
OTHERS = word_set("instead.others")
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


def takes_its_place(dating: Dating) -> bool:
    """Read "final adoption will be 16 June instead" and "Cabinet is now 3 May instead of 9 March".

    Who decides may stand for the decision; a workshop that moves is but a workshop.
    """
    norms = [each for each in dating.before if each not in ON]
    if dating.after[:2] == ["now", "not"]:  # "goes live 1 June now not 31 March"
        return OTHERS.isdisjoint(norms) and DENYING.isdisjoint(norms)
    if tuple(dating.after[:2]) in NOT_THEN:
        norms = [each for each in norms if each not in DECIDING]
    if (
        dating.after[:1] not in (["instead"], ["rather"])
        or norms[-1:] == []
        or norms[-1] not in BEING
    ):
        return False
    return OTHERS.isdisjoint(norms) and DENYING.isdisjoint(norms)


def proposes(dating: Dating) -> bool:
    """Read "so shall we say 3 May" and "they say April, I would plan on 3 May" as the day."""
    norms = dating.before
    tail = tuple(norms[-2:])
    if tail not in PROPOSING and norms[-1:] != ["say"]:
        return False
    if OURS.isdisjoint(norms) or not DENYING.isdisjoint(norms):
        return False
    own = [each for each in norms if each not in LIGHT and each not in PROPOSED]
    return not own and (is_last(dating) or dating.after[:1] in (["instead"], ["rather"]))


def is_last(dating: Dating) -> bool:
    """Nothing but light words comes after it in its clause."""
    return all(each in LIGHT or not each.isalnum() for each in dating.after)
