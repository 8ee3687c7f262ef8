"""What is "up and running": complete where the title asks that it be set up, and under way else.

Only a guess where nothing else is told, and so to be confirmed.
"""

from domain.work import Status
from language.claims.directly import LIGHT
from language.hearing.heard import Heard
from language.news.few_words import said_in
from language.news.updates import Outcome
from language.promises.own_event import DEEDS
from language.references.titles import heading

RUNNING = "status.running"
PHRASES = ("up and running", "up & running", "up n running")


def as_running(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, to be confirmed where all that is told is that it is up and running."""
    if outcome.doubts or len(outcome.topic.refs) != 1 or not _is_all(outcome, scene):
        return outcome
    deed = heading(scene.plan.standings[outcome.topic.refs[0]].title).deed
    opened = deed in DEEDS["opening"]
    return outcome.telling(Status.COMPLETE if opened else Status.IN_PROGRESS, (RUNNING,))


def _is_all(outcome: Outcome, scene: Heard) -> bool:
    update = outcome.updates[0]
    if update.status is not Status.IN_PROGRESS or update.forecast or update.percent is not None:
        return False
    said = " ".join(said_in(scene, each) for each in outcome.topic.clauses)
    found = next((each for each in PHRASES if each in said), None)
    if found is None or any(each.asks for each in outcome.topic.clauses):
        return False
    named = {scene.words.norm(at) for at in outcome.topic.named | outcome.topic.titled.at}
    rest = [each for each in said.replace(found, "").split() if each[:1].isalnum()]
    return all(each in LIGHT or each in named for each in rest)
