"""What has begun, and until when it runs: "launched 2 November, running until March".

Whether the action is over with the launch, its title tells; and until when it runs is no new date
of an action that was to launch it.
"""

from dataclasses import replace

from domain.intents import Update
from domain.work import Status
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.few_words import all_said
from language.news.updates import Outcome
from language.references.titles import heading

RUNNING = pattern("runs_on.running")
LAUNCHING = word_set("own_event.opening_deeds") | word_set("own_event.going_live_deeds") | {
    "launch", "start", "begin", "pilot", "trial", "introduce", "establish", "set", "open",
}  # fmt: skip
RUNS_ON = "told.runs-on"


def as_running_on(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, complete or under way, where it was recorded as promised for when that ends."""
    if not RUNNING.sign & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    (update,) = outcome.updates
    if not update.forecast or not RUNNING.search(all_said(outcome, scene), scene.words.signs):
        return outcome
    if any(each.status is update.status for each in outcome.claims if each.status):
        return outcome
    told = replace(outcome, doubts=(*outcome.doubts, RUNS_ON))
    return told if update.status is Status.ON_TRACK else _begun(told, update, scene)


def _begun(outcome: Outcome, update: Update, scene: Heard) -> Outcome:
    deed = heading(scene.plan.standings[update.ref].title).deed
    status = Status.COMPLETE if deed in LAUNCHING else Status.IN_PROGRESS
    begun = update.model_copy(update={"status": status, "forecast": None})
    return replace(outcome, updates=(begun,), promise=None)
