"""A status told of the stages of an action one by one: "Phase 1 complete. Phase 2 delayed"."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from domain.work import Status

_NUMBERED = (
    r"(?:phase|stage|part|step|tranche|round|lot|wave|year|milestone|element)s?\s?"
    r"(?:\d{1,2}|one|two|three|four|five|[ivx]{1,3}|[a-d])\b"
)
_COUNTED = r"(?:first|second|third|fourth|fifth|last|final|others?|remaining|remainder|rest)\b"
NUMBERED = re.compile(rf"\b{_NUMBERED}", re.IGNORECASE)
COUNTED = re.compile(rf"(?:the )?{_COUNTED}", re.IGNORECASE)
PARTED = re.compile(
    rf"[.;]\s+|\s[–—]\s|(?:,\s+|\s)(?:(?:and|but|while|whilst|with)\s|(?<=,\s))"
    rf"(?=(?:the )?(?:{_NUMBERED}|{_COUNTED}))",
    re.IGNORECASE,
)
# Without a number, what it goes with stands before it: "Six fitted; the rest on order".
REST = re.compile(r"(?:the )?(?:others|remaining|remainder|rest)\b", re.IGNORECASE)
# Where one stage stands so, the whole does; what is done or not begun says less than these.
TELLING = (Status.DELAYED, Status.AT_RISK, Status.ON_TRACK)

type Named = Callable[[str], Status | None]


def status_by_stages(words: str, named: Named) -> Status | None:
    """How an action stands by what is said of each stage; None where fewer than two are told of."""
    clauses = [clause.strip() for clause in PARTED.split(words)]
    stages = [named(each) for each in clauses if _is_of_a_stage(each)]
    if len(stages) < 2:
        stages = _with_the_rest(clauses, named)
    return _of_the_whole(stages) if len(stages) > 1 else None


def status_by_lines(lines: Sequence[str], named: Named) -> Status | None:
    """How an action stands where each line is a status and nothing else, and not all of them say
    that it is complete; None where the lines are of another kind."""
    each = [named(line) for line in lines]
    if len(each) < 2 or None in each or Status.COMPLETE not in each or len(set(each)) < 2:
        return None
    return _of_the_whole(each)


def _is_of_a_stage(clause: str) -> bool:
    return bool(NUMBERED.search(clause) or COUNTED.match(clause))


def _with_the_rest(clauses: Sequence[str], named: Named) -> list[Status | None]:
    """The first part and the rest, where the words say how both stand."""
    for before, clause in pairwise(clauses):
        if REST.match(clause) and (first := named(before)) and (rest := named(clause)):
            return [first, rest]
    return []


def _of_the_whole(stages: Sequence[Status | None]) -> Status | None:
    """It is as complete as its last stage: one of which nothing is understood is not done."""
    known = [each for each in stages if each]
    for status in TELLING:
        if status in known:
            return status
    if stages[-1] is not None and len(set(known)) == 1:
        return known[0]
    return Status.IN_PROGRESS if known else None
