"""What is told of the one that is excepted: "all fine bar the last, BT gave us a 9 week wait"."""

from collections.abc import Sequence

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.text import ENDS
from language.news.updates import Outcome

EXCEPTED = "status.excepted"
ENOUGH = 3  # words of its own
COURTEOUS = frozenset(["thanks", "thank", "cheers", "sorry", "ta", "apologies", "speak", "pls"])


def with_excepted(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The same, where words of its own say why one is not on track as the others are: so it is
    proposed to be at risk. Of what is done but for one, that one may stand in any way."""
    told = {update.status for each in outcomes if not each.empty for update in each.updates}
    if told != {Status.ON_TRACK}:
        return list(outcomes)
    return [
        each.telling(Status.AT_RISK, (*each.doubts, EXCEPTED)) if _has_reason(scene, each) else each
        for each in outcomes
    ]


def _has_reason(scene: Heard, outcome: Outcome) -> bool:
    topic = outcome.topic
    if not (topic.excepted and outcome.empty and topic.named and outcome.updates):
        return False
    after = [at for each in topic.clauses for at in each.span if at > max(topic.named)]
    words = [scene.words.norm(at) for at in after if scene.words.norm(at) not in ENDS]
    if not COURTEOUS.isdisjoint(words):
        return False
    return sum([each.isalpha() for each in words]) >= ENOUGH
