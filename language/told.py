"""The news in a message: what is told of which actions, and what is to come of it."""

import re
from collections.abc import Sequence

from domain.intents import Decision, Reading
from language.chatter import is_chatter
from language.clauses import Clause
from language.deciding import decided
from language.heard import Heard
from language.leave import of_leave
from language.patterns import pattern
from language.recognised import plain_reading
from language.titled import topics_by_title, without_ref
from language.topics import Topic, topics_of
from language.updates import Outcome, outcome_of, same_for, unlike

MEANT = re.compile(
    r"\b(?:i meant?|sorry,? meant|no,? wait|no,? sorry|scratch that|make that"
    r"|should (?:be|say|read))\b"
)
LIKEWISE = pattern("told.likewise")
UNLIKE = re.compile(r"\Abut [^ ]+(?: [^ ]+)? (?:is|are|has|have)(?: been)?[ .!]*\Z")


def news_in(scene: Heard, asking: frozenset[int]) -> Reading:
    """Read all that is told but in the sentences that ask."""
    telling = [each for each in scene.clauses if each.sentence not in asking]
    away = scene.away
    clauses = [each for each in telling if not (away and _only_leave(scene, each))]
    if is_chatter(scene, clauses):
        return plain_reading(scene, Decision.NONE, "a courtesy")
    topics = _topics(scene, clauses)
    if not topics:
        return without_ref(scene, clauses)
    outcomes = [outcome_of(topic, scene.spoken, scene.plan) for topic in topics]
    return decided(scene, _corrected(scene, _likewise(scene, outcomes)))


def _only_leave(scene: Heard, clause: Clause) -> bool:
    """Read "7.3 amber and I'm away until 4 January": the date is not the action's."""
    return not scene.mentions_in(clause) and of_leave(scene.words, clause)


def _topics(scene: Heard, clauses: Sequence[Clause]) -> list[Topic]:
    about = tuple(ref for ref in scene.message.about if ref in scene.plan.order)
    if len(about) > 1 and not scene.marked.mentions:
        titled = topics_by_title(scene, clauses, about)
        if len(titled) > 1:
            return titled
    return topics_of(scene.words, clauses, scene.marked.mentions, about)


def _likewise(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "1.1 is done, so is 1.2" as said of both; "1.1 is not done but 1.2 is" as its like."""
    found: list[Outcome] = []
    for each in outcomes:
        opening = each.topic.clauses[0]
        text = scene.words.span(opening.first, opening.beyond)
        if found and each.empty and LIKEWISE.search(text):
            each = same_for(each, found[-1])
        elif found and each.empty and UNLIKE.search(text):
            each = unlike(each, found[-1])
        found.append(each)
    return found


def _corrected(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "6.4 done, no wait, I mean 6.2": what was said of the first is taken back."""
    kept: list[Outcome] = []
    for each in outcomes:
        if kept and _takes_back(scene, kept[-1].topic, each.topic):
            before = kept.pop()
            each = same_for(each, before) if each.empty else each
        kept.append(each)
    return kept


def _takes_back(scene: Heard, before: Topic, after: Topic) -> bool:
    if not before.named or not after.named:
        return False
    end, start = max(before.named) + 1, min(after.named)
    return end < start and bool(MEANT.search(scene.words.span(end, start)))
