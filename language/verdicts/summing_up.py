"""The word that sums up: "overall amber", "so on track", "I'd rate this red"."""

from collections.abc import Sequence
from itertools import pairwise

from language.claims.claimed import Claim
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.promises.promise import Promise
from language.verdicts.choosing import PLAIN

SUMMING = word_set("verdicts.summing")
OPENING = frozenset(["so", "therefore", "hence", "thus"])
PAIRS = frozenset(
    tuple(each.split())
    for each in (
        "taken together", "in all", "on balance", "that's it", "this action", "the action",
        "i'd go", "we'd go", "go for",
    )
)  # fmt: skip
SETTLED = frozenset(
    [
        "status.two",
        "status.part",
        "status.under-way",
        "left.status",
        "left.date",
        "left.year",
        "form.prose",
        "ref.exception",
    ]
)


def verdict_of(claims: Sequence[Claim], words: Words) -> Claim | None:
    """The last plain claim of the action, where it is told as the sum of what was said."""
    said = [each for each in claims if each.status and each.level >= PLAIN and each.direct]
    last = said[-1] if said else None
    if last is None or last.doubt or last.clause.asks or last.promise or last.past:
        return None
    if any([each.hit.first > last.hit.first and each.level > 1 and each.status for each in claims]):
        return None
    return last if _sums_up(last, words) else None


def settled(doubts: Sequence[str], promise: Promise | None, verdict: Claim) -> list[str]:
    """The doubts that are left once it is summed up."""
    left = [each for each in doubts if each not in SETTLED]
    if promise and drops(promise, doubts, verdict):
        left = [each for each in left if not each.startswith(("forecast.", "left.forecast"))]
    return left


def drops(promise: Promise, doubts: Sequence[str], verdict: Claim) -> bool:
    """A day told in a sentence before the verdict, and not plainly promised, is no promise."""
    doubtful = any(each.startswith(("forecast.", "left.forecast")) for each in doubts)
    return doubtful and promise.clause.sentence < verdict.clause.sentence


def _sums_up(claim: Claim, words: Words) -> bool:
    before = words.norms(claim.clause.first, claim.hit.beyond)
    edges = (claim.clause.first, claim.clause.first - 1, claim.hit.first - 1)
    if not OPENING.isdisjoint(map(words.norm, edges)):
        return True
    return not (SUMMING.isdisjoint(before) and PAIRS.isdisjoint(pairwise(before)))
