"""The new finishing day that prose gives to an action as a whole.

Dates in narration never are: of tenders, meetings, terms, or when something was done. What counts
is a date named as the new one ("revised date 3 May"), or that what is said of the whole leads to.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from language.claims.directly import LIGHT
from language.claims.passage import inside
from language.claims.spoken import Spoken
from language.claims.subjects import About, Sentence
from language.clauses.place import is_whole
from language.commentary.prose_verdicts import FINISHING
from language.commentary.weakened import conditioned, conditioned_then, turns
from language.dates.finding import Dated
from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.words import word_set
from language.promises.cues import NEGATIONS
from language.promises.nobody import by_nobody, is_ruled_out
from language.references.titles import stem

OF_ANOTHER = pattern("forecasts.another")
GOING_ON = word_set("shared.going_on")
BEFORE = pattern("given.before")
AFTER = pattern("given.after")
NAMED = pattern("given.named")
GATHERINGS = word_set("given.gatherings")
ENDING = pattern("given.ending")
SIGN = sign_of_any(NAMED, ENDING, pattern("given.expected"))
LONG = 12  # words
DATES_OF = word_set("other_days.dates_of") - {"commencement"}
DATES = word_set("given.dates")
THEN = frozenset(["then", "afterwards", "followed"])  # more is to come
ENDED = word_set("given.ended") | {"with you", "with us", "with members"}
GENERIC = word_set("given.generic") | {"go live", "sign off", "sign-off", "go-live"}
NOUNS = {
    "publication": "publish", "adoption": "adopt", "approval": "approv", "delivery": "deliver",
    "handover": "hand", "sign off": "sign", "sign-off": "sign", "distribution": "distribut",
    "circulation": "circulat", "release": "releas", "installation": "install",
    "implementation": "implement", "introduction": "introduc", "roll out": "roll",
    "rollout": "roll",
}  # fmt: skip
BARE = frozenset(["now", "so", "now by", "so by", "now in", "now on"])
EXPECTED = pattern("given.expected")
OPENING = word_set("given.opening")
FAR = 14
NOT_THEN = 5  # tokens: "rather than by the end of March"
INSTEAD = frozenset([("rather", "than"), ("instead", "of")])
NEAR = 9  # tokens before a date in which what gives it stands
HEDGES = frozenset(["hedge", "if", "condition", "unreal", "unsure"])


class Given(NamedTuple):
    """A day given; ``doubt`` names what makes it unsure."""

    dated: Dated
    day: date
    doubt: str


def may_be_given(signs: Signs) -> bool:
    """Whether a message that bears these signs may name the day of the whole."""
    return bool(SIGN & signs)


def given_in(sentences: Sequence[Sentence], spoken: Spoken, judged: bool = True) -> list[Given]:
    """Every day that is given to the whole, in the order of the text.

    ``judged``: how it stands is said, so that "now 3 May" is enough.
    """
    return [
        Given(dated, dated.day, _doubt(sentence, dated, spoken))
        for sentence in sentences
        for dated in _dates(sentence, spoken)
        if dated.day and _is_given(sentence, dated, judged)
    ]


def _dates(sentence: Sentence, spoken: Spoken) -> Iterator[Dated]:
    for each in inside(spoken.marked.dates, sentence):
        leads = each.said.rule == "date.day.end" and each.beyond in sentence.dated  # "COP Friday"
        into = "into" in sentence.words.norms(each.first - 2, each.first)
        told = not (each.said.length or leads or into)  # "we shall be well into the new year"
        if told and not _is_replaced(sentence, each):
            yield each


def _is_replaced(sentence: Sentence, dated: Dated) -> bool:
    """Read "in May rather than March" as in May, whatever the end of March was to be."""
    before = sentence.words.norms(max(sentence.first, dated.first - NOT_THEN), dated.first)
    return any(pair in INSTEAD for pair in pairwise(before))


def expected_in(sentences: Sequence[Sentence], spoken: Spoken) -> list[Given]:
    """Every day on which the thing itself is expected to come about."""
    return [
        Given(dated, dated.day, _doubt(sentence, dated, spoken))
        for sentence in sentences
        for dated in _dates(sentence, spoken)
        if dated.day and _is_expected(sentence, dated)
    ]


def _is_expected(sentence: Sentence, dated: Dated) -> bool:
    start = max(sentence.start(dated.first), dated.first - FAR)
    before = sentence.words.norms(start, dated.first)
    if not NEGATIONS.isdisjoint(before) or by_nobody(before):
        return False  # "not one lease will be signed by June"
    match = EXPECTED.search(_up_to(sentence, start, dated), sentence.signs)
    after = sentence.words.norms(dated.beyond, sentence.beyond)
    if match is None or (after[:1] and after[0] in GATHERINGS) or not THEN.isdisjoint(after):
        return False
    what = [each for each in (match["what"] or "").split() if each not in LIGHT]
    if not all(stem(each) in sentence.own for each in what):
        return False  # "I expect the first draft to be done by then"
    verb = match["verb"] or match["verb2"] or match["verb3"] or match["verb4"]
    about = sentence.about(sentence.span(match, start)[0])
    if about is About.WHOLE:
        in_full = verb is None and any(
            is_whole(sentence.words, at) for at in range(start, dated.first)
        )
        return in_full or (verb is not None and (verb in sentence.acts or verb in ENDED))
    return about is About.OWN and (
        verb is None or verb in OPENING | ENDED or _finishes(sentence, verb)
    )


def _is_given(sentence: Sentence, dated: Dated, judged: bool) -> bool:
    first = max(sentence.first, dated.first - NEAR)
    before = _up_to(sentence, first, dated)
    named = NAMED.search(before, sentence.signs)
    told = sentence.words.norms(max(sentence.first, dated.first - LONG), dated.first)
    if _is_of_another(sentence, dated.beyond) or is_ruled_out(told):
        return False
    if named and _is_its_own(sentence, named):
        return True
    if sentence.words.norm(dated.beyond) in GATHERINGS:
        return False
    ending = ENDING.search(before, sentence.signs)
    if ending and _is_its_end(sentence, sentence.span(ending, first)[0], ending["noun"]):
        return True
    match = BEFORE.search(before, sentence.signs)
    if match and match["verb"] and not _finishes(sentence, match["verb"]):
        return False
    if match:
        at, _ = sentence.span(match, first)
        if match.group().strip() in BARE:
            return judged and sentence.is_own(sentence.first, at)
        return sentence.about(at) is not About.OTHER
    if dated.beyond >= sentence.beyond:
        return False
    after = AFTER.match(sentence.text(dated.beyond, sentence.beyond), sentence.signs)
    return after is not None and sentence.about(dated.first) is not About.OTHER


def _is_its_own(sentence: Sentence, named: re.Match[str]) -> bool:
    """Read "new opening date" and "new date for the hub" as its own, not "new interview date"."""
    said = " ".join(filter(None, named.groupdict().values())).split()
    return all(_is_of_it(sentence, each) for each in said)


def _is_of_it(sentence: Sentence, norm: str) -> bool:
    """Read "start date now 15 January" as of the start, where the title asks for none."""
    if stem(norm) in sentence.own:
        return True
    return norm not in DATES_OF and (norm in DATES or norm in LIGHT)


def _is_of_another(sentence: Sentence, at: int) -> bool:
    """Read "delivery on 23 November of the phones" as theirs."""
    leads = sentence.words.norm(at) in ("for", "of")
    return leads and not sentence.is_own(at + 1, sentence.end(at + 1))


def _is_its_end(sentence: Sentence, at: int, noun: str) -> bool:
    """Read "opening on 6 September" as the end of what is to open, and "completion" of anything."""
    if not NEGATIONS.isdisjoint(sentence.words.norms(sentence.start(at), at)):
        return False  # "we will not finish in January"
    ends = noun in GENERIC or not sentence.kin.isdisjoint((stem(noun), NOUNS.get(noun, "")))
    return ends and sentence.is_own(sentence.start(at), at)


def _up_to(sentence: Sentence, first: int, dated: Dated) -> str:
    """What stands right before a date."""
    return sentence.text(first, dated.first) if dated.first > first else ""


def _finishes(sentence: Sentence, verb: str) -> bool:
    """Read "won't open until May", but not "can't have the keys until May"."""
    return verb in FINISHING or stem(verb) in sentence.own


def _doubt(sentence: Sentence, dated: Dated, spoken: Spoken) -> str:
    start, end = sentence.start(dated.first), sentence.end(dated.beyond)
    if sentence.words.norm(start - 1) == "that":
        start = sentence.start(start - 1)  # "we hope that it will open on 3 May"
    if dated.day and dated.day < spoken.today:
        return "forecast.past"
    if dated.said.doubt:
        return "forecast.doubt"
    opening = sentence.first if sentence.words.norm(start) in GOING_ON else start
    if OF_ANOTHER.match(sentence.text(opening, sentence.beyond)):
        return "forecast.part"
    if not HEDGES.isdisjoint(turns(spoken, start, end)) or conditioned(sentence, spoken, start):
        return "forecast.hedge"
    return "forecast.hedge" if conditioned_then(sentence, spoken, end) else ""
