"""What the rules made of it, as features that are weighed beside the words.

So it is learnt how far each rule is to be believed, and each doubt, beside which words.
"""

from collections.abc import Iterator

from domain.work import Status
from language.claims.claimed import Claim
from language.news.updates import Outcome

MARK = "="  # no word begins with it


def findings_of(outcome: Outcome) -> set[str]:
    """The status read and whether plainly, every doubt, a day, a share, and every claim."""
    return {MARK + each for each in _findings(outcome)}


def _findings(outcome: Outcome) -> Iterator[str]:
    update = outcome.updates[0]
    status = _name(update.status)
    yield f"st:{status}"
    yield f"st:{status}:{'doubt' if outcome.doubts else 'plain'}"
    for doubt in outcome.doubts:
        yield f"d:{doubt}"
        yield f"st:{status}:d:{doubt}"
    for told, name in ((update.forecast, "day"), (update.percent is not None, "share")):
        if told:
            yield name
            yield f"{name}:{status}"
    if outcome.promise:
        yield "promise"
    for claim in outcome.claims:
        yield from _of_claim(claim)
    if outcome.claims:
        last = outcome.claims[-1]
        yield f"last:{_name(last.status)}:{_reach(last)}"


def _of_claim(claim: Claim) -> Iterator[str]:
    status = _name(claim.status)
    yield f"c:{status}"
    yield f"c:{status}:{claim.hit.term.strength}:{_reach(claim)}"
    yield f"c:{status}:{claim.doubt or 'plain'}"


def _reach(claim: Claim) -> str:
    return "direct" if claim.direct else "part"


def _name(status: Status | None) -> str:
    return status.value if status else "-"
