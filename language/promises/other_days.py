"""A day by which something else is so than that the work is finished, whatever leads to it."""

from collections.abc import Callable
from itertools import pairwise

from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.brought_before import BRINGING, is_brought
from language.promises.dating import Dating
from language.promises.returning import RAG, STARTS, is_a_starts, is_somebodys_return, turns_then
from language.promises.stage_days import EVENTS as OF_A_STAGE
from language.promises.stage_days import is_a_stages

REPLYING = word_set("forecasts.replying")
PASSED = word_set("shared.was_or_had")
SHOULD = frozenset(["should", "should've"])
NOT_YET = frozenset(["isn't", "isnt", "not", "aren't", "arent", "wasn't", "only"])
SUPPOSED = frozenset(["due", "expected", "meant", "supposed", "to"])
RETURNING = frozenset(
    ["bring", "brought", "come", "comes", "coming", "report", "reported", "go", "get", "getting"]
)
SUPPORTS = word_set("forecasts.supports")
EXTENDING = frozenset(["extended", "extend", "extends", "extending", "renewed", "renewing"])
UP_TO = frozenset(["to", "until", "till", "til", "through"])
ASSURED = frozenset(["confirmed", "secured", "agreed", "guaranteed", "assured", "approved", "paid"])
BODIES = (
    word_set("own_event.deciding")
    | word_set("forecasts.gatherings")
    | word_set("other_days.bodies")
)
PRESENTING = word_set("other_days.presenting")
SHIFTED = word_set("forecasts.shifts") | word_set("sound_days.shifted")
TELLING = frozenset(
    ["update", "let", "tell", "inform", "email", "send", "give", "ring", "call", "drop", "get"]
)
SOMETHING = frozenset(
    ["something", "summat", "sthg", "details", "figures", "words", "line", "note"]
)
PAUSED = frozenset(["paused", "suspended", "frozen", "hold", "parked", "mothballed", "halted"])
FROM = frozenset(["beyond", "past", "from"])
YOU = frozenset(["you", "u"])
MOVED = word_set("other_days.moved")
ONTO = frozenset(["with", "to"])
STATIONS = word_set("other_days.stations")
SPENT = word_set("other_days.spent")
SPENDING = word_set("other_days.spending")
LIKE = word_set("likelier.like")
GIVING = frozenset(["provide", "give", "given", "providing", "provided", "share", "have", "offer"])
UPDATES = frozenset(["update", "updates", "position", "information", "details", "news"])
TELLING_MORE = UPDATES - {"position"} | word_set("other_days.telling_more")
SPANS = word_set("other_days.spans")
LAPSING = word_set("other_days.lapsing")
DATES = frozenset(["date", "dates", "day", "deadline"])
DATES_OF = word_set("other_days.dates_of")
PURPOSES = frozenset([("order", "to"), ("so", "as"), ("aim", "of"), ("view", "to")])
# Beside these a day told of what was may still be ahead: "it was agreed that we meet on 3 May".
TO_COME = SUPPOSED | word_set("other_days.to_come")
FEW = 2  # words: "paused until they vote in May"
NEAR = 4  # words: "of our money", "the staff side by"
UNTIL = word_set("shared.until") | {"'til"}
STILL = frozenset(["still", "only", "just", "left", "yet", "up", "now", "then", "time", "again"])
HOLDING = frozenset(["got", "have", "has", "we've", "i've", "they've", "there's", "theres"])
THERE = frozenset(["there", "is"])
GIVEN = frozenset(["giving", "given", "gave", "gives"])
THEM = frozenset(["them", "him", "her", "each", "schools", "partners", "agencies", "everyone"])
ASKING = frozenset(["can", "could", "may", "please", "want", "like", "asked", "asking", "need"])
LACKS = frozenset(
    [("short", "of"), ("short", "on"), ("down", "on"), ("down", "a"), ("down", "an"), ("no",),
     ("down", "one"), ("down", "two"), ("down", "three"), ("without",), ("minus",), ("lacking",),
     ("missing",)]
)  # fmt: skip
IDLE = word_set("other_days.idle")
STANDSTILL = word_set("other_days.standstill")
SHORT = frozenset([("run", "out"), ("runs", "out"), ("running", "out"), ("ran", "out")])
AIMS = frozenset(["target", "needs", "need", "needed", "must"])
NIL = frozenset(["nil", "zero", "none", "nothing"])


def of_another(dating: Dating) -> bool:
    """Whether it is the day of a reply, of a report, of money or of somebody else's turn."""
    said = TELLING_ONE.intersection(dating.before)
    return bool(said) and any(is_so(dating) for words, is_so in RULES if not words.isdisjoint(said))


def _replies(dating: Dating) -> bool:
    return True


def _informs(dating: Dating) -> bool:
    """Read "I will provide a fuller update by Friday" and "update by Friday" as the day of that.

    But not "will update the directory by Friday": something of its own is updated then.
    """
    if not GIVING.isdisjoint(dating.before):
        return True
    own = [e for e in dating.own if e.isalpha() and (e in UPDATES or e not in LIGHT)]
    return not UPDATES.isdisjoint(own) and TELLING_MORE.issuperset(own)


def _lapses(dating: Dating) -> bool:
    """Read "the notice period finishes 22 January" and "call-in ends the 17th" as of the period.

    Work may begin when a period is over, or the next step be taken: it is not finished then.
    """
    return not SPANS.isdisjoint(dating.own) and not LAPSING.isdisjoint(dating.before)


def _dates_another(dating: Dating) -> bool:
    """Read "closing date 27 November" and "start date now 5 May" as days of their own."""
    return any(first in DATES_OF and then in DATES for first, then in pairwise(dating.before))


def _is_for(dating: Dating) -> bool:
    """Read "in order to improve the position before the end of May" as what for."""
    return not PURPOSES.isdisjoint(pairwise(dating.before))


def _returns(dating: Dating) -> bool:
    return any(then == "back" and first in RETURNING for first, then in pairwise(dating.before))


def _tells_you(dating: Dating) -> bool:
    """Read "I will update you" and "get something over to you by Friday" as when you are told."""
    norms = dating.before
    if any(then in YOU and first in TELLING for first, then in pairwise(norms)):
        return True
    return ("to", "you") in pairwise(norms) and not SOMETHING.isdisjoint(norms)


def _goes_on(dating: Dating) -> bool:
    """Read "paused until the board has met in May" as when it may go on, not when it ends."""
    norms = dating.before
    held = (at for at, (first, then) in enumerate(pairwise(norms)) if first in PAUSED)
    return any(norms[at + 1] in UNTIL and at + FEW < len(norms) for at in held)


def _is_left(dating: Dating) -> bool:
    """Read "we've still got until March" and "schools have till Friday" as the time there is.

    Nobody says by it that the work takes as long; but "can I have until March" asks for it.
    """
    norms = [each for each in dating.before if each not in STILL]
    if norms[-1:] not in ([each] for each in UNTIL):
        return False
    led, asked = norms[-4:-1], not ASKING.isdisjoint(norms)
    held = led[-1:] and (led[-1] in HOLDING or THERE.issuperset(led[-2:]))
    given = not GIVEN.isdisjoint(led) and not THEM.isdisjoint(led)
    return bool(held or given) and not asked


def _begins(dating: Dating) -> bool:
    """Read "from 3 May" and "beyond May" as of what comes after."""
    return dating.before[-1] in FROM


def _stands_in_it(dating: Dating) -> bool:
    """Read "the lease stands in the way of opening in May" as no promise to open."""
    return ("way", "of") in pairwise(dating.before)


def _was_then(dating: Dating) -> bool:
    """Read "was rewritten in September" and "was 60% complete in May" as what was so then."""
    dated, norms = dating.dated, dating.before
    if not dated.said.yearless or norms[-1:] not in (["in"], ["on"], ["during"]):
        return False
    if PASSED.isdisjoint(norms) or not TO_COME.isdisjoint(norms):
        return False
    return dated.day is not None and dated.day > dating.passage.today


def _keeps_up(dating: Dating) -> bool:
    """Read "agency cover has been extended to Easter" as of the cover, not of the work.

    So too "consultation extended to 29 January", but where the title asks for a consultation.
    """
    if _is_assured(dating.before):
        return not SUPPORTS.isdisjoint(dating.before)
    if EXTENDING.isdisjoint(dating.before):
        return False
    return not SUPPORTS.isdisjoint(dating.before) or not SPANS.isdisjoint(dating.own)


def _is_assured(norms: list[str]) -> bool:
    """Read "funding confirmed to 31 March" as how long there is some."""
    return norms[-1:] != [] and norms[-1] in UP_TO and norms[-2:-1] != [] and norms[-2] in ASSURED


def _is_a_bodys(dating: Dating) -> bool:
    """Read "goes to the January board" as of a stage, where the title does not ask for that.

    But "deferred to the January board" puts off what is to be decided.
    """
    if dating.after[:1] == [] or dating.after[0] not in BODIES:
        return False
    norms = [each for each in dating.before if each != "the"]
    asked = dating.passage.titled.deed in PRESENTING
    return norms[-1:] == ["to"] and SHIFTED.isdisjoint(norms) and not asked


def _runs_out(dating: Dating) -> bool:
    """Read "we'll be over budget by March" and "out of money by May" as what will be amiss then."""
    norms = dating.before
    if not SHORT.isdisjoint(pairwise(norms)):
        return True
    spans = (norms[at + 1 : at + NEAR] for at, each in enumerate(norms) if each in SPENT)
    return any(not SPENDING.isdisjoint(each) for each in spans)


def _is_passed_on(dating: Dating) -> bool:
    """Read "it will be with the staff side by 4 December" as of their turn, and not of the end."""
    norms = dating.before
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


def is_lacked(dating: Dating) -> bool:
    """Read "amber, short of a fitter until May" and "no van till June" as how long that is so.

    But not "no change until May", nor "can't finish without the van until May".
    """
    norms = [each for each in dating.own if each not in IDLE]
    if norms[-1:] not in ([each] for each in UNTIL):
        return False
    lack, rest = norms[:1], norms[1:-1]
    if lack == ["short"] or lack == ["down"]:
        lack, rest = norms[:2], norms[2:-1]
    lacked = tuple(lack) in LACKS or norms[-2:-1] == ["short"]
    return lacked and bool(rest) and STANDSTILL.isdisjoint(rest)


def was_due(dating: Dating) -> bool:
    """Read "was due Friday": what used to hold; but "should have it done by Friday" does not."""
    norms = dating.before
    pairs = set(pairwise(norms))
    if "should've" in norms or (("should", "have") in pairs and not dating.to_be_done):
        return True
    return any(first in PASSED and then in SUPPOSED for first, then in pairs)


def _is_aimed_at(dating: Dating) -> bool:
    """Read "the target is nil by March" and "needs to be 75 by May" as what is aimed at."""
    norms = dating.before
    at = max(at for at, each in enumerate(norms) if each in AIMS)
    return any(each in NIL or each[:1].isdigit() for each in norms[at + 1 :][:NEAR])


def _not_due(dating: Dating) -> bool:
    """Read "it isn't due until May" as the day that stands already."""
    return any(first in NOT_YET and then == "due" for first, then in pairwise(dating.before))


# What a day may be of instead, beside the words of which each rule needs one before the day.
RULES: tuple[tuple[frozenset[str], Callable[[Dating], bool]], ...] = (
    (REPLYING, _replies),
    (UPDATES, _informs),
    (SPANS, _lapses),
    (DATES, _dates_another),
    (frozenset(first for first, _ in PURPOSES), _is_for),
    (PASSED | SHOULD, was_due),
    (NOT_YET, _not_due),
    (frozenset(["more"]), tells_more),
    (frozenset(["back"]), _returns),
    (YOU, _tells_you),
    (PAUSED, _goes_on),
    (FROM, _begins),
    (UNTIL, _is_left),
    (SUPPORTS | SPANS, _keeps_up),
    (frozenset(["way"]), _stands_in_it),
    (PASSED, _was_then),
    (SPENT | {first for first, _ in SHORT}, _runs_out),
    (MOVED, _is_passed_on),
    (AIMS, _is_aimed_at),
    (frozenset(["to"]), _is_a_bodys),
    (frozenset(["back"]), is_somebodys_return),
    (STARTS, is_a_starts),
    (RAG, turns_then),
    (OF_A_STAGE, is_a_stages),
    (BRINGING, is_brought),
)
TELLING_ONE = frozenset[str]().union(*(words for words, _ in RULES))
