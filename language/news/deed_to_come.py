"""The title's own deed is yet to come, whatever is over: "trial done, evaluation to follow"."""

from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.few_words import all_said
from language.news.updates import Outcome
from language.references.titles import heading

TO_COME = pattern("deed_to_come.told")
DEED = "left.deed"
ROOT = 5  # letters that "evaluate" and "evaluation" share, at the least


def with_deed_to_come(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but under way where its own deed has not been done; to be confirmed."""
    update = outcome.updates[0]
    if update.status is not Status.COMPLETE or len(outcome.topic.refs) != 1:
        return outcome
    if update.forecast or not TO_COME.sign & scene.words.signs:
        return outcome
    deed = heading(scene.plan.standings[outcome.topic.refs[0]].title).deed
    found = TO_COME.all_in(all_said(outcome, scene), scene.words.signs)
    if len(deed) < ROOT or not any(each["what"][:ROOT] == deed[:ROOT] for each in found):
        return outcome
    return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, DEED))
