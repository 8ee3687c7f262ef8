"""What is told of several of a reminder in few words: of the rest, of both, in what manner."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.references.finding import How

THE_REST = pattern("of_the_others.the_rest")
TO_BOTH = pattern("of_the_others.to_both")
MANNER = pattern("of_the_others.manner")
THIS_ONE = pattern("of_the_others.this_one")
ALL = frozenset(["both", "all", "everything", "every", "each"])
NO_EXCEPTION = frozenset(["status.exception", "ref.exception", "status.part"])
ANSWERED = "status.answered-all"
BY_MANNER = "status.manner"
EARLY = re.compile(r"\b(?:early|earlier|ahead|before)\b")


def of_the_rest(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "wardens late, everything else done" as said of the others, and not as an exception."""
    claims = [each for each in outcome.claims if each.hit.term.status]
    if "status.exception" not in outcome.doubts or len(claims) != 1:
        return outcome
    clauses = outcome.topic.clauses
    if not all(_opens(scene, each) for each in clauses) or claims[0].promise or claims[0].past:
        return outcome
    doubts = tuple([each for each in outcome.doubts if each not in NO_EXCEPTION])
    status = claims[0].hit.term.status
    return outcome.telling(status, doubts) if status else outcome


def _opens(scene: Heard, clause: Clause) -> bool:
    said = scene.words.span(clause.first, clause.beyond)
    return THE_REST.match(said, scene.words.signs) is not None


def to_both(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "no to both" as of neither being done, and "yes to both" as of both."""
    several = len(outcome.topic.refs) > 1 and not outcome.claims
    answer = TO_BOTH.fullmatch(scene.words.low, scene.words.signs) if several else None
    if answer is None:
        return outcome
    status = Status.IN_PROGRESS if answer["no"] else Status.COMPLETE
    return outcome.telling(status, (*outcome.doubts, ANSWERED))


def in_what_manner(outcomes: Sequence[Outcome], scene: Heard) -> list[Outcome]:
    """Read "both done, 1.1 a fortnight late" as both done: how long it took does not undo it."""
    if len(outcomes) < 2 or ALL.isdisjoint(scene.words.said):
        return list(outcomes)
    return [
        _done(each, scene) if _is_manner(each, outcomes[:at], scene) else each
        for at, each in enumerate(outcomes)
    ]


def _is_manner(outcome: Outcome, before: Sequence[Outcome], scene: Heard) -> bool:
    """All are told of as done before it, and of this only how early or late that was."""
    statuses = [each.updates[0].status for each in before if each.updates]
    if not statuses or {*statuses} != {Status.COMPLETE} or len(outcome.topic.clauses) != 1:
        return False
    first = before[0].topic
    if len(first.refs) < 2 and not scene.message.about:
        return False  # "re 1.1: all done. re 1.2: late"
    opening = scene.words.norms(first.clauses[0].first, first.clauses[0].beyond)
    return (
        not ALL.isdisjoint(opening) and MANNER.fullmatch(_after(outcome.topic, scene)) is not None
    )


def _after(topic: Topic, scene: Heard) -> str:
    start = max(topic.named, default=-1) + 1
    return scene.words.span(start, max(topic.clauses[0].beyond, start))


def _done(outcome: Outcome, scene: Heard) -> Outcome:
    early = EARLY.search(_after(outcome.topic, scene)) is not None
    if not early and outcome.updates[0].forecast is None:
        return replace(outcome, doubts=(*outcome.doubts, BY_MANNER))  # "all done, 1.2 late"
    kept = [each for each in outcome.doubts if each.startswith("ref.")]
    updates = tuple(each.model_copy(update={"forecast": None}) for each in outcome.updates)
    told = replace(outcome, updates=updates, promise=None)
    return told.telling(Status.COMPLETE, (*kept, *([] if early else [BY_MANNER])))


def with_this_one(scene: Heard, topics: Sequence[Topic], about: tuple[str, ...]) -> list[Topic]:
    """Read "1.1 is finished, this one isn't" under a reminder for 1.2 as of that as well."""
    named = {ref for each in topics for ref in each.refs}
    if len(about) != 1 or about[0] in named or len(topics) != 1:
        return list(topics)
    topic = topics[0]
    ones = [each for each in topic.clauses if _names_this(scene, each, topic)]
    if not ones or len(ones) == len(topic.clauses):
        return list(topics)
    own = topic.clauses[topic.clauses.index(ones[0]) :]
    topic.clauses = [each for each in topic.clauses if each not in own]
    match = THIS_ONE.match(scene.words.span(ones[0].first, ones[0].beyond), scene.words.signs)
    said = len(match.group().split()) if match else 0
    named_at = {*range(ones[0].first, ones[0].first + said)}
    return [topic, Topic(about, How.REPLIED, named=named_at, clauses=own)]


def _names_this(scene: Heard, clause: Clause, topic: Topic) -> bool:
    if not topic.named.isdisjoint(clause.span):
        return False
    said = scene.words.span(clause.first, clause.beyond)
    return THIS_ONE.match(said, scene.words.signs) is not None
