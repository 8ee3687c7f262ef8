"""What is told of an action only beside another: "1.1 done, so is 1.2", "1.1 done, 1.2 not"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.work import Status
from language.claims.passage import inside
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.text import ENDS, tokens_of
from language.news.updates import Outcome, same_for, unlike
from language.references.finding import How

LIKEWISE = pattern("told.likewise")
NOR = pattern("told.nor")
BUT_NOT = pattern("told.but_not")
NEARLY = pattern("told.nearly")
NOT_SO = pattern("told.not_so")
WILL_NOT = pattern("told.will_not")
FOLLOWS = pattern("likewise.follows")
UNLIKE = re.compile(r"\A(?:but )?[^ ]+(?: [^ ]+){0,2} (?:is|are|has|have)(?: been)?[ .!]*\Z")
ELLIPTIC = "status.elliptic"
AND = frozenset(["and", "&", "+", "plus", "also"])
DENYING = frozenset(["nor", "neither"])  # "1.1 hasn't begun and neither has 1.3"
LIGHT = frozenset([",", "and", "on", "for", "with", "by", "about", "another", "now", ":", "-"])
CLOSING = ENDS | {"", ")", ","}


def likewise(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "1.1 is done, so is 1.2" as said of both; "1.1 is not done but 1.2 is" as its like."""
    if len(outcomes) == 1:
        return list(outcomes)  # it is like no other
    found: list[Outcome] = []
    done = any(_is_done(each) for each in outcomes)
    for each in outcomes:
        each = _beside(scene, each, found) if found and each.empty else each
        if _will_be_late(scene, each, found, done):
            each = each.telling(Status.DELAYED, (ELLIPTIC,))
        elif done and each.empty and (doubts := _not_done(scene, each)) is not None:
            each = each.telling(Status.IN_PROGRESS, doubts)
        found.append(each)
    return found


def _beside(scene: Heard, outcome: Outcome, found: Sequence[Outcome]) -> Outcome:
    """What is told of it only by the side of what is told of the one before."""
    opening = _opening(outcome.topic)
    text, signs = scene.words.span(opening.first, opening.beyond), scene.words.signs
    if scene.words.norm(opening.beyond) != "as" and LIKEWISE.search(text):
        return same_for(outcome, found[-1])  # but "7.4 same as last time"
    follows = scene.words.norm(opening.beyond) != "as" and FOLLOWS.search(text, scene.words.signs)
    if follows and any(each.forecast for each in found[-1].updates):
        same = same_for(outcome, found[-1])
        return replace(same, doubts=(*same.doubts, ELLIPTIC))
    if UNLIKE.search(text):
        return unlike(outcome, found[-1])
    nor = scene.words.norm(min(outcome.topic.named, default=0) - 2) in DENYING
    if nor or NOR.match(text, signs) or _is_added(scene, outcome):
        same = same_for(outcome, found[-1])
        return replace(same, doubts=(*same.doubts, ELLIPTIC))
    if (slipped := _slipped_too(scene, outcome, found[-1])) is not None:
        return slipped
    if _is_done(found[-1]) and BUT_NOT.match(text, signs):
        return outcome.telling(Status.IN_PROGRESS, (ELLIPTIC,))
    return outcome


def _slipped_too(scene: Heard, outcome: Outcome, before: Outcome) -> Outcome | None:
    """Read "1.1 two weeks late, 1.2 a month" as each late by so much; None where it is not said."""
    topic = outcome.topic
    slips = before.promise is not None and before.promise.slip
    if not slips or len(topic.clauses) != 1 or len(topic.refs) != 1:
        return None
    (clause,) = topic.clauses
    dates = inside(scene.marked.dates, clause)
    length = dates[0].said.length if len(dates) == 1 and not dates[0].said.doubt else None
    expected = scene.plan.standings[topic.refs[0]].expected
    taken = topic.named | tokens_of(dates)
    light = LIGHT.issuperset(scene.words.norm(at) for at in clause.span if at not in taken)
    if length is None or expected is None or not light:
        return None
    late = outcome.telling(Status.DELAYED, (ELLIPTIC,))
    news = {"forecast": length.after(expected)}
    updates = tuple(each.model_copy(update=news) for each in late.updates)
    return replace(late, updates=updates)


def _is_added(scene: Heard, outcome: Outcome) -> bool:
    """Read "7.3 done. And 7.4" as of both: nothing is told of the second but its name."""
    topic = outcome.topic
    if len(topic.clauses) != 1 or topic.how is How.TITLE:
        return False
    (clause,) = topic.clauses
    left = [at for at in clause.span if at not in topic.named]
    before = scene.words.norm(min(topic.named, default=0) - 1)
    after = scene.words.norm(clause.beyond)
    return before in AND and after in CLOSING and AND.issuperset(map(scene.words.norm, left))


def _opening(topic: Topic) -> Clause:
    """The clause that names it, with the next where a dash parts the two: "1.2 - likewise"."""
    opening, *others = topic.clauses
    if others and others[0].sentence == opening.sentence and topic.named >= {*opening.span}:
        return opening._replace(beyond=others[0].beyond)
    return opening


def _is_done(outcome: Outcome) -> bool:
    return any(each.status is Status.COMPLETE for each in outcome.updates)


def _is_on_track(outcome: Outcome) -> bool:
    return any(each.status is Status.ON_TRACK for each in outcome.updates)


def _not_done(scene: Heard, outcome: Outcome) -> tuple[str, ...] | None:
    """Read "1.1 done, 1.2 nearly" and "1.1 done, 1.2 not": the doubts in it, None where not so."""
    text, signs = _after_its_name(scene, outcome), scene.words.signs
    more = len(outcome.topic.clauses) > 1
    if NEARLY.fullmatch(text, signs):
        return (ELLIPTIC,) if more else ()
    if more:
        return None
    return (ELLIPTIC,) if NOT_SO.fullmatch(text, signs) else None


def _will_be_late(scene: Heard, outcome: Outcome, found: Sequence[Outcome], done: bool) -> bool:
    """Read "1.1 on track, 1.2 not" and "1.1 done, 1.2 won't be" as of the late."""
    if found and _is_on_track(found[-1]):
        not_so = outcome.empty and NOT_SO.fullmatch(_after_its_name(scene, outcome))
        if not_so or _not_done(scene, outcome):
            return True
    return done and outcome.empty and _will_not(scene, outcome)


def _will_not(scene: Heard, outcome: Outcome) -> bool:
    """Read "the first is done, the second won't be" as that it will be late."""
    text = _after_its_name(scene, outcome)
    return len(outcome.topic.clauses) == 1 and bool(WILL_NOT.fullmatch(text, scene.words.signs))


def _after_its_name(scene: Heard, outcome: Outcome) -> str:
    """What its first clause says after the name, which comes first; "" where it says more."""
    clause, named = outcome.topic.clauses[0], outcome.topic.named
    after = max(named, default=-1) + 1
    one = all(each.sentence == clause.sentence for each in outcome.topic.clauses)
    return (
        scene.words.span(after, clause.beyond)
        if one and clause.first < after < clause.beyond
        else ""
    )
