"""A message in clauses, each small enough to say one thing about one subject."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from domain.work import Status
from language.clauses.asking_next import asks_next, turns_aside
from language.clauses.run_on import edge_before, is_next, last_before, runs_on
from language.clauses.told_first import headings, numbered_items, told_apart
from language.dates.finding import Dated
from language.lexicon.text import ENDS, Words
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set
from language.references.excepting import ALL, exception_at
from language.references.finding import Mention

BREAKS = word_set("clauses.breaks")
AND = word_set("clauses.and")
SUBJECTS = word_set("clauses.subjects")
REASONS = word_set("clauses.reasons")
LEANING = word_set("borrowed.leaning")


BEING = frozenset(["be", "finish", "complete", "end", "close", "start", "begin", "go", "report"])
OPENING_WHY = frozenset(["owing", "because", "due", "following", "given"])
BEING_SO = frozenset(["is", "are", "has", "have"])
TURNING = frozenset(["will", "should", "shall"])
APART = frozenset([",", "-", ";"])
BREATH = 48  # words: as many as anybody says in one clause, and half as many again
LISTED = 4  # words after "complete:" among which the first of its actions stands
ANSWERS = frozenset(["yes", "no", "not", "none", "nil", "nothing", "all", "both", "n", "y"])
WE = frozenset(["we've", "we're", "we", "i've", "i", "i'm", "weve"])
BIDDING = frozenset(
    ["close", "complete", "mark", "put", "set", "make", "show", "record", "rate", "call", "move"]
) | {"push", "flag", "cancel", "drop", "keep", "list", "class", "tick", "sign", "change", "update"}
EXPECTING = frozenset(["it'll", "we'll", "that'll", "they'll", "now", "will", "it's", "expect"])
SHARES = word_set("shared.per_cent")
CONDITIONS = frozenset(["if", "unless", "once", "when", "because", "while"])

KEPT = frozenset(["so", "then", "also", "but", "however", "although", "though", "whereas", "while"])
# Whatever has a say in where a clause ends or begins: nothing else is looked at.
BREAKING = BREAKS | AND | {"-"}
CUTTING = frozenset(["-", ":"]).union(
    BREAKS, AND, REASONS, OPENING_WHY, APART, WE, CONDITIONS, ENDS, ["it", "it's"]
)


class Clause(NamedTuple):
    """Tokens from ``first`` to before ``beyond``. ``sentence`` counts sentences from 0.

    ``why``: it gives a reason or condition, so that a status in it is hardly the action's.
    """

    first: int
    beyond: int
    sentence: int
    why: bool = False
    asks: bool = False

    @property
    def span(self) -> range:
        """Where its tokens stand."""
        return range(self.first, self.beyond)

    def holds(self, at: int) -> bool:
        return self.first <= at < self.beyond


@dataclass(slots=True, eq=False)
class Marked:
    """What was recognised in a message: references, phrases, dates."""

    mentions: Sequence[Mention]
    hits: Sequence[Hit]
    dates: Sequence[Dated]


def clauses_of(words: Words, marked: Marked) -> list[Clause]:
    """Cut a message into clauses; never inside a reference, a phrase or a date."""
    starts = {each.first: each.beyond for each in marked.mentions}
    if starts and (under := headings(words, starts, marked.hits)):
        edges = pairwise([*under, len(words.listed)])
        ends = [max(starts[at] for at in starts if first < at < beyond) for first, beyond in edges]
        pairs = zip(under, ends, strict=True)
        return [Clause(*both, sentence) for sentence, both in enumerate(pairs)]
    return _asking(_cut_up(words, marked, starts))


def _cut_up(words: Words, marked: Marked, starts: Mapping[int, int]) -> list[Clause]:
    whole = _inner(marked)
    telling = _telling(words, marked)
    tellings = sorted(telling)
    told_by = _told_by(marked) if ":" in words.said else frozenset[int]()
    told_of = _told_of(marked)
    exceptions, asides = _exceptions(words, marked.mentions), turns_aside(words, marked)
    heads = numbered_items(words, starts)
    apart = heads | told_apart(words, starts, telling)
    found: list[Clause] = []
    first = cut = sentence = 0
    named = why = opened_why = excepted = False
    for at in _cuts(words, {*starts, *apart}):
        norm, free, start = words.norm(at), at not in whole, at in starts
        told = (start or norm in APART) and last_before(at, tellings) >= cut
        asks = named and told and not why and norm in APART and asks_next(words, at)
        end = asks or at in asides or (free and norm in ENDS)
        breaks = end or at in apart or (free and norm in BREAKING and _breaks(words, at, starts))
        breaks = breaks or (norm == ":" and free and _sets_off(words, at, told_by, starts.keys()))
        crowded = (
            start and named and (told or excepted or _sets_apart(words, at, starts[at], told_of))
        )
        crowded = crowded or (told and (at in exceptions or _is_next(telling - heads, starts, at)))
        crowded = crowded or (
            told and start and not named and runs_on(words, first, at, starts, tellings)
        )
        crowded = crowded or (start and named and is_next(words, at, starts, told_of))
        turns_back = free and at > first + 2 and _turns_back(words, first, at, opened_why)
        turns_back = turns_back or (why and at > first + 2 and _turns_to(words, at, starts))
        turns_why = free and at > first and norm in REASONS and _gives_reason(words, at, telling)
        why = why or (at == first and norm in CONDITIONS)
        opened_why = opened_why or (at == first and norm in OPENING_WHY)
        if breaks or crowded or turns_why or turns_back:
            edge, opening = edge_before(words, first, at, starts) if crowded else (at, at)
            if at > first:
                clause = Clause(first, edge, sentence, why, end and norm == "?")
                found += [clause] if at - first <= BREATH else _in_breaths(clause, whole)
            kept = crowded or turns_why or turns_back or norm in KEPT or at in heads
            why = turns_why or (crowded and words.norm(at - 1) in LEANING)
            first, cut = (opening if kept else at + 1), at
            named = opened_why = excepted = False
        excepted = excepted or (start and exception_at(words, at) is not None)
        named = named or start
        sentence += end
    if first < len(words.listed):
        last = Clause(first, len(words.listed), sentence, why)
        found += [last] if last.beyond - first <= BREATH else _in_breaths(last, whole)
    return found


def _inner(marked: Marked) -> frozenset[int]:
    """The tokens of references, phrases and dates after the first of each: no clause ends there."""
    return frozenset(
        [
            at
            for some in (marked.mentions, marked.hits, marked.dates)
            for each in some
            if each.beyond > each.first + 1
            for at in range(each.first + 1, each.beyond)
        ]
    )


def _turns_back(words: Words, first: int, at: int, opened_why: bool) -> bool:
    """Read "since the new team began it is green" as when, and then how it stands."""
    if words.norm(first) != "since":
        return opened_why and words.norm(at) in WE
    return words.norm(at) == "it's" or (words.norm(at) == "it" and words.norm(at + 1) in BEING_SO)


def _turns_to(words: Words, at: int, starts: Mapping[int, int]) -> bool:
    """Read "as the hall is shut 1.2 will be late" as of 1.2 from there on."""
    return at in starts and words.norm(starts[at]) in TURNING


def _in_breaths(clause: Clause, whole: Set[int]) -> Iterator[Clause]:
    """What goes on without an end, in pieces: so a message is read in time, whatever is in it."""
    first = clause.first
    while clause.beyond - first > BREATH:
        at = first + BREATH
        while at in whole:
            at += 1
        yield clause._replace(first=first, beyond=at)
        first = at
    if first < clause.beyond:
        yield clause._replace(first=first)


def _sets_apart(words: Words, at: int, beyond: int, told_of: Set[int]) -> bool:
    """Read "all fine bar 1.2" and "1.1: 1.2 ..." as of two, though nothing was told yet."""
    if words.norm(at - 1) == ":":
        return True
    # "everything in 26 except 26.2 is on track", "all but the last done"
    whole = beyond in told_of or words.norm(beyond) in BEING_SO
    return exception_at(words, at) is not None and not whole


def _told_by(marked: Marked) -> frozenset[int]:
    """Where a status, or a day after one, ends, whose note a colon may open.

    That of what is late goes on to when it will be.
    """
    told = [each for each in marked.hits if each.term.status]
    first = min((each.first for each in told), default=0)
    ends = [each.beyond for each in told if each.term.status is not Status.DELAYED]
    return frozenset(
        [*ends, *(each.beyond for each in marked.dates if told and each.first > first)]
    )


def _sets_off(words: Words, at: int, told_by: Set[int], starts: Set[int]) -> bool:
    """Read "amber: no builder yet" as a status and its note, but not "Complete: 7.1, 7.2"."""
    named = any(each in starts for each in range(at + 1, at + LISTED))
    answered = words.norm(at + 1) in ANSWERS or words.norm(at + 1)[:1].isdigit()
    return at in told_by and not (named or answered)


def _told_of(marked: Marked) -> frozenset[int]:
    """Where a status is told, if several actions are named."""
    several = len(marked.mentions) > 1
    return frozenset([each.first for each in marked.hits if several and each.term.status])


def _exceptions(words: Words, mentions: Sequence[Mention]) -> frozenset[int]:
    """Where an action is named as what the several before it are told without."""
    pairs = pairwise(mentions)
    return frozenset(
        [
            each.first
            for last, each in pairs
            if len(last.refs) > 1 and exception_at(words, each.first) is not None
        ]
    )


def _telling(words: Words, marked: Marked) -> frozenset[int]:
    """Where a status is told, a date or a share."""
    told = [each.first for each in marked.hits if each.term.status]
    told += [each.first for each in marked.dates]
    if not SHARES.isdisjoint(words.said):
        told += [at for at, norm in enumerate(words.listed) if norm in SHARES]
    return frozenset(told)


def _cuts(words: Words, starts: Collection[int]) -> list[int]:
    """Where a clause may end or begin, or name an action."""
    if CUTTING.isdisjoint(words.said):
        return sorted(starts)
    return [at for at, norm in enumerate(words.listed) if norm in CUTTING or at in starts]


def _gives_reason(words: Words, at: int, telling: Set[int]) -> bool:
    """Read "as the lead has left" as a reason, but not "as complete", "due 3 May", "since June"."""
    if words.norm(at) == "as" and words.norm(at + 1) in (
        "far",
        "well",
        "such",
        "ever",
        "of",
        "always",
        "usual",
    ):
        return False
    if words.norm(at) == "as" and words.norms(at + 1, at + 3) == ["a", "whole"]:
        return False
    if words.norm(at) == "due" and (words.norm(at + 1) != "to" or words.norm(at + 2) in BEING):
        return False
    return telling.isdisjoint((at, at + 1))


def _is_next(telling: Set[int], starts: Mapping[int, int], at: int) -> bool:
    """Read "1.1 is out, all seen 🔵 1.2 🔴": the first mark ends what is told of the one before."""
    return at > min(starts, default=at) and at - 1 in telling and starts.get(at) in telling


def _breaks(words: Words, at: int, starts: Collection[int]) -> bool:
    norm = words.norm(at)
    if norm == "-":
        return not (words.glued(at) and words.glued(at + 1))
    if norm in BREAKS:
        return norm != "but" or words.norm(at - 1) not in ALL
    following = words.norm(at + 1)
    if norm not in AND:
        return False
    if norm == "so" and following in EXPECTING:  # "legal want another look so it'll be May"
        return True
    # "7.3 at risk and close 7.4": what is wished of the second is not said of the first.
    return at + 1 in starts or following in SUBJECTS or (following in BIDDING and at + 2 in starts)


def _asking(clauses: list[Clause]) -> list[Clause]:
    asking = {clause.sentence for clause in clauses if clause.asks}
    if not asking:
        return clauses
    return [clause._replace(asks=clause.sentence in asking) for clause in clauses]
