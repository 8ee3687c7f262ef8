"""A yes or no for each of several: "7.3 yes, 7.4 no", "yes to the first, no to the second"."""

from collections.abc import Sequence

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.updates import Outcome

ANSWERED = "status.answered-all"
ANSWERS = word_set("answered_each.answers")
YES = pattern("answered_each.yes")
NO = pattern("answered_each.no")
ABOUT = pattern("answered_each.about")


def answered_each(outcomes: Sequence[Outcome], scene: Heard) -> list[Outcome]:
    """The same, with what a bare yes or no after or before a name says of its action.

    What was asked may have been another thing than whether it is done: it is to be confirmed.
    """
    if len(outcomes) < 2 or ANSWERS.isdisjoint(scene.words.said):
        return list(outcomes)
    return [_answered(each, scene) if each.empty else each for each in outcomes]


def _answered(outcome: Outcome, scene: Heard) -> Outcome:
    said = _said(outcome, scene)
    for status, wording in ((Status.COMPLETE, YES), (Status.IN_PROGRESS, NO)):
        if said and wording.fullmatch(said):
            return outcome.telling(status, (*outcome.doubts, ANSWERED))
    return outcome


def _said(outcome: Outcome, scene: Heard) -> str:
    """What is said in its one sentence but for the name; "" where the name stands in between."""
    topic = outcome.topic
    if not topic.named or len({each.sentence for each in topic.clauses}) != 1:
        return ""
    first, beyond = topic.clauses[0].first, topic.clauses[-1].beyond
    before = scene.words.span(first, min(topic.named))
    after = scene.words.span(max(topic.named) + 1, beyond).strip(" ,:=-")
    if after or not before:
        return "" if before else after
    led = ABOUT.search(before)
    return before[: led.start()] if led else ""
