"""What somebody mistyped and put right at once: "60%, sorry 70%", "7.3, or rather 7.4, is done".

Only what stands in the place of the same kind: a day of a day, a share of a share, and of a name
the next, before anything is told of it.
"""

from collections.abc import Iterator, Sequence, Set

from language.clauses.splitting import Marked
from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set

SLIPS = word_set("slips.slips")
LEADING = word_set("slips.leading")
MARKS = (ENDS | {",", "-", ":", "("}) - {"?"}
DENYING = frozenset(["not", "scratch", "scrap", "scrub", "strike", "ignore", "forget", "than"])
NO = "no"
VERBS = frozenset(["is", "are", "has", "have", "was", "were", "will"])
LOOSE = frozenset(["hint", "event", "perhaps"])


def slipped(words: Words, marked: Marked) -> Set[int]:
    """The tokens of what was put right, and those that say so."""
    if SLIPS.isdisjoint(words.said) and "not" not in words.said:
        return frozenset()
    found = (
        *_days(words, marked),
        *_shares(words, marked),
        *_statuses(words, marked),
        *_names(words, marked),
        *_denied(words, marked),
        *_denied_shares(words),
    )
    return {at for each in found for at in each}


def _days(words: Words, marked: Marked) -> Iterator[Sequence[int]]:
    """Read "30 April, no, 31 May" and "a month late. Actually two months" as the later."""
    told = {at for each in marked.hits if each.term.status for at in range(each.first, each.beyond)}
    for each in marked.dates:
        start = _slip_before(words, each.first)
        before = start
        while before is not None and before - 1 in told:
            before -= 1
        old = next((day for day in marked.dates if day.beyond == before), None)
        if old and start is not None and not _is_of_another(words, marked, each.beyond):
            yield (*range(old.first, old.beyond), *range(start, each.first))


def _denied_shares(words: Words) -> Iterator[Sequence[int]]:
    """Read "sorry, 60% not 80%" and "not 80%, 60%" as 60%."""
    for at, norm in enumerate(words.listed):
        if norm != "not" or words.norm(at + 2) != "%":
            continue
        light = words.norm(at + 3) in (",", "but", "-", ";")
        after = words.norm(at + 4) if words.norm(at + 5) == "%" else ""
        before = words.norm(at - 1 - (words.norm(at - 1) == ","))
        if (before == "%" and not SLIPS.isdisjoint(words.said)) or (light and after.isdecimal()):
            yield range(at, at + 3 + light)


def _is_of_another(words: Words, marked: Marked, at: int) -> bool:
    """Read "7.3 by 30 April. Sorry, 31 May for 7.4" as of each its own: a name follows."""
    end = at
    while end < len(words.tokens) and words.norm(end) not in ENDS:
        end += 1
    return any(at <= each.first < end for each in marked.mentions)


def _shares(words: Words, marked: Marked) -> Iterator[Sequence[int]]:
    """Read "60% - no, 70%" as 70%."""
    for at, norm in enumerate(words.listed):
        start = _slip_before(words, at - 1) if norm == "%" else None
        if start is None or words.norm(start - 1) != "%" or _is_of_another(words, marked, at):
            continue
        yield range(start - 2, at - 1)


def _statuses(words: Words, marked: Marked) -> Iterator[Sequence[int]]:
    """Read "done - no, nearly done" as nearly; "done, sorry, late" may be sorry for a late word."""
    told = [each for each in marked.hits if each.term.status and each.term.strength not in LOOSE]
    for each in told:
        start = _slip_before(words, each.first)
        before = next((some for some in told if some.beyond == start), None)
        if before and "sorry" not in words.norms(before.beyond, each.first):
            yield range(before.first, each.first)


def _names(words: Words, marked: Marked) -> Iterator[Sequence[int]]:
    """Read "7.3 sorry 7.4 is done" as of 7.4; "7.3 no, 7.4 done" may well answer for each."""
    for each in marked.mentions:
        start = _slip_before(words, each.first)
        before = next((some for some in marked.mentions if some.beyond == start), None)
        if before is None or len(before.refs) != len(each.refs) or before.refs == each.refs:
            continue
        denied = words.norm(before.first - 1) in DENYING
        if not (denied or NO in words.norms(before.beyond, each.first)):
            yield range(before.first, each.first)


def _denied(words: Words, marked: Marked) -> Iterator[Sequence[int]]:
    """Read "7.3, not 7.4, is done" and "7.3 but not 7.4 is done" as of 7.3 alone."""
    ends = {each.beyond for each in marked.mentions}
    for each in marked.mentions:
        at = each.first - 1
        if words.norm(at) != "not":
            continue
        at -= words.norm(at - 1) in ("but", "and")
        at -= words.norm(at - 1) == ","
        beyond = each.beyond + (words.norm(each.beyond) == ",")
        if at in ends and words.norm(beyond) in VERBS:
            yield range(at, beyond)


def _slip_before(words: Words, at: int) -> int | None:
    """Where the words begin by which what stands at a place is put right; None where none do."""
    start, slips = at, list[int]()
    while (norm := words.norm(start - 1)) in SLIPS or norm in LEADING or norm in MARKS:
        if norm in ENDS and not slips:
            return None
        start -= 1
        slips += [start] if norm in SLIPS else []
    if not slips:
        return None
    plain = {words.norm(each) for each in slips} != {NO}
    return start if plain or not MARKS.isdisjoint(words.norms(start, at)) else None
