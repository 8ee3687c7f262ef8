"""The first day on which it can be finished: "will now not be open until 3 May".

What will not be so sooner will be so then: that is how officers name a new day.
"""

from itertools import pairwise

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating, plain_subject
from language.references.titles import stem

NOT_BEFORE = "forecast.not-before"
A_PART = "forecast.not-before-part"
TAKES = "forecast.takes"  # so much of it, perhaps
PLAINLY = "forecast.until"
DENYING = word_set("not_before.denying")
UNTIL = frozenset(["until", "till", "til", "'til", "before"])
ADVERBS = word_set("not_before.adverbs")
ENDED = word_set("not_before.ended")
TAKING = frozenset(["take", "taking"])
UP_TO = word_set("shared.until") | {"to"}
IT = frozenset(["it", "us", "this", "that", "me", "them", "through", "up", "right", "well", "all"])
OTHERS = word_set("not_before.others")
THINGS = frozenset(["it", "them", "this", "that", "these", "those"])
PUBLISHED = frozenset(["published", "publish", "issued", "announced"])
ABOUT_IT = word_set("not_before.about_it")  # it is no end of the work, but may be all that is left
WHOLES = word_set("not_before.wholes")
JOINING = frozenset(["and", "but", "so", "which"])
PASSED = frozenset(["was", "were", "had", "wasn't", "weren't", "took"])
HAVING = frozenset(["have", "get"])
FAR = 5  # words from what is denied to its day
SIGNS = DENYING | TAKING


def not_before(dating: Dating) -> str:
    """The rule by which it is finished on a day and no sooner; "" where none says so."""
    if SIGNS.isdisjoint(dating.before) or not PASSED.isdisjoint(dating.before):
        return ""
    if _takes(dating.before):
        return (
            PLAINLY
            if plain_subject([each for each in dating.before if each not in TAKING])
            else TAKES
        )
    if not _is_put_off(dating):
        return ""
    others = not OTHERS.isdisjoint(_denied(dating.before))
    if _does_it(dating, _said(dating)):
        return NOT_BEFORE  # whoever it is that cannot
    return A_PART if others or (_is_of_a_part(dating) and not _called_it(dating)) else NOT_BEFORE


def _denied(norms: list[str]) -> list[str]:
    """The words before what is denied."""
    at = min((at for at, each in enumerate(norms) if each in DENYING), default=0)
    return norms[:at]


def _takes(norms: list[str]) -> bool:
    """Read "this will take us to May" and "the sessions are taking until May"."""
    if norms[-1:] == [] or norms[-1] not in UP_TO:
        return False
    rest = norms[:-1]
    while rest and rest[-1] in IT:
        rest = rest[:-1]
    return rest[-1:] != [] and rest[-1] in TAKING and DENYING.isdisjoint(norms)


def _said(dating: Dating) -> list[str]:
    """The words from what is denied to its day."""
    norms = [each for each in dating.before if each not in ADVERBS]
    if norms[-1:] == [] or norms[-1] not in UNTIL:
        return []
    at = max((at for at, each in enumerate(norms) if each in DENYING), default=len(norms))
    said = norms[at + 1 : -1]
    said = said[said[:1] == ["will"] :]  # "neither will be done before May"
    had = not HAVING.isdisjoint(dating.before) and said[-1:] != [] and said[-1] in ENDED
    return [said[-1], *said[:-1]] if had else said  # "not have the strategy adopted until May"


def _does_it(dating: Dating, said: list[str]) -> bool:
    """Read "the printers cannot publish it until 9 May" as of what is to be published."""
    said, deed = said[said[:1] == ["to"] :], stem(dating.passage.titled.deed)
    if not said or not _ends_there(dating, said[1:]):
        return False
    if deed and deed in (stem(said[0]), stem(said[0].removeprefix("re"))):
        told = (each for each in dating.passage.words.listed if each != said[0])
        return deed not in map(stem, told)
    return said[0] in ENDED and said[0] in _titled(dating)


def _titled(dating: Dating) -> set[str]:
    return {dating.passage.words.norm(at) for at in dating.passage.titled.at}


def _is_put_off(dating: Dating) -> bool:
    """Whether what is denied until then is that the thing itself is finished, open or there."""
    said = _said(dating)
    if _does_it(dating, said):
        return True
    norms = [each for each in dating.before if each not in ADVERBS]
    at = max((at for at, each in enumerate(norms) if each in DENYING), default=len(norms))
    others = OTHERS if PUBLISHED.isdisjoint(said) else OTHERS - ABOUT_IT
    if not 0 < len(said) <= FAR or not others.isdisjoint(norms[:at]):
        return False
    return _ends(dating, said)


def _is_of_a_part(dating: Dating) -> bool:
    """Whether what will not be so is named, and by no word of the title or for the whole."""
    norms = dating.before
    at = min(at for at, each in enumerate(norms) if each in DENYING)
    joined = max((each for each in range(at) if norms[each] in JOINING), default=-1)
    known = LIGHT | WHOLES | ADVERBS | _titled(dating)
    return any(each.isalpha() and each not in known for each in norms[joined + 1 : at])


def _called_it(dating: Dating) -> bool:
    """Read "no survey before 3 June, let's call it then" as the whole's day, as it says."""
    words, at = dating.passage.words, dating.dated.beyond
    return "call" in (after := words.norms(at, at + FAR)) and "then" in after


def _ends(dating: Dating, said: list[str]) -> bool:
    """Read "open", "in place" and "be published"; with an object only where the title names it."""
    if said[0] not in ENDED and (said[0], *said[1:2]) not in PLACES:
        return False
    return _ends_there(dating, said)


def _ends_there(dating: Dating, said: list[str]) -> bool:
    """Nothing of its own is named."""
    known = LIGHT | ENDED | PLACED | THINGS | _titled(dating)
    return all(each in known for each in said)


PLACES = frozenset(pairwise(["in", "place"])) | {("in", "post"), ("in", "use"), ("up", "and")}
PLACED = frozenset(["place", "post", "use", "up", "running", "off"])  # "signed off"
