"""What is not over, whatever has been done: it is stuck, to be decided yet, or agreed in principle.

Or it is over otherwise: the proposal has been withdrawn.

All of it is to be confirmed, and none of it counts beside a plain word on the action.
"""

from collections.abc import Iterator
from typing import NamedTuple

from domain.work import Status
from language.claims.passage import inside
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.few_words import said_in
from language.news.updates import Outcome

STUCK = pattern("undecided.stuck")
TO_DECIDE = pattern("undecided.to_decide")
OBJECTED = pattern("undecided.objected")
IN_PRINCIPLE = pattern("undecided.in_principle")
LATER = pattern("undecided.later")
EXCEPTED = pattern("undecided.excepted")
SHORT = pattern("undecided.short")
DROPPED = pattern("undecided.dropped")
SIGN = sign_of_any(STUCK, TO_DECIDE, OBJECTED, IN_PRINCIPLE, LATER, EXCEPTED, SHORT, DROPPED)
PLAIN = 3  # the level of what is said in so many words
GOING_ON = (None, Status.IN_PROGRESS, Status.ON_TRACK, Status.NOT_STARTED)
OPEN = (None, Status.IN_PROGRESS, Status.COMPLETE)


class Rule(NamedTuple):
    """Words by which something is not over, how it stands then, and what that is called."""

    wording: Wording
    status: Status
    doubt: str
    instead: tuple[Status | None, ...]  # of what


RULES = (
    Rule(STUCK, Status.AT_RISK, "left.stuck", (*GOING_ON, Status.COMPLETE)),
    Rule(LATER, Status.DELAYED, "left.later", (*GOING_ON, Status.DELAYED)),
    Rule(TO_DECIDE, Status.IN_PROGRESS, "left.undecided", OPEN),
    Rule(OBJECTED, Status.IN_PROGRESS, "left.undecided", OPEN),
    Rule(EXCEPTED, Status.IN_PROGRESS, "left.excepted", (Status.COMPLETE, Status.IN_PROGRESS)),
    Rule(SHORT, Status.IN_PROGRESS, "left.short", OPEN),
    Rule(DROPPED, Status.CANCELLED, "left.dropped", OPEN),
    Rule(IN_PRINCIPLE, Status.IN_PROGRESS, "left.in-principle", (Status.COMPLETE,)),
)


def as_undecided(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with how it stands by the first of these that is told."""
    if len(outcome.topic.refs) != 1:
        return outcome
    if _excepts(outcome):
        return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, "left.excepted"))
    if not SIGN & scene.words.signs:
        return outcome
    if any([each.asks for each in outcome.topic.clauses]) or _is_told(outcome):
        return outcome
    rule = next(_fitting(outcome, scene), None)
    return outcome.telling(rule.status, (*outcome.doubts, rule.doubt)) if rule else outcome


def _excepts(outcome: Outcome) -> bool:
    """Read "agreed by every partner except the trust" as not agreed, where nothing says it is."""
    told = (each for each in outcome.claims if each.hit.term.status is Status.COMPLETE)
    doubts = [each.doubt for each in told]
    unsure = outcome.doubts and outcome.updates[0].status is Status.COMPLETE
    return bool(unsure and doubts) and all(each == "status.exception" for each in doubts)


def _is_told(outcome: Outcome) -> bool:
    """Whether it is plainly told how it stands, or that it is done, and no doubt is in that."""
    update = outcome.updates[0]
    if update.forecast or update.percent is not None or update.milestone:
        return True
    return any([each.direct and each.level >= PLAIN and each.status for each in outcome.claims])


def _fitting(outcome: Outcome, scene: Heard) -> Iterator[Rule]:
    status, doubtful = outcome.updates[0].status, outcome.doubts or outcome.empty
    for rule in RULES if doubtful else ():
        if status in rule.instead and _says(rule, outcome, scene):
            yield rule


def _says(rule: Rule, outcome: Outcome, scene: Heard) -> bool:
    """Whether a clause says so; that it comes later, only where its day is still to come."""
    signs = scene.words.signs
    said = (
        each for each in outcome.topic.clauses if rule.wording.search(said_in(scene, each), signs)
    )
    found = next(said, None)
    return found is not None and (rule.wording is not LATER or _is_to_come(outcome, scene))


def _is_to_come(outcome: Outcome, scene: Heard) -> bool:
    dates = (
        each for clause in outcome.topic.clauses for each in inside(scene.marked.dates, clause)
    )
    days = [each.day for each in dates if each.day]
    return bool(days) and max(days) > scene.today
