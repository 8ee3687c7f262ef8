"""One day for several that were told of one by one: "1.2 late. 1.3 late too. May for both"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from domain.work import Status
from language.claims.passage import inside
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome, measured
from language.promises.shared_day import SHARED
from language.references.known import KnownPlan

FOR_SEVERAL = "forecast.shared"
LEADING = frozenset(
    [
        "now",
        "so",
        "by",
        "until",
        "till",
        "it's",
        "its",
        "make",
        "it",
        "say",
        "will",
        "be",
        "to",
        "then",
    ]
)
BOTH_BY = pattern("shared_day.both_by")
SURELY = pattern("shared_day.surely")
COUNTED = re.compile(r"\b(?:(?P<two>both|two|pair)|(?P<three>three|trio)|(?P<four>four))\b")
MANY = {"two": 2, "three": 3, "four": 4}


class ForSeveral(NamedTuple):
    """A day, of how many of the actions named last, and in which topic it stands."""

    day: date
    last: int | None  # None: of all
    topic: Topic


def day_for_several(scene: Heard, topics: Sequence[Topic]) -> ForSeveral | None:
    """The day that a clause gives to several topics, which is taken from the one that holds it."""
    if len(topics) < 2:
        return None
    for topic in topics[1:]:
        for clause in topic.clauses if len(topic.refs) == 1 else ():
            dated = _shared(scene, clause) if topic.named.isdisjoint(clause.span) else None
            if dated and dated.day:
                topic.clauses = [each for each in topic.clauses if each is not clause]
                return ForSeveral(dated.day, _count(scene, clause), topic)
    return None


def _shared(scene: Heard, clause: Clause) -> Dated | None:
    """Its only day, where nothing else is said but of whom it is so."""
    dates = inside(scene.marked.dates, clause)
    if len(dates) != 1 or dates[0].said.doubt or dates[0].said.length:
        return None
    coming = dates[0].day is not None and dates[0].day > scene.today
    if _will_be(scene, clause, dates[0]):
        return dates[0] if coming else None
    if dates[0].beyond >= clause.beyond:
        return None
    if not LEADING.issuperset(scene.words.norms(clause.first, dates[0].first)):
        return None
    after = scene.words.span(dates[0].beyond, clause.beyond)
    plain = SHARED.fullmatch(after, scene.words.signs)
    return dates[0] if plain and coming else None


def _will_be(scene: Heard, clause: Clause, dated: Dated) -> bool:
    """Read "both will be there by the end of April, no problem"."""
    if dated.first == clause.first:
        return False
    before = scene.words.span(clause.first, dated.first)
    if not BOTH_BY.fullmatch(before, scene.words.signs):
        return False
    ends = dated.beyond >= clause.beyond
    return ends or bool(SURELY.fullmatch(scene.words.span(dated.beyond, clause.beyond)))


def _count(scene: Heard, clause: Clause) -> int | None:
    found = COUNTED.search(scene.words.span(clause.first, clause.beyond))
    return (
        next((MANY[name] for name, said in found.groupdict().items() if said), None)
        if found
        else None
    )


def with_day(
    outcomes: Sequence[Outcome], shared: ForSeveral | None, plan: KnownPlan
) -> list[Outcome]:
    """The outcomes with that day, to be confirmed; where it is of what is done, only in doubt."""
    if shared is None:
        return list(outcomes)
    meant = _meant(outcomes, shared)
    over = any(each.updates and each.updates[0].status in OVER for each in meant)
    if not meant or over:
        meant = [each for each in outcomes if each.topic is shared.topic]
        return [_doubted(each) if each in meant else each for each in outcomes]
    return [_dated(each, shared.day, plan) if each in meant else each for each in outcomes]


OVER = (Status.COMPLETE, Status.CANCELLED, Status.ONGOING)


def _meant(outcomes: Sequence[Outcome], shared: ForSeveral) -> Sequence[Outcome]:
    """Those named last, so many as are counted."""
    at = next(at for at, each in enumerate(outcomes) if each.topic is shared.topic)
    if shared.last is None:
        return outcomes[: at + 1]
    found: list[Outcome] = []
    for each in reversed(outcomes[: at + 1]):
        found.append(each)
        counted = sum(len(some.topic.refs) for some in found)
        if counted >= shared.last:
            return found if counted == shared.last else ()
    return ()


def _dated(outcome: Outcome, day: date, plan: KnownPlan) -> Outcome:
    updates = (each.model_copy(update={"forecast": day}) for each in outcome.updates)
    told = tuple(measured(each, plan) for each in updates)
    return replace(_doubted(outcome), updates=told)


def _doubted(outcome: Outcome) -> Outcome:
    return replace(outcome, doubts=(*outcome.doubts, FOR_SEVERAL))
