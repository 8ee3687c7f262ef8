"""What will be then instead: "final adoption will be 16 June instead", "out 12 May, not March"."""

from language.claims.directly import LIGHT
from language.clauses.old_day.former import is_becoming
from language.lexicon.words import word_set
from language.promises.dating import Dating

IN_PLACE = "forecast.in-place"
DENYING = frozenset(["not", "never", "can't", "cannot", "wouldn't", "don't", "didn't", "couldn't"])
NOT_THEN = frozenset([("rather", "than"), ("instead", "of")])
EVENTS = word_set("forecasts.events")
DECIDING = word_set("own_event.deciding") | {"full", "next", "a", "meeting"}
ON = frozenset(["on", "in", "at", "the", "for", "to"])
BEING = frozenset(["be", "now", "is", "it's", "it'll", "go", "goes", "going", "moved", "taken"])
OTHERS = word_set("in_place.others")


def takes_its_place(dating: Dating) -> bool:
    """Read "final adoption will be 16 June instead" and "Cabinet is now 3 May instead of 9 March".

    Who decides may stand for the decision; a workshop that moves is but a workshop.
    """
    norms = [each for each in dating.before if each not in ON]
    if _is_not_another(dating) or _has_become(dating):
        return OTHERS.isdisjoint(norms) and DENYING.isdisjoint(norms)
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


def _is_not_another(dating: Dating) -> bool:
    """Read "out on 12 May, not end March" as the one day in the place of the other."""
    if all(each in LIGHT and each not in EVENTS for each in dating.before):
        return False  # nothing but the day is told
    words, at = dating.passage.words, dating.dated.beyond
    at += words.norm(at) == ","
    return words.norm(at) == "not" and at + 1 in dating.passage.former


def _has_become(dating: Dating) -> bool:
    """Read "end of Feb has become 9 March", where nothing else is said before."""
    for old in dating.passage.dates_of(dating.clause):
        between = dating.passage.words.norms(old.beyond, dating.dated.first)
        if old.first in dating.passage.former and is_becoming(between):
            led = dating.passage.words.norms(dating.clause.first, old.first)
            return all(e in LIGHT or e in ON or e == "so" or not e.isalpha() for e in led)
    return False
