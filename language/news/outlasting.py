"""An action is over, and what it brought about goes on: "complete, although the group carries on".

Complete by the officer's own word on the action; that other things go on takes nothing from it.
"""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.updates import Outcome

OUTLASTING = "left.outlasting"
AS_SUCH = pattern("outlasting.as_such")
CONCEDED = pattern("outlasting.conceded")
LASTING = pattern("outlasting.lasting")
PLAIN = 3  # the level of what is said in so many words
ITSELF = word_set("outlasting.itself")


def over_but_lasting(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but complete where that is said of the action, and the rest of something else."""
    update = outcome.updates[0]
    if len(outcome.topic.refs) != 1 or update.forecast or update.percent is not None:
        return outcome
    if update.status not in (Status.ONGOING, Status.COMPLETE):
        return outcome
    done = next((each for each in outcome.claims if _is_whole(each)), None)
    if done is None or not _goes_on_beside(done, outcome, scene):
        return outcome
    lasting = any([each.status is Status.ONGOING for each in outcome.claims])
    if update.status is Status.COMPLETE and not (outcome.doubts or lasting):
        return outcome
    return replace(outcome, doubts=()).telling(Status.COMPLETE, (OUTLASTING,))


def _is_whole(claim: Claim) -> bool:
    """The officer's own word on the action, and not on what was done first."""
    plain = claim.direct and claim.level >= PLAIN and not (claim.past or claim.promise)
    return plain and claim.status is Status.COMPLETE and ITSELF.issuperset(claim.subject)


def _goes_on_beside(done: Claim, outcome: Outcome, scene: Heard) -> bool:
    """Whether what goes on is conceded, or set against the action by a word for either."""
    words, signs = scene.words, scene.words.signs
    beyond = max(each.beyond for each in outcome.topic.clauses)
    rest = words.span(done.hit.first, beyond)
    if any(each.asks for each in outcome.topic.clauses):
        return False
    as_such = AS_SUCH.match(rest, signs) is not None and LASTING.search(rest, signs)
    return bool(as_such or CONCEDED.search(rest, signs))
