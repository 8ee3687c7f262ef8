"""How something was done that is over: "completed on 3 May, two months ahead of schedule"."""

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.updates import Outcome
from language.references.titles import Heading, heading, stem

MANNER = pattern("in_time.manner")
IN_TIME = "status.in-time"
WHOLES = word_set("of_one_part.wholes")
OPEN = (Status.ON_TRACK, Status.IN_PROGRESS)
PLAIN = 3  # the level of what is said in so many words


def as_done_in_time(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "works completed in October, ahead of schedule" as complete, and not as on track."""
    update = outcome.updates[0]
    if len(outcome.updates) != 1 or update.forecast or update.status not in OPEN:
        return outcome
    if not MANNER.sign & scene.words.signs or len(outcome.claims) != 2:
        return outcome
    done, manner = outcome.claims
    if manner.status is not Status.ON_TRACK or not _follows(done, manner, scene):
        return outcome
    title = heading(scene.plan.standings[update.ref].title)
    if not (_is_over(done) and _is_of_it(done, title)):
        return outcome
    doubts = [each for each in outcome.doubts if each.startswith("ref.")]
    return outcome.telling(Status.COMPLETE, tuple([*doubts, IN_TIME] if title.several else doubts))


def _follows(done: Claim, manner: Claim, scene: Heard) -> bool:
    if done.clause.sentence != manner.clause.sentence or done.hit.first > manner.hit.first:
        return False
    said = scene.words.span(manner.clause.first, manner.clause.beyond)
    return MANNER.fullmatch(said.strip(" .!"), scene.words.signs) is not None


def _is_over(claim: Claim) -> bool:
    told = claim.status is Status.COMPLETE and claim.level >= PLAIN
    return told and not (claim.doubt or claim.promise or claim.clause.asks or claim.clause.why)


def _is_of_it(claim: Claim, title: Heading) -> bool:
    """Nothing is said to be done but the action, or what the title names."""
    own = [each for each in claim.subject if each.isalpha() and each not in LIGHT]
    return all(stem(each) in title.stems or each in WHOLES for each in own)
