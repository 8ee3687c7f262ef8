"""What is plainly told of an action, and taken back or told of something else beside it.

All of it is to be confirmed: how it stands then is told by nobody, or less surely.

One thought counts: the first row that applies. Of two that may meet in a message, the one stands
first that takes more of what was told: the status before a doubt in it, the day before none. Of two
that take the same either may, for only the name of the doubt differs. A test has the pairs that
meet, and holds them to it. What a lower layer can know (whose day it is, what a part is) belongs
there: a row is for what only the words beside it tell.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from domain.intents import Update
from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.few_words import all_said
from language.news.updates import Outcome, measured
from language.promises.forecasts import VAGUE
from language.promises.new_day.corrected import RESTATED

OF_THE_DAY = frozenset(
    ["forecast.not-earlier", "forecast.not-later", "forecast.asked", "forecast.leaning"]
)
SOONER = "left.sooner"  # late, and by a day before it is due
CANCELLED = frozenset([Status.CANCELLED])
COMPLETE = frozenset([Status.COMPLETE])
DELAYED = frozenset([Status.DELAYED])
ONGOING = frozenset([Status.ONGOING])
RATED = frozenset([Status.DELAYED, Status.AT_RISK, Status.ON_TRACK])
ENDED = CANCELLED | COMPLETE
SLOW = frozenset([Status.DELAYED, Status.AT_RISK])
SET_ANEW = frozenset([RESTATED, "forecast.made", "forecast.instead"])
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
    Thought("begun-late", DELAYED, by="late", instead=Status.IN_PROGRESS),
    Thought("did-late", DELAYED, by="late", instead=Status.COMPLETE),
    Thought("yes-but", DELAYED, by="late"),
    Thought("not-half", frozenset([None, Status.IN_PROGRESS])),
    Thought("for-now", COMPLETE),
    Thought("step-signed", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("less-than-that", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("ends-then", COMPLETE),
    Thought("comes-in-later", COMPLETE),
    Thought("but-not-out", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("now-analysing", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("to-be-agreed", ENDED),
    Thought("another-count", DATED),
    Thought("reopened-since", COMPLETE, instead=Status.IN_PROGRESS),
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
    Thought("and-more", DELAYED, dated=False),
    Thought("so-long-due", DELAYED, dated=False),
    Thought("until-then", RATED),
    Thought("red-for-now", frozenset([Status.ON_TRACK]), instead=Status.DELAYED),
    Thought("amber-for-now", frozenset([Status.ON_TRACK]), instead=Status.AT_RISK),
    Thought("green-then", frozenset([Status.ON_TRACK])),
    Thought("late-this-month", DATED, instead=Status.DELAYED, dated=False),
    Thought("did-then", DATED, instead=Status.COMPLETE, dated=False),
    Thought("done-then", DATED, instead=Status.COMPLETE, dated=False),
    Thought("one-is-off", DATED, dated=False),
    Thought("others-as-planned", frozenset([Status.ON_TRACK])),
    Thought("off-and-on", CANCELLED, keeps=False),
    Thought("by-them", CANCELLED),
    Thought("one-of-them", CANCELLED, keeps=False),
    Thought("but-for-a-while", COMPLETE),
    Thought("complete-this", DATED),
    Thought("so-many-did", frozenset([None, Status.IN_PROGRESS])),
    Thought("to-answer-by", DATED, dated=False),
    Thought("other-in-post", DATED),
    Thought("as-hoped", DATED),
    Thought("it-depends", DATED),
    Thought("was-so-late", DELAYED, dated=False),
    Thought("closed-after", COMPLETE),
    Thought("new-date-by", DATED, dated=False),
    Thought("back-in", DATED, dated=False),
    Thought("nothing-else", SLOW, dated=False),
    Thought("late-with", DELAYED),
    Thought("to-be-done-then", COMPLETE),
    Thought("likelier", frozenset([Status.AT_RISK]), instead=Status.DELAYED),
    Thought("to-go-to", DATED),
    Thought("first-day-of", DATED),
    Thought("so-it-ends", frozenset([Status.NOT_STARTED]), keeps=False),
    Thought("at-most", frozenset([None, Status.IN_PROGRESS])),
    Thought("some-by-then", DATED, dated=False),
    Thought("last-of-them", DATED),
    Thought("but-the-rest", COMPLETE, instead=Status.IN_PROGRESS),
    Thought("over-for", COMPLETE),
    Thought("as-first-meant", COMPLETE),
    Thought("in-draft", COMPLETE | {Status.IN_PROGRESS}, instead=Status.IN_PROGRESS),
    Thought("their-day", DATED, dated=False),
    Thought("as-a-year-begins", DATED),
)
SAID = {each.name: pattern(f"second_thoughts.{each.name.replace('-', '_')}") for each in THOUGHTS}
SIGN = sign_of_any(*SAID.values())
TOLD_BESIDE = frozenset([each.doubt for each in THOUGHTS if each.instead])  # by words of their own


def with_second_thoughts(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what the first of these leaves of it, if it was plain until then."""
    if not _is_plain(outcome):
        return outcome
    thought = next(thoughts_on(outcome, scene), None)
    if thought:
        return _after(thought, outcome, scene)
    if _is_sooner(outcome, scene):
        return replace(outcome, doubts=(*outcome.doubts, SOONER))
    return outcome


def thoughts_on(outcome: Outcome, scene: Heard) -> Iterator[Thought]:
    """All that apply to what is plainly told, in order: the first counts."""
    if not SIGN & scene.words.signs or not _is_plain(outcome):
        return iter(())
    return (each for each in THOUGHTS if _applies(each, outcome, scene))


def _is_plain(outcome: Outcome) -> bool:
    """Something is told, and nothing makes it unsure but of which action or day it is."""
    if outcome.empty or not outcome.topic.clauses:
        return False
    return all([each.startswith("ref.") or each in OF_THE_DAY for each in outcome.doubts])


def _is_sooner(outcome: Outcome, scene: Heard) -> bool:
    """Read "delayed, plans due 18 November" of what is due in March as no new day of the whole."""
    day, standing = outcome.updates[0].forecast, scene.plan.standings[outcome.updates[0].ref]
    vague = outcome.promise is not None and outcome.promise.rule in VAGUE
    if outcome.updates[0].status is not Status.DELAYED or not (vague and day and standing.expected):
        return False
    return day < standing.expected and standing.expected > scene.today


def _applies(thought: Thought, outcome: Outcome, scene: Heard) -> bool:
    wording = SAID[thought.name]
    if not wording.sign & scene.words.signs or not _may_be_of(thought, outcome.updates[0]):
        return False
    if not thought.dated and outcome.promise and outcome.promise.rule in SET_ANEW:
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
    return wording.search(all_said(outcome, scene), scene.words.signs) is not None


def _after(thought: Thought, outcome: Outcome, scene: Heard) -> Outcome:
    news: dict[str, object] = {} if thought.dated else {"forecast": None}
    by_its_day = not thought.dated and not any([each.status for each in outcome.claims])
    if thought.instead or not thought.keeps or by_its_day:
        news["status"] = thought.instead
    left = [each.model_copy(update=news) for each in outcome.updates]
    updates = tuple([measured(each, scene.plan) for each in left])
    promise = outcome.promise if thought.dated else None
    doubts = (*outcome.doubts, thought.doubt)
    return replace(outcome, updates=updates, doubts=doubts, promise=promise)
