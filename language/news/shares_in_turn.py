"""A share for each of several, in their order: "7.3 and 7.4 are 60% and 80% done"."""

import re
from dataclasses import replace

from language.hearing.heard import Heard
from language.news.updates import Outcome

EACH = "percent.each"  # several shares are told of several
IN_ORDER = "percent.in-order"
SHARES = re.compile(
    r"[ ,:=-]*(?:are |at |now |about )*(?P<all>\d{1,3} ?%(?:(?: ?[,/&] ?| and |, and )\d{1,3} ?%)+)"
    r"(?: (?:done|complete|there|respectively))*[ .!]*"
)
SHARE = re.compile(r"\d{1,3}")
WHOLE = 100


def in_turn(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with as many shares as there are actions told of each in turn; to be confirmed."""
    topic = outcome.topic
    if EACH not in outcome.doubts or not topic.named:
        return outcome
    said = SHARES.fullmatch(scene.words.span(max(topic.named) + 1, topic.clauses[-1].beyond))
    shares = [int(each) for each in SHARE.findall(said["all"])] if said else []
    if len(shares) != len(outcome.updates) or max(shares) >= WHOLE:
        return outcome
    updates = tuple(
        each.model_copy(update={"status": None, "percent": share})
        for each, share in zip(outcome.updates, shares, strict=True)
    )
    return replace(outcome, updates=updates, doubts=(IN_ORDER,))
