"""What reports say of how an action stands in words that no guess from the rest outweighs.

Read "performance has deteriorated" as no good news, whatever figure stands beside it. All of it is
to be confirmed; and where the action is rated in so many words, that is what counts.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from domain.work import Status
from language.claims.claimed import Claim
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.few_words import all_said
from language.news.updates import Outcome

RATED = ("said", "label", "mark", "local")
OPEN = frozenset([None, Status.IN_PROGRESS, Status.ON_TRACK, Status.NOT_STARTED])
UNSURE = OPEN | {Status.COMPLETE, Status.DELAYED, Status.AT_RISK}


class Prevailing(NamedTuple):
    """Words, what they come to, and words beside which they come to nothing."""

    name: str
    told: Status
    of: frozenset[Status | None] = UNSURE
    dated: bool = False  # a day that is told stands

    @property
    def doubt(self) -> str:
        """The name of the rule, as a doubt has it."""
        return f"told.{self.name}"

    @property
    def wording(self) -> Wording:
        """The words."""
        return SAID[self.name]


PREVAILING = (
    Prevailing("put-down-as-amber", Status.AT_RISK),
    Prevailing("put-down-as-red", Status.DELAYED),
    Prevailing("that-is-that", Status.COMPLETE, frozenset([None, Status.IN_PROGRESS])),
    Prevailing("never-near", Status.DELAYED, OPEN | {Status.AT_RISK}),
    Prevailing("missed-and-worse", Status.DELAYED),
    Prevailing("worse", Status.AT_RISK),
    Prevailing("better", Status.IN_PROGRESS),
    Prevailing("behind-a-figure", Status.AT_RISK),
    Prevailing("ahead-of-a-figure", Status.ON_TRACK),
    Prevailing("live-as-planned", Status.COMPLETE),
    Prevailing("cannot-proceed", Status.DELAYED, dated=True),
    Prevailing("no-takers", Status.AT_RISK, OPEN | {Status.COMPLETE}),
    Prevailing("shortfall", Status.AT_RISK),
)
SAID = {each.name: pattern(f"prevailing.{each.name.replace('-', '_')}") for each in PREVAILING}
UNLESS = pattern("prevailing.unless")
PREVAILS = frozenset([each.doubt for each in PREVAILING])
SIGN = sign_of_any(*SAID.values())


def as_prevailing(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what the first of these comes to, to be confirmed."""
    if not SIGN & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    unsure = any(each.startswith("forecast.") for each in outcome.doubts)
    if outcome.updates[0].forecast and not unsure:
        return outcome  # "nobody applied. It goes out again, and will be complete by May"
    if any(_is_rating(each, outcome) for each in outcome.claims):
        return outcome
    found = next(_said(outcome, scene), None)
    return _after(found, outcome) if found else outcome


def _said(outcome: Outcome, scene: Heard) -> Iterator[Prevailing]:
    text, signs, (update,) = all_said(outcome, scene), scene.words.signs, outcome.updates
    for each in PREVAILING:
        if update.status not in each.of or not (match := each.wording.search(text, signs)):
            continue
        if not UNLESS.search(text[match.end() :], signs):
            yield each


def _is_rating(claim: Claim, outcome: Outcome) -> bool:
    """Said of the action itself, in so many words, not taken back, and what was read."""
    whole = claim.direct or claim.status is Status.ON_TRACK  # "despite this we are on track"
    plain = whole and claim.level > 2 and not (claim.doubt or claim.promise)
    read = claim.status is not None and claim.status is outcome.updates[0].status
    return plain and read and claim.hit.term.strength in RATED


def _after(found: Prevailing, outcome: Outcome) -> Outcome:
    news: dict[str, object] = {"status": found.told}
    if not found.dated:
        news["forecast"] = None
    updates = tuple(each.model_copy(update=news) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, found.doubt))
