"""Days that are of what has been, beside what is complete: no promise stands in them."""

from collections.abc import Sequence

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.expected_now import NOW_ON
from language.promises.promise import Promise
from language.promises.sound_days import is_rolled

OVER = pattern("denied.over")
WAS = frozenset(["was", "were", "had", "been", "lost"])
COMING = word_set("closing.coming")
UNTIL_NOW = frozenset([Status.ON_TRACK, Status.AT_RISK])


def not_past(
    promises: Sequence[Promise | None], chosen: Claim | None, passage: Passage
) -> list[Promise | None]:
    """Read "signed before Christmas - done" as the Christmas past, "done a week late" as done."""
    if chosen is None or not chosen.direct:
        return list(promises)
    if chosen.status in UNTIL_NOW:
        promises = [None if each and _is_of_a_part(each, chosen) else each for each in promises]
    if chosen.status is Status.ON_TRACK:
        return [None if each and _is_made_up(each, chosen, passage) else each for each in promises]
    if chosen.status is not Status.COMPLETE:
        return list(promises)
    if chosen.level < 2:
        return list(promises)
    return [None if each and _is_past(each, chosen, passage) else each for each in promises]


def _is_of_a_part(promise: Promise, chosen: Claim) -> bool:
    """Read "amber. Committee was March, now June" as amber: the rating is of the whole."""
    return promise.rule == NOW_ON and promise.clause is not chosen.clause and chosen.level > 1


def _is_made_up(promise: Promise, chosen: Claim, passage: Passage) -> bool:
    """Read "was a month behind, now back on schedule" as on schedule: no month is added."""
    first = promise.clause.first
    if not promise.slip or first >= chosen.clause.first:
        return False
    return not WAS.isdisjoint(passage.words.norms(first, min(promise.dates, default=first)))


def _is_past(promise: Promise, chosen: Claim, passage: Passage) -> bool:
    if promise.slip or is_rolled(promise, passage.today):
        return True
    return _leads_up(promise, chosen, passage)


def _leads_up(promise: Promise, chosen: Claim, passage: Passage) -> bool:
    """Read "signed off for September so that's us finished" as finished: the day is the thing's."""
    first, at = promise.clause.first, min(promise.dates, default=0)
    if chosen.opening != "so" or not first < at < chosen.clause.first:
        return False
    before = passage.words.span(first, at)
    return OVER.search(before) is not None and COMING.isdisjoint(passage.words.norms(first, at))
