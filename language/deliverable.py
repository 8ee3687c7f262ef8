"""Whether the very thing that an action is to bring about is said to have come about.

The title of an action names a verb and an object ("Publish a tenancy strategy"); what says that
this object has had this done to it ("the strategy was published in May") says that it is complete.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from language.claims import LIGHT
from language.patterns import Wording, pattern, sign_of_any, things_of, verbs_of
from language.signs import Signs
from language.spoken import Spoken
from language.subjects import OUR, RELATIVE, WHY, Sentence
from language.titles import stem
from language.under_way import SHARE
from language.weakened import turns
from language.words import word_set

OUTSTANDING = pattern("deliverable.outstanding")
ANY = pattern("deliverable.any")
RULES = verbs_of("deliverable")
WORDINGS = {name: pattern(name) for names in RULES.values() for name in names}
WORD = re.compile(r"[a-z']+(?:-[a-z']+)*|\d+|[(,;:]|%")
AUXILIARIES = word_set("deliverable.auxiliaries")
NEGATING = word_set("deliverable.negating")
FORMS = word_set("deliverable.forms")
DOCUMENTS = word_set("deliverable.documents")
ENDING = word_set("deliverable.ending")
PREPOSITIONS = word_set("deliverable.prepositions") | frozenset("(,;:")
COUNTS = word_set("deliverable.counts")
EVERY = word_set("deliverable.every")
IN_PART = frozenset(["deliverable.outstanding", "deliverable.share", "deliverable.how-many"])
DETERMINERS = frozenset(["the", "our", "this", "that", "its", "a", "an"])
REACHED = Wording.of(
    r"\b(?:opened|reached|passed|signed) (?:its|our|the) (?P<n>\d+) ?(?:th|st|nd|rd)\b"
)
WEAKENING = frozenset(["condition", "if", "exception", "hedge", "unreal", "unsure"])
SETTLING = frozenset(["restructure", "reorganise", "merge", "integrate", "transfer", "secure"])


class Title(NamedTuple):
    """What a title asks for: the wordings of its verb, and the head of its object, in stems.

    ``several``: more than one thing is asked for; ``counts``: how many of it. ``things``: what else
    may be said to be done in its stead, such as the contract of what is commissioned. ``kin``: the
    stems of the verbs that say as much.
    """

    wordings: tuple[Wording, ...]
    heads: frozenset[str]
    several: bool
    counts: frozenset[str]
    plural: bool
    things: frozenset[str]
    share: bool
    kin: frozenset[str]
    sign: Signs


class Done(NamedTuple):
    """Where it is said that the thing is done. ``doubt`` names what weakens that."""

    first: int
    doubt: str
    when: range  # the rest of what is said there

    @property
    def in_part(self) -> bool:
        """Whether some of it is left to do."""
        return self.doubt in IN_PART


@lru_cache(maxsize=4096)
def title_of(title: str) -> Title:
    """What the title of an action asks for."""
    said = WORD.findall(title.lower())
    verbs = list(takewhile(lambda each: each in RULES or each in ("and", "to", "continue"), said))
    after = said[len(verbs) :]
    verbs = [each for each in verbs if each in RULES]
    wordings = tuple(WORDINGS[name] for each in verbs[-1:] for name in RULES[each])
    noun = list(takewhile(lambda each: each not in PREPOSITIONS, after))
    heads = {stem(each.split("-")[-1]) for each in noun[-1:]} | {stem(each) for each in verbs}
    heads |= {stem(each.removeprefix("re")) for each in verbs if each.startswith("re")}
    plural = bool(noun) and noun[-1].endswith("s") and not noun[-1].endswith("ss")
    rules = frozenset(name for each in verbs for name in RULES[each])
    return Title(
        wordings=wordings,
        heads=frozenset(heads),
        several=_asks_for_more(after, noun) or (plural and SETTLING.isdisjoint(verbs)),
        counts=frozenset(each for each in said if each.isdigit() or each in COUNTS),
        plural=plural,
        things=frozenset(thing for each in verbs[-1:] for thing in things_of("deliverable", each)),
        share="%" in said,
        kin=frozenset(stem(each) for each in RULES if not rules.isdisjoint(RULES[each])),
        sign=sign_of_any(*wordings, ANY, REACHED),
    )


def may_be_done(title: str, signs: Signs) -> bool:
    """Whether anything is said by which the deliverable can be done."""
    wanted = title_of(title)
    return not wanted.share and bool(wanted.sign & signs)


def _asks_for_more(said: Sequence[str], noun: Sequence[str]) -> bool:
    """Read "Migrate the records and train the staff" as two things."""
    after = (then for before, then in pairwise(said) if before == "and")
    return ";" in said or not EVERY.isdisjoint(noun) or any(each in RULES for each in after)


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
        before.append(sentence)
    return min(found, key=lambda each: bool(each.doubt), default=None)


def _places(sentence: Sentence, before: Sequence[Sentence] | None, wanted: Title) -> Iterator[int]:
    for wording in (*wanted.wordings, ANY):
        for match in wording.all_in(sentence.low, sentence.signs):
            first, beyond = sentence.span(match, sentence.first)
            if _has_happened(sentence, first) and _is_it(sentence, before, first, beyond, wanted):
                yield first
    for match in REACHED.all_in(sentence.low, sentence.signs):
        first, _ = sentence.span(match, sentence.first)
        if match["n"] in wanted.counts and _names(sentence, sentence.start(first), first, None):
            yield first


def _has_happened(sentence: Sentence, first: int) -> bool:
    """Neither denied nor still to come, nor told as why or since when something else is so."""
    norms = sentence.words.norms(_noun(sentence, sentence.start(first), first), first)
    while norms and norms[-1] in AUXILIARIES:
        norms.pop()
    if norms and norms[-1] in NEGATING:
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
    """Said of the object of the title: as the subject, or as what somebody did it to."""
    words, start = sentence.words, sentence.start(first)
    end = beyond
    while end < sentence.end(beyond) and words.norm(end) not in ENDING | sentence_dates(sentence):
        end += 1
    if _telling(sentence, beyond, end):
        return _names(sentence, beyond, end, wanted)
    if _has_head(sentence, start, first, wanted):
        return _names(sentence, _noun(sentence, start, first), first, wanted)
    subject = _telling(sentence, start, first)
    if subject and wanted.things.issuperset(subject):
        return True
    if not subject and not OUR.isdisjoint(words.norms(start, first)):
        return False  # "I finished my bit"
    if not subject or ("final" in subject and not DOCUMENTS.isdisjoint(subject)):
        return _antecedent(sentence, before, start, wanted)
    return False


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


def sentence_dates(sentence: Sentence) -> frozenset[str]:
    """The words that dates in a sentence begin with."""
    return frozenset(
        sentence.words.norm(at) for at in sentence.dated if at - 1 not in sentence.dated
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
            return _names(each, first, beyond, wanted)
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
    counted = wanted.plural and not wanted.counts.isdisjoint(norms)
    if "contrast" in turns(spoken, at, sentence.beyond):
        return "deliverable.but"
    if SHARE.search(sentence.low):
        return "deliverable.share"
    if wanted.counts and any(_counts_otherwise(sentence, wanted)):
        return "deliverable.how-many"
    if wanted.several and EVERY.isdisjoint(norms) and not counted:
        return "deliverable.several"
    if any(OUTSTANDING.search(each.low, each.signs) for each in sentences):
        return "deliverable.outstanding"
    return ""
