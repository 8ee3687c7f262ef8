"""A day by which something else is so than that the work is finished, whatever leads to it."""

from itertools import pairwise

from language.lexicon.words import word_set
from language.promises.dating import Dating

REPLYING = word_set("forecasts.replying")
PASSED = frozenset(["was", "were", "had"])
SUPPOSED = frozenset(["due", "expected", "meant", "supposed", "to"])
RETURNING = frozenset(["bring", "brought", "come", "comes", "coming", "report", "reported", "go"])
SUPPORTS = word_set("forecasts.supports")
EXTENDING = frozenset(["extended", "extend", "extends", "extending", "renewed", "renewing"])
TELLING = frozenset(["update", "let", "tell", "inform", "email", "send", "give", "ring", "call"])
YOU = frozenset(["you", "u"])
MOVED = word_set("other_days.moved")
ONTO = frozenset(["with", "to"])
STATIONS = word_set("other_days.stations")
SPENT = word_set("other_days.spent")
SPENDING = word_set("other_days.spending")
LIKE = word_set("instead.like")
GIVING = frozenset(["provide", "give", "given", "providing", "provided", "share", "have", "offer"])
UPDATES = frozenset(["update", "updates", "position", "information", "details", "news"])
PURPOSES = frozenset([("order", "to"), ("so", "as"), ("aim", "of"), ("view", "to")])
# Beside these a day told of what was may still be ahead: "it was agreed that we meet on 3 May".
TO_COME = SUPPOSED | word_set("other_days.to_come")
NEAR = 4  # words: "of our money", "the staff side by"
SHORT = frozenset([("run", "out"), ("runs", "out"), ("running", "out"), ("ran", "out")])


def of_another(dating: Dating) -> bool:
    """Whether it is the day of a reply, of a report, of money or of somebody else's turn."""
    norms = dating.before
    if not (GIVING.isdisjoint(norms) or UPDATES.isdisjoint(norms)):
        return True  # "I will provide a fuller update by Friday"
    if not PURPOSES.isdisjoint(pairwise(norms)):
        return True  # "in order to improve the position before the end of May"
    if not REPLYING.isdisjoint(norms) or was_due(dating) or tells_more(dating):
        return True
    pairs = list(pairwise(norms))
    if any(then == "back" and first in RETURNING for first, then in pairs):
        return True
    if any(then in YOU and first in TELLING for first, then in pairs):
        return True  # "I will update you by Friday"
    if norms[-1:] in (["beyond"], ["past"], ["from"]) or _keeps_up(norms):
        return True
    if ("way", "of") in pairs or _was_then(dating, norms):
        return True  # "the lease stands in the way of opening in May"
    return _runs_out(norms) or _is_passed_on(norms)


def _was_then(dating: Dating, norms: list[str]) -> bool:
    """Read "was rewritten in September" and "was 60% complete in May" as what was so then."""
    dated = dating.dated
    if not dated.said.yearless or norms[-1:] not in (["in"], ["on"], ["during"]):
        return False
    if PASSED.isdisjoint(norms) or not TO_COME.isdisjoint(norms):
        return False
    return dated.day is not None and dated.day > dating.passage.today


def _keeps_up(norms: list[str]) -> bool:
    """Read "agency cover has been extended to Easter" as of the cover, not of the work."""
    return not (SUPPORTS.isdisjoint(norms) or EXTENDING.isdisjoint(norms))


def _runs_out(norms: list[str]) -> bool:
    """Read "we'll be over budget by March" and "out of money by May" as what will be amiss then."""
    if not SHORT.isdisjoint(pairwise(norms)):
        return True
    spans = (norms[at + 1 : at + NEAR] for at, each in enumerate(norms) if each in SPENT)
    return any(not SPENDING.isdisjoint(each) for each in spans)


def _is_passed_on(norms: list[str]) -> bool:
    """Read "it will be with the staff side by 4 December" as of their turn, and not of the end."""
    for at, (moved, onto) in enumerate(pairwise(norms)):
        if onto in ONTO and moved in MOVED:
            after = norms[at + 2 :]
            return not STATIONS.isdisjoint(after[:NEAR]) and len(after) <= NEAR
    return False


def tells_more(dating: Dating) -> bool:
    """Read "more next week" and "more by Friday" as when more is told."""
    norms = [each for each in dating.before if each.isalpha()]
    if norms[-1:] == ["more"]:
        return True
    return norms[:1] == ["more"] and len(norms) == 2 and norms[1] not in LIKE


def was_due(dating: Dating) -> bool:
    """Read "was due Friday": what used to hold; but "should have it done by Friday" does not."""
    norms = dating.before
    pairs = set(pairwise(norms))
    if "should've" in norms or (("should", "have") in pairs and not dating.to_be_done):
        return True
    return any(first in PASSED and then in SUPPOSED for first, then in pairs)
