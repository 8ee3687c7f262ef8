"""Several actions and as many statuses, in order: "5.1/5.2: amber / complete".

Those of a reminder come in its order: "done, done, amber".
"""

import re
from collections.abc import Sequence

from domain.work import Status
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.lexicon.patterns import pattern
from language.lexicon.signs import Signs
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit
from language.references.finding import How

BETWEEN = frozenset(["\n", ".", "/", ",", "and", "&", ";", "+", "then", "are", "is", ":", "-", "="])
PARTING = re.compile(r"[ ,]*(?:\band\b|[,;/&+\n]|\bthen\b)[ ,]*")
BLANK = re.compile(r"[ ,/;&+\n]+(?:and )?")
ITEMS = tuple(
    (pattern(f"shared_out.{status}"), status)
    for status in (
        Status.COMPLETE,
        Status.IN_PROGRESS,
        Status.NOT_STARTED,
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.DELAYED,
        Status.ONGOING,
    )
)
# What two actions may be both of at once: "1.1 and 1.2 in progress and on track".
PAIR = 2
AT_ONCE = (
    {Status.IN_PROGRESS, Status.ON_TRACK},
    {Status.ONGOING, Status.ON_TRACK},
    {Status.ONGOING, Status.IN_PROGRESS},
    {Status.IN_PROGRESS, Status.DELAYED},
    {Status.ONGOING, Status.DELAYED},
)
SIGN = re.compile("[✅✔☑🟢🟡🟠🔴❌]\ufe0f?")
RESPECTIVELY = re.compile(r"\Aare |,? respectively\Z")
PLAIN = ("said", "label", "mark", "local")


def shared_out(topic: Topic, spoken: Spoken) -> tuple[Status, ...]:
    """The status of each of a topic's actions; () where these are not told one by one."""
    if said := in_turn(topic, spoken):
        return said
    hits = [each for clause in topic.clauses for each in spoken.hits(clause)]
    statuses = [each.term.status for each in hits if each.term.status]
    if len(statuses) != len(topic.refs) or len(hits) != len(statuses) or len(set(statuses)) < 2:
        return ()
    if topic.how is not How.REPLIED and _are_at_once(statuses, spoken.words):
        return ()
    if not _follow(topic, hits, spoken) or any(each.term.strength not in PLAIN for each in hits):
        return ()
    return tuple(each for each in statuses if each)


def in_turn(topic: Topic, spoken: Spoken) -> tuple[Status, ...]:
    """Read "done, done and nearly" as of each in its turn: nothing else is said."""
    words = spoken.words
    first, beyond = max(topic.named, default=-1) + 1, topic.clauses[-1].beyond
    first = max(topic.clauses[0].first, first)
    parted = topic.named and len(topic.named) != first - min(topic.named)
    if first >= beyond or parted or words.span(first, beyond).startswith("yes and no"):
        return ()
    said = RESPECTIVELY.sub("", words.span(first, beyond).strip(" .!:=-/()"))
    told = [_item(each, words.signs) for each in PARTING.split(said)]
    if not all(told):  # "green green amber"
        said = SIGN.sub(r" \g<0> ", said).strip()
        told = [_item(each, words.signs) for each in BLANK.split(said)]
    found = [each for each in told if each]
    if topic.how is not How.REPLIED and _are_at_once(found, words):
        return ()
    return tuple(found) if len(found) == len(told) == len(topic.refs) else ()


def _are_at_once(told: Sequence[Status | None], words: Words) -> bool:
    """Read "1.1 and 1.2 started, on track" as both of each; but not "started/late"."""
    apart = words.low.endswith("respectively") or "/" in words.said
    return len(told) == PAIR and {*told} in AT_ONCE and not apart


def _item(said: str, signs: Signs) -> Status | None:
    said = said.strip(" .!-*\u2022")
    return next((status for item, status in ITEMS if item.fullmatch(said, signs)), None)


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


def tells_each_share(topic: Topic, spoken: Spoken) -> bool:
    """Read "1.1, 1.2 and 1.3 are 60%, 80% and done" as of each in its turn, and not of them all."""
    first, beyond = topic.clauses[0].first, topic.clauses[-1].beyond
    return spoken.words.norms(first, beyond).count("%") > 1
