"""By when that will be over which the title asks for, whatever is over before it."""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.claims.wanted import title_of
from language.hearing.heard import Heard
from language.news.updates import Outcome, measured
from language.references.titles import heading, stem

BESIDE = frozenset(["status.both", "left.status"])
ROOT = 5  # letters that "evaluate" and "evaluation" share, at the least


def with_its_own_end(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "forms closed on 3 May. The survey will be finished by 9 June" of a survey as plain."""
    promise = outcome.promise
    if "status.both" not in outcome.doubts or not BESIDE.issuperset(outcome.doubts):
        return outcome
    if promise is None or promise.slip or len(outcome.updates) != 1:
        return outcome
    told = [each for each in outcome.claims if each.promise and each.clause == promise.clause]
    over = [each for each in outcome.claims if each.status is Status.COMPLETE]
    if any(each.direct for each in over) or not any(_is_asked(e, outcome, scene) for e in told):
        return outcome
    updates = (each.model_copy(update={"status": None}) for each in outcome.updates)
    dated = tuple(measured(each, scene.plan) for each in updates)
    return replace(outcome, updates=dated, doubts=())


def _is_asked(claim: Claim, outcome: Outcome, scene: Heard) -> bool:
    """Nothing is said of it but by words of the title, and one at least is of that."""
    title = scene.plan.standings[outcome.updates[0].ref].title
    deed, kin = heading(title).deed, heading(title).stems | title_of(title).kin
    words = scene.words.norms(claim.clause.first, claim.hit.first)
    own = [each for each in words if each.isalpha() and each not in LIGHT]
    return own != [] and all(stem(each) in kin or _is_deed(each, deed) for each in own)


def _is_deed(norm: str, deed: str) -> bool:
    """Read "the evaluation" as what "Evaluate the service" asks for."""
    return len(deed) > ROOT and norm[:ROOT] == deed[:ROOT]
