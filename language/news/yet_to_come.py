"""A bare "done" beside what is yet to come of it: to be confirmed, for one of the two is not so."""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import inside
from language.claims.wanted import title_of
from language.hearing.heard import Heard
from language.news.updates import Outcome
from language.references.titles import stem

YET_TO_COME = "status.yet-to-come"
GOING = frozenset(["going", "goes", "go"])
NEAR = 4  # words: "approved the final strategy"
PLAIN = 3  # the level of what is said in so many words


def over_yet_to_come(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "done. Going live on 30 November" and "done. Will be published in May" as unsure."""
    if outcome.doubts or len(outcome.updates) != 1:
        return outcome
    bare = [each for each in outcome.claims if _is_bare(each)]
    if outcome.updates[0].forecast and any(_is_its_deed(e, outcome, scene) for e in outcome.claims):
        return replace(outcome, doubts=(YET_TO_COME,))
    if not bare:
        return outcome
    if outcome.updates[0].status is Status.COMPLETE:
        after = (each for each in outcome.claims if each.hit.first > bare[0].hit.first)
        unsure = any(_is_to_come(each, scene) for each in after)
    else:
        unsure = outcome.updates[0].forecast is not None
    return replace(outcome, doubts=(YET_TO_COME,)) if unsure else outcome


def _is_bare(claim: Claim) -> bool:
    """A clause that says no more than that it is done."""
    alone = (claim.clause.first, claim.clause.beyond) == (claim.hit.first, claim.hit.beyond)
    plain = claim.direct and claim.level >= PLAIN and not claim.doubt
    return alone and plain and claim.status is Status.COMPLETE


def _is_its_deed(claim: Claim, outcome: Outcome, scene: Heard) -> bool:
    """Read "Cabinet approved the strategy. It will be launched in May" as approved already."""
    if claim.hit.term.strength != "event" or claim.status is not Status.COMPLETE or claim.promise:
        return False
    title = title_of(scene.plan.standings[outcome.updates[0].ref].title)
    first, beyond = claim.hit.first, claim.hit.beyond
    if title.several or stem(scene.words.norm(first)) not in title.kin:
        return False
    after = map(stem, scene.words.norms(beyond, beyond + NEAR))
    return claim.direct or not title.heads.isdisjoint(after)


def _is_to_come(claim: Claim, scene: Heard) -> bool:
    """The same deed, told as still to be done, or on a day that is to come."""
    if claim.hit.term.status is not Status.COMPLETE or not claim.direct:
        return False
    if claim.promise:
        return True
    if claim.subject.isdisjoint(GOING):
        return False
    days = (each.day for each in inside(scene.marked.dates, claim.clause))
    return any(day > scene.today for day in days if day)
