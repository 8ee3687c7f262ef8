"""Of several verdicts in prose the one that counts, and whether anything takes it back."""

from collections.abc import Sequence

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.subjects import About, Sentence
from language.commentary.prose_verdicts import Verdict
from language.commentary.weakened import SLOW
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.verdicts.begun import is_of_a_part

LEFT = pattern("verdicts.left")
SEEMING = word_set("judgement.seeming")
RECKONED = pattern("judgement.reckoned")
SUMMING = word_set("subjects.summing")
UNLESS = "verdict.condition"
WILL = frozenset(["won't", "will", "shall", "shan't", "we'll"])
STEADY = frozenset([Status.ON_TRACK, Status.IN_PROGRESS])
EARLY = frozenset([Status.IN_PROGRESS, Status.NOT_STARTED])
AFTER_ALL = frozenset([Status.DELAYED, Status.AT_RISK])


def judgement(verdicts: Sequence[Verdict], passage: Passage) -> Verdict | None:
    """The verdict that counts; None where there is none, an unsure one, or one against another."""
    whole = [_as_conditional(each) for each in verdicts if each.about is not About.OTHER]
    plain = [each for each in whole if each.plain]
    if len(whole) == 1 and whole[0].doubt == UNLESS and whole[0].status is Status.AT_RISK:
        return whole[0]
    if not plain or any(each.doubt and each.status is not plain[-1].status for each in whole):
        return None
    last = _settled(plain)
    if last is None or _taken_back(last, passage.claims):
        return None
    claim = next((each for each in passage.claims if each.hit.first == last.first), None)
    if claim and is_of_a_part(claim, passage.claims):
        return last._replace(status=Status.IN_PROGRESS, doubt="verdict.part")
    return _as_it_seems(last)


def _as_conditional(verdict: Verdict) -> Verdict:
    """Read "ten is not achievable without two more posts" as at risk."""
    if not (verdict.final and verdict.status in SLOW and verdict.doubt == UNLESS):
        return verdict
    said = verdict.sentence.words.norms(verdict.first, verdict.beyond)
    return verdict if not WILL.isdisjoint(said) else verdict._replace(status=Status.AT_RISK)


def _as_it_seems(verdict: Verdict) -> Verdict:
    """Read "March is looking doubtful" as what the officer fears, and "at this rate we fall short"
    as what is reckoned: to be confirmed."""
    if verdict.status not in SLOW or verdict.doubt or not verdict.final:
        return verdict
    said = verdict.sentence.words.norms(verdict.first, verdict.beyond)
    if verdict.status is Status.AT_RISK:
        seems = not SEEMING.isdisjoint(said)
    else:
        seems = "realistic" in said or RECKONED.search(verdict.sentence.low) is not None
    return verdict._replace(doubt="verdict.seems") if seems else verdict


def in_passing(verdict: Verdict) -> bool:
    """Read "opened on 2 May, a few days late" as how it came about."""
    sentence = verdict.sentence
    start = sentence.start(verdict.first)
    bare = not any(sentence.open_words(start, verdict.first))
    return bare and sentence.words.norm(start - 1) == "," and start > sentence.first


def _settled(plain: Sequence[Verdict]) -> Verdict | None:
    """Of several verdicts the one that sums up, or that says more than the others."""
    last, statuses = plain[-1], {each.status for each in plain}
    if len(statuses) == 1:
        return last
    if last.final:
        return _against(last, plain[:-1])
    if statuses <= STEADY:
        return next(each for each in plain if each.status is Status.ON_TRACK)
    if _sums_up(last):
        return last
    if statuses == {Status.COMPLETE, Status.ONGOING}:
        return next(each for each in plain if each.status is Status.ONGOING)
    if statuses <= AFTER_ALL:
        return last
    return None


def _against(last: Verdict, before: Sequence[Verdict]) -> Verdict | None:
    """A last word on the end counts; but an officer's own rating of what is slow goes before it."""
    rated = [each for each in before if not each.final]
    if last.status in SLOW:
        slow = [each for each in rated if each.status in SLOW]
        other = any(each.status not in EARLY and each.status not in SLOW for each in rated)
        return last._replace(doubt="verdict.two") if other else [last, *slow][-1]
    if any(each.status not in STEADY for each in rated):
        return last._replace(doubt="verdict.two") if last.status is Status.COMPLETE else None
    more = (each for each in rated if each.status is Status.ON_TRACK)
    return next(more, last) if last.status is Status.IN_PROGRESS else last


def _sums_up(verdict: Verdict) -> bool:
    sentence = verdict.sentence
    start = sentence.start(verdict.first)
    norms = sentence.words.norms(max(sentence.first, start - 1), verdict.first)
    return not SUMMING.isdisjoint(norms)


def _taken_back(verdict: Verdict, claims: Sequence[Claim]) -> bool:
    """Something slow is said after what sounds well, of whatever part."""
    if verdict.status in SLOW:
        return False
    slow = (each for each in claims if each.status in SLOW and not each.past)
    return any(each.hit.first > verdict.first and each.level > 1 for each in slow)


def left_to_do(verdict: Verdict, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Read "complete. The signs are still to come" as a question."""
    for each in sentences:
        if each.first < verdict.sentence.first:
            continue
        for match in LEFT.all_in(each.low, each.signs):
            at, _ = each.span(match, each.first)
            if at >= verdict.beyond:
                return ("verdict.outstanding",)
    return ()
