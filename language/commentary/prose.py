"""What progress commentary says of its action: one verdict, and everything else narration.

A careful reader looks for the sentence that says how the action stands, or that the thing itself
has been done, and takes the rest for what was held, counted and decided on the way.
"""

from collections.abc import Sequence
from datetime import date

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.spoken import Spoken
from language.claims.subjects import Sentence
from language.claims.wanted import may_be_done, title_of
from language.clauses.splitting import Clause
from language.commentary.between_lines import between_the_lines
from language.commentary.deliverable import Done, done_in
from language.commentary.given import Given, expected_in, given_in, may_be_given
from language.commentary.its_day import is_its_day
from language.commentary.judgement import in_passing, judgement, left_to_do
from language.commentary.prose_verdicts import Verdict, verdicts_in
from language.commentary.reach import may_be_reached, reached_in
from language.commentary.telling import BRIEF, PARTLY, REACH, Told
from language.commentary.weakened import SLOW
from language.dates.finding import Dated
from language.lexicon.signs import Signs
from language.promises.cues import EVENTS
from language.promises.dating import GATHERINGS, Dating
from language.promises.promise import Promise
from language.references.known import Standing
from language.references.numerals import DIGITS
from language.references.titles import heading
from language.verdicts.choosing import PLAIN
from language.verdicts.leftover import datings, is_left

SOME = 7  # tokens in two sentences, or
MUCH = 10  # in one: fewer are no commentary
LONG = 14  # enough to read between the lines
LONGEST = 500
STARTING = frozenset(["start", "starts", "starting", "joins", "joining"])
SEVERAL = "deliverable.several"
AHEAD = 300  # days; further off, a day without its year may have been
LASTING = frozenset(["over", "during", "throughout"])  # of what comes after it
DENIED = frozenset(
    ["status.not-complete", "status.not-in-time", "status.negation-near", "status.unreal"]
)


type Run = tuple[int, int]  # the tokens from one to before another


def told_in_prose(
    passage: Passage, spoken: Spoken, standing: Standing, promise: Promise | None
) -> Told | None:
    """The one verdict of a commentary; None where it passes none, or several that clash.

    ``promise`` is what the plainest clause alone would promise.
    """
    runs = runs_of(passage.clauses)
    length = sum([beyond - first for first, beyond in runs])
    brief = length < (SOME if len(runs) > 1 else MUCH)
    signs = spoken.words.signs
    if brief and not _may_tell(standing.title, signs, passage):
        return None
    if length > LONGEST:
        return None
    sentences = sentences_of(runs, passage, spoken, standing)
    late = standing.expected is not None and standing.expected < spoken.today
    done = done_in(sentences, spoken, standing.title, brief)
    done = None if done and _is_to_come(done, promise, passage) else done
    if done and not done.doubt:
        done = done._replace(doubt=_what_follows(done, passage))
    undated = done or promise or not passage.dates
    if brief and undated and not any(any(reached_in(each)) for each in sentences):
        return _briefly(done, passage, promise)
    verdicts = verdicts_in(sentences, passage, spoken, late)
    verdict = judgement(verdicts, passage)
    if brief and not (verdict and verdict.final):
        told = _briefly(done, passage, promise)
        day = None if told or done or promise else _expected(sentences, verdicts, spoken, None)
        return day._replace(rule=BRIEF) if day else told
    if done and not done.in_part and (verdict is None or in_passing(verdict)):
        doubt = done.doubt or ("verdict.two" if any(map(_denies, passage.claims)) else "")
        return Told(Status.COMPLETE, None, (doubt,) if doubt else (), "prose.done")
    if verdict:
        return _judged(verdict, sentences, spoken, passage, standing.expected, promise)
    partly = done and Told(Status.COMPLETE, None, (done.doubt,), PARTLY)
    return _expected(sentences, verdicts, spoken, promise) or (
        (between_the_lines(sentences, verdicts, late, promise) if length >= LONG else None)
        or partly
    )


def _may_tell(title: str, signs: Signs, passage: Passage) -> bool:
    """Whether a few words that bear these signs may tell something of it."""
    if may_be_done(title, signs) or may_be_reached(signs):
        return True
    return bool(passage.dates) and may_be_given(signs)


def _is_to_come(done: Done, promise: Promise | None, passage: Passage) -> bool:
    """Read "moved to the end of June" in May as put off, and not as done."""
    if promise is None or promise.day is None or promise.dates.isdisjoint(done.when):
        return False
    return 0 < (promise.day - passage.today).days < AHEAD


def _briefly(done: Done | None, passage: Passage, promise: Promise | None) -> Told | None:
    """In so few words only that the thing itself is done."""
    plain = done and not (done.doubt or any(map(_denies, passage.claims)))
    if done and promise and min(promise.dates, default=0) not in done.when:
        return None
    if done and done.doubt == SEVERAL and not any(map(_denies, passage.claims)):
        return Told(Status.COMPLETE, None, (SEVERAL,), BRIEF)  # "the belts are in": all of them?
    return Told(Status.COMPLETE, None, (), "prose.done") if plain else None


def _judged(
    verdict: Verdict,
    sentences: Sequence[Sentence],
    spoken: Spoken,
    passage: Passage,
    expected: date | None,
    promise: Promise | None,
) -> Told | None:
    """What the one verdict tells, with the day that belongs to it."""
    if verdict.final and verdict.status is Status.ON_TRACK:
        return _in_time(verdict, promise, expected)
    if promise and _bears_on(promise, verdict):
        return None
    doubts = left_to_do(verdict, sentences) if verdict.status is Status.COMPLETE else ()
    if verdict.status not in SLOW:
        doubts += (verdict.doubt,) if verdict.doubt else ()
        return Told(verdict.status, None, doubts, _rule(verdict), verdict.span)
    if _is_counted(verdict, passage) and promise and promise.slip:
        return None  # "three weeks late"
    return _late(verdict, given_in(sentences, spoken), passage, expected, promise)


def _is_followed(done: Done, passage: Passage) -> bool:
    """Read "agreed by officers, Cabinet in June": more is to come."""
    norm = passage.words.norm
    after = (
        each
        for each in passage.dates
        if each.first >= done.when.stop and norm(each.first - 1) not in LASTING
    )
    after = (each for each in after if not _starts(passage, each))
    days = (each.day for each in after if each.day and each.said.rule != "date.weekday")
    return any(0 < (day - passage.today).days < AHEAD for day in days)


def _what_follows(done: Done, passage: Passage) -> str:
    """What makes it unsure in what comes after: "offers accepted, they start 3 May"."""
    if _is_followed(done, passage):
        return "deliverable.outstanding"
    taken = "accepted" in passage.words.norms(done.when.start, done.when.start + 3)
    return "deliverable.accepted" if taken else ""


def _starts(passage: Passage, dated: Dated) -> bool:
    """Read "appointed, starts 3 May" as appointed: what comes is the first day of it."""
    return not STARTING.isdisjoint(passage.words.norms(dated.first - 3, dated.first))


def _denies(claim: Claim) -> bool:
    """Read "I can't call it done" and "amber on staffing" as against what has been done."""
    slow = claim.status in SLOW and claim.direct and claim.level == PLAIN and not claim.doubt
    return slow or (claim.hit.term.status is Status.COMPLETE and claim.doubt in DENIED)


def _bears_on(promise: Promise, verdict: Verdict) -> bool:
    """A day that is promised in one breath with what is on track or complete."""
    if promise.day is None or promise.doubt or verdict.status in SLOW:
        return False
    first, sentence = min(promise.dates, default=0), verdict.sentence
    if first in verdict.span:
        return False  # "the trajectory to 21 by March holds"
    after = first > verdict.first or verdict.status is Status.COMPLETE
    return after and sentence.first <= first < sentence.beyond


def _expected(
    sentences: Sequence[Sentence],
    verdicts: Sequence[Verdict],
    spoken: Spoken,
    promise: Promise | None,
) -> Told | None:
    """The one day on which the thing itself is expected to come about."""
    if verdicts:
        return None
    days = given_in(sentences, spoken, judged=False) or expected_in(sentences, spoken)
    if len({each.day for each in days}) != 1 or any(each.doubt for each in days):
        return None
    if promise and promise.rival and max(promise.dates, default=0) > days[-1].dated.first:
        return None
    return Told(None, days[-1], (), "prose.expected")


def sentences_of(
    runs: Sequence[Run], passage: Passage, spoken: Spoken, standing: Standing
) -> list[Sentence]:
    """The runs of clauses about the action, sentence by sentence."""
    title = title_of(standing.title)
    figures = frozenset([DIGITS.get(each, each) for each in title.counts])
    own = heading(standing.title).stems | title.heads | figures
    return [
        Sentence(spoken.words, first, beyond, passage.about, spoken.dated, own, title.kin)
        for first, beyond in runs
    ]


def runs_of(clauses: Sequence[Clause]) -> list[Run]:
    """The clauses that follow each other in one sentence, as one."""
    runs: list[Run] = []
    last = -1
    for clause in clauses:
        if clause.sentence == last:
            runs[-1] = (runs[-1][0], clause.beyond)
        else:
            runs.append((clause.first, clause.beyond))
        last = clause.sentence
    return runs


def _late(
    verdict: Verdict,
    given: Sequence[Given],
    passage: Passage,
    expected: date | None,
    promise: Promise | None,
) -> Told | None:
    """Late or at risk: with the one day that is given to the whole, if there is one."""
    missed = range(verdict.start, verdict.beyond if verdict.final else 0)
    given = [each for each in given if each.dated.first not in missed]
    rule, doubts = _rule(verdict), [verdict.doubt] if verdict.doubt else []
    if not given and promise and is_its_day(promise, verdict):
        return Told(verdict.status, None, tuple(doubts), rule, verdict.span, promise.day)
    if not given:
        loose = any(_may_be_new(each, verdict, expected) for each in datings(passage))
        doubts += ["left.date"] if loose else []
        return Told(verdict.status, None, tuple(doubts), rule, verdict.span)
    day = given[-1]
    if promise and _rivals(promise, day, verdict):
        return None
    doubts += [day.doubt] if day.doubt else []
    if len({each.day for each in given}) > 1:
        doubts.append("left.forecast")
    return Told(verdict.status, day, tuple(doubts), rule)


def _rule(verdict: Verdict) -> str:
    return REACH if verdict.final else "prose.verdict"


def _in_time(verdict: Verdict, promise: Promise | None, expected: date | None) -> Told | None:
    """Read "I'm happy we'll hit March" as on track, with the day if it is plainly promised."""
    sentence = verdict.sentence
    if promise is None or not any(
        sentence.first <= each < sentence.beyond for each in promise.dates
    ):
        return Told(verdict.status, None, (), REACH, verdict.span)
    if promise.day and expected and promise.day > expected:
        return None
    doubts = (promise.doubt,) if promise.doubt else ()
    return Told(verdict.status, None, doubts, REACH, verdict.span, promise.day)


def _rivals(promise: Promise, given: Given, verdict: Verdict) -> bool:
    """Read "delayed to 31 March, 30 April at the latest": another day in the same breath."""
    first, sentence = max(promise.dates, default=0), verdict.sentence
    near = sentence.first <= first < sentence.beyond and first > given.dated.first
    return near and promise.day not in (None, given.day)


def _is_counted(verdict: Verdict, passage: Passage) -> bool:
    """How late it is said to be, from which its new day follows."""
    if verdict.reach and not verdict.final:
        return False
    start = verdict.first if verdict.final else verdict.sentence.start(verdict.first)
    end = verdict.sentence.end(verdict.beyond)
    return any(start <= each.first < end and each.said.length for each in passage.dates)


def _may_be_new(dating: Dating, verdict: Verdict, expected: date | None) -> bool:
    """A day to come, told after the verdict and of no meeting: is it the new one?"""
    if expected and dating.dated.day and dating.dated.day <= expected:
        return False
    first, sentence = dating.dated.first, verdict.sentence
    if first in verdict.span:
        return False
    if first < max(verdict.beyond, verdict.reach):
        start = sentence.first
        if first < start or first >= verdict.first or any(sentence.open_words(start, first)):
            return False  # narration, or what was missed
    late = verdict.status is Status.DELAYED
    return is_left(dating, frozenset(), GATHERINGS if late else EVENTS | GATHERINGS)
