"""Of several claims about an action, the one that counts; and whether that is beyond doubt."""

from collections.abc import Sequence
from itertools import pairwise

from domain.work import Status
from language.claims.claimed import PART, Claim
from language.lexicon.words import word_set
from language.promises.promise import Promise
from language.verdicts.begun import is_of_a_part

SLOW = frozenset([Status.DELAYED, Status.AT_RISK])
RAG = frozenset([Status.ON_TRACK, *SLOW])
CONTRARY = frozenset([Status.ON_TRACK, Status.DELAYED])
EARLY = frozenset([Status.IN_PROGRESS, Status.NOT_STARTED])
ENDED = frozenset([Status.COMPLETE, Status.CANCELLED, Status.NOT_STARTED])
INFERRED = frozenset(["status.not-complete", "status.not-in-time", "status.event"])
WORKS = word_set("choosing.works")
OF_DOING = ("tion", "sion", "ment", "ance")  # as the names of work end
AFTERWARDS = frozenset(["induction", "celebration", "orientation"])  # what follows upon the deed
CAUSING = frozenset(["cause", "causes", "reason", "reasons", "longer"])  # of a delay
WHOLE = 100  # per cent
BRIEF = 5  # words before "has begun", its reference among them
HEADING = 6  # its reference and colon among them
PLAIN = 3  # the level of what is said in so many words


def chosen_of(claims: Sequence[Claim], corrections: Sequence[int]) -> tuple[Claim | None, bool]:
    """The claim that counts, and whether another contradicts it."""
    told = [each for each in claims if each.status is not None]
    if len(told) < 2:
        return (told[0] if told else None), False
    told = [each for each in told if not each.clause.why] or told
    if _is_ticked(told):
        return told[-1]._replace(direct=True), True
    lasting = [each for each in told if not each.past] or told
    present = _after_correction(lasting, corrections)
    best = max(map(_rank, present))
    top = [each for each in present if _rank(each) == best]
    top = [each for each in top if not _denies(each)] or top
    top = [each for each in top if each.doubt != "status.future"] or top
    if len({each.status for each in top}) > 1:
        return _between(top)
    surest = next((each for each in top if not each.doubt), top[0])
    if is_of_a_part(surest, present):
        return surest._replace(status=Status.IN_PROGRESS, doubt="status.part"), False
    return surest, _contradicted(surest, present)


def _is_ticked(told: Sequence[Claim]) -> bool:
    """Read "all three started on Monday ✅" as complete: the tick says what that comes to."""
    if len(told) < 2:
        return False
    last, before = told[-1], told[-2]
    ticked = last.status is Status.COMPLETE and last.hit.term.strength == "mark"
    return ticked and before.status is Status.IN_PROGRESS and before.clause == last.clause


def status_of(
    chosen: Claim | None,
    clash: bool,
    promises: Sequence[Promise | None],
    percent: tuple[int, str] | None,
) -> tuple[Status | None, list[str]]:
    """The status to record beside a date or a percentage, and the doubts in it."""
    if chosen is None:
        whole = percent is not None and percent[0] >= 100
        return (Status.COMPLETE, ["percent.whole"]) if whole else (None, [])
    if chosen.status is Status.COMPLETE and percent and percent[0] < WHOLE:
        return None, ["status.two"] if chosen.direct else []
    if chosen.status is Status.COMPLETE and any(promises):
        return _promised(chosen, promises)
    if _needless(chosen, promises):
        # Beside a plain date, what is late or at risk is still said, unless it was so once.
        return (chosen.status if chosen.status in SLOW and not chosen.past else None), []
    if chosen.level == 1 and (any(promises) or percent):
        return None, []
    return chosen.status, _doubts(chosen, clash, promises)


def _doubts(chosen: Claim, clash: bool, promises: Sequence[Promise | None]) -> list[str]:
    doubts = [chosen.doubt] if chosen.doubt else []
    doubts += ["status.two"] if clash else []
    part = _of_a_part(chosen) and not _holds_up(chosen, promises)
    return doubts + (["status.part"] if part else [])


def _holds_up(claim: Claim, promises: Sequence[Promise | None]) -> bool:
    """Read "the last eight are delayed to Easter" as of the whole, where that is its new day."""
    if not (claim.status in SLOW and claim.level == PLAIN) or _negated(claim):
        return False
    dated = len(promises) == 1 and promises[0] and promises[0].day and not promises[0].slip
    return bool(dated) and CAUSING.isdisjoint(claim.subject)


def _promised(chosen: Claim, promises: Sequence[Promise | None]) -> tuple[Status | None, list[str]]:
    """Read "done by 5 June" as a promise; "signed, out by 5 June" still is one."""
    same = any(each and each.clause == chosen.clause for each in promises)
    led = all(each and each.clause.first < chosen.clause.first for each in promises)
    if same or chosen.level == 1 or (led and not chosen.direct):
        return None, []  # "needs until May - survey done"
    dated = any(each and each.day for each in promises)
    return (Status.IN_PROGRESS if dated else Status.COMPLETE), ["status.both"]


def _needless(chosen: Claim, promises: Sequence[Promise | None]) -> bool:
    """Where a date is plainly promised, a status that is but inferred adds only doubt."""
    if not all([each and each.day and not each.doubt for each in promises]):
        return False
    if chosen.hit.term.strength == "hint":
        return not chosen.clause.asks
    vague = chosen.status is Status.IN_PROGRESS and not chosen.doubt and chosen.level < PLAIN
    aside = not chosen.direct and (chosen.status in EARLY or chosen.past)
    return chosen.doubt in INFERRED or vague or aside


def _of_a_part(claim: Claim) -> bool:
    """Said of something in the action: enough to ask before it is said of the action."""
    return not (claim.direct or _of_the_work(claim) or _is_headed(claim))


def _is_headed(claim: Claim) -> bool:
    """Read "2.1 burglary visits: amber" as a rating under what the action is called in short."""
    rated = claim.level == PLAIN and claim.hit.term.strength == "label" and claim.status in RAG
    ends = claim.hit.beyond >= claim.clause.beyond and ":" in claim.subject
    named = not claim.opening.isdigit() and any(map(str.isdigit, claim.opening))
    counted = any(each.isdigit() for each in claim.subject) or not claim.subject.isdisjoint(PART)
    return rated and ends and named and not counted and len(claim.subject) <= HEADING


def _of_the_work(claim: Claim) -> bool:
    """Read "training has begun" and "implementation is delayed" as of the whole: it is the work.

    That some of it is over says nothing of the rest.
    """
    plain = claim.level == PLAIN and claim.hit.term.status is claim.status
    brief = claim.hit.beyond >= claim.clause.beyond and len(claim.subject) <= BRIEF
    over = claim.status in (Status.COMPLETE, Status.CANCELLED)
    if over or not (plain and brief and claim.subject.isdisjoint(PART | AFTERWARDS)):
        return False
    return any(each in WORKS or each.endswith(OF_DOING) for each in claim.subject)


def _rank(claim: Claim) -> tuple[bool, int]:
    # What is said of the action itself counts before what is said of its parts.
    return (claim.direct, claim.level)


def _contradicted(chosen: Claim, present: Sequence[Claim]) -> bool:
    """A figure of speech about the action, and something plain about a part of it."""
    plain = (each for each in present if each.level == PLAIN)
    return chosen.level < PLAIN and any(each.status is not chosen.status for each in plain)


def _between(top: Sequence[Claim]) -> tuple[Claim | None, bool]:
    """Work that has started and is on track is on track; else the last word counts, unsure."""
    statuses = {each.status for each in top}
    if statuses == CONTRARY and _in_one_breath(top):
        return None, False
    for other in (Status.CANCELLED, Status.ONGOING):
        if statuses == {Status.COMPLETE, other}:  # "closed, superseded by the new strategy"
            return next(each for each in top if each.status is other), True
    if statuses == {Status.COMPLETE, Status.DELAYED} and _of_the_same(top):
        return next(each for each in top if each.status is Status.COMPLETE), True  # "late but done"
    if Status.COMPLETE in statuses:
        return top[-1]._replace(status=Status.IN_PROGRESS), True
    strong = [each for each in top if each.status not in EARLY]
    if len({each.status for each in strong}) == 1:
        return strong[-1], False
    if top[0].hit.term.rule == "at_risk.perhaps" and statuses == {Status.AT_RISK, Status.DELAYED}:
        return top[0], False  # "a risk that it will not be done"
    if statuses == {Status.ON_TRACK, Status.DELAYED} and all(map(_negated, top)):
        return top[-1]._replace(status=Status.AT_RISK), True
    return top[-1], True


def _of_the_same(top: Sequence[Claim]) -> bool:
    """In one sentence, and of the action itself: not "survey done, the installation late"."""
    return len({each.clause.sentence for each in top}) == 1 and all(e.direct for e in top)


def _in_one_breath(top: Sequence[Claim]) -> bool:
    """Read "on track and off track" as neither: nothing stands between the two but "and"."""
    near = all(0 < then.hit.first - each.hit.beyond <= 1 for each, then in pairwise(top))
    return near and len({each.clause for each in top}) == 1


def _denies(claim: Claim) -> bool:
    """Read "no longer at risk, it is complete": what is so counts before what is not."""
    return claim.status is Status.ON_TRACK and _negated(claim)


def _negated(claim: Claim) -> bool:
    return claim.hit.term.status is not claim.status


def before_correction(claim: Claim, chosen: Claim, corrections: Sequence[int]) -> bool:
    """Said before "no wait" or "but now", and then something else was said."""
    return any(claim.hit.first < at < chosen.hit.first for at in corrections)


def _after_correction(claims: Sequence[Claim], corrections: Sequence[int]) -> Sequence[Claim]:
    """What comes after "no wait" or "but now" counts; what came before does not."""
    direct = [each.hit.first for each in claims if each.direct]
    if not direct:
        return claims
    turn = next((at for at in reversed(corrections) if direct[0] < at < direct[-1]), None)
    return claims if turn is None else [each for each in claims if each.hit.first > turn]
