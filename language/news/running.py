"""What is "up and running": complete where the title asks that it be set up, and under way else.

So too whoever was to be appointed and has started. Only a guess, and so to be confirmed: what runs
may be but the first of it.
"""

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.hearing.heard import Heard
from language.news.updates import Outcome
from language.promises.own_event import DEEDS
from language.references.titles import Heading, heading, stem

RUNNING = "status.running"
IN_POST = "status.in-post"
STARTED = frozenset(["started", "joined", "begun", "began"])
ENDS = frozenset(
    [",", ".", ";", "-", "!", "", "since", "and", "under", "now", "\n", "(", "so", "as"]
)


def as_running(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, to be confirmed where nothing else tells how it stands."""
    update = outcome.updates[0]
    if outcome.doubts or len(outcome.topic.refs) != 1 or len(outcome.claims) != 1:
        return outcome
    if update.status is not Status.IN_PROGRESS or update.forecast or update.percent is not None:
        return outcome
    asked = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    claim, alone = outcome.claims[0], len(outcome.topic.clauses) == 1
    if not _is_it(claim, asked, scene):
        return outcome
    if asked.deed in DEEDS["opening"]:
        return outcome.telling(Status.COMPLETE, (RUNNING,))
    return outcome.telling(Status.IN_PROGRESS, (RUNNING,)) if alone else outcome


def as_in_post(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "the officer started on 2 November" as complete, of "Appoint an officer", perhaps."""
    update = outcome.updates[0]
    if outcome.doubts or len(outcome.topic.refs) != 1 or update.forecast:
        return outcome
    if update.status is not Status.IN_PROGRESS or update.percent is not None:
        return outcome
    asked = heading(scene.plan.standings[outcome.topic.refs[0]].title)
    if asked.deed not in DEEDS["starting"] or asked.several:
        return outcome
    started = any([_is_somebody(each, asked, scene) for each in outcome.claims])
    return outcome.telling(Status.COMPLETE, (IN_POST,)) if started else outcome


def _is_somebody(claim: Claim, asked: Heading, scene: Heard) -> bool:
    """Whoever is to be appointed has started: not the advertising."""
    begun = scene.words.norm(claim.hit.first) in STARTED and claim.direct
    if not begun or claim.doubt or claim.promise or claim.clause.asks:
        return False
    return asked.head in map(stem, claim.subject)


def _is_it(claim: Claim, asked: Heading, scene: Heard) -> bool:
    """Said of the thing itself, and of nothing in it: not "running in four of six"."""
    words = scene.words
    said = words.norms(claim.hit.first, claim.hit.beyond)
    if claim.doubt or claim.past or claim.promise or claim.clause.asks or "running" not in said:
        return False
    own = (each for each in claim.subject if each.isalpha() and each not in LIGHT)
    ours = all(stem(each) in asked.stems for each in own)
    return ours and "up" in said and words.norm(claim.hit.beyond) in ENDS
