"""Whether a promised day belongs to the verdict that is passed beside it."""

from language.claims.subjects import OUR
from language.commentary.prose_verdicts import Verdict
from language.promises.not_before import NOT_BEFORE
from language.promises.promise import Promise


def is_its_day(promise: Promise, verdict: Verdict) -> bool:
    """Whether the day is plainly the new one of the whole that is late or at risk."""
    if promise.day is None or promise.doubt or promise.rival or promise.slip:
        return False
    return _is_within(promise, verdict) or _continues(promise, verdict)


def _is_within(promise: Promise, verdict: Verdict) -> bool:
    """Read "will now not be open until May" as late, and as open in May."""
    return promise.rule == NOT_BEFORE and promise.dates <= set(verdict.span)


def _continues(promise: Promise, verdict: Verdict) -> bool:
    """Read "the deadline has been missed and we now expect January" as the new day of the whole."""
    first, sentence = max(promise.dates, default=0), verdict.sentence
    after = verdict.span.stop <= first < sentence.beyond
    start = sentence.start(first)
    ours = not OUR.isdisjoint(sentence.words.norms(start, first))
    return after and (ours or sentence.is_own(start, first))
