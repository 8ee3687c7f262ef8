"""What a figure tells beside the one that is aimed at: "8.4%, so inside the 9" of "9% or fewer".

Only a guess, to be confirmed: the title tells the figure, and whether less of it is better.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any
from language.news.few_words import said_in
from language.news.updates import Outcome
from language.verdicts.title_words import numbers_in

AIMED = "status.aimed"
ALONE = "percent.alone"
BESIDE = pattern("aims.beside")
AGAINST = pattern("aims.against")
COMFORT = pattern("aims.comfort")
LOWER = pattern("aims.lower")
EVERYBODY = pattern("aims.everybody")
SIGN = sign_of_any(BESIDE, AGAINST)
FIGURE = re.compile(
    r"(?<![\w.,/:£])(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d+)?)"
    r"(?! ?(?:st|nd|rd|th|pm|am)\b|[\d/:]|[.,]\d)"
)
TIMED = re.compile(r"(\d+) (?:working )?(?:weeks?|days?|months?|hours?|minutes?)\b")
COUNTED = re.compile(r"\d+ (?:[a-z]+ )?(?:out )?of (?:the |our )?\d+")
IFS = frozenset(["if", "unless", "until", "once", "when", "till"])
WILL = frozenset(["will", "should", "shall", "can"])
YEARS = range(1990, 2100)


class Aim(NamedTuple):
    """The figures of a title, and whether less is better; ``timed``: they are days or weeks."""

    figures: frozenset[float]
    lower: bool
    timed: bool


@lru_cache(maxsize=4096)
def aim_of(title: str) -> Aim:
    """What the title of an action aims at."""
    low = title.lower()
    told = set(_figures(low)) or {float(each) for each in numbers_in(title)}
    timed = {float(each) for each in TIMED.findall(low)}
    own = {each for each in told if each not in YEARS}
    return Aim(frozenset(own - timed or own), bool(LOWER.search(low)), own == timed != set())


def as_aimed(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with how it stands by its figure where nothing plainer is told."""
    if len(outcome.topic.refs) != 1 or any(each.asks for each in outcome.topic.clauses):
        return outcome
    outcome = _without_measure(outcome, scene)
    if not SIGN & scene.words.signs:
        return outcome
    aim = aim_of(scene.plan.standings[outcome.topic.refs[0]].title)
    if _is_told(outcome):
        missed = _is_well(outcome) and len(aim.figures) > 1
        missed = missed and _compared(outcome, scene, aim) is Status.IN_PROGRESS
        return _telling(outcome, Status.IN_PROGRESS) if missed else outcome
    status = _beside(outcome, scene, aim) or _compared(outcome, scene, aim)
    return _telling(outcome, status) if status else outcome


def _without_measure(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "88 of 104 back (85%)" and "79%, the target is 75%" as what is aimed at: it is no share
    of the work."""
    update = outcome.updates[0]
    if update.percent is None or ALONE not in outcome.doubts:
        return outcome
    low = ", ".join(said_in(scene, each) for each in outcome.topic.clauses)
    counted = scene.plan.standings[update.ref].of_a_share and COUNTED.search(low)
    if counted or any("target" in each.group() for each in AGAINST.all_in(low, scene.words.signs)):
        return _telling(outcome, update.status or Status.IN_PROGRESS)
    return outcome


def _is_well(outcome: Outcome) -> bool:
    """Beside two aims, one of which may be missed."""
    return outcome.updates[0].status in (Status.ON_TRACK, Status.COMPLETE)


def _is_told(outcome: Outcome) -> bool:
    """Whether it is told otherwise how it stands, or by when it will be there."""
    if outcome.updates[0].forecast:
        return True
    told = [each for each in outcome.claims if each.status and each.level > 1]
    told = [each for each in told if each.status is not Status.IN_PROGRESS]
    return bool(told) or (_is_well(outcome) and not outcome.doubts)


def _telling(outcome: Outcome, status: Status) -> Outcome:
    said = {"status": status, "percent": None}
    updates = tuple(each.model_copy(update=said) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, AIMED))


def _beside(outcome: Outcome, scene: Heard, aim: Aim) -> Status | None:
    """Read "so within the 7" and "we have beaten the 6.4" of these figures."""
    found = None
    for clause in outcome.topic.clauses:
        low = scene.words.span(clause.first, clause.beyond)
        for match in BESIDE.all_in(low, scene.words.signs):
            if float(match["n"].replace(",", "")) not in aim.figures or match["not"]:
                continue
            before = low[: match.start()].split()
            if not IFS.isdisjoint(before):
                continue
            if aim.timed and not EVERYBODY.search(low):
                continue
            found = Status.ON_TRACK if _will(before, match) else _by_its_side(match, aim)
    return found


def _will(before: list[str], match: re.Match[str]) -> bool:
    """Read "so we'll beat 120" as what is to come."""
    return bool(match["done"]) and any(each.endswith("'ll") or each in WILL for each in before)


def _by_its_side(match: re.Match[str], aim: Aim) -> Status:
    if match["done"]:
        return Status.COMPLETE
    good = match["well"] or (match["under"] if aim.lower else match["over"])
    return Status.ON_TRACK if good else Status.DELAYED if match["ill"] else Status.AT_RISK


def _compared(outcome: Outcome, scene: Heard, aim: Aim) -> Status | None:
    """Read "72.6%, 70.9% so far, against a target of 70%" as on track, fewer as under way."""
    low = ", ".join(said_in(scene, each) for each in outcome.topic.clauses)
    found = list(AGAINST.all_in(low, scene.words.signs))
    goals = {float(each["n"].replace(",", "")) for each in found}
    if len(goals) != 1 or not goals <= aim.figures:
        return None  # of something else, it may be
    (goal,) = goals
    shares = "%" in low
    had = [each for each in _figures(COUNTED.sub("", low), shares) if each != goal]
    if COMFORT.search(low):
        return Status.ON_TRACK
    if not had:
        return None
    reached = all(each <= goal if aim.lower else each >= goal for each in had)
    return Status.ON_TRACK if reached else Status.IN_PROGRESS


def _figures(low: str, shares: bool = False) -> Iterator[float]:
    """The figures told; ``shares``: only those per cent."""
    for match in FIGURE.finditer(low):
        after = low[match.end() : match.end() + 2].strip()
        if not shares or after.startswith("%"):
            yield float(match.group(1).replace(",", ""))
