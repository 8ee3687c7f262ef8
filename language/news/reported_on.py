"""A review that is complete and reported on: "the survey is complete and its findings were shared".

The review is then the action, where the title asks for one and for nothing that is to follow it.
"""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.claims.passage import inside
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.news.updates import Outcome
from language.references.titles import stem, stems

REPORTED = pattern("reported_on.reported")
TO_FOLLOW = pattern("reported_on.to_follow")
INQUIRIES = frozenset(map(stem, word_set("reported_on.inquiries")))
A_PART = frozenset(["status.part", "deliverable.several", "verdict.part"])
FOLLOWING = frozenset(["recommendations", "findings", "results", "lessons", "conclusions"])
AHEAD = 183  # days; further off, a day without its year has been
PLAIN = 3  # the level of what is said in so many words


def as_reported_on(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but plainly complete where all that was to be looked into has been reported on."""
    doubts = frozenset(outcome.doubts)
    if len(outcome.topic.refs) != 1 or not doubts or not doubts <= A_PART:
        return outcome
    if outcome.updates[0].forecast or not _is_reported(outcome, scene):
        return outcome
    title = scene.plan.standings[outcome.topic.refs[0]].title
    own = [each for each in outcome.claims if not _is_of_what_follows(each)]
    if len(own) != 1 or not _is_asked_for(own[0], title, outcome):
        return outcome
    return replace(outcome, doubts=()).telling(Status.COMPLETE, ())


def _is_reported(outcome: Outcome, scene: Heard) -> bool:
    """Whether what it found has been shared, and no day is told that is to come."""
    if not REPORTED.search(scene.words.low, scene.words.signs):
        return False
    days = (each.day for one in outcome.topic.clauses for each in inside(scene.marked.dates, one))
    return not any(0 < (day - scene.today).days < AHEAD for day in days if day)


def _is_of_what_follows(claim: Claim) -> bool:
    """Read "its recommendations are now being rolled out" as of what comes of it."""
    return claim.status is Status.IN_PROGRESS and not FOLLOWING.isdisjoint(claim.subject)


def _is_asked_for(claim: Claim, title: str, outcome: Outcome) -> bool:
    """The inquiry is what the title asks for, and nothing is said of it but by words of that."""
    plain = claim.level >= PLAIN and not (claim.doubt or claim.promise or claim.past)
    if not plain or claim.status is not Status.COMPLETE or TO_FOLLOW.search(title.lower()):
        return False
    own = {stem(each) for each in claim.subject if each.isalpha() and each not in LIGHT}
    own -= {stem(part) for ref in outcome.topic.refs for part in stems(ref)}
    return bool(own & INQUIRIES) and own <= frozenset(stems(title))
