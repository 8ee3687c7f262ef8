"""What came about "as planned" or "on time" came about: that is all these words add."""

from collections.abc import Sequence

from domain.work import Status
from language.claims.claimed import Claim
from language.clauses.place import Ground
from language.lexicon.text import Words

GOING = frozenset(["go", "goes", "going", "be", "being", "to", "will", "not"])
ADDING = frozenset(["as", "to", "on", "according", "in", "ahead"])
APART = frozenset(["as", "to", "according"])  # "launched, on schedule" tells of what is to come
TIME = frozenset(["time", "plan"])
BETWEEN = frozenset(["in", "on", "at", "by", "the", "last", "this", "over", "back", ",", "-", "("])
OVER = ("event", "label", "said")


def less_added(claims: Sequence[Claim], ground: Ground) -> list[Claim]:
    """The claims without "as planned" after an event: "opened in May, as planned" tells of that."""
    kept: list[Claim] = []
    for each in claims:
        if not (kept and _adds(kept[-1], each, ground)):
            kept.append(each)
    return kept


def _adds(event: Claim, claim: Claim, ground: Ground) -> bool:
    words = ground.words
    happened = event.hit.term.strength in OVER and event.status is Status.COMPLETE
    if not happened or event.promise or claim.status is not Status.ON_TRACK:
        return False
    if words.norm(event.hit.first - 1) in GOING or claim.hit.term.status is not Status.ON_TRACK:
        return False
    between = range(event.hit.beyond, claim.hit.first)
    plain = all(at in ground.dated or words.norm(at) in BETWEEN for at in between)
    return plain and _is_manner(words, claim, "," in words.norms(*_span(between)))


def _span(between: range) -> tuple[int, int]:
    return between.start, between.stop


def _is_manner(words: Words, claim: Claim, apart: bool) -> bool:
    first, last = words.norm(claim.hit.first), words.norm(claim.hit.beyond - 1)
    return first in APART or (first in ADDING and (not apart or last in TIME))
