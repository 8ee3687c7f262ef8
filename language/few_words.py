"""What a part of an answer tells in so few words that no phrase of ours is in it."""

from domain.work import Status
from language.clauses import Clause
from language.heard import Heard
from language.references import How
from language.title_words import numbers_in
from language.updates import Outcome
from language.verbless import About, is_partial, stands

TERSE = "status.terse"
GUESSED = frozenset(["ref.title", TERSE])


def in_few_words(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what is meant by words that tell no status; always to be confirmed."""
    topic = outcome.topic
    if topic.how is not How.TITLE or len(topic.refs) != 1 or not topic.clauses:
        return outcome
    about = _about(outcome, scene)
    if outcome.empty:
        status = stands(about)
        return outcome.telling(status, (*outcome.doubts, TERSE)) if status else outcome
    done = outcome.updates[0].status is Status.COMPLETE and outcome.updates[0].percent is None
    if done and GUESSED.isdisjoint(outcome.doubts) is False and is_partial(about):
        return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, TERSE))
    return outcome


def _about(outcome: Outcome, scene: Heard) -> About:
    title = scene.plan.standings[outcome.topic.refs[0]].title
    said = "; ".join(_said(scene, each) for each in outcome.topic.clauses)
    return About(said, scene.words.signs, title, numbers_in(title))


def _said(scene: Heard, clause: Clause) -> str:
    return scene.words.span(clause.first, clause.beyond)
