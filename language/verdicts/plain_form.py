"""Whether a status stands plainly: in a short clause, with nothing unread that could bear on it."""

from collections.abc import Iterator, Sequence, Set

from domain.work import Status
from language.claims.claimed import PART, Claim
from language.claims.directly import ENDED, LIGHT, RATINGS
from language.claims.spoken import Spoken
from language.clauses.splitting import Clause
from language.lexicon.text import is_emoji
from language.lexicon.words import word_set
from language.promises.cues import SHIFTS, WEAK
from language.promises.promise import Promise

TAILS = word_set("plain_form.tails")
WHERE = frozenset(["at", "on"])  # "held at the hall"
FIGURES = frozenset(["pct", "pc", "percent", "per", "cent"])
MEANING_IT = frozenset(
    ["any", "them", "either", "both", "ours", "same", "us", "side", "end", "x", "xx"]
)
AIMS = frozenset(["to", "for"])  # "on track to deliver the target"
BY_WHEN = frozenset(
    ["weekend", "noon", "midday", "lunchtime", "lunch", "half", "quarter", "then", "now", "tonight"]
)
ASKED = (":", "?")
LEADING = frozenset(["with", "for", "on", "the", "of", ","])
VERBS = word_set("subjects.verbs")
NOTED = 8  # words after "complete:" among which a sentence has its verb
AGO = "ago"
AT_LAST = ["at", "last"]  # "done at last"
UNTELLING = LIGHT | FIGURES | MEANING_IT
MUCH = 6  # unread words beside a status; more is commentary


def form_doubts(
    spoken: Spoken, named: Set[int], clauses: Sequence[Clause], chosen: Claim | None
) -> Iterator[str]:
    """The rules by which the status is not said plainly enough."""
    if chosen is None or not chosen.direct:
        return
    clause, follows = chosen.clause, spoken.words.norm(chosen.hit.beyond)
    after = unread(spoken, named, range(chosen.hit.beyond, clause.beyond))
    if follows == "by" and _by_something(spoken, chosen):
        yield "form.by"
    if follows == ":" and _is_heading(spoken, chosen, named) and not _heads_refs(chosen, named):
        yield "form.heading"
    if chosen.status in ENDED and _counts(spoken, named, chosen):
        yield "form.counted"
    if follows in ASKED and _is_denied(spoken, chosen):
        yield "form.denied"
    marked = chosen.hit.term.strength == "mark"
    aims = chosen.status is Status.ON_TRACK and follows in AIMS
    happened = chosen.hit.term.strength == "event" and follows in WHERE
    if (
        after
        and not (marked or aims or happened or _is_rated(spoken, chosen, named))
        and not _leads_on(spoken, chosen.hit.beyond, after[0])
    ):
        yield "form.tail"
    elif len(after) > 1 and _commentary(spoken, named, clauses, clause) > MUCH:
        yield "form.prose"


def _is_rated(spoken: Spoken, chosen: Claim, named: Set[int]) -> bool:
    """Read "marking 7.3 as complete for the data team" as the officer's own verdict."""
    before = range(chosen.clause.first, chosen.hit.first)
    rates = any(spoken.words.norm(at) in RATINGS for at in before)
    return rates and not named.isdisjoint(before)


def forecast_doubts(
    spoken: Spoken, named: Set[int], clauses: Sequence[Clause], promise: Promise | None
) -> Iterator[str]:
    """A day with but a weak word for finishing, among commentary: of the action, or of a part?"""
    if promise is None or promise.day is None or promise.rule.split(".")[1] not in WEAK:
        return
    norms = spoken.words.norms(promise.clause.first, min(promise.dates, default=0))
    if any(each in SHIFTS and each not in WEAK for each in norms):
        return  # "delayed to the end of April"
    if _commentary(spoken, named, clauses, promise.clause) >= MUCH:
        yield "forecast.prose"


def unread(spoken: Spoken, named: Set[int], span: range) -> list[int]:
    """Words of their own in a span: neither light, nor recognised."""
    words, read = spoken.words, spoken.read
    return [
        at
        for at in span
        if words.tokens[at].kind == "word"
        and at not in read
        and at not in named
        and words.norm(at) not in UNTELLING
        and words.norms(at - 1, at + 1) != AT_LAST
        and AGO not in words.norms(at, at + 2)  # "finished months ago"
        and not (words.norm(at) == "into" and at + 1 in spoken.dated)  # "slips into June"
    ]


def _is_heading(spoken: Spoken, chosen: Claim, named: Set[int]) -> bool:
    """Read "Completed: 2 courses" and "Done: survey. To do: report" as of parts, not of all."""
    words, at = spoken.words, chosen.hit.beyond
    told = any(each.kind in ("word", "number") for each in words.tokens[at + 1 : at + 2])
    if not told or chosen.status not in ENDED:
        return False
    if unread(spoken, named, range(chosen.clause.first, chosen.hit.first)):
        return False
    after = words.norms(at + 1, at + 1 + NOTED)
    return VERBS.isdisjoint(after) or ":" in words.norms(at + 1, len(words.tokens))


def _counts(spoken: Spoken, named: Set[int], chosen: Claim) -> bool:
    """Read "done with the first two" and "done 2, 3 to go" as of so many."""
    after = range(chosen.hit.beyond, chosen.clause.beyond)
    own = (at for at in after if at not in named and at not in spoken.dated)
    norm = next((n for n in map(spoken.words.norm, own) if n not in LEADING), "")
    return norm in PART or norm.isdigit()


def _is_denied(spoken: Spoken, chosen: Claim) -> bool:
    """Read "on track: no" as an answer to one's own question."""
    at = chosen.hit.beyond
    answer, after = map(spoken.words.norm, (at + 1, at + 2))
    return answer in ("no", "not", "n") and not after.isalnum()


def _by_something(spoken: Spoken, chosen: Claim) -> bool:
    """Read "done by the weekend" as no date that is known, but not "signed off by the board"."""
    words, at = spoken.words, chosen.hit.beyond
    if chosen.status is not Status.COMPLETE:
        return False
    after = words.norms(at + 1, at + 4)
    if at + 1 in spoken.dated:
        return True  # a day that has passed, or is a year away
    return not BY_WHEN.isdisjoint(after) or any(each[:1].isdigit() for each in after[:1])


def _heads_refs(chosen: Claim, named: Set[int]) -> bool:
    """Read "Complete: 7.1, 7.2" as said of them."""
    after = range(chosen.hit.beyond + 1, chosen.clause.beyond)
    return bool(after) and all(at in named for at in after)


def _leads_on(spoken: Spoken, beyond: int, first: int) -> bool:
    """Read "amber as the lead has left": a reason, or what comes with it, and no object."""
    between = spoken.words.tokens[beyond : first + 1]
    return any(each.norm in TAILS or is_emoji(each) for each in between)


def _commentary(spoken: Spoken, named: Set[int], clauses: Sequence[Clause], but: Clause) -> int:
    others = (each for each in clauses if each != but and not each.why)
    return sum(len(unread(spoken, named, range(each.first, each.beyond))) for each in others)
