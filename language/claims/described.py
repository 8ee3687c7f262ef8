"""A word of status that describes something else than an action: a street, a crowd, a share."""

from domain.work import Status
from language.claims.suiting import suits
from language.clauses.place import Place
from language.lexicon.words import word_set

FOLLOWS = word_set("claims.follows")
IT = frozenset(["it", "that", "this"])
ONTO = frozenset(["with", "to"])
NOT_AS = frozenset(["not", "than", "instead", "from"])
AMISS = frozenset(["miss", "overspend", "underspend", "overrun", "slip", "fail", "lose", "exceed"])
UNTIL = frozenset(["until", "till", "til", "between", "from"])
WAY = word_set("shared.by_far")
NEAR_TO = word_set("described.near_to")
THEM = frozenset(["both", "them", "these", "those", "all"])
PLEASE = frozenset(["please", "pls", "plz", "off", "down", "thanks", "ta", "now"])
CROWDS = word_set("claims.crowds")


def of_something_else(place: Place) -> bool:
    """Read "Green Lane", "children at risk", "delayed discharges": not said of an action."""
    term = place.hit.term
    if place.words.norm(place.hit.first) == "close" and place.hit.beyond - place.hit.first == 1:
        ends = place.hit.beyond in place.about or place.hit.beyond >= place.clause.beyond
        return place.before in NEAR_TO or not (ends or _closes_them(place))
    if place.after in ONTO and place.words.norm(place.hit.beyond - 1) in IT:
        return True  # "we've met it with the midwives", "we've made it to thirty"
    if _is_not_as(place) or _is_shut(place) or _is_wry(place):
        return True
    if (term.value == "at_risk" and place.before in CROWDS) or _is_share(place) or suits(place):
        return True
    if term.strength != "label" or term.value == "in_progress":
        return False
    ends = place.hit.beyond >= place.clause.beyond or place.hit.beyond in place.about
    ends = ends or place.hit.beyond in place.dated or _looks_back(place)
    return not (ends or _may_follow(place.after))


def _closes_them(place: Place) -> bool:
    """Read "close both please", but not "close both lanes"."""
    after = place.words.norms(place.hit.beyond + 1, place.clause.beyond)
    return place.after in THEM and PLEASE.issuperset(after)


def _is_not_as(place: Place) -> bool:
    """Read "in January, not November as planned" as what was planned, and is not so."""
    words, at = place.words, place.hit.first - 1
    if words.norm(place.hit.first) != "as" or at not in place.dated:
        return False
    while at in place.dated:
        at -= 1
    before = words.norms(at - 1, at + 1)
    return not NOT_AS.isdisjoint(before)


def _is_wry(place: Place) -> bool:
    """Read "on track to miss March" and "on target to overspend" as the opposite."""
    if place.hit.term.status is not Status.ON_TRACK or place.after not in ("to", "for"):
        return False
    return not AMISS.isdisjoint(place.words.norms(place.hit.beyond, place.hit.beyond + 3))


def _is_shut(place: Place) -> bool:
    """Read "closed until February" as of doors, and not of an action."""
    return place.words.norm(place.hit.beyond - 1) == "closed" and place.after in UNTIL


def _looks_back(place: Place) -> bool:
    """Read "done back in June", "finished months ago" and "completed way back in the spring"."""
    after = place.words.norms(place.hit.beyond, place.hit.beyond + 4)
    if after[1:2] == ["ago"]:
        return True
    at = after.index("back") if "back" in after else len(after)
    return WAY.issuperset(after[:at]) and after[at + 1 : at + 2] in (["in"], ["on"], ["at"])


def _may_follow(norm: str) -> bool:
    """What may come after "complete" or "green" where it is said of the action."""
    return norm in FOLLOWS or not norm.isalpha() or norm.endswith("ly")


def _is_share(place: Place) -> bool:
    """Read "65% done": so much, and no more."""
    earlier = place.words.norm(place.hit.first - 2)
    return place.before in ("%", "percent", "cent", "pc", "pct") and earlier != "100"
