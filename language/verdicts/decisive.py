"""A plain day that is later than the one held to decides: late, whatever is said of the parts."""

from collections.abc import Sequence
from datetime import date

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.promises.forecasts import SET_ANEW, VAGUE
from language.promises.new_day.corrected import RESTATED
from language.promises.promise import Promise

OF_PARTS = frozenset(["status.part", "left.status", "status.both"])
OF_WORDS = frozenset(["form.tail", "form.prose", "status.hedge"])
NAMED = "forecast.new"  # "new date 3 May"
# What is told beside a day that is set anew in so many words.
BESIDE_A_DAY = OF_WORDS | {"left.date", "left.year", "status.event", "forecast.prose"}
SLOW = (Status.DELAYED, Status.AT_RISK)


def by_its_day(
    status: Status | None,
    doubts: Sequence[str],
    promise: Promise | None,
    passage: Passage,
    held_to: date | None,
    chosen: Claim | None,
) -> tuple[Status | None, list[str]]:
    """Read "a slight delay with the last batch; all finished by mid-May" as late, with that day.

    What leads to a "new date" that is named as such is why there is one.
    """
    later = promise is not None and held_to is not None and _is_later(promise, held_to)
    beyond = promise and promise.day and held_to and promise.day > held_to
    if beyond and chosen and status is Status.AT_RISK and _is_a_hint(chosen):
        slow = all(each.status in SLOW for each in passage.claims if each.status)
        # "stuck with the lawyers, so the end of May"
        return Status.DELAYED, [each for each in doubts if not (slow and each == "left.status")]
    anew = promise is not None and promise.day and promise.rule in SET_ANEW
    if anew and held_to and status is Status.CANCELLED:
        # What has a new day is not stopped: a meeting was "pulled, so call it the end of June".
        moved = Status.DELAYED if beyond else Status.ON_TRACK
        return moved, [*doubts, "status.both"]
    named = OF_WORDS if promise and promise.rule == NAMED else frozenset[str]()
    if later and promise and promise.rule == RESTATED:
        named = BESIDE_A_DAY
    moot = bool(doubts) and (OF_PARTS | named).issuperset(doubts)
    if not (moot and promise and later):
        return status, list(doubts)
    if _has_another(passage, promise):
        return status, list(doubts)
    return (status if status in SLOW else Status.DELAYED), []


def _is_a_hint(claim: Claim) -> bool:
    """What is but stuck or held up says by itself that it may be late."""
    return claim.hit.term.strength == "hint" and claim.hit.term.status is Status.AT_RISK


def _is_later(promise: Promise, held_to: date) -> bool:
    """No part can be finished later than the whole: so the whole is late as well.

    A length of time by which a part is late may well leave the whole in time.
    """
    if promise.day is None or promise.doubt or promise.rival or promise.slip:
        return False
    if promise.rule in VAGUE:
        return False
    return promise.day > held_to


def _has_another(passage: Passage, promise: Promise) -> bool:
    """Whether another day to come stands in its sentence, which may be the one that counts."""
    near = (each for each in passage.clauses if each.sentence == promise.clause.sentence)
    known = promise.dates | passage.former
    return any(
        each.day is not None and each.day > passage.today and each.first not in known
        for clause in near
        for each in passage.dates_of(clause)
    )
