"""What a report comes to: "the review itself is complete", "which means an overrun"."""

from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.few_words import all_said
from language.news.updates import Outcome
from language.references.titles import heading, stem

ITSELF = pattern("concluding.itself")
OVERRUN = pattern("concluding.overrun")
WILL_OVERRUN = pattern("concluding.will_overrun")
SIGN = sign_of_any(ITSELF, OVERRUN, WILL_OVERRUN)
OPEN = (None, Status.COMPLETE, Status.IN_PROGRESS, Status.AT_RISK, Status.DELAYED)
LATE = "status.overrun"
PLAIN = 3  # the level of what is said in so many words


def as_concluded(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what it is said to come to."""
    if not SIGN & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    if _is_over_itself(outcome, scene):
        update = outcome.updates[0].model_copy(update={"forecast": None, "percent": None})
        found = replace(outcome, updates=(update,), promise=None)
        return found.telling(Status.COMPLETE, _of_whom(outcome))
    if outcome.updates[0].forecast or outcome.updates[0].status not in OPEN:
        return outcome
    if any(map(_is_plain, outcome.claims)):
        return outcome
    if _says(OVERRUN, outcome, scene):
        return outcome.telling(Status.DELAYED, _of_whom(outcome))
    if _says(WILL_OVERRUN, outcome, scene):
        return outcome.telling(Status.DELAYED, (*outcome.doubts, LATE))
    return outcome


def _is_over_itself(outcome: Outcome, scene: Heard) -> bool:
    """Read "the review itself is therefore complete" of "Review the fares", whatever follows it."""
    title = heading(scene.plan.standings[outcome.updates[0].ref].title)
    match = ITSELF.search(all_said(outcome, scene), scene.words.signs)
    return match is not None and stem(match["what"]) in title.stems | {stem(title.deed)}


def _is_plain(claim: Claim) -> bool:
    whole = claim.direct and claim.level >= PLAIN and not (claim.doubt or claim.promise)
    return whole and claim.status is not Status.DELAYED


def _of_whom(outcome: Outcome) -> tuple[str, ...]:
    return tuple([each for each in outcome.doubts if each.startswith("ref.")])


def _says(wording: Wording, outcome: Outcome, scene: Heard) -> bool:
    return wording.search(all_said(outcome, scene), scene.words.signs) is not None
