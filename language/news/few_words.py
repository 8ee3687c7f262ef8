"""What a part of an answer tells in so few words that no phrase of ours is in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.work import Status
from language.claims.passage import inside
from language.claims.progress import AGAINST
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.news.aim_reached import as_reached
from language.news.likeness import evidence
from language.news.updates import Outcome, measured
from language.news.verbless import HIDDEN, About, is_left, is_partial, stands
from language.news.wished import wishes_of
from language.promises.beside_it import is_gone_on_from
from language.promises.cues import EVENTS, NEGATIONS
from language.promises.dating import GATHERINGS
from language.promises.elapsed import PAST, SINCE, TO_COME
from language.promises.other_days import REPLYING
from language.references.finding import SURE, How
from language.verdicts.title_words import numbers_in

TERSE = "status.terse"
NOBODY = frozenset(["none", "nobody", "neither"])  # of whom nothing is said to be done
WHEN = "forecast.terse"
HOW_FAR = "percent.terse"
ALL_OF_IT = 100  # per cent
CHANGED = re.compile(
    r"\b(?:up|down|rose|risen|fell|fallen|by|another|extra|drop|rise) (?:by )?\d+ ?%"
)
SHARE = re.compile(r"(?<![\d.,+-])(\d{1,3})(?!\.\d) ?%")
HAPPENED = PAST | SINCE
HELD = EVENTS | GATHERINGS
FEW = 18  # tokens; what is longer is a report, and read as one
ENDS = (Status.COMPLETE, Status.NOT_STARTED)
DATED = (None, Status.IN_PROGRESS, Status.COMPLETE)


def in_few_words(outcomes: Sequence[Outcome], scene: Heard) -> list[Outcome]:
    """The same, with what is meant by words that tell no status; always to be confirmed.

    Where nothing else is told, and some of it is not understood, nothing is guessed of the rest.
    """
    listed = len(outcomes) > 1
    told = [as_reached(each, scene) for each in outcomes]
    found = [_in_few_words(each, scene, listed) for each in told]
    typed = all([each.topic.how in SURE for each in outcomes])
    guessed = typed and listed and all(each.empty for each in outcomes)
    return list(outcomes) if guessed and any(each.empty for each in found) else found


def _in_few_words(outcome: Outcome, scene: Heard, listed: bool) -> Outcome:
    """``listed``: others are told of as well."""
    topic = outcome.topic
    if len(topic.refs) != 1 or not topic.clauses or not _is_bounded(outcome, scene, listed):
        return outcome
    if outcome.empty and wishes_of(scene, topic.clauses, topic.refs):
        return outcome
    told = about(outcome, scene)
    if outcome.empty and "%" in told.low:
        return _measured_at(outcome, scene, told)
    if outcome.empty:
        status = stands(told)
        bounded = topic.how is How.TITLE or status is not None
        day = _day(outcome, scene) if bounded and status in DATED else None
        none = not NOBODY.isdisjoint(scene.words.said)
        if status in ENDS and (none or (not day and _speaks_of_later(outcome, scene))):
            return outcome
        return _dated(outcome, day, scene) if day else _told(outcome, status)
    done = outcome.updates[0].status is Status.COMPLETE and outcome.updates[0].percent is None
    return _told(outcome, Status.IN_PROGRESS) if done and is_partial(told) else outcome


def _is_bounded(outcome: Outcome, scene: Heard, listed: bool) -> bool:
    """Of one of a reminder by its title; else in few words and with nothing else told of it."""
    topic = outcome.topic
    if topic.how is How.TITLE:
        return True
    if not outcome.empty or outcome.claims or topic.excepted or topic.aside or topic.crowded:
        return False
    if topic.how is How.REPLIED:
        return len(scene.words.tokens) <= FEW and not any(each.asks for each in topic.clauses)
    one = len(topic.clauses) == 1 or _is_item(topic, scene)
    return one if topic.how is How.ORDINAL else listed and topic.how in SURE


def _is_item(topic: Topic, scene: Heard) -> bool:
    """Read "1. offer made, awaiting references" as an item of a list: all of it is of the first."""
    marked = scene.words.norm(max(topic.named, default=-1)) in (".", ")")
    return marked and len({each.sentence for each in topic.clauses}) == 1


def _measured_at(outcome: Outcome, scene: Heard, told: About) -> Outcome:
    """Read "dashboard 80% - just one tab left" as how far it is, but not the figure aimed at."""
    (ref,) = outcome.topic.refs
    shares = SHARE.findall(told.low)
    if len(shares) != 1 or scene.plan.standings[ref].of_a_share:
        return outcome
    named = outcome.topic.how is How.TITLE or is_left(told)
    if not (named or evidence(scene.words, range(len(scene.words.tokens)), scene.plan, [ref])[0]):
        return outcome
    if AGAINST.search(told.low) or CHANGED.search(told.low):
        return outcome
    share = int(shares[0])
    updates = tuple(each.model_copy(update={"percent": share}) for each in outcome.updates)
    whole = share >= ALL_OF_IT
    done = _told(outcome, Status.COMPLETE) if whole else None
    return done or replace(outcome, updates=updates, doubts=(*outcome.doubts, HOW_FAR))


def _told(outcome: Outcome, status: Status | None) -> Outcome:
    return outcome.telling(status, (*outcome.doubts, TERSE)) if status else outcome


def _dated(outcome: Outcome, day: date, scene: Heard) -> Outcome:
    updates = tuple(
        measured(each.model_copy(update={"forecast": day}), scene.plan) for each in outcome.updates
    )
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, WHEN))


def _speaks_of_later(outcome: Outcome, scene: Heard) -> bool:
    """Read "clubs open 1 May" as no word that they are; but "panel sat Tues" is one."""
    if outcome.topic.how is How.TITLE:
        return False
    dates = (
        each for clause in outcome.topic.clauses for each in inside(scene.marked.dates, clause)
    )
    days = (each.day for each in dates if each.said.rule != "date.weekday")
    return any(day and day > scene.today for day in days)


def _day(outcome: Outcome, scene: Heard) -> date | None:
    """The one day to come that is told, of no meeting and of nothing that has been."""
    days = {
        dated.day
        for clause in outcome.topic.clauses
        for dated in inside(scene.marked.dates, clause)
        if _is_coming(dated, clause, scene)
    }
    return days.pop() if len(days) == 1 else None


def _is_coming(dated: Dated, clause: Clause, scene: Heard) -> bool:
    if dated.day is None or dated.day <= scene.today or dated.said.length or dated.said.doubt:
        return False
    norms = scene.words.norms(clause.first, dated.first)
    if not REPLYING.isdisjoint(norms) or is_gone_on_from(scene.words, dated):
        return False  # "I'll have a look at it tomorrow"
    if clause.why or dated.first in scene.spoken.former or not HELD.isdisjoint(norms):
        return False
    if not TO_COME.isdisjoint(norms):
        return True
    if not NEGATIONS.isdisjoint(scene.words.norms(clause.first, clause.beyond)):
        return False
    signed = dated.said.rule == "date.weekday" and any(each.endswith("ed") for each in norms)
    return not signed and HAPPENED.isdisjoint(norms)


def about(outcome: Outcome, scene: Heard) -> About:
    """What is told, and the title and the figures of the action that it is told of."""
    title = scene.plan.standings[outcome.topic.refs[0]].title
    said = ", ".join(said_in(scene, each) for each in outcome.topic.clauses)
    return About(said, scene.words.signs, title, numbers_in(title))


def said_in(scene: Heard, clause: Clause) -> str:
    """The plain words of a clause, with a sign where a day is told."""
    words, dated = scene.words, scene.spoken.dated
    if dated.isdisjoint(clause.span):
        return words.span(clause.first, clause.beyond)
    said = (HIDDEN if at in dated else words.norm(at) for at in clause.span)
    return " ".join(said)


def all_said(outcome: Outcome, scene: Heard) -> str:
    """What is said of its actions, from the first clause to the last; "" where there is none."""
    clauses = outcome.topic.clauses
    return scene.words.span(clauses[0].first, clauses[-1].beyond) if clauses else ""
