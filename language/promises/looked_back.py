"""Days looked back upon: "done back in June", "12 last May", "41 replies as at 6 May".

Each is the last such day, whichever is the nearer; but one on which something merely began is so
only where that is the nearer.
"""

import re
from collections.abc import Sequence
from datetime import date

from language.clauses.old_day.former import MOVING
from language.dates.calendar import Length
from language.dates.finding import Dated
from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.text import Words
from language.lexicon.words import word_set

A_YEAR = Length(-1, "year")
LEADING = frozenset(["in", "on", "at", "around", "during", "before"])
STRENGTHENING = word_set("shared.by_far")
COMPARING = frozenset(["compared", "versus", "vs", "against", "than", "from"])
LOOKING_BACK = frozenset(["back", "last"]) | COMPARING
LONGEST = 80  # letters from the comparison to its day
MORE = r"(?:more|less|fewer|better|higher|lower|worse) than"
RISEN = r"(?:up|down|ris(?:e|en)|rose|fell|fall(?:en)?|drop(?:ped)?|grown|gone|improved|increased)"
AIMED = (
    r"(?:(?:need|target|plan|aim|goal)s?|planned|should|must|ought"
    r"|profile|trajectory|budget|by)\b"
)
COMPARED = re.compile(
    rf"\b(?:compared (?:with|to)|versus|vs|against|{MORE}|{RISEN} from)"
    rf"(?: (?!{AIMED})[\w%£.,]+){{0,4}}"
    r"(?: (?:in|at|on|as at|as of|during|for|this time))?(?: the)? $"
)
HAPPENED = word_set("looked_back.happened")
REPORTED = pattern("looked_back.reported")
SINCE_THEN = (pattern("looked_back.begun_on"), pattern("looked_back.up_to"))
SIGN = sign_of_any(REPORTED, *SINCE_THEN)


def looked_back(words: Words, dates: Sequence[Dated], today: date) -> Sequence[Dated]:
    """The same dates, with those before which something was "done back in" as what has been."""
    if not dates or not _may_look_back(words):
        return dates
    return [_as_past(each) if _is_past(words, each, today) else each for each in dates]


def is_reported(words: Words, dated: Dated) -> bool:
    """Read "as at 6 May" and "in the six months to June" as what figures are of."""
    at = words.tokens[dated.first].start
    return bool(REPORTED.search(words.low[max(0, at - LONGEST) : at], words.signs))


def _may_look_back(words: Words) -> bool:
    return bool(SIGN & words.signs) or not LOOKING_BACK.isdisjoint(words.said)


def _is_past(words: Words, dated: Dated, today: date) -> bool:
    past = _happened(words, dated) or _is_last(words, dated) or _is_compared(words, dated)
    return past or is_reported(words, dated) or _has_begun(words, dated, today)


def _has_begun(words: Words, dated: Dated, today: date) -> bool:
    """Read "work began on 4 June", said in July, as that 4 June."""
    day = dated.day
    if day is None or not dated.said.yearless:
        return False
    if day - today < today - A_YEAR.after(day):
        return False
    at = words.tokens[dated.first].start
    before = words.low[max(0, at - LONGEST) : at]
    return any(each.search(before, words.signs) for each in SINCE_THEN)


def _is_last(words: Words, dated: Dated) -> bool:
    """ "Last May"; but "the last March meeting" may be yet to come."""
    alone = dated.beyond - dated.first == 1
    return alone and words.norm(dated.first - 1) == "last" and words.norm(dated.first - 2) != "the"


def _is_compared(words: Words, dated: Dated) -> bool:
    """What a figure was then, beside what it is now; "against a target for June" is to come."""
    if COMPARING.isdisjoint(words.said):
        return False
    at = words.tokens[dated.first].start
    return bool(COMPARED.search(words.low, max(0, at - LONGEST), at))


def _happened(words: Words, dated: Dated) -> bool:
    """Something happened "back in" it; but "moved back in June" may be yet to come."""
    if words.norm(dated.first - 1) not in LEADING or words.norm(dated.first - 2) != "back":
        return False
    at = dated.first - 3
    while words.norm(at) in STRENGTHENING:
        at -= 1
    verb = words.norm(at)
    return verb in HAPPENED or (verb.endswith("ed") and verb not in MOVING)


def _as_past(dated: Dated) -> Dated:
    said = dated.said
    if not (said.yearless and said.first and said.last) or said.length:
        return dated
    first, last = A_YEAR.after(said.first), A_YEAR.after(said.last)
    return dated._replace(said=said._replace(first=first, last=last, yearless=False))
