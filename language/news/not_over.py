"""What is still to come before it is over: a signature, the last starter, work that remains.

Whatever is done beside it, the action is under way; to be confirmed.
"""

from typing import NamedTuple

from domain.work import Status
from language.claims.claimed import Claim
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.news.few_words import all_said
from language.news.updates import Outcome

OPEN = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.ON_TRACK)
GUESSED = (Status.COMPLETE, Status.IN_PROGRESS)
PLAIN = 3  # the level of what is said in so many words


class Lacking(NamedTuple):
    """Words for what is still lacking, and whether they count before a plain "complete"."""

    doubt: str
    wording: Wording
    outweighs: bool = False
    told: Status = Status.IN_PROGRESS


LACKING = (
    Lacking("left.unsigned", pattern("not_over.unsigned"), outweighs=True),
    Lacking("left.before-signing", pattern("not_over.before_signing"), outweighs=True),
    Lacking("left.last-starts", pattern("not_over.last_starts")),
    Lacking("left.work-remains", pattern("not_over.work_remains")),
)
REFUSED = Lacking("left.refused", pattern("not_over.refused"), told=Status.AT_RISK)
FURTHER = Lacking("left.further", pattern("not_over.further"))  # beside what is but a guess
SHORT = Lacking("left.short-of", pattern("not_over.short_of"))
STARTS_LATER = Lacking("left.starts-later", pattern("not_over.starts_later"))
DENIED = pattern("not_over.denied")
AS_PLANNED = pattern("not_over.as_planned")
ALL = (*LACKING, REFUSED, FURTHER, SHORT, STARTS_LATER)
SIGN = sign_of_any(*(each.wording for each in ALL))
NOT_OVER = frozenset([each.doubt for each in ALL])


def as_not_over(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "agreed by three of them. Signature outstanding from the fourth" as under way."""
    update = outcome.updates[0]
    if not SIGN & scene.words.signs or len(outcome.updates) != 1:
        return outcome
    if update.forecast or update.percent is not None or not _may_be_other(outcome, scene):
        return outcome
    if outcome.doubts and _starts_later(outcome, scene):
        going = Status.ON_TRACK if update.status is Status.ON_TRACK else Status.IN_PROGRESS
        return outcome.telling(going, (*outcome.doubts, STARTS_LATER.doubt))
    found = _lacking(outcome, scene)
    if found is None or update.status is Status.ON_TRACK:
        return outcome
    return outcome.telling(found.told, (*outcome.doubts, found.doubt))


def _lacking(outcome: Outcome, scene: Heard) -> Lacking | None:
    plain = any(map(_is_plain, outcome.claims))
    guessed = outcome.doubts and outcome.updates[0].status in GUESSED
    if _falls_short(outcome, scene) and not plain:
        return SHORT
    rows = (*LACKING, REFUSED, FURTHER) if guessed else LACKING
    return next((each for each in rows if _is_said(each, outcome, scene, plain)), None)


def _falls_short(outcome: Outcome, scene: Heard) -> bool:
    """Read "45 trained against a target of 60" as fewer than there are to be."""
    match = SHORT.wording.search(all_said(outcome, scene), scene.words.signs)
    return match is not None and int(match["told"]) < int(match["whole"])


def _may_be_other(outcome: Outcome, scene: Heard) -> bool:
    """Whether its status is over, unsure, or told by no word at all."""
    status = outcome.updates[0].status
    if status in (None, Status.COMPLETE):
        return True
    if DENIED.search(scene.words.low, scene.words.signs):
        return False  # "without the sign-off we cannot launch by the end of the month"
    unsaid = all(each.status is not status for each in outcome.claims)
    return bool(outcome.doubts) and (status in OPEN or unsaid)


def _is_plain(claim: Claim) -> bool:
    whole = claim.direct and claim.level >= PLAIN and not (claim.doubt or claim.promise)
    return whole and claim.status is Status.COMPLETE


def _is_said(lacking: Lacking, outcome: Outcome, scene: Heard, plain: bool) -> bool:
    if plain and not lacking.outweighs:
        return False
    return lacking.wording.search(all_said(outcome, scene), scene.words.signs) is not None


def _starts_later(outcome: Outcome, scene: Heard) -> bool:
    """Read "will not start until 2028", after what went as planned, as no delay."""
    if not _is_said(STARTS_LATER, outcome, scene, plain=False):
        return False
    return AS_PLANNED.search(scene.words.low, scene.words.signs) is not None
