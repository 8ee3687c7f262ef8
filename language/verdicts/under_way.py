"""Work of which some is done and more is to come: under way, whatever of it is finished."""

import re
from collections.abc import Sequence, Set

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.counted_out import counted
from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.lexicon.text import Words
from language.lexicon.words import word_set

SHARE = re.compile(
    r"(?<![\d.])\d{1,2}(?:\.\d)? ?%|\b\d{1,4} (?:out )?of (?:the )?\d"
    r"|\b\d{1,3} ?/ ?\d{1,3} (?:complete|done)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:out )?of (?:the |our )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)"
)
IN_SOME = re.compile(
    r"\b(?:in|on|at|across|with) (?:about |around |now )?\d{1,4} (?:out )?of (?:the |our )?\d"
)
TO_COME = word_set("under_way.to_come")
PASSED_OVER = frozenset(["as", "all"])  # "as planned", "all three"
TIMES = frozenset(["day", "days", "week", "weeks", "month", "months"])  # "two days late"
ORDINALS = frozenset(["first", "second", "third", "two", "three"])
HIRED = frozenset(["appointed", "recruited", "hired"])
STARTS = frozenset(["starts", "start", "starting"])
DONE_WORDS = word_set("under_way.done")


def goes_on(passage: Passage, chosen: Claim | None, status: Status | None, whole: Set[str]) -> bool:
    """Some of it is done and more is to come, by its words or its count."""
    words, clauses = passage.words, passage.clauses
    return under_way(words, clauses, chosen, status, passage.about) or counted(passage, whole)


def under_way(
    words: Words,
    clauses: Sequence[Clause],
    chosen: Claim | None,
    status: Status | None,
    named: Set[int] = frozenset(),
) -> bool:
    """Read "study done, actions to be agreed" and "half the providers audited"."""
    if chosen is None:
        said = _norms(words, clauses, named)
        shared = any(SHARE.search(words.span(each.first, each.beyond)) for each in clauses)
        if any(IN_SOME.search(words.span(each.first, each.beyond)) for each in clauses):
            return True  # "the toolkit is in 61 of 78 primaries"
        return (shared or not TO_COME.isdisjoint(said)) and any(map(_is_done, said))
    if status is not Status.COMPLETE or (chosen.direct and chosen.level > 1):
        return False
    if SHARE.search(words.span(chosen.clause.first, chosen.clause.beyond)):
        return True
    hired = words.norm(chosen.hit.first) in HIRED  # "appointed, she starts in May"
    to_come = TO_COME - STARTS if hired else TO_COME
    return not to_come.isdisjoint(_norms(words, clauses, named))


def _norms(words: Words, clauses: Sequence[Clause], named: Set[int]) -> list[str]:
    """The words that tell; in "opened, as planned" nothing is planned any more.

    Nor is "the first one filled" a first step: ``named`` are the tokens that name the actions.
    """
    asking = [each.asks or words.norm(each.first) == "why" for each in clauses]
    told = (each for each, asks in zip(clauses, asking, strict=True) if not asks)
    spans = (at for each in told for at in each.span)
    telling = (at for at in spans if at not in named or words.norm(at) not in ORDINALS)
    return [
        words.norm(at)
        for at in telling
        if words.norm(at - 1) not in PASSED_OVER and words.norm(at + 1) not in TIMES
    ]


def _is_done(norm: str) -> bool:
    return norm in DONE_WORDS or (norm.endswith("ed") and len(norm) > 5)
