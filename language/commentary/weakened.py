"""What weakens a verdict where it stands: a hedge, a condition, a denial, somebody else's word."""

from bisect import bisect_left

from domain.work import Status
from language.claims.spoken import Spoken
from language.claims.subjects import Sentence
from language.commentary.reach import Reached
from language.lexicon.words import word_set

SLOW = frozenset([Status.AT_RISK, Status.DELAYED])
UNSURE = frozenset(["hedge", "unreal", "if", "unsure"])
DENYING = frozenset(["negation", "disbelief"])
SUBJECTS = word_set("clauses.subjects")
IFS = frozenset(["if", "once", "unless", "should", "when", "until"])
CONDITIONS = frozenset(["condition", "if", "exception"])
UNLESS = frozenset(["without", "unless", "if"])
NOBODY = frozenset(["nobody", "none", "no-one", "few"])
CONCEDING = frozenset(["although", "though", "while", "whilst"])
WANTING = word_set("shared.awaiting")  # what is missing is missing now
NEAR = 3  # tokens: ", but subject to"
SHORT = 4  # tokens: ", I think"
FRAME = 6  # tokens: "I cannot say that"


def framed(sentence: Sentence, spoken: Spoken, reached: Reached) -> str:
    """Read "the union says that it is" and "while I am confident, ..." as no last word of ours."""
    start = sentence.start(reached.first)
    joint = sentence.words.norm(start - 1)
    around = sentence.words.norms(reached.beyond, sentence.beyond)
    if joint in IFS or (reached.status in SLOW and not UNLESS.isdisjoint(around)):
        return "verdict.condition"
    if joint in CONCEDING and reached.status not in SLOW:
        return "verdict.conceded"
    if joint != "that":
        return ""
    before = turns(spoken, max(start - FRAME, sentence.first), start)
    said = sentence.words.norms(max(start - FRAME, sentence.first), start)
    if not (before.isdisjoint(UNSURE | DENYING) and NOBODY.isdisjoint(said)):
        return "verdict.denied"
    return "verdict.hearsay" if sentence.is_hearsay(reached.first) else ""


def denied(sentence: Sentence, spoken: Spoken, first: int) -> str:
    """Read "I would not say that it is progressing well"."""
    start = sentence.start(first)
    hits = turns(
        spoken, start - FRAME if sentence.words.norm(start - 1) == "that" else start, first
    )
    return "" if DENYING.isdisjoint(hits) else "verdict.denied"


def beside(sentence: Sentence, spoken: Spoken, first: int, beyond: int, status: Status) -> str:
    """What weakens a verdict: hedged in its own statement, or under a condition beside it."""
    if sentence.words.norm(sentence.beyond) == "?":
        return "verdict.asked"
    start, end = sentence.start(first), sentence.end(beyond)
    outside = turns(spoken, start, first) | turns(spoken, beyond, end)
    if sentence.words.norm(start - 1) == "that":  # "I reckon that one's done"
        outside |= turns(spoken, max(start - FRAME, sentence.first), start) & UNSURE
    aside = sentence.end(end + 1)
    outside |= turns(spoken, end, aside) if aside - end <= SHORT else set()
    if not UNSURE.isdisjoint(outside):
        return "verdict.hedge"
    if sentence.words.norms(sentence.first, first).count('"') % 2:
        return "verdict.quoted"
    if _opens_with_if(sentence) or "otherwise" in spoken.words.norms(start, end):
        return "verdict.condition"
    lasting = sentence.words.norm(beyond) == "until" and beyond + 1 not in sentence.dated
    if lasting and status not in SLOW:
        return "verdict.until"
    after = turns(spoken, beyond, sentence.beyond) | outside
    conditional = sentence.words.norm(end) in IFS or not CONDITIONS.isdisjoint(after)
    return "verdict.condition" if status not in SLOW and conditional else ""


def _opens_with_if(sentence: Sentence) -> bool:
    """Read "should we get it" as a condition, but not "should get near"."""
    opening = sentence.words.norm(sentence.first)
    turned = sentence.words.norm(sentence.first + 1) in SUBJECTS
    return opening in IFS and (opening != "should" or turned)


def conditioned(sentence: Sentence, spoken: Spoken, beyond: int) -> bool:
    """Whether a statement before the token sets a condition: "provided that they sign, ..."."""
    words = sentence.words
    return any(
        kind == "condition"
        and sentence.first <= at < beyond
        and words.norm(at) not in WANTING
        and (at <= sentence.start(at) + 1 or at + 1 >= sentence.end(at))
        for at, kind in spoken.turned
    )


def conditioned_then(sentence: Sentence, spoken: Spoken, end: int) -> bool:
    """Whether what follows a statement opens as a condition: "by May, subject to sign-off"."""
    words = sentence.words
    return any(
        kind == "condition"
        and end <= at < min(end + NEAR, sentence.beyond)
        and words.norm(at) not in WANTING
        for at, kind in spoken.turned
    )


def turns(spoken: Spoken, first: int, beyond: int) -> set[str]:
    """The kinds of words that change a meaning, from one token to before another."""
    found = spoken.turned
    start = bisect_left(found, (first, ""))
    return {kind for _, kind in found[start : bisect_left(found, (beyond, ""), start)]}
