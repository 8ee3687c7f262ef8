"""Several actions and as many statuses, in order: "5.1/5.2: amber / complete".

Those of a reminder come in its order: "done, done, amber".
"""

from collections.abc import Sequence

from domain.work import Status
from language.references import How
from language.spoken import Spoken
from language.topics import Topic
from language.vocabulary import Hit

BETWEEN = frozenset(["\n", ".", "/", ",", "and", "&", ";", "+", "then", "are", "is", ":", "-", "="])
PLAIN = ("said", "label", "mark", "local")


def shared_out(topic: Topic, spoken: Spoken) -> tuple[Status, ...]:
    """The status of each of a topic's actions; () where these are not told one by one."""
    hits = [each for clause in topic.clauses for each in spoken.hits(clause)]
    statuses = [each.term.status for each in hits if each.term.status]
    if len(statuses) != len(topic.refs) or len(hits) != len(statuses) or len(set(statuses)) < 2:
        return ()
    if not _follow(topic, hits, spoken) or any(each.term.strength not in PLAIN for each in hits):
        return ()
    return tuple(each for each in statuses if each)


def _follow(topic: Topic, hits: Sequence[Hit], spoken: Spoken) -> bool:
    """The statuses follow the names at once, with nothing but marks between."""
    words = spoken.words
    starts = [max(topic.named, default=0) + 1, *(each.beyond for each in hits)]
    ends = [each.first for each in hits]
    if topic.how is How.REPLIED:
        starts[0] = topic.clauses[0].first
    elif not topic.named or ends[0] < starts[0]:
        return False
    between = [words.norms(start, end) for start, end in zip(starts, ends, strict=False)]
    after = words.norms(starts[-1], max(clause.beyond for clause in topic.clauses))
    joined = all(BETWEEN.issuperset(each) for each in between)
    return joined and all(between[1:]) and after in ([], ["respectively"])
