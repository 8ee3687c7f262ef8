"""What each clause claims about the status: with negation, tense, hedges and conditions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from domain.work import Status
from language.clauses import Clause
from language.text import Words
from language.vocabulary import Hit, Term
from language.words import word_set

LIGHT = word_set("claims.light") | {"\n"}
OBJECT = word_set("claims.object")
FOLLOWS = word_set("claims.follows")
CROWDS = word_set("claims.crowds")
SUPPORTS = frozenset({"complete.label", "complete.said", "complete.mark"})
LEVELS = {
    "said": 3,
    "label": 3,
    "mark": 3,
    "idiom": 2,
    "hint": 2,
    "perhaps": 2,
    "event": 1,
    "cheer": 1,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A status that a clause speaks of. ``doubt`` names the rule that made it unsure.

    ``direct``: said of the action itself, not of some part or person in it.
    ``promise``: not so yet, but said to become so.
    """

    hit: Hit
    clause: Clause
    status: Status | None
    level: int
    direct: bool
    doubt: str = ""
    promise: bool = False
    past: bool = False
    subject: frozenset[str] = frozenset()


class Tokens(NamedTuple):
    """The tokens of a clause that name the action, and those that tell a status."""

    about: frozenset[int]
    told: frozenset[int]


class Turns(NamedTuple):
    """The words of a clause that change a meaning, by kind: where they stand."""

    at: tuple[tuple[int, int, str], ...]

    def before(self, hit: Hit, kind: str, words: Words, light: frozenset[str]) -> bool:
        """Whether such a word stands right before, with nothing but light words between."""
        return any(
            beyond <= hit.first
            and all(_passes(words.norm(at), light) for at in range(beyond, hit.first))
            for _, beyond, each in self.at
            if each == kind
        )

    def anywhere_before(self, kind: str, hit: Hit) -> bool:
        return any(each == kind and beyond <= hit.first for _, beyond, each in self.at)

    def anywhere(self, kind: str) -> bool:
        return any(each == kind for _, _, each in self.at)


def _passes(norm: str, light: frozenset[str]) -> bool:
    return norm in light or norm.endswith("ly") or norm[:1].isdigit()


CONDITION = Term("condition", "turn")
NEAR = word_set("claims.near")


def claims_in(
    words: Words,
    clause: Clause,
    hits: Sequence[Hit],
    about: frozenset[int],
    beside: Sequence[Hit] = (),
) -> Iterator[Claim]:
    """Every status claimed in a clause; ``about`` are the tokens that name the action.

    ``beside`` are the phrases of the next clause, where that makes no claim of its own.
    """
    near = [
        *hits,
        *(each for each in beside if each.term.value in ("condition", "exception", "hedge", "if")),
    ]
    near += [each._replace(term=CONDITION) for each in beside if each.term.value == "future"]
    turns = Turns(
        tuple((each.first, each.beyond, each.term.value) for each in near if not each.term.status)
    )
    told = frozenset(
        at for each in hits if each.term.status for at in range(each.first, each.beyond)
    )
    for hit in hits:
        if hit.term.status and not _describes_something_else(words, hit, clause, about):
            yield _claim(words, clause, hit, turns, Tokens(about, told))


def _claim(words: Words, clause: Clause, hit: Hit, turns: Turns, tokens: "Tokens") -> Claim:
    status = hit.term.status
    direct = _is_direct(words, clause, hit, tokens)
    subject = frozenset(words.norm(at) for at in range(clause.first, hit.first))
    claim = Claim(hit, clause, status, LEVELS[hit.term.strength], direct, subject=subject)
    named_none = any(
        words.norm(at) in ("neither", "none") for at in tokens.about if clause.holds(at)
    )
    if named_none or turns.before(hit, "negation", words, NEAR):
        return _negated(claim, _is_future(words, clause, hit))
    if turns.anywhere_before("negation", hit) and status is Status.COMPLETE:
        return replace(
            claim,
            status=None if claim.level == 1 else Status.IN_PROGRESS,
            doubt="status.negation-near",
        )
    promised = turns.before(hit, "future", words, NEAR) and subject.isdisjoint(MARKING)
    if promised or _is_verb(words, hit, clause):
        return _promised(claim)
    past = turns.before(hit, "past", words, NEAR) and status is not Status.COMPLETE
    past = past or words.norm(hit.first - 1) == "from"
    doubt = _doubt(claim, turns)
    return _held_back(claim, doubt, past)


def _held_back(claim: Claim, doubt: str, past: bool) -> Claim:
    status = claim.status
    partly = not claim.direct and claim.level > 1 and not PART.isdisjoint(claim.subject)
    if status is Status.COMPLETE and (doubt in ("status.condition", "status.exception") or partly):
        status = Status.IN_PROGRESS
        doubt = doubt or "status.part"
    return replace(claim, status=status, doubt=doubt or ("status.past" if past else ""), past=past)


def _negated(claim: Claim, future: bool) -> Claim:
    match claim.status:
        case Status.DELAYED | Status.AT_RISK:
            return replace(claim, status=Status.ON_TRACK)
        case Status.COMPLETE if future:
            return replace(
                claim, status=Status.DELAYED, doubt="status.not-in-time", level=min(claim.level, 2)
            )
        case Status.COMPLETE:
            return replace(
                claim,
                status=Status.IN_PROGRESS,
                doubt="status.not-complete",
                level=min(claim.level, 2),
            )
        case Status.ON_TRACK:
            return replace(claim, status=Status.DELAYED, doubt="status.not-on-track")
        case Status.IN_PROGRESS if claim.hit.term.strength == "label":
            return replace(claim, status=Status.NOT_STARTED)
        case _:
            return replace(claim, status=None, doubt="status.negated")


def _is_future(words: Words, clause: Clause, hit: Hit) -> bool:
    """Read "won't be done", "not going to be done", "not done by the deadline": late, or to be."""
    before = {words.norm(at) for at in range(clause.first, hit.first)}
    after = {words.norm(at) for at in range(hit.beyond, min(hit.beyond + 2, clause.beyond))}
    return not before.isdisjoint(FUTURE) or "by" in after


MARKING = word_set("claims.marking")
SETTING = word_set("claims.setting")
PART = word_set("claims.part")
FUTURE = word_set("claims.future")


def _promised(claim: Claim) -> Claim:
    match claim.status:
        case Status.COMPLETE:
            return replace(claim, status=None, promise=True)
        case Status.DELAYED | Status.AT_RISK:
            return claim
        case Status.IN_PROGRESS if claim.hit.term.strength == "label":
            return replace(claim, status=Status.NOT_STARTED, doubt="status.future")
        case _:
            return replace(claim, doubt="status.future")


def _doubt(claim: Claim, turns: Turns) -> str:
    if claim.clause.asks:
        return "status.asked"
    if turns.anywhere("condition") and claim.status not in (Status.DELAYED, Status.AT_RISK):
        return "status.condition"
    if turns.anywhere("exception") and claim.status is Status.COMPLETE:
        return "status.exception"
    if turns.anywhere("if"):
        return "status.condition"
    if turns.anywhere("hedge") or claim.hit.term.strength in ("perhaps", "hint"):
        return "status.hedge"
    if claim.level == 1:
        return "status.event"
    return ""


def _describes_something_else(
    words: Words, hit: Hit, clause: Clause, about: frozenset[int]
) -> bool:
    """Read "Green Lane", "children at risk", "delayed discharges": not said of an action."""
    before, after = words.norm(hit.first - 1), words.norm(hit.beyond)
    if (hit.term.value == "at_risk" and before in CROWDS) or _is_share(words, hit):
        return True
    if hit.term.strength != "label" or hit.term.value == "in_progress":
        return False
    if (
        hit.beyond >= clause.beyond
        or hit.beyond in about
        or after in FOLLOWS
        or not after.isalpha()
    ):
        return False
    return not after.endswith("ly")


def _is_share(words: Words, hit: Hit) -> bool:
    """Read "65% done": so much, and no more."""
    before = words.norm(hit.first - 1)
    return before in ("%", "percent", "cent") and words.norm(hit.first - 2) not in ("100",)


def _is_verb(words: Words, hit: Hit, clause: Clause) -> bool:
    """Read "complete the audit" and "to complete": something to be done, not done."""
    before = {words.norm(at) for at in range(clause.first, hit.first)}
    if words.norm(hit.first - 1) == "to" and hit.term.status is Status.COMPLETE:
        return before.isdisjoint(SETTING)
    return words.norm(hit.first) == "complete" and words.norm(hit.beyond) in OBJECT


def _is_direct(words: Words, clause: Clause, hit: Hit, tokens: Tokens) -> bool:
    about = tokens.about
    if hit.beyond in about or (
        words.norm(hit.beyond) in ("action", "the", "with", "on") and hit.beyond + 1 in about
    ):
        return True
    if (
        words.norm(hit.beyond - 1) in ("started", "begun", "commenced")
        and words.norm(hit.beyond).isalpha()
        and words.norm(hit.beyond) not in FOLLOWS
    ):
        return False
    named = [at for at in about if clause.first <= at < hit.first]
    start = max(named) + 1 if named else clause.first
    return all(
        at in tokens.told
        or words.norm(at) in LIGHT
        or words.tokens[at].kind not in ("word", "number")
        for at in _without_brackets(words, start, hit.first)
    )


def _without_brackets(words: Words, first: int, beyond: int) -> list[int]:
    depth, kept = 0, []
    for at in range(first, beyond):
        depth += (words.norm(at) == "(") - (words.norm(at) == ")")
        if depth <= 0 and words.norm(at) != ")":
            kept.append(at)
    return kept
