"""Whether the very thing that an action is to bring about is said to have come about.

The title of an action names a verb and an object ("Publish a tenancy strategy"); what says that
this object has had this done to it ("the strategy was published in May") says that it is complete.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from language.claims.directly import LIGHT
from language.claims.spoken import Spoken
from language.claims.subjects import OUR, RELATIVE, WHY, Sentence
from language.claims.wanted import (
    COUNTED,
    COUNTS,
    EVERY,
    OWN,
    REACHED,
    Title,
    may_be_done,
    title_of,
)  # fmt: skip
from language.commentary.weakened import turns
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.cues import NEGATIONS
from language.references.numerals import DIGITS
from language.references.titles import stem
from language.verdicts.title_words import numbers_in
from language.verdicts.under_way import SHARE

OUTSTANDING = pattern("deliverable.outstanding")
LEFT = pattern("deliverable.left")
AUXILIARIES = word_set("deliverable.auxiliaries")
NEGATING = word_set("deliverable.negating")
FORMS = word_set("deliverable.forms")
DOCUMENTS = word_set("deliverable.documents")
ENDING = word_set("deliverable.ending")
IN_PART = frozenset(["deliverable.outstanding", "deliverable.share", "deliverable.how-many"])
COMPARING = frozenset(["as", "than", "like"])
BY_OTHERS = word_set("deliverable.by_others")
COPIES = word_set("deliverable.copies")
COPY = 6  # words: "a short summary for residents"
NOBODY = frozenset(["no", "zero", "hardly", "few"])
DETERMINERS = frozenset(["the", "our", "this", "that", "its", "a", "an"])
WEAKENING = frozenset(["condition", "if", "exception", "hedge", "unreal", "unsure"])


class Done(NamedTuple):
    """Where it is said that the thing is done. ``doubt`` names what weakens that."""

    first: int
    doubt: str
    when: range  # the rest of what is said there

    @property
    def in_part(self) -> bool:
        """Whether some of it is left to do."""
        return self.doubt in IN_PART


def done_in(sentences: Sequence[Sentence], spoken: Spoken, title: str, brief: bool) -> Done | None:
    """The place where the deliverable is most plainly said to be done.

    ``brief``: too little is said for what is left unnamed to be the deliverable.
    """
    if not may_be_done(title, spoken.words.signs):
        return None
    wanted = title_of(title)
    before: list[Sentence] = []
    found: list[Done] = []
    for sentence in sentences:
        places = _places(sentence, None if brief else before, wanted)
        found += [
            Done(at, _doubt(at, sentence, sentences, spoken, wanted), range(at, sentence.end(at)))
            for at in places
        ]
        if found and _tells_of_fewer(sentence, title):
            found = [each._replace(doubt=each.doubt or "deliverable.how-many") for each in found]
        before.append(sentence)
    return min(found, key=lambda each: bool(each.doubt), default=None)


def _places(sentence: Sentence, before: Sequence[Sentence] | None, wanted: Title) -> Iterator[int]:
    if not wanted.sign & sentence.signs:
        return
    for wording in wanted.fitting(sentence.signs):
        for match in wording.all_in(sentence.low, sentence.signs):
            if wording is OWN and stem(match.group()) != wanted.deed:
                continue
            first, beyond = sentence.span(match, sentence.first)
            if _has_happened(sentence, first) and _is_it(sentence, before, first, beyond, wanted):
                yield first
    for match in COUNTED.all_in(sentence.low, sentence.signs):
        first, beyond = sentence.span(match, sentence.first)
        if _counts_all(match, sentence, wanted) and not _goes_on(sentence, beyond, wanted):
            yield first
    for match in REACHED.all_in(sentence.low, sentence.signs):
        first, _ = sentence.span(match, sentence.first)
        if match["n"] in wanted.counts and _names(sentence, sentence.start(first), first, None):
            yield first


def _goes_on(sentence: Sentence, beyond: int, wanted: Title) -> bool:
    """Read "all five signed the letter" and "agreed to meet" as of something else."""
    end = _object_end(sentence, beyond)
    foreign = _telling(sentence, beyond, end) and not _names(sentence, beyond, end, wanted)
    return bool(foreign) or sentence.words.norm(beyond) == "to"


def _object_end(sentence: Sentence, beyond: int) -> int:
    """Where that ends which something was done to."""
    end = sentence.end(beyond)
    for at in range(beyond, end):
        norm = sentence.words.norm(at)
        if norm in ENDING or norm in sentence.days:
            return at
    return end


def _counts_all(match: re.Match[str], sentence: Sentence, wanted: Title) -> bool:
    """Read "all 3 bins in" of three bins that are to be put in."""
    counts = {DIGITS.get(each, each) for each in wanted.counts}
    counted = DIGITS.get(match["count"], match["count"]) in counts
    before = sentence.low[: match.start()].split()[-1:]  # "until all four stations are done"
    return counted and stem(match["noun"]) in sentence.own and WHY.isdisjoint(before)


def _has_happened(sentence: Sentence, first: int) -> bool:
    """Neither denied nor still to come, nor told as why or since when something else is so."""
    norms = sentence.words.norms(_noun(sentence, sentence.start(first), first), first)
    while norms and norms[-1] in AUXILIARIES:
        norms.pop()
    if norms and (norms[-1] in NEGATING or norms[-1] in COMPARING):
        return False  # "signing on 3 May as agreed"
    for none, what in pairwise(norms):  # "no wardens trained", "won't have the wardens trained"
        if stem(what) in sentence.own if none in NOBODY else none in NEGATIONS and what == "have":
            return False
    joint = sentence.words.norm(sentence.start(first) - 1)
    after = sentence.words.norms(first, sentence.end(first))
    return not (joint in WHY or joint in RELATIVE) and FORMS.isdisjoint([*norms, *after])


def _is_it(
    sentence: Sentence,
    before: Sequence[Sentence] | None,
    first: int,
    beyond: int,
    wanted: Title,
) -> bool:
    """Said of the object of the title, or of the action: as the subject, or what it was done to."""
    words, start = sentence.words, sentence.start(first)
    end = _object_end(sentence, beyond)
    if any(_is_of_some(sentence, at) for at in range(start, first)):
        return False
    if _telling(sentence, beyond, end):
        return _names(sentence, beyond, end, wanted)
    if _has_head(sentence, start, first, wanted):
        return _names(sentence, _noun(sentence, start, first), first, wanted)
    subject = _telling(sentence, start, first)
    if subject and wanted.things.issuperset(subject):
        return True
    if (
        not subject
        and not sentence.named.isdisjoint(range(start, first))
        and (words.norm(first) == "was" or words.norm(beyond - 1) == "to")
    ):
        return True  # "7.4 was yesterday", "7.3 has been appointed to"
    if not subject and not OUR.isdisjoint(words.norms(start, first)):
        return False  # "I finished my bit"
    if not subject or ("final" in subject and not DOCUMENTS.isdisjoint(subject)):
        return _antecedent(sentence, before, start, wanted)
    return False


def _is_of_some(sentence: Sentence, at: int) -> bool:
    """Read "the review of the first term" as of a part, whatever "the first" may name besides."""
    if at in sentence.dated:
        return not {"of", "for"}.isdisjoint(sentence.words.norms(at - 2, at))
    return sentence.words.norm(at) in ("first", "second", "third")


def _noun(sentence: Sentence, start: int, first: int) -> int:
    """Read "after two rounds of talks the strategy was published": of the strategy."""
    if sentence.words.norm(start) not in ENDING:
        return start
    found = (at for at in range(first - 1, start, -1) if sentence.words.norm(at) in DETERMINERS)
    return next(found, start)


def _counts_otherwise(sentence: Sentence, wanted: Title) -> Iterator[bool]:
    """Read "agreed by four landlords" where five are to agree."""
    for at in range(sentence.first, sentence.beyond - 1):
        norm = sentence.words.norm(at)
        if norm in COUNTS and norm not in wanted.counts:
            yield stem(sentence.words.norm(at + 1)) in sentence.own


def _tells_of_fewer(sentence: Sentence, title: str) -> bool:
    """Read "88 wardens trained" where two hundred are to be."""
    most = max(map(int, numbers_in(title)), default=0)
    norms = sentence.words.norms(sentence.first, sentence.beyond)
    return most > 0 and any(
        count.isdigit() and int(count) < most and stem(what) in sentence.own
        for count, what in pairwise(norms)
    )


def _antecedent(
    sentence: Sentence, before: Sequence[Sentence] | None, start: int, wanted: Title
) -> bool:
    """Whether "it", or nothing at all, stands for the object: what its sentence opens with."""
    if before is None:
        return False
    for each in [sentence, *reversed(before[-1:])] if start > sentence.first else before[-1:]:
        first, beyond = each.opening()
        if _telling(each, first, beyond):
            whole = FORMS.isdisjoint(each.words.norms(first, beyond))  # "the draft was sent on"
            return whole and _names(each, first, beyond, wanted)
    return not before and start == sentence.first


def _names(sentence: Sentence, first: int, beyond: int, wanted: Title | None) -> bool:
    """Whether these tokens name the object of the title, and nothing else."""
    telling = _telling(sentence, first, beyond)
    stems = {stem(each) for each in telling if each not in FORMS and each not in ("final", "new")}
    if wanted is None:
        return bool(stems) and stems <= sentence.own
    return stems <= sentence.own and _has_head(sentence, first, beyond, wanted)


def _has_head(sentence: Sentence, first: int, beyond: int, wanted: Title) -> bool:
    return any(stem(each) in wanted.heads for each in sentence.words.norms(first, beyond))


def _telling(sentence: Sentence, first: int, beyond: int) -> list[str]:
    words = sentence.words
    return [
        norm
        for at in range(first, beyond)
        if (norm := words.norm(at)) not in LIGHT
        and norm not in AUXILIARIES
        and norm not in ("it", "this", "that")
        and words.tokens[at].kind == "word"
        and at not in sentence.named
        and at not in sentence.dated
    ]


def _doubt(
    at: int, sentence: Sentence, sentences: Sequence[Sentence], spoken: Spoken, wanted: Title
) -> str:
    """What keeps it from being plain that nothing is left to do."""
    start = sentence.start(at)
    norms = sentence.words.norms(start, at + 6)
    if sentence.words.norm(sentence.beyond) == "?":
        return "verdict.asked"
    if not WEAKENING.isdisjoint(turns(spoken, start, sentence.beyond)):
        return "deliverable.condition"
    if _is_said_by_others(sentence.words.norms(sentence.first, at)):
        return "deliverable.hearsay"
    if "signatures" in norms and "sign" not in wanted.kin:
        return "deliverable.signatures"
    counted = wanted.plural and not wanted.counts.isdisjoint(norms)
    if "contrast" in turns(spoken, at, sentence.beyond):
        return "deliverable.but"
    if SHARE.search(sentence.low):
        return "deliverable.share"
    if wanted.counts and any(_counts_otherwise(sentence, wanted)):
        return "deliverable.how-many"
    if any(_leaves(each, sentence) for each in sentences):
        return "deliverable.outstanding"
    if wanted.several and EVERY.isdisjoint(norms) and not counted:
        return "deliverable.several"
    return ""


def _is_of_a_copy(sentence: Sentence) -> bool:
    """Whether it tells of nothing but what is made of the thing afterwards."""
    opening = sentence.words.norms(*sentence.opening())
    return len(opening) <= COPY and not COPIES.isdisjoint(opening)


def _is_said_by_others(before: Sequence[str]) -> bool:
    """Read "according to them it is live" and "please confirm it is live" as no news of ours."""
    return not BY_OTHERS.isdisjoint(before) or ("please", "confirm") in pairwise(before)


def _leaves(other: Sentence, sentence: Sentence) -> bool:
    """Whether it tells of what is left to do: what stood in the way before it was done does not.

    Nor does what is only made of it: "a summary for residents will follow".
    """
    before = other.first < sentence.first
    if other.first > sentence.first and _is_of_a_copy(other):
        return False
    return bool((LEFT if before else OUTSTANDING).search(other.low, other.signs))
