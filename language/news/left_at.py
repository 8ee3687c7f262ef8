"""A share at which an action is to be left for now: "so leave that one open at 90%"."""

from dataclasses import replace

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.few_words import all_said
from language.news.updates import Outcome

LEFT_AT = pattern("left_at.left_at")
UNSURE = "percent.left-at"
OPEN = frozenset([None, Status.IN_PROGRESS])
WHOLE = 100


def as_left_at(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with the share that is told so, if so confirmed."""
    if not LEFT_AT.sign & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    (update,) = outcome.updates
    match = LEFT_AT.search(all_said(outcome, scene), scene.words.signs)
    if match is None or update.status not in OPEN or update.percent is not None:
        return outcome
    share = int(match["share"])
    if share >= WHOLE or scene.plan.standings[update.ref].of_a_share:
        return outcome
    told = update.model_copy(update={"percent": share, "status": Status.IN_PROGRESS})
    return replace(outcome, updates=(told,), doubts=(*outcome.doubts, UNSURE))
