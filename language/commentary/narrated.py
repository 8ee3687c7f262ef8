"""What narration leaves a careful reader with, where it passes no verdict and promises no day.

"The draft was circulated in May and comments are being considered" is under way; "the gate has been
replaced" is done, where nothing else could be meant. It is never more than asked about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from domain.work import Status
from language.claims.subjects import Sentence
from language.commentary.telling import GOES_ON, NARRATED, Told
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.references.numerals import DIGITS
from language.references.titles import heading, stem

AHEAD = pattern("narrated.ahead")
NOW = pattern("narrated.now")
DOING = pattern("narrated.doing")
STALLED = pattern("narrated.stalled")
UNBEGUN = pattern("narrated.unbegun")
UNREAL = pattern("narrated.unreal")
AUXILIARIES = word_set("narrated.auxiliaries")
ADVERBS = word_set("narrated.adverbs")
IRREGULAR = word_set("narrated.irregular")
UNLIKE = word_set("narrated.unlike")
STEPS = word_set("narrated.steps")
SPEECH = word_set("narrated.speech")
NOTHING = word_set("narrated.nothing")
DETERMINERS = word_set("narrated.determiners")
GENERIC = word_set("narrated.generic")
REPORTING = frozenset(["report", "reports", "present", "provide", "submit", "take", "bring"])
TO_COME = frozenset(["be", "being", "will", "would", "to", "shall"])
FEWEST = 8  # tokens: in fewer nothing is narrated
TERSE = 11  # beside a reference, which makes any few words a terse answer
LONGEST = 500
OF_ALL = re.compile(r"(?<![\d.,])(\w+) (?:out )?of (?:the |our |all )?(\w+)\b")
WORD = re.compile(r"[a-z]+")


class Deed(NamedTuple):
    """What is said to have been done at the token ``at``; ``step``: on the way to something."""

    at: int
    step: bool
    denied: bool


def narrated(sentences: Sequence[Sentence], title: str) -> Told | None:
    """Under way, done, held up or not begun, as the last of it has it; None where it narrates
    nothing."""
    length = sum(each.beyond - each.first for each in sentences)
    fewest = TERSE if any(each.named for each in sentences) else FEWEST
    if not fewest <= length <= LONGEST or any(map(_is_unreal, sentences)):
        return None
    deeds = [each for sentence in sentences for each in deeds_in(sentence)]
    if status := _open(sentences, deeds):
        return Told(status, None, (GOES_ON,), NARRATED)
    if not deeds or deeds[-1].denied:
        return None
    status = Status.COMPLETE if _may_be_it(deeds[-1], sentences, title) else Status.IN_PROGRESS
    return Told(status, None, ("prose.deed",), NARRATED)


def _is_unreal(sentence: Sentence) -> bool:
    asks = sentence.words.norm(sentence.beyond) == "?"
    return asks or UNREAL.search(sentence.low, sentence.signs) is not None


def _open(sentences: Sequence[Sentence], deeds: Sequence[Deed]) -> Status | None:
    """How it stands where something of it is to come, goes on, is held up or not begun."""
    last = max((each.at for each in deeds if not each.denied), default=-1)
    if _is_stalled(sentences, last):
        return Status.DELAYED
    if _is_unbegun(sentences[0], deeds):
        return Status.NOT_STARTED
    return Status.IN_PROGRESS if _goes_on(sentences, last) else None


def _is_unbegun(opening: Sentence, deeds: Sequence[Deed]) -> bool:
    """It opens with what is to begin, and nothing was done before."""
    found = UNBEGUN.match(opening.low, opening.signs)
    if found is None:
        return False
    _, beyond = opening.span(found, opening.first)
    return all(each.at >= beyond for each in deeds)


def _is_stalled(sentences: Sequence[Sentence], last: int) -> bool:
    """Held up, and nothing was done since: "the delay was long, but it has been delivered"."""
    for each in sentences:
        for match in STALLED.all_in(each.low, each.signs):
            if each.span(match, each.first)[1] > last:
                return True
    return False


def _goes_on(sentences: Sequence[Sentence], last: int) -> bool:
    """Something is to come, or still went on when the last thing was done."""
    for each in sentences:
        if AHEAD.search(each.low, each.signs) or _is_of_some(each):
            return True
        if each.beyond <= last:
            continue
        if NOW.search(each.low, each.signs) or DOING.search(each.low, each.signs):
            return True
    return False


def _is_of_some(sentence: Sentence) -> bool:
    """Read "four of the five courses have been run" as what goes on."""
    for match in OF_ALL.finditer(sentence.low):
        done, whole = (DIGITS.get(each, each) for each in match.groups())
        if done.isdigit() and whole.isdigit() and int(done) < int(whole):
            return True
    return False


def _may_be_it(deed: Deed, sentences: Sequence[Sentence], title: str) -> bool:
    """Whether what was done can be the whole: it has a word of the title, or the title none."""
    if deed.step and not _is_reported(deed, sentences, title):
        return False
    own = _matter_of(title)
    telling = (each for each in sentences if each.first <= deed.at < each.beyond)
    said = {stem(norm) for each in telling for norm in each.words.norms(each.first, each.beyond)}
    return not own or not own.isdisjoint(said)


def _is_reported(deed: Deed, sentences: Sequence[Sentence], title: str) -> bool:
    """Read "the report went to the board" as what was to be reported to it."""
    if heading(title).deed not in REPORTING:
        return False
    telling = next(each for each in sentences if each.first <= deed.at < each.beyond)
    return {"to", "by", "at"}.intersection(telling.words.norms(deed.at, deed.at + 4)) != set()


@lru_cache(maxsize=4096)
def _matter_of(title: str) -> frozenset[str]:
    """What a title is about; nothing where it is "Implement stage 2"."""
    return frozenset(stem(each) for each in WORD.findall(title.lower()) if each not in GENERIC)


def deeds_in(sentence: Sentence) -> Iterator[Deed]:
    """What is said to have been done in it, but not who reported it."""
    words = sentence.words
    for at in range(sentence.first, sentence.beyond):
        norm = words.norm(at)
        if not _is_past(norm) or at in sentence.dated or _is_reporting(norm, sentence, at):
            continue
        before = at - 1
        while before >= sentence.first and words.norm(before) in ADVERBS:
            before -= 1
        lead = words.norm(before) if before >= sentence.first else ""
        if lead in TO_COME or (lead in DETERMINERS and lead not in AUXILIARIES):
            continue
        denied = not NOTHING.isdisjoint(words.norms(sentence.start(at), at))
        yield Deed(at, norm in STEPS, denied)


def _is_past(norm: str) -> bool:
    if norm in UNLIKE:
        return False
    return norm in IRREGULAR or norm in STEPS or (norm.endswith("ed") and len(norm) > 4)


def _is_reporting(norm: str, sentence: Sentence, at: int) -> bool:
    """Read "officers confirmed that" and "members were advised that" as what opens a report."""
    if norm not in SPEECH:
        return False
    return "that" in sentence.words.norms(at, at + 6) or at - sentence.first < FEWEST
