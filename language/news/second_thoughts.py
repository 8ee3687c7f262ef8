"""What is plainly told of an action, and taken back or told of something else beside it.

All of it is to be confirmed: how it stands then is told by nobody, or less surely.
"""

from dataclasses import replace
from typing import NamedTuple

from domain.intents import Update
from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.updates import Outcome
from language.promises.restated import RESTATED

OF_THE_DAY = frozenset(["forecast.not-earlier", "forecast.asked"])
CANCELLED = frozenset([Status.CANCELLED])
COMPLETE = frozenset([Status.COMPLETE])
DELAYED = frozenset([Status.DELAYED])
ONGOING = frozenset([Status.ONGOING])
RATED = frozenset([Status.DELAYED, Status.AT_RISK, Status.ON_TRACK])
ENDED = CANCELLED | COMPLETE
SLOW = frozenset([Status.DELAYED, Status.AT_RISK])
DATED = frozenset([None, Status.DELAYED, Status.ON_TRACK, Status.AT_RISK, Status.IN_PROGRESS])


class Thought(NamedTuple):
    """Words that bear on a status, and what is left of what was told."""

    name: str  # of the rule in patterns.toml, and of the doubt
    of: frozenset[Status | None]
    by: str = ""  # the only word that tells the status, if it must be one
    instead: Status | None = None
    keeps: bool = True  # the status, where there is none instead
    dated: bool = True  # the day stands

    @property
    def doubt(self) -> str:
        """The name of the rule, as a doubt has it."""
        return f"left.{self.name}"


THOUGHTS = (
    Thought("revived", CANCELLED, instead=Status.IN_PROGRESS),
    Thought("sought", CANCELLED),
    Thought("only-a-day", CANCELLED),
    Thought("unneeded", CANCELLED, keeps=False),
    Thought("stopped", CANCELLED, by="stopped"),
    Thought("of-others", ENDED),
    Thought("late-reply", DELAYED, by="late", keeps=False),
    Thought("begun-late", DELAYED, by="late", instead=Status.IN_PROGRESS),
    Thought("yes-but", DELAYED, by="late"),
    Thought("not-half", frozenset([None, Status.IN_PROGRESS])),
    Thought("for-now", COMPLETE),
    Thought("step-signed", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("less-than-that", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("ends-then", COMPLETE),
    Thought("to-be-agreed", ENDED),
    Thought("down-as", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("others-not", COMPLETE),
    Thought("of-the-others", COMPLETE | {Status.ON_TRACK}),
    Thought("report-only", COMPLETE, by="done"),
    Thought("same-end", SLOW, dated=False),
    Thought("rated-later", RATED, dated=False),
    Thought("late-otherwise", frozenset([Status.ON_TRACK]), instead=Status.DELAYED),
    Thought("as-usual", ONGOING, instead=Status.IN_PROGRESS),
    Thought("not-to-close", frozenset([Status.IN_PROGRESS, Status.COMPLETE])),
    Thought("narrowed", COMPLETE | {Status.ON_TRACK, Status.ONGOING}),
    Thought("if-so", DELAYED, instead=Status.AT_RISK),
    Thought("for-a-time", ONGOING, instead=Status.IN_PROGRESS),
    Thought("less-so", COMPLETE | {Status.ON_TRACK}),
    Thought("to-be-brought-back", frozenset([Status.ON_TRACK]), instead=Status.AT_RISK),
    Thought("another-rating", frozenset([Status.ON_TRACK])),
    Thought("rated-then", RATED | COMPLETE),
    Thought("of-the-money", frozenset([Status.ON_TRACK])),
    Thought("not-happening", DELAYED),
    Thought("gone", DELAYED, keeps=False),
    Thought("put-off-by", DELAYED, dated=False),
    Thought("some-rearranged", DATED, dated=False),
    Thought("day-off", DATED, dated=False),
    Thought("caught-up-by", DATED, dated=False),
    Thought("refused", DATED, dated=False),
    Thought("over-before", DATED, instead=Status.COMPLETE, dated=False),
    Thought("there-then", DATED, instead=Status.COMPLETE, dated=False),
    Thought("second-then", DATED),
    Thought("another-comes", DATED),
    Thought("not-by-then", DATED, instead=Status.DELAYED, dated=False),
    Thought("late-starting", DELAYED, dated=False),
    Thought("as-a-rule", DATED, dated=False),
    Thought("when-wanted", COMPLETE, instead=Status.ONGOING),
)
SAID = {each.name: pattern(f"second_thoughts.{each.name.replace('-', '_')}") for each in THOUGHTS}
SIGN = sign_of_any(*SAID.values())
TOLD_BESIDE = frozenset([each.doubt for each in THOUGHTS if each.instead])  # by words of their own


def with_second_thoughts(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what the first of these leaves of it, if it was plain until then."""
    plain = all([each.startswith("ref.") or each in OF_THE_DAY for each in outcome.doubts])
    if not (SIGN & scene.words.signs and plain) or outcome.empty or not outcome.topic.clauses:
        return outcome
    thought = next((each for each in THOUGHTS if _applies(each, outcome, scene)), None)
    return _after(thought, outcome) if thought else outcome


def _applies(thought: Thought, outcome: Outcome, scene: Heard) -> bool:
    wording = SAID[thought.name]
    if not wording.sign & scene.words.signs or not _may_be_of(thought, outcome.updates[0]):
        return False
    if not thought.dated and outcome.promise and outcome.promise.rule == RESTATED:
        return False  # "April is not achievable and the date should now be 30 June"
    return _is_by(thought, outcome, scene) and _is_said(wording, outcome, scene)


def _may_be_of(thought: Thought, update: Update) -> bool:
    undated = thought.dated and thought.of is not DATED
    return update.status in thought.of and (undated or update.forecast is not None)


def _is_by(thought: Thought, outcome: Outcome, scene: Heard) -> bool:
    """Nothing else tells the status than the word that the rule is about."""
    told = (each.hit for each in outcome.claims if each.status in thought.of)
    said = {scene.words.norm(each.beyond - 1) for each in told}
    return not thought.by or said == {thought.by}


def _is_said(wording: Wording, outcome: Outcome, scene: Heard) -> bool:
    clauses = outcome.topic.clauses
    said = scene.words.span(clauses[0].first, clauses[-1].beyond)
    return wording.search(said, scene.words.signs) is not None


def _after(thought: Thought, outcome: Outcome) -> Outcome:
    news: dict[str, object] = {} if thought.dated else {"forecast": None}
    if thought.instead or not thought.keeps:
        news["status"] = thought.instead
    updates = tuple([each.model_copy(update=news) for each in outcome.updates])
    promise = outcome.promise if thought.dated else None
    doubts = (*outcome.doubts, thought.doubt)
    return replace(outcome, updates=updates, doubts=doubts, promise=promise)
