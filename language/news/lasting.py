"""Commentary in which something goes on: whether the action itself is without an end is asked.

"42 managers have been trained and a rolling programme is now embedded": complete, or ongoing?
"""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.hearing.heard import Heard
from language.news.updates import Outcome

LASTING = "status.lasting"


def as_lasting(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, to be confirmed where only something of its own is said to go on."""
    if outcome.doubts or len(outcome.updates) != 1 or len(outcome.topic.clauses) < 2:
        return outcome
    if outcome.updates[0].status is not Status.ONGOING:
        return outcome
    told = [each for each in outcome.claims if each.status is Status.ONGOING]
    if not told or any(each.direct or _is_bare(each) for each in told):
        return outcome
    plan = scene.plan.standings[outcome.updates[0].ref]
    return replace(outcome, doubts=(LASTING,)) if plan.held_to else outcome


def _is_bare(claim: Claim) -> bool:
    """Nothing of its own stands before it: "ongoing", "it continues"."""
    return not any(each.isalpha() and each not in LIGHT for each in claim.subject)
