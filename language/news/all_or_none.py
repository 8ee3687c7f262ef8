"""So many of just so many are done, or none of them: "12 of 12 inspected", "none done yet".

Either is inferred, and so to be confirmed.
"""

import re

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any
from language.news.few_words import all_said
from language.news.updates import Outcome
from language.references.numerals import DIGITS
from language.references.titles import heading, stem

ALL = pattern("all_or_none.all")
IN_ALL = pattern("all_or_none.in_all")
EVERY = pattern("all_or_none.every")
NONE = pattern("all_or_none.none")
NOT_ANY = pattern("all_or_none.not_any")
MORE = pattern("all_or_none.more")
SIGN = sign_of_any(ALL, IN_ALL, EVERY, NONE, NOT_ANY)
WHOLE, NOTHING = "status.all-of-them", "status.none-of-them"
OPEN = (None, Status.IN_PROGRESS, Status.COMPLETE)
COUNT = re.compile(r"(?<![\d.])[1-9]\d*\b")
FEWEST = 2  # "one of one" is said of nothing


def all_or_none(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but complete where all are counted as done, and not begun where none is."""
    if not SIGN & scene.words.signs or len(outcome.topic.refs) != 1 or _stands(outcome):
        return outcome
    said, signs = all_said(outcome, scene), scene.words.signs
    if MORE.search(said, signs):
        return outcome
    if _is_all(said, scene):
        return outcome.telling(Status.COMPLETE, (*_of_whom(outcome), WHOLE))
    if _is_none(said, outcome, scene):
        return outcome.telling(Status.NOT_STARTED, (*_of_whom(outcome), NOTHING))
    return outcome


def _stands(outcome: Outcome) -> bool:
    """Something else is told: another status, a day, a share of it."""
    update = outcome.updates[0]
    if update.status not in OPEN or update.forecast or update.percent is not None:
        return True
    return not outcome.doubts and update.status is not None


def _of_whom(outcome: Outcome) -> tuple[str, ...]:
    return tuple(each for each in outcome.doubts if each.startswith("ref."))


def _is_all(said: str, scene: Heard) -> bool:
    if EVERY.search(said, scene.words.signs):
        return True
    found = [*ALL.all_in(said), *IN_ALL.all_in(said)]
    counts = [(_number(each["done"]), _number(each["whole"])) for each in found]
    return bool(counts) and all(done == whole >= FEWEST for done, whole in counts)


def _number(said: str) -> int:
    digits = DIGITS.get(said, said)
    return int(digits) if digits.isdigit() else 0


def _is_none(said: str, outcome: Outcome, scene: Heard) -> bool:
    """Nothing at all of what is asked for: not "no faults found, 12 inspected"."""
    if NOT_ANY.search(said, scene.words.signs):
        return not COUNT.search(said)
    match = NONE.search(said, scene.words.signs)
    if match is None or COUNT.search(said[: match.start()] + said[match.end() :]):
        return False
    return match["thing"] is None or _is_asked_for(match["thing"], outcome, scene)


def _is_asked_for(thing: str, outcome: Outcome, scene: Heard) -> bool:
    """Read "no inspections done" of "Inspect all houses" as none of them."""
    title = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    kin = stem(thing)
    return kin in title.stems or (len(title.deed) > FEWEST and thing.startswith(title.deed))
