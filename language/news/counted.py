"""Of the parts that an action has so many are done, and so many are not: it is under way.

"Of the 12 actions 9 are done and 3 have been superseded": neither is the action.
"""

import re

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.counted_out import COUNTED
from language.claims.spoken import Spoken
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.news.updates import Outcome
from language.references.numerals import DIGITS

LISTED = "status.listed"
AUXILIARIES = word_set("narrated.auxiliaries") | {"still", "now", "already", "all"}
JOINING = frozenset(["and", "but", "with", "plus", "only", ",", ";", ":", "(", "leaving", "other"])
WHOLE = frozenset(["all", "both", "the", "every", "of"])
REST = frozenset(["rest", "others", "remainder", "remaining"])
ITSELF = frozenset(["this", "that"])
NOUN = 2  # words: "nine objectives met", "two of them dropped"


def in_counts(outcome: Outcome, spoken: Spoken) -> Outcome:
    """The same, but under way where what is told is only told of so many of its parts."""
    status = outcome.updates[0].status
    if status is Status.COMPLETE and _is_short(outcome, spoken):
        return _of_some(outcome)
    if status in (None, Status.IN_PROGRESS) or outcome.updates[0].forecast:
        return outcome
    told = [each for each in outcome.claims if status in (each.status, each.hit.term.status)]
    if not told or not all(is_counted(each, outcome, spoken) for each in told):
        return outcome
    if len(_counts_in(outcome, spoken)) < 2:
        return outcome
    return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, LISTED))


def _is_short(outcome: Outcome, spoken: Spoken) -> bool:
    """Read "640 of 900 done" as of some, wherever it is said that anything is done."""
    told = [each for each in outcome.claims if each.status is Status.COMPLETE]
    before = (spoken.words.span(each.clause.first, each.hit.first) for each in told)
    found = [COUNTED.search(each) for each in before]
    return bool(found) and any(each and _is_of_them(each) for each in found)


def _is_of_them(count: re.Match[str]) -> bool:
    """Whether so many of more are what is told of; "at the board of 7/12 and agreed" is a day."""
    after = count.string[count.end() :].split()
    return int(count["done"]) < int(count["whole"]) and JOINING.isdisjoint(after)


def _of_some(outcome: Outcome) -> Outcome:
    """Under way, or how else it is said to stand: "on schedule, 640 of 900 done"."""
    said = {each.status for each in outcome.claims if each.level > 2 and not each.doubt}
    said -= {Status.COMPLETE, None}
    status = said.pop() if len(said) == 1 else None
    return outcome.telling(status or Status.IN_PROGRESS, (*outcome.doubts, LISTED))


def is_counted(claim: Claim, outcome: Outcome, spoken: Spoken) -> bool:
    """Whether it is claimed of a number: "nine objectives are met"."""
    first = claim.hit.first
    words, at = spoken.words, first - 1
    start = max(each.first for each in outcome.topic.clauses if each.first <= first)
    while at > start and words.norm(at) in AUXILIARIES:
        at -= 1
    for place in range(at, max(at - NOUN - 1, start - 1), -1):
        if _is_number(place, outcome, spoken):
            return words.norm(place) in REST or words.norm(place - 1) not in WHOLE
        if words.norm(place) in JOINING:
            return False
    return False


def _counts_in(outcome: Outcome, spoken: Spoken) -> list[int]:
    """Where a number stands of which something of its own is told."""
    return [
        at
        for clause in outcome.topic.clauses
        for at in clause.span
        if _is_number(at, outcome, spoken) and _is_told_of(at, clause.first, spoken.words)
    ]


def _is_told_of(at: int, start: int, words: Words) -> bool:
    opens = at == start or words.norm(at - 1) in JOINING or words.norm(at) in REST
    return opens or words.norm(at + 1) in AUXILIARIES


def _is_number(at: int, outcome: Outcome, spoken: Spoken) -> bool:
    norm = spoken.words.norm(at)
    if norm == "one" and spoken.words.norm(at - 1) in ITSELF:
        return False  # "so this one is at risk"
    counts = norm.isdigit() or norm in DIGITS or norm in REST
    return counts and at not in spoken.dated and at not in outcome.topic.named
