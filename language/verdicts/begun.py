"""What is not started of an action of which something is done: the action is under way.

"The survey is complete. The report has not been started": the report is, the action is begun.
"""

from collections.abc import Iterable

from domain.work import Status
from language.claims.claimed import Claim

DONE = frozenset([Status.COMPLETE, Status.IN_PROGRESS])
ITSELF = frozenset(
    ["this", "it", "the", "action", "project", "itself", "we", "i", "has", "have", "is", "still"]
) | {"but", "so", "and", "however", "although", "though", "yet", "unfortunately"}
VERBS = frozenset(["has", "have", "is", "was", "had"])  # of a subject that stands before an aside


def is_begun(claims: Iterable[Claim]) -> bool:
    """Whether something of it is said to be done or under way, now and plainly."""
    return any(
        each.status in DONE
        and each.doubt in ("", "status.event")
        and not (each.direct or each.promise or each.past or each.clause.why or each.clause.asks)
        for each in claims
    )


def is_of_a_part(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether "not started" is said beside what is done, and not of the action itself."""
    if claim.status is not Status.NOT_STARTED:
        return False
    itself = claim.subject <= ITSELF and claim.opening not in VERBS
    return not itself and is_begun(claims)
