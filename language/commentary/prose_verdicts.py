"""The verdicts in prose: a status said of the action as a whole, and not of what was done for it.

"The first course was full and two more are booked. It remains on track": only the last says how the
action stands. Everything beside it is narration, whatever figures and dates it has.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.risked import is_feared
from language.claims.spoken import Spoken
from language.claims.subjects import PARTS, About, Sentence
from language.commentary.reach import OVER, Reached, reached_in
from language.commentary.weakened import IFS, UNLESS, beside, denied, framed
from language.lexicon.patterns import fitting, pattern
from language.lexicon.words import word_set
from language.references.titles import stem
from language.verdicts.plain_form import TAILS

SAID = tuple(
    (pattern(f"verdicts.{status}"), status)
    for status in (
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.DELAYED,
        Status.COMPLETE,
        Status.ONGOING,
    )
)
UNFINISHED = pattern("verdicts.unfinished")
DENIAL = pattern("reach.denial")
FINISHING = word_set("prose_verdicts.finishing")
TIMELY = word_set("prose_verdicts.timely")
MANNER = word_set("prose_verdicts.manner")
GOING_ON = TAILS | word_set("subjects.going_on")
OF_PARTS = word_set("prose_verdicts.tails")
ENDED = frozenset([Status.COMPLETE, Status.CANCELLED, Status.NOT_STARTED])
WEAK = frozenset(["hint", "perhaps", "event", "cheer"])
HARD = frozenset([",", ";", ":", "(", "but", "so", "because", "since", "although", "though"])
PERIODS = frozenset(["year", "quarter", "month", "term"])
STOPS = word_set("prose_verdicts.stops")
PASSED = word_set("prose_verdicts.passed")
ANEW = word_set("clauses.subjects") | {"are", "is", "now", "am", "will"}
OWN_DOUBTS = frozenset(["status.hedge", "status.condition"])
ASKED = ("verdict.asked", "status.asked")
WARNING = pattern("reach.warning")
IN_PROGRESS = Status.IN_PROGRESS
TOLD, PLAIN = 2, 3  # the levels of a figure of speech, and of what is said in so many words


class Verdict(NamedTuple):
    """A status of the tokens from ``first`` to before ``beyond``. ``doubt`` names what weakens it.

    ``manner``: it only says how something else was done ("..., as planned").
    """

    first: int
    beyond: int
    status: Status
    about: About
    doubt: str
    sentence: Sentence
    manner: bool = False
    reach: int = 0  # how far it goes: the dates up to there are its own
    start: int = 0  # and from where on, where that is before ``first``
    final: bool = False  # whether the action's own end is reached, and so its last word

    @property
    def span(self) -> range:
        """Where the dates are that it speaks of."""
        return range(self.start or self.first, max(self.beyond, self.reach))

    @property
    def plain(self) -> bool:
        return self.about is not About.OTHER and not self.doubt


def verdicts_in(
    sentences: Sequence[Sentence], passage: Passage, spoken: Spoken, late: bool
) -> list[Verdict]:
    """Every verdict, in the order of the text; ``late``: the day it was due has passed."""
    found: dict[int, Verdict] = {}
    for sentence in sentences:
        told = (_ended(each, sentence, spoken) for each in reached_in(sentence))
        worded = [*told, *_worded(sentence, spoken), *_unfinished(sentence, spoken, late)]
        some = _apart(worded)
        taken = {at for each in some for at in range(each.first, each.beyond)}
        claims = (each for each in passage.claims if _stands_in(each, sentence, taken))
        for each in (*some, *(_claimed(claim, sentence, spoken) for claim in claims)):
            if not _is_past(each, spoken):
                found.setdefault(each.first, each)
    return [_answered(found[at], sentences) for at in sorted(found)]


def _answered(verdict: Verdict, sentences: Sequence[Sentence]) -> Verdict:
    """Read "Complete? Not by a long way" as under way."""
    if verdict.doubt not in ASKED or verdict.status is not Status.COMPLETE:
        return verdict
    after = (each for each in sentences if each.first > verdict.first)
    answer = next(after, None)
    if answer is None or not DENIAL.search(answer.low, answer.signs):
        return verdict
    if not answer.dated.isdisjoint(range(answer.first, answer.beyond)):
        return verdict  # "no way, April at best"
    return verdict._replace(status=Status.IN_PROGRESS, doubt="", final=True)


def _ended(reached: Reached, sentence: Sentence, spoken: Spoken) -> Verdict:
    """Read "85% by March is out of reach" as said of the whole, whatever it names."""
    start, first, beyond, end, status = reached
    doubt = denied(sentence, spoken, first) or beside(sentence, spoken, first, beyond, status)
    doubt = doubt or framed(sentence, spoken, reached)
    if status is IN_PROGRESS and IFS.isdisjoint(sentence.words.norms(sentence.first, first)):
        doubt = doubt if doubt in ASKED else ""
    told = Verdict(first, beyond, status, About.WHOLE, doubt, sentence)
    return told._replace(reach=end, start=start, final=True)


def _apart(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Of those that overlap the one that begins first: "unlikely that it will be met"."""
    kept: list[Verdict] = []
    for each in sorted(verdicts, key=lambda verdict: (verdict.first, -verdict.beyond)):
        if not kept or each.first >= kept[-1].beyond:
            kept.append(each)
    return kept


def _stands_in(claim: Claim, sentence: Sentence, taken: set[int]) -> bool:
    least = PLAIN if claim.status is Status.IN_PROGRESS else TOLD  # "a new one is being written"
    telling = claim.status is not None and claim.level >= least and not claim.past
    return (
        telling
        and sentence.first <= claim.hit.first < sentence.beyond
        and (claim.hit.first not in taken)
    )


def _is_past(verdict: Verdict, spoken: Spoken) -> bool:
    """Read "last quarter I reported this as red" as no verdict of today."""
    norms = spoken.words.norms(verdict.sentence.start(verdict.first), verdict.first)
    return verdict.status not in ENDED and not PASSED.isdisjoint(norms)


def _claimed(claim: Claim, sentence: Sentence, spoken: Spoken) -> Verdict:
    """A status that a phrase of the vocabulary claims, of whatever its statement is about."""
    status = claim.status or Status.IN_PROGRESS
    first, beyond = claim.hit.first, claim.hit.beyond
    about = sentence.about(first)
    manner = not MANNER.isdisjoint(spoken.words.norms(first, beyond)) and _trails(sentence, first)
    if manner and not sentence.is_own(sentence.first, first):
        about = About.OTHER
    heads = spoken.words.norm(beyond) == ":" and first == sentence.first and status in ENDED
    if "part" in claim.subject or heads or _of_a_part(sentence, beyond, status):
        about = About.OTHER
    if status is Status.COMPLETE and about is About.OWN:
        about = About.OTHER  # whether that is the deliverable is weighed in deliverable.py
    as_said = claim.status is claim.hit.term.status and claim.hit.term.strength != "perhaps"
    doubt = "" if as_said and claim.doubt in OWN_DOUBTS else claim.doubt
    doubt = doubt or beside(sentence, spoken, first, beyond, status)
    weak = claim.hit.term.strength in WEAK
    return Verdict(first, beyond, status, about, doubt or "verdict.weak" * weak, sentence, manner)


def _trails(sentence: Sentence, first: int) -> bool:
    """Read "the desks came, as planned" as how that went."""
    return first > sentence.first and sentence.words.norm(first - 1) == ","


def _worded(sentence: Sentence, spoken: Spoken) -> Iterator[Verdict]:
    for wording, status in fitting(SAID, sentence.signs):
        for match in wording.all_in(sentence.low, sentence.signs):
            first, beyond = sentence.span(match, sentence.first)
            about = sentence.about(first)
            if status is Status.COMPLETE and _of_a_part(sentence, beyond, status):
                about = About.OTHER
            doubt = denied(sentence, spoken, first) or beside(
                sentence, spoken, first, beyond, status
            )
            if status is Status.COMPLETE and _is_warned(sentence, first):
                yield Verdict(first, beyond, IN_PROGRESS, About.WHOLE, "", sentence, final=True)
            else:
                yield Verdict(first, beyond, status, about, doubt, sentence)


def _is_warned(sentence: Sentence, first: int) -> bool:
    """Read "please don't close it"."""
    return bool(WARNING.search(sentence.text(max(first - 3, sentence.first), first + 1)))


def _unfinished(sentence: Sentence, spoken: Spoken, late: bool) -> Iterator[Verdict]:
    """Read "we will not open by March" and "could not be published in May" as late."""
    for match in UNFINISHED.all_in(sentence.low, sentence.signs):
        verb = match["verb"] or match["verb2"]
        first, beyond = sentence.span(match, sentence.first)
        if verb not in FINISHING and stem(verb) not in sentence.own:
            continue
        end, stop = _reach(sentence, beyond, HARD), _reach(sentence, beyond, HARD | STOPS)
        own = sentence.is_own(beyond, stop)
        about = sentence.about(first) if own else About.OTHER
        norms = spoken.words.norms(first, end)
        dated = not sentence.dated.isdisjoint(range(beyond, end))
        timed = dated or not TIMELY.isdisjoint(norms) or (late and match["verb2"] is not None)
        doubt = beside(sentence, spoken, first, end, Status.DELAYED)
        unless = not UNLESS.isdisjoint(spoken.words.norms(first, sentence.beyond))
        if unless or "yet" in norms or not timed:
            doubt = doubt or "verdict.unfinished"
        feared = is_feared(sentence.text(sentence.first, first), sentence.signs)
        if feared and not OVER.isdisjoint(spoken.words.norms(beyond, sentence.beyond)):
            continue  # "the risk that it would not open has gone"
        status = Status.AT_RISK if feared else Status.DELAYED
        yield Verdict(first, beyond, status, about, doubt, sentence, reach=end)


def _reach(sentence: Sentence, at: int, stops: Set[str]) -> int:
    while at < sentence.beyond and sentence.words.norm(at) not in stops:
        if stops > HARD and at in sentence.dated:
            return at
        if sentence.words.norm(at) == "and" and sentence.words.norm(at + 1) in ANEW:
            return at  # "not be ready for May and we are looking at June"
        at += 1
    return at


def _of_a_part(sentence: Sentence, beyond: int, status: Status) -> bool:
    """Read "red for staffing" and "complete in two wards" as of a part, not "red for May"."""
    words, end = sentence.words, sentence.end(beyond)
    after = words.norms(beyond, end)
    if not after or (after[0] not in OF_PARTS and status not in ENDED):
        return not PARTS.isdisjoint(after)
    if status in ENDED and (not PERIODS.isdisjoint(after) or any(map(str.isdigit, after))):
        return True
    if after[0] in GOING_ON - OF_PARTS:
        return False
    if status is Status.ON_TRACK:
        return not PARTS.isdisjoint(after)
    return not sentence.is_own(beyond, end)
